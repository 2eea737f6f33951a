/** The form of one's own shop as it is typed, and what is wrong with it. Limits are those of the contract. */
import type { firstStartText } from '../../shared/text/first-start.ts'

export interface ShopDraft {
  readonly shopName: string
  /** as typed, one line of the receipt a line */
  readonly header: string
  readonly paperMm: 58 | 80
  readonly managerName: string
  readonly managerCode: string
  readonly pin: string
  readonly pinAgain: string
}

export const emptyShopDraft: ShopDraft = {
  shopName: '',
  header: '',
  paperMm: 80,
  managerName: '',
  managerCode: '',
  pin: '',
  pinAgain: '',
}

export type ShopField = Exclude<keyof ShopDraft, 'paperMm'>
export interface ShopProblem {
  readonly text: keyof typeof firstStartText
  readonly params?: Readonly<Record<string, number>>
}
export type ShopProblems = Readonly<Partial<Record<ShopField, ShopProblem>>>

const MAX_LINES = 5
const MAX_LINE_LENGTH = 40

/** The lines that are printed: without spaces around them and without blank lines at the end. */
export function headerLines(header: string): string[] {
  return header.trimEnd() === ''
    ? []
    : header
        .trimEnd()
        .split('\n')
        .map((line) => line.trim())
}

/** What keeps the shop from being opened, per field; empty when it can be. */
export function problemsOf(draft: ShopDraft): ShopProblems {
  const lines = headerLines(draft.header)
  const tooWide = lines.findIndex((line) => line.length > MAX_LINE_LENGTH)
  const problems: Partial<Record<ShopField, ShopProblem>> = {}
  if (draft.shopName.trim() === '') problems.shopName = { text: 'problems.shopName' }
  if (lines.length > MAX_LINES)
    problems.header = { text: 'problems.headerLines', params: { extra: lines.length - MAX_LINES } }
  else if (tooWide >= 0) problems.header = { text: 'problems.headerWidth', params: { line: tooWide + 1 } }
  if (draft.managerName.trim() === '') problems.managerName = { text: 'problems.managerName' }
  if (!/^\d{2,6}$/.test(draft.managerCode)) problems.managerCode = { text: 'problems.managerCode' }
  if (!/^\d{4,8}$/.test(draft.pin)) problems.pin = { text: 'problems.pin' }
  else if (draft.pinAgain !== draft.pin) problems.pinAgain = { text: 'problems.pinAgain' }
  return problems
}

/** The order in which fields are filled in, and in which the first wrong one takes the focus. */
export const shopFields: readonly ShopField[] = ['shopName', 'header', 'managerName', 'managerCode', 'pin', 'pinAgain']

/** Which field a refusal of the core is about; null where it is about none. */
export function fieldOfRefusal(code: string): ShopField | null {
  if (code === 'pin-too-simple') return 'pin'
  return code === 'operator-code-taken' ? 'managerCode' : null
}
