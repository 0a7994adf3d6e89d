/** `npm run remind`: the reminder sweep as of a day. It stores the messages; the running program sends them. */
import { formatSweep, parseRemindArgs, runSweep } from '../reminders/index.ts'
import { runCommand } from './context.ts'

await runCommand(async ({ store, clock, enqueuePush, print }) => {
  const { json, ...when } = parseRemindArgs(process.argv.slice(2))
  const result = await runSweep({ store, enqueuePush, now: clock.now(), ...when })
  print(json ? JSON.stringify(result) : formatSweep(result))
})
