/** The bot's rich menu: one picture with tappable areas, which folds away under its bar. */
import { perform } from './actions.ts'
import { api, richMenuImageUrl } from './api.ts'
import { icons } from './icons.ts'
import { texts } from './texts.ts'
import type { LineAction, RichMenu } from './types.ts'
import { html, memo, useEffect, useRef, useState, type VNode } from './vendor.ts'

const ROOMY = '(min-width: 720px) and (min-height: 1000px)'

interface RichMenuProps {
  richMenuId: string
  phoneId: string
  /** A conversation that is under way gets the room, until its owner opens the menu. */
  hasSpoken: boolean
}

export const RichMenuPanel = memo<RichMenuProps>(({ richMenuId, phoneId, hasSpoken }) => {
  const menu = useRichMenu(richMenuId)
  const [chosen, setChosen] = useState<boolean | undefined>(undefined)
  const bar = useRef<HTMLButtonElement>(null)
  if (!menu) return null
  const isRoomy = window.matchMedia(ROOMY).matches
  const isOpen = chosen ?? (!hasSpoken && isRoomy)
  const fold = () => {
    setChosen(false)
    bar.current?.focus()
  }
  const tap = (action: LineAction) => {
    if (!isRoomy) fold()
    perform(phoneId, action)
  }
  const say = isOpen ? texts.closeMenu : texts.openMenu
  return html`<div class="rich-menu">
    ${isOpen && picture(menu, tap)}
    <button type="button" class="rich-menu-bar" ref=${bar} aria-expanded=${isOpen} aria-label=${say(menu.chatBarText)}
      onClick=${() => setChosen(!isOpen)}>
      ${icons.menu()} <span>${menu.chatBarText}</span> ${isOpen ? icons.down() : icons.up()}
    </button>
  </div>`
})

/** A rich menu never changes: a new picture is a new menu. So all phones share what was read once. */
const known = new Map<string, Promise<RichMenu>>()

function useRichMenu(richMenuId: string): RichMenu | undefined {
  const [menu, setMenu] = useState<RichMenu | undefined>(undefined)
  useEffect(() => {
    const reading = known.get(richMenuId) ?? api.richMenu(richMenuId)
    known.set(richMenuId, reading)
    reading.then(setMenu).catch(() => known.delete(richMenuId))
  }, [richMenuId])
  return menu?.richMenuId === richMenuId ? menu : undefined
}

function picture({ richMenuId, size, areas }: RichMenu, tap: (action: LineAction) => void): VNode {
  const share = (part: number, whole: number) => `${(100 * part) / whole}%`
  return html`<div class="rich-menu-picture" style=${{ aspectRatio: `${size.width} / ${size.height}` }}>
    <img src=${richMenuImageUrl(richMenuId)} alt=${texts.richMenuPicture} />
    ${areas.map(({ bounds, action }) => {
      const place = {
        left: share(bounds.x, size.width),
        top: share(bounds.y, size.height),
        width: share(bounds.width, size.width),
        height: share(bounds.height, size.height),
      }
      const name = action.label ?? action.text ?? action.displayText ?? action.uri
      return html`<button type="button" class="rich-menu-area" style=${place} aria-label=${name} title=${name}
        onClick=${() => tap(action)}></button>`
    })}
  </div>`
}
