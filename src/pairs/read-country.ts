/** Reads a country as people write it: its Thai or English name, an everyday word, or its code. */
import { normalise } from '../thai/index.ts'
import { countryName, countryWords } from './countries.ts'

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
/** Codes that the locale data names and that are no country's. */
const NO_COUNTRIES = new Set(['EU', 'EZ', 'UN', 'XA', 'XB', 'ZZ', 'QO', 'TH'])
const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })

let known: ReadonlyMap<string, string> | undefined

/** Every name of every country, in lower case and without spaces, with its code. */
function names(): ReadonlyMap<string, string> {
  if (known) return known
  const codes = LETTERS.flatMap((a) => LETTERS.map((b) => a + b)).filter((code) => english.of(code) !== undefined)
  const entries = codes
    .filter((code) => !NO_COUNTRIES.has(code))
    .flatMap((code) =>
      [code, english.of(code) ?? code, countryName(code), ...countryWords(code)].map(
        (name) => [bare(name), code] as const,
      ),
    )
  known = new Map(entries)
  return known
}

const bare = (name: string) =>
  normalise(name)
    .toLowerCase()
    .replace(/^ประเทศ/, '')
    .replace(/[\s.]/g, '')

/** 'สปป.ลาว', 'Laos', 'LA' -> 'LA'; undefined when it is no country, and for Thailand, which is nobody's partner abroad. */
export function readCountry(text: string): string | undefined {
  return names().get(bare(text))
}
