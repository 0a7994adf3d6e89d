/** Cards side by side: swiped on a phone, and stepped through with two buttons by whoever has a mouse or a keyboard. */
import { icons } from './icons.ts'
import { texts } from './texts.ts'
import { html, useEffect, useRef, useState, type VNode } from './vendor.ts'

export function Carousel({ cards }: { cards: VNode[] }): VNode {
  const track = useRef<HTMLDivElement>(null)
  const [isNarrow, setIsNarrow] = useState(false)
  const [current, setCurrent] = useState(1)
  const look = () => {
    const { scrollLeft = 0, scrollWidth = 0, clientWidth = 0 } = track.current ?? {}
    const hidden = scrollWidth - clientWidth
    setIsNarrow(hidden > 4)
    setCurrent(hidden > 4 ? 1 + Math.round((scrollLeft / hidden) * (cards.length - 1)) : 1)
  }
  const show = (card: number) => {
    const { scrollWidth = 0, clientWidth = 0 } = track.current ?? {}
    track.current?.scrollTo({ left: ((scrollWidth - clientWidth) * (card - 1)) / Math.max(1, cards.length - 1) })
  }
  useEffect(look, [cards.length])

  return html`<div class="carousel" role="group" aria-label=${texts.carousel(cards.length)}>
    <div class="carousel-track" ref=${track} onScroll=${look} tabindex="0">${cards}</div>
    ${
      isNarrow &&
      html`<div class="carousel-steps">
      <button type="button" aria-label=${texts.previousCard} disabled=${current === 1}
        onClick=${() => show(current - 1)}>${icons.back()}</button>
      <span aria-hidden="true">${current} / ${cards.length}</span>
      <button type="button" aria-label=${texts.nextCard} disabled=${current === cards.length}
        onClick=${() => show(current + 1)}>${icons.forward()}</button>
    </div>`
    }
  </div>`
}
