/** LINE's endpoints for rich menus: the menu below the chat. */
import type { messagingApi } from '@line/bot-sdk'
import { type Caller, shaped } from './caller.ts'
import type { LineOutcome } from './outcome.ts'
import { Nothing, RichMenuId, RichMenuList } from './shapes.ts'

export interface RichMenuApi {
  create(menu: messagingApi.RichMenuRequest): Promise<LineOutcome<{ richMenuId: string }>>
  /** An image can be given to a menu once; another image needs another menu. */
  uploadImage(richMenuId: string, png: Uint8Array): Promise<LineOutcome>
  setDefault(richMenuId: string): Promise<LineOutcome>
  link(userId: string, richMenuId: string): Promise<LineOutcome>
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
    setDefault: (menu) => api.post('set default rich menu', `/v2/bot/user/all/richmenu/${id(menu)}`, Nothing),
    link: (user, menu) => api.post('link rich menu', `/v2/bot/user/${id(user)}/richmenu/${id(menu)}`, Nothing),
    list: () => api.get('list rich menus', '/v2/bot/richmenu/list', RichMenuList),
    delete: (menu) => api.delete('delete rich menu', `/v2/bot/richmenu/${id(menu)}`, Nothing),
  }
}
