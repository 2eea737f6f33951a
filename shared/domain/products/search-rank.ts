/** How well a product answers what was typed: the smaller the rank, the nearer. */
import { halfWidth } from './typed-numbers.ts'

/** What a product can be found by; all lower case and without blanks. */
export interface SearchKeys {
  readonly sku: string
  readonly barcode: string
  readonly names: readonly string[]
  /** a syllable or a run of other characters each: ['fa', 'shi', 'huang', 'you'] */
  readonly syllables: readonly string[]
}

export const EXACT_CODE = 0
const INITIALS_START = 1
const NAME_STARTS = 2
const PINYIN_STARTS = 3
const NAME_CONTAINS = 4
const INITIALS_INSIDE = 5
const PINYIN_INSIDE = 6
const CODE_STARTS = 7

/** A text as it is compared: full-width as plain, lower case, no blanks. */
export function searchText(text: string): string {
  return halfWidth(text).toLowerCase().replace(/\s+/g, '')
}

/** The rank of a product for a query made by `searchText`, or null where it does not match. */
export function searchRank(query: string, keys: SearchKeys): number | null {
  if (query === '') return null
  if (query === keys.sku || query === keys.barcode) return EXACT_CODE
  const initials = initialsMatch(query, keys.syllables)
  if (initials === 0) return INITIALS_START
  if (keys.names.some((name) => name.startsWith(query))) return NAME_STARTS
  const pinyin = pinyinMatch(query, keys.syllables)
  if (pinyin === 0) return PINYIN_STARTS
  if (keys.names.some((name) => name.includes(query))) return NAME_CONTAINS
  if (initials !== null) return INITIALS_INSIDE
  if (pinyin !== null) return PINYIN_INSIDE
  return keys.sku.startsWith(query) || keys.barcode.startsWith(query) ? CODE_STARTS : null
}

/** At which syllable the first letters read like the query. */
function initialsMatch(query: string, syllables: readonly string[]): number | null {
  const at = syllables
    .map((syllable) => syllable.slice(0, 1))
    .join('')
    .indexOf(query)
  return at < 0 ? null : at
}

/** At which syllable the full reading goes on like the query; the last syllable may be begun only. */
function pinyinMatch(query: string, syllables: readonly string[]): number | null {
  for (let from = 0; from < syllables.length; from++) {
    if (syllables[from]?.[0] === query[0] && readsOn(query, syllables, from)) return from
  }
  return null
}

function readsOn(query: string, syllables: readonly string[], from: number): boolean {
  let rest = query
  for (let i = from; rest !== ''; i++) {
    const syllable = syllables[i]
    if (syllable === undefined) return false
    if (syllable.startsWith(rest)) return true
    if (!rest.startsWith(syllable)) return false
    rest = rest.slice(syllable.length)
  }
  return true
}
