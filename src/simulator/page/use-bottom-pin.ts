/** Keeps a chat at its newest line while its reader is there, and leaves a reader alone who scrolled up and only reads. */
import type { ChatEntry } from './types.ts'
import { useEffect, useLayoutEffect, useRef, useState } from './vendor.ts'

const NEAR_PX = 80

/** @param deeds how often the reader sent or tapped something: the answer will come at the end */
export function useBottomPin(messages: readonly ChatEntry[], deeds: number) {
  const log = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const isPinned = useRef(true)
  const [isAway, setIsAway] = useState(false)
  const last = messages.at(-1)

  const goToEnd = () => {
    isPinned.current = true
    setIsAway(false)
    if (log.current) log.current.scrollTop = log.current.scrollHeight
  }

  // Images and cards grow after they are drawn, the composer and the menu take room away: both count as "still at the end".
  useEffect(() => {
    if (!log.current || !content.current) return
    const element = log.current
    const watcher = new ResizeObserver(() => isPinned.current && goToEnd())
    watcher.observe(content.current)
    watcher.observe(element)
    let lastTop = element.scrollTop
    // Only going up leaves the end: a picture that has just loaded moves the end away from who is there.
    const remember = () => {
      const isNear = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX
      isPinned.current = isNear || (isPinned.current && element.scrollTop >= lastTop)
      lastTop = element.scrollTop
      if (isPinned.current) setIsAway(false)
    }
    element.addEventListener('scroll', remember, { passive: true })
    return () => {
      watcher.disconnect()
      element.removeEventListener('scroll', remember)
    }
  }, [])

  useLayoutEffect(() => {
    if (isPinned.current || last?.from === 'user') goToEnd()
    else setIsAway(true)
  }, [last?.id])

  useLayoutEffect(goToEnd, [deeds])

  return { log, content, isAway, goToEnd }
}
