/** A rendered card without its empty parts: LINE refuses a text component with nothing to say. */

type Fields = Record<string, unknown>

/** @returns the component without what is empty in it; undefined when nothing is left of it */
export function tidy(component: unknown): unknown {
  if (!isPlain(component)) return component ?? undefined
  const tidied = tidyFields(component)
  return isEmpty(component, tidied) ? undefined : tidied
}

function tidyFields(component: Fields): Fields {
  const kept = Object.entries(component).map(([key, value]): [string, unknown] => {
    // An action is LINE's own object: nothing in it is a component.
    if (key === 'action') return [key, value ?? undefined]
    return [key, Array.isArray(value) ? value.map(tidy).filter((child) => child !== undefined) : tidy(value)]
  })
  return Object.fromEntries(kept.filter(([, value]) => value !== undefined))
}

/** @param before the component as rendered: a box without contents of its own, such as a bar, is meant to be so */
function isEmpty(before: Fields, after: Fields): boolean {
  if (before.type === 'text') return typeof after.text === 'string' && after.text.trim() === ''
  if (before.type === 'button') return after.action === undefined
  if (before.type !== 'box') return false
  const wasDrawn = Array.isArray(before.contents) && before.contents.length === 0 && before.height !== undefined
  return !wasDrawn && Array.isArray(after.contents) && after.contents.length === 0
}

function isPlain(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
