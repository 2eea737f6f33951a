/**
 * Text as a receipt printer sees it: a row of cells, one for ASCII and two for everything else.
 *
 * Invariants: what `printableText` returns holds no control character, nothing that moves the print head, and only
 * characters whose width is one or two cells; `wrapToColumns` loses no printable character but spaces at a break.
 */
import type { PaperWidthMm } from './receipt-document.ts'

/** Stands for a character that receipt printers cannot print; two cells wide like the ideographs around it. */
export const UNPRINTABLE = '□'

const COLUMNS_BY_PAPER: Readonly<Record<PaperWidthMm, number>> = { 58: 32, 80: 48 }

/** ASCII characters that fit in one line of this roll. */
export function columnsOfPaper(paper: PaperWidthMm): number {
  return COLUMNS_BY_PAPER[paper]
}

// The yen sign of Latin-1 is four bytes in GB18030 and prints "0 6"; the full-width one is two. A bullet has no
// two-byte code, a middle dot has.
const REPLACEMENTS: Readonly<Record<string, string>> = { '\u00a5': '￥', '\u2022': '·', '\u00a0': ' ', '\u3000': ' ' }

/**
 * `raw` with what no receipt printer can print taken out or replaced: controls and invisible format characters go,
 * Latin letters lose their accents, one emoji (however composed) becomes one □, runs of white space one space.
 */
export function printableText(raw: string): string {
  return raw
    .normalize('NFC')
    .replace(/[\t\n\r\v\f\u2028\u2029]+/g, ' ')
    .replace(/[\u00a5\u2022\u00a0\u3000]/g, (character) => REPLACEMENTS[character] ?? character)
    .replace(/[\u{1f1e6}-\u{1f1ff}]{2}/gu, UNPRINTABLE)
    .replace(/[\u{1f3fb}-\u{1f3ff}]/gu, '')
    .replace(/[\u{10000}-\u{10ffff}]\ufe0f?(?:\u200d.\ufe0f?)*/gsu, UNPRINTABLE)
    .replace(/[\u00c0-\u024f\u1e00-\u1eff]/g, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''))
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{M}]/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim()
}

/** Cells that `text` takes in normal width: one for each ASCII character, two for every other. */
export function columnsOf(text: string): number {
  let columns = 0
  for (const character of text) columns += character < '\u0080' ? 1 : 2
  return columns
}

const NEVER_FIRST = /^[，。、；：！？）】》」』”’…·,.;:!?)\]}]/u

/** Splits into words of ASCII, single spaces and single wide characters; a word wider than a line is cut to pieces. */
function tokensOf(text: string, columns: number): string[] {
  const tokens: string[] = []
  for (const token of text.match(/[\u0021-\u007e]+|[\s\S]/gu) ?? []) {
    if (columnsOf(token) <= columns) tokens.push(token)
    else for (let from = 0; from < token.length; from += columns) tokens.push(token.slice(from, from + columns))
  }
  return tokens
}

/** Takes the last token off `line` where `next` must not begin a line alone; returns what the next line begins with. */
function carriedAlong(line: string[], next: string, columns: number): string[] {
  const last = line.at(-1)
  if (last === undefined || last === ' ' || line.length < 2 || !NEVER_FIRST.test(next)) return []
  return columnsOf(last) + columnsOf(next) <= columns ? line.splice(-1) : []
}

/**
 * Breaks printable `text` into lines of at most `columns` cells (at least 2): between words and between ideographs,
 * never before a closing mark unless the line holds nothing else. An empty text gives one empty line.
 */
export function wrapToColumns(text: string, columns: number): string[] {
  if (columns < 2) throw new RangeError(`a line needs at least 2 columns: ${columns}`)
  const lines: string[] = []
  let line: string[] = []
  let used = 0
  for (const token of tokensOf(text, columns)) {
    if (used + columnsOf(token) > columns) {
      const carried = carriedAlong(line, token, columns)
      lines.push(line.join('').trimEnd())
      line = carried
      used = columnsOf(carried.join(''))
    }
    if (token === ' ' && line.length === 0) continue
    line.push(token)
    used += columnsOf(token)
  }
  if (line.length > 0 || lines.length === 0) lines.push(line.join('').trimEnd())
  return lines
}
