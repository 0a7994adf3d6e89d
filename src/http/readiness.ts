/**
 * Whether this process can do its work: the store answers, and LINE takes the token. A load balancer asks every second or
 * so; LINE is asked once in five seconds while all is well, and at every question while it is not.
 */
import type { Clock } from '../clock.ts'
import type { LineApi } from '../line/index.ts'
import type { Store } from '../store/index.ts'
import type { Readiness } from './status.ts'

const GOOD_FOR_MS = 5_000
const NOT_READY = ['unauthorised', 'unreached', 'uncertain']

export function createReadiness(store: Pick<Store, 'ping'>, api: Pick<LineApi, 'botInfo'>, clock: Clock): Readiness {
  let asking: Promise<string[]> | undefined
  let goodSince: Date | undefined

  async function askLine(): Promise<string[]> {
    const info = await api.botInfo()
    const problems = NOT_READY.includes(info.kind) ? [`LINE: ${info.kind}`] : []
    goodSince = problems.length === 0 ? clock.now() : undefined
    return problems
  }

  async function problemsOfLine(): Promise<string[]> {
    if (goodSince && clock.now().getTime() - goodSince.getTime() < GOOD_FOR_MS) return []
    asking ??= askLine().finally(() => {
      asking = undefined
    })
    return asking
  }

  return {
    async problems() {
      const storeAnswers = store.ping().then(
        () => true,
        () => false,
      )
      const [isStoreThere, ofLine] = await Promise.all([storeAnswers, problemsOfLine()])
      return [...(isStoreThere ? [] : ['the store does not answer']), ...ofLine]
    },
  }
}
