/**
 * The stream of what happens. Every time it opens (also after a break) the whole state is read again; events that arrive
 * meanwhile wait, so that none is lost between the two and none is shown twice.
 */
import { api, EVENTS_URL } from './api.ts'
import type { PageEvent } from './state.ts'
import { dispatch, presentState } from './store.ts'

const STREAMED = ['message', 'phone', 'clock', 'loading', 'traffic'] as const
const RETRY_MS = 2_000
const TRAFFIC_LIMIT = 200

export function connect(): void {
  const stream = new EventSource(EVENTS_URL)
  const restart = () => {
    stream.close()
    setTimeout(connect, RETRY_MS)
  }
  const take = inOrder(restart)
  stream.onopen = () => take({ type: 'opened' })
  stream.onerror = () => {
    dispatch({ type: 'connection', connected: false })
    if (stream.readyState === EventSource.CLOSED) restart()
  }
  for (const type of STREAMED) {
    stream.addEventListener(type, ({ data }) => take({ type, ...JSON.parse(data) }))
  }
}

/** @returns what every event goes through: while the state is being read, the events wait behind it */
function inOrder(restart: () => void): (event: PageEvent | { type: 'opened' }) => void {
  let waiting: PageEvent[] | undefined
  const synchronise = async () => {
    waiting = []
    const isFresh = await refresh()
    const arrived = waiting
    waiting = undefined
    arrived.forEach(dispatch)
    if (!isFresh) restart()
  }
  return (event) => {
    if (event.type === 'opened') void synchronise()
    else if (waiting) waiting.push(event)
    else if (isFromNewPhone(event)) void synchronise()
    else dispatch(event)
  }
}

/** A phone's first message may come before the phone itself. */
function isFromNewPhone(event: PageEvent): boolean {
  return event.type === 'message' && !presentState().phones.some(({ id }) => id === event.phoneId)
}

/** @returns whether it worked */
async function refresh(): Promise<boolean> {
  try {
    const [snapshot, traffic] = await Promise.all([api.state(), api.traffic(TRAFFIC_LIMIT)])
    dispatch({ type: 'snapshot', snapshot, traffic })
    dispatch({ type: 'connection', connected: true })
    return true
  } catch {
    dispatch({ type: 'connection', connected: false })
    return false
  }
}
