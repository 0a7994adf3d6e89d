/** `npm run eval [FILE.jsonl ...]`: asks the whole bot every question as a guest, and prints what was right and what was not. */
import { openGuestBot } from './guest-bot.ts'
import { openPlainGuide } from './plain-guide.ts'
import { questionFiles } from './question-files.ts'
import { measureRobustness } from './robustness.ts'
import { byTopic, expectationOf, isRight, readQuestions, type Scored, score } from './score.ts'

const print = (line = '') => void process.stdout.write(`${line}\n`)

const bot = await openGuestBot()
const files = process.argv.length > 2 ? process.argv.slice(2) : questionFiles()
for (const file of files) {
  const scored = await score(readQuestions(file), bot.ask)
  print(`\n${String(file).split('/').at(-1)}`)
  printFailures(scored)
  printTopics(scored)
  printTotals(scored)
}
await bot.close()
printRobustness()

function printFailures(scored: readonly Scored[]): void {
  for (const each of scored.filter((one) => !isRight(one))) {
    const { question, answer, missing, forbidden } = each
    print(`\n✗ ${question.after ? `${question.after} / ` : ''}${question.q}   [${question.topic}]`)
    for (const pattern of missing) print(`    missing   ${pattern.slice(0, 110)}`)
    for (const pattern of forbidden) print(`    forbidden ${pattern.slice(0, 110)}`)
    print(`    compared  ${bot.considered(question.q).join(' | ')}`)
    print(`    answer    ${answer.replaceAll('\n', ' / ').slice(0, 300)}`)
  }
}

function printTopics(scored: readonly Scored[]): void {
  print()
  for (const { topic, right, asked } of byTopic(scored)) print(`  ${topic.padEnd(18)} ${right}/${asked}`)
}

function printTotals(scored: readonly Scored[]): void {
  const right = scored.filter(isRight)
  const count = (expectation: string) => right.filter(({ question }) => expectationOf(question) === expectation).length
  const wrong = scored.length - right.length
  print(
    `\n  right ${right.length} of ${scored.length}: answered ${count('answer')}, not found ${count('not-found')}, refused ${count('refusal')}; wrong ${wrong}`,
  )
  print(`  with a wrong fact: ${scored.filter(({ forbidden }) => forbidden.length > 0).length}`)
}

/** The guide by itself is asked here: the noisy questions are thousands. */
function printRobustness(): void {
  print('\nasked in a hurry, of what is right as it stands')
  const questions = files.flatMap((file) => readQuestions(file))
  for (const { noise, right, asked, wrongFacts } of measureRobustness(questions, openPlainGuide(new Date()))) {
    const percent = asked === 0 ? '–' : `${Math.round((right / asked) * 100)} %`
    print(`  ${noise.padEnd(24)} ${percent.padStart(5)}  ${right}/${asked}  with a wrong fact: ${wrongFacts.length}`)
  }
}
