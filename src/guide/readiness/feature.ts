/** `ก่อนเริ่ม`: whether the documents let this be established as a sister-city relation, and what is missing. */
import type { Command, DialogBinding, Feature } from '../../bot/types.ts'
import { dayOf } from '../../thai/index.ts'
import type { LiveKnowledge } from '../desk/live-knowledge.ts'
import { bodyName, READINESS, readinessDialog } from './dialog.ts'
import { judge } from './judge.ts'
import { showVerdict } from './show-verdict.ts'
import { says, title } from './texts.ts'

const command: Command<true> = {
  name: says.againWord,
  match: (text) => /^(?:ก่อนเริ่ม|(?:ตรวจ|เช็ค|เช็ก)(?:สอบ)?ความพร้อม(?:ก่อนเริ่ม)?)$/.test(text) || undefined,
  run: async () => ({ replies: [], begin: { dialogId: READINESS } }),
}

export function readinessFeature(live: LiveKnowledge): Required<Pick<Feature, 'commands' | 'dialogs'>> {
  const binding: DialogBinding = {
    dialogId: READINESS,
    title,
    define: async () => ({ ok: true, dialog: readinessDialog }),
    async finish({ read, now }, answers) {
      const { library } = await live.current(read, now)
      const partner = typeof answers.partner === 'string' ? answers.partner : ''
      const what = says.of(bodyName(String(answers.body)), partner)
      return { replies: showVerdict(judge(answers), { what, day: dayOf(now) }, library.sources) }
    },
  }
  return { commands: [command], dialogs: [binding] }
}
