/**
 * Moves entries between the store and Markdown files: out, so that what admins wrote can be reviewed in git; in, all of a
 * folder or, when one file is wrong, nothing.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { SetupError } from '../../errors.ts'
import { type Reader, retryOnConflict, type Store } from '../../store/index.ts'
import { dayOf } from '../../thai/index.ts'
import { citation, type Entry, loadEntries, loadSources, readEntry, type Sources, whatIsWrong } from '../entry.ts'
import { KNOWLEDGE_FOLDER } from '../guide.ts'
import { addVersions, allVersions, holdingOn, IMPORTED, type KnowledgeVersion, latestNumber } from './versions.ts'

export interface KnowledgeExport {
  /** Ids of all entries that hold, each a file. */
  readonly written: readonly string[]
  /** Of these, what admins wrote or changed. */
  readonly fromStore: readonly string[]
  /** Entries that were withdrawn: their files, if there are any, are to be deleted by hand. */
  readonly withdrawn: readonly string[]
}

/** Writes each entry that holds today as `<id>.md`: as it was shipped, to the byte, or as an admin wrote it. */
export async function exportKnowledge(read: Reader, folder: string, now: Date): Promise<KnowledgeExport> {
  const holding = holdingOn(dayOf(now), await allVersions(read))
  const shipped = loadEntries(KNOWLEDGE_FOLDER).map(({ id }) => id)
  const ids = [...new Set([...shipped, ...holding.keys()])].sort()
  const isWithdrawn = (id: string) => holding.get(id)?.status === 'withdrawn'
  const written = ids.filter((id) => !isWithdrawn(id))
  const texts = await Promise.all(written.map(async (id) => [id, await textOf(id, holding.get(id))] as const))
  await mkdir(folder, { recursive: true })
  for (const [id, text] of texts) await writeFile(join(folder, `${id}.md`), text)
  return { written, fromStore: written.filter((id) => holding.has(id)), withdrawn: ids.filter(isWithdrawn) }
}

async function textOf(id: string, version: KnowledgeVersion | undefined): Promise<string> {
  return version?.markdown ?? (await readFile(join(KNOWLEDGE_FOLDER, `${id}.md`), 'utf8'))
}

export interface KnowledgeImport {
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly unchanged: number
}

/** What importing a folder would do, without doing it. @throws SetupError that names each bad file */
export async function planKnowledgeImport(read: Reader, folder: string, now: Date): Promise<KnowledgeImport> {
  return planOf(await compare(read, await readFolder(folder), now))
}

/** Takes the entries of a folder in, as versions that hold from today; what is not in the folder stays as it is. */
export async function importKnowledge(store: Store, folder: string, now: Date): Promise<KnowledgeImport> {
  const files = await readFolder(folder)
  return retryOnConflict(() =>
    store.transaction(async (tx) => {
      const difference = await compare(tx, files, now)
      const made = [...difference.added, ...difference.changed]
      if (made.length > 0) {
        const versions = await Promise.all(made.map((file) => versionOf(tx, file, now)))
        ;(await addVersions(tx, versions))(tx)
      }
      return planOf(difference)
    }),
  )
}

/** What was read from a file: the entry, and its text to the byte. */
interface EntryFile {
  readonly entry: Entry
  readonly text: string
}

async function versionOf(read: Reader, { entry, text }: EntryFile, now: Date) {
  const number = (await latestNumber(read, entry.id)) + 1
  const made = { status: 'published', holdsFrom: dayOf(now), at: now, by: IMPORTED } as const
  return { entryId: entry.id, number, markdown: text, ...made }
}

interface Difference {
  readonly added: readonly EntryFile[]
  readonly changed: readonly EntryFile[]
  readonly unchanged: number
}

const planOf = ({ added, changed, unchanged }: Difference): KnowledgeImport => ({
  added: added.map(({ entry }) => entry.id),
  changed: changed.map(({ entry }) => entry.id),
  unchanged,
})

async function compare(read: Reader, files: readonly EntryFile[], now: Date): Promise<Difference> {
  const holding = holdingOn(dayOf(now), await allVersions(read))
  const shipped = new Map(loadEntries(KNOWLEDGE_FOLDER).map((entry) => [entry.id, entry]))
  const known = (id: string): Entry | undefined => {
    const version = holding.get(id)
    if (!version) return shipped.get(id)
    return version.markdown === undefined ? undefined : readEntry(version.markdown, `${id}.md`)
  }
  const added = files.filter(({ entry }) => !known(entry.id))
  const changed = files.filter(({ entry }) => known(entry.id) && !isDeepStrictEqual(known(entry.id), entry))
  return { added, changed, unchanged: files.length - added.length - changed.length }
}

/** @throws SetupError with one line for each file that is wrong */
async function readFolder(folder: string): Promise<EntryFile[]> {
  const files = await readdir(folder).catch(() => {
    throw new SetupError([`${folder} cannot be read: give a folder of Markdown files`])
  })
  const markdown = files.filter((file) => file.endsWith('.md')).sort()
  if (markdown.length === 0) throw new SetupError([`${folder} holds no Markdown files`])
  const sources = loadSources(KNOWLEDGE_FOLDER)
  const read = await Promise.all(
    markdown.map(async (file) => readOne(file, await readFile(join(folder, file), 'utf8'), sources)),
  )
  const problems = read.flatMap((each) => ('problem' in each ? [each.problem] : []))
  if (problems.length > 0) throw new SetupError([...problems, 'nothing was changed'])
  return read.flatMap((each) => ('entry' in each ? [each] : []))
}

function readOne(file: string, text: string, sources: Sources): EntryFile | { problem: string } {
  try {
    const entry = readEntry(text, file)
    for (const reference of entry.sources) citation(reference, sources)
    return { entry, text }
  } catch (error) {
    return { problem: `${file}: ${whatIsWrong(error)}` }
  }
}
