/** LINE's endpoints for rich menus: the menu below the chat. */
import type { messagingApi } from '@line/bot-sdk'
import { type Caller, shaped } from './caller.ts'
import type { LineOutcome } from './outcome.ts'
import { Nothing, RichMenuId, RichMenuList } from './shapes.ts'

export interface RichMenuApi {
  create(menu: messagingApi.RichMenuRequest): Promise<LineOutcome<{ richMenuId: string }>>
  /** An image can be given to a menu once; another image needs another menu. */
  uploadImage(richMenuId: string, png: Uint8Array): Promise<LineOutcome>
  hasImage(richMenuId: string): Promise<LineOutcome<boolean>>
  setDefault(richMenuId: string): Promise<LineOutcome>
  link(userId: string, richMenuId: string): Promise<LineOutcome>
  /** They see what everybody sees. */
  unlink(userId: string): Promise<LineOutcome>
  list(): Promise<LineOutcome<{ richmenus: { richMenuId: string; name: string }[] }>>
  delete(richMenuId: string): Promise<LineOutcome>
}

const id = encodeURIComponent

export function createRichMenuApi(api: Caller, data: Caller): RichMenuApi {
  return {
    create: (menu) => api.post('create rich menu', '/v2/bot/richmenu', RichMenuId, menu),
    uploadImage: async (richMenuId, png) => {
      const path = `/v2/bot/richmenu/${id(richMenuId)}/content`
      const call = { method: 'POST', path, headers: { 'content-type': 'image/png' }, body: png } as const
      return shaped(await data.raw('upload rich menu image', call), Nothing)
    },
    hasImage: async (richMenuId) => {
      const result = await data.raw('rich menu image', {
        method: 'GET',
        path: `/v2/bot/richmenu/${id(richMenuId)}/content`,
      })
      if (result.kind === 'too-large') return { kind: 'accepted', value: true }
      if (result.kind !== 'answer') return result
      const { status, requestId } = result.answer
      if (status === 200 || status === 404) return { kind: 'accepted', requestId, value: status === 200 }
      return { kind: 'uncertain', why: `status ${status}`, requestId }
    },
    setDefault: (menu) => api.post('set default rich menu', `/v2/bot/user/all/richmenu/${id(menu)}`, Nothing),
    link: (user, menu) => api.post('link rich menu', `/v2/bot/user/${id(user)}/richmenu/${id(menu)}`, Nothing),
    unlink: (user) => api.delete('unlink rich menu', `/v2/bot/user/${id(user)}/richmenu`, Nothing),
    list: () => api.get('list rich menus', '/v2/bot/richmenu/list', RichMenuList),
    delete: (menu) => api.delete('delete rich menu', `/v2/bot/richmenu/${id(menu)}`, Nothing),
  }
}
