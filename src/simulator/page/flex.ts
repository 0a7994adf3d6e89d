/** LINE's Flex messages: bubbles and carousels, drawn as a phone draws them. */
import { safeUri } from './actions.ts'
import { Carousel } from './carousel.ts'
import {
  blockStyle,
  boxStyle,
  bubbleWidth,
  buttonStyle,
  type Css,
  iconStyle,
  imagePlace,
  imageStyle,
  itemStyle,
  separatorStyle,
  textStyle,
} from './flex-style.ts'
import type { FlexComponent, FlexContainer, LineAction } from './types.ts'
import { html, type VNode } from './vendor.ts'

export type OnAction = (action: LineAction) => void

interface Placed {
  component: FlexComponent
  style: Css
  onAction: OnAction
}

const COLUMN: FlexComponent = { type: 'box', layout: 'vertical' }
const BLOCKS = ['header', 'hero', 'body', 'footer'] as const

export function Flex({ container, onAction }: { container: FlexContainer; onAction: OnAction }): VNode {
  if (container.type !== 'carousel') return html`<${Bubble} bubble=${container} onAction=${onAction} />`
  const bubbles = container.contents ?? []
  return html`<${Carousel} cards=${bubbles.map((bubble) => html`<${Bubble} bubble=${bubble} onAction=${onAction} />`)} />`
}

function Bubble({ bubble, onAction }: { bubble: FlexContainer; onAction: OnAction }): VNode {
  const blocks = BLOCKS.map((name) => {
    const component = bubble[name]
    if (!component) return null
    return html`<div key=${name} class=${`bubble-${name}`} style=${blockStyle(bubble.styles?.[name])}>
      <${Component} component=${component} style=${itemStyle(component, COLUMN, true)} onAction=${onAction} />
    </div>`
  })
  return html`<div class=${`bubble ${bubble.footer ? 'has-footer' : ''}`} style=${{ width: bubbleWidth(bubble.size) }}>
    <${Tappable} action=${bubble.action} onAction=${onAction} className="bubble-inside">${blocks}<//>
  </div>`
}

const views: Record<string, (placed: Placed) => VNode> = { box, text, image, icon, button, separator, video: hidden }

function Component(placed: Placed): VNode {
  return (views[placed.component.type] ?? hidden)(placed)
}

function box({ component, style, onAction }: Placed): VNode {
  const children = (component.contents ?? []).map(
    (child, index) =>
      html`<${Component} key=${index} component=${child} style=${itemStyle(child, component, index === 0)} onAction=${onAction} />`,
  )
  return html`<${Tappable} action=${component.action} onAction=${onAction} className="fx-box"
    style=${{ ...boxStyle(component), ...style }}>${children}<//>`
}

function text({ component, style, onAction }: Placed): VNode {
  const wraps = component.wrap ? (component.maxLines ? 'fx-clamped' : 'fx-wrapped') : 'fx-one-line'
  const words = component.contents?.length ? component.contents.map(span) : component.text
  return html`<${Tappable} action=${component.action} onAction=${onAction} className=${`fx-text ${wraps}`}
    style=${{ ...textStyle(component), ...style }}>${words}<//>`
}

function span(component: FlexComponent, index: number): VNode {
  return html`<span key=${index} style=${textStyle(component)}>${component.text}</span>`
}

function image({ component, style, onAction }: Placed): VNode {
  return html`<${Tappable} action=${component.action} onAction=${onAction} className="fx-image"
    style=${{ ...imagePlace(component), ...style }}>
    <img src=${component.url} alt="" loading="lazy" style=${imageStyle(component)} />
  <//>`
}

function icon({ component, style }: Placed): VNode {
  return html`<img class="fx-icon" src=${component.url} alt="" style=${{ ...iconStyle(component), ...style }} />`
}

function button({ component, style, onAction }: Placed): VNode {
  const { action } = component
  const className = `fx-button fx-${component.style ?? 'link'} ${component.height === 'sm' ? 'fx-sm' : ''}`
  const uri = safeUri(action)
  const css = { ...buttonStyle(component), ...style }
  if (uri) {
    return html`<a class=${className} style=${css} href=${uri} target="_blank" rel="noopener noreferrer">${action?.label}</a>`
  }
  return html`<button type="button" class=${className} style=${css}
    onClick=${() => action && onAction(action)}>${action?.label}</button>`
}

function separator({ component, style }: Placed): VNode {
  return html`<div role="separator" class="fx-separator" style=${{ ...style, ...separatorStyle(component) }}></div>`
}

/** A filler or spacer takes its share and shows nothing; so does what the page does not know. */
function hidden({ component, style }: Placed): VNode {
  return html`<div class=${component.type === 'spacer' ? 'fx-spacer' : ''} style=${style}></div>`
}

interface TappableProps {
  action?: LineAction
  onAction: OnAction
  className: string
  style?: Css
  children?: unknown
}

/** Anything with an action can be tapped, and reached with the keyboard. */
function Tappable({ action, onAction, className, style, children }: TappableProps): VNode {
  if (!action) return html`<div class=${className} style=${style}>${children}</div>`
  const tap = (event: Event) => {
    event.stopPropagation()
    onAction(action)
  }
  const press = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return
    event.preventDefault()
    tap(event)
  }
  return html`<div class=${`${className} tappable`} style=${style} role="button" tabindex="0" aria-label=${action.label}
    onClick=${tap} onKeyDown=${press}>${children}</div>`
}
