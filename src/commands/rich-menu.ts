/** `npm run rich-menu`: uploads the rich menus to LINE and links everyone registered to the one of their role. */
import { SetupError } from '../errors.ts'
import { createLineApi, ensureRichMenus } from '../line/index.ts'
import { createLog } from '../log.ts'
import { createMenuShower } from '../menu-shower.ts'
import { runCommand } from './context.ts'

const TIMEOUT_MS = 10_000

await runCommand(async ({ config, store, clock, print }) => {
  if (!config.line)
    throw new SetupError(['no LINE credentials are set: the simulator sets its menus itself at npm start'])
  const log = createLog('warn')
  const api = createLineApi({ ...config.line, log, timeoutMs: TIMEOUT_MS })
  try {
    const ids = await ensureRichMenus(api, log)
    if (!ids) throw new SetupError(['LINE did not take the rich menus: see the line above, then run it again'])
    for (const [role, id] of Object.entries(ids)) print(`${role}: ${id}`)
    const shower = createMenuShower({ store, api, clock, log, ids: () => ids })
    let linked = 0
    for (let some = await shower.keepUp(); some > 0; some = await shower.keepUp()) linked += some
    print(`${linked} people linked to the menu of their role`)
  } finally {
    await api.close()
  }
})
