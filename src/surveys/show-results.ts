/** 'ผลแบบประเมิน [รหัส]' and its export: averages and words, for admins, and only when enough people have answered. */
import { stringify } from 'csv-stringify/sync'
import type { Command, Outcome, Reply, ShareFile, Turn } from '../bot/types.ts'
import { audit, refused } from '../people/index.ts'
import { cutGraphemes, showInstant } from '../thai/index.ts'
import { surveyMeant } from './manage-surveys.ts'
import { say } from './say.ts'
import { averageOf, LEAST_SHOWN, type Survey } from './survey.ts'
import { labels, managing, results, words } from './texts.ts'

const RESULTS = /^(?:ดู|ขอ|สรุป)?ผล(?:การ)?(?:แบบ)?(?:ประเมิน|สอบถาม)(?:ความพึงพอใจ)?\s*(ส่งออก)?(?:\s*([a-z0-9]{4}))?$/
const MOST_COMMENTS = 10
const LONGEST_COMMENT = 200

interface Typed {
  readonly isExport: boolean
  readonly code?: string
}

/** @param shareFile keeps the table and makes the link to it */
export function resultsCommand(shareFile: ShareFile): Command<Typed> {
  return {
    name: words.results,
    match(text) {
      const found = RESULTS.exec(text)
      return found ? { isExport: found[1] !== undefined, ...(found[2] ? { code: found[2] } : {}) } : undefined
    },
    async run(turn, { isExport, code }) {
      if (turn.actor?.role !== 'admin') return refused(turn, { action: 'survey.results', say: managing.refused })
      const found = await surveyMeant(turn, code, isExport ? words.export : words.results)
      if ('outcome' in found) return found.outcome
      const { survey } = found
      if (survey.answered < LEAST_SHOWN)
        return say(results.tooFew(survey.title, survey.answered, LEAST_SHOWN), words.results)
      return isExport ? exportOf(turn, turn.actor.personId, survey, shareFile) : { replies: [card(survey)] }
    },
  }
}

function averageFor(survey: Survey, item: Survey['tallies'][number]['item']): string {
  return results.average(averageOf(survey.tallies.find((tally) => tally.item === item)?.counts ?? []))
}

function card(survey: Survey): Reply {
  const rows = survey.tallies.map(({ item, counts }) => {
    const average = averageOf(counts)
    const percent = average === undefined ? {} : { percent: Math.round((average / 5) * 100) }
    return { label: labels[item], value: results.average(average), ...percent }
  })
  const overall = averageFor(survey, 'overall')
  const told = survey.comments.slice(0, MOST_COMMENTS).map((text) => `• ${cutGraphemes(text, LONGEST_COMMENT)}`)
  const left = survey.comments.length - told.length
  const lines = [
    ...(told.length > 0 ? [results.comments] : []),
    ...told,
    ...(left > 0 ? [results.moreComments(left)] : []),
  ]
  const buttons = [
    { label: words.exportButton, say: `${words.export} ${survey.code}` },
    { label: words.menu, say: words.menu },
  ]
  return {
    kind: 'card',
    card: 'summary',
    data: {
      title: results.title,
      subtitle: survey.title,
      figures: [
        { value: String(survey.answered), label: results.figures.answered },
        { value: overall, label: results.figures.overall },
      ],
      sections: [{ title: results.byItem, rows }],
      lines,
      note: results.note,
      buttons,
    },
    altText: results.altText(survey.title, survey.answered, overall),
    buttons,
  }
}

async function exportOf(turn: Turn, actor: string, survey: Survey, shareFile: ShareFile): Promise<Outcome> {
  const file = { name: results.fileName(survey.code), contentType: 'text/csv; charset=utf-8' }
  const shared = await shareFile(turn, { ...file, bytes: Buffer.from(tableOf(survey)) })
  if (!shared.ok) return say(results.unreachable)
  const note = audit({ at: turn.now, actor, action: 'survey.exported', target: survey.id })
  return {
    ...say(results.ready(survey.title, shared.url, showInstant(shared.expiresAt))),
    changes: [...shared.changes, note],
  }
}

/** A text that begins like a formula is made harmless: what people typed must not run in the reader's Excel. */
function tableOf(survey: Survey): string {
  const items = survey.tallies.map(({ item, counts }) => [labels[item], ...counts, results.average(averageOf(counts))])
  const rows = [[...results.columns], ...items, [], [results.comments], ...survey.comments.map((text) => [text])]
  const options = { bom: true, escape_formulas: true, record_delimiter: 'windows', relax_column_count: true } as const
  return stringify(rows, options)
}
