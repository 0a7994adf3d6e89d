/**
 * The page's only door to third-party code, plus the one thing that it adds: a component that renders again only when one
 * of its props changed. Text that goes through `html` is escaped by preact; nothing on the page touches innerHTML.
 */
import { Component, html, type VNode } from '/simulator/vendor/preact.js'

export { html, render, useEffect, useLayoutEffect, useMemo, useRef, useState } from '/simulator/vendor/preact.js'
export type { VNode }

export type View<Props> = (props: Props) => VNode | null

/** Five chats with hundreds of cards stay quick because an event only redraws what it touched. */
export function memo<Props extends object>(view: View<Props>) {
  return class extends Component<Props> {
    override shouldComponentUpdate(next: Readonly<Props>): boolean {
      const keys = new Set([...Object.keys(next), ...Object.keys(this.props)]) as Set<keyof Props>
      return [...keys].some((key) => next[key] !== this.props[key as keyof typeof this.props])
    }

    override render(props: Props): VNode {
      return html`<${view} ...${props} />`
    }
  }
}
