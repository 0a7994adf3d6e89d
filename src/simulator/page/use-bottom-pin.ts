/** Keeps a chat at its newest line while its reader is there, and leaves a reader who scrolled up alone. */
import type { ChatEntry } from './types.ts'
import { useEffect, useLayoutEffect, useRef, useState } from './vendor.ts'

const NEAR_PX = 80

export function useBottomPin(messages: readonly ChatEntry[]) {
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
    const remember = () => {
      isPinned.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX
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

  return { log, content, isAway, goToEnd }
}
