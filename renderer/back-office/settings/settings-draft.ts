/** The settings as they are typed, and the settings that they mean or what is wrong. Limits are those of the contract. */
import type { Settings } from '../../../shared/contract/back-office.ts'
import type { settingsText } from '../../../shared/text/back-office.ts'

export interface SettingsDraft {
  readonly shopName: string
  readonly storeName: string
  readonly tillName: string
  /** a line of the receipt a line */
  readonly header: string
  readonly footer: string
  readonly paperMm: 58 | 80
  readonly printerKind: 'paper' | 'network'
  readonly host: string
  readonly port: string
  readonly terminal: Settings['terminal']
  readonly walletOrder: Settings['walletOrder']
  readonly roundingUnitFen: Settings['roundingUnitFen']
}

export interface SettingsProblem {
  readonly text: keyof typeof settingsText
  readonly params?: Readonly<Record<string, number>>
}
export type SettingsField = 'shopName' | 'header' | 'footer' | 'host' | 'port'
export type SettingsProblems = Readonly<Partial<Record<SettingsField, SettingsProblem>>>

const RAW_PRINTING_PORT = 9100
const MAX_LINES = 5
const MAX_LINE_LENGTH = 40

export function draftOf(settings: Settings): SettingsDraft {
  const { printer, receiptHeader, receiptFooter, ...rest } = settings
  return {
    ...rest,
    header: receiptHeader.join('\n'),
    footer: receiptFooter.join('\n'),
    printerKind: printer.kind,
    host: printer.kind === 'network' ? printer.host : '',
    port: String(printer.kind === 'network' ? printer.port : RAW_PRINTING_PORT),
  }
}

/** The lines that are printed: without spaces around them and without blank lines at the end. */
export function linesOf(text: string): string[] {
  return text.trimEnd() === ''
    ? []
    : text
        .trimEnd()
        .split('\n')
        .map((line) => line.trim())
}

export function problemsOf(draft: SettingsDraft): SettingsProblems {
  const problems: Partial<Record<SettingsField, SettingsProblem>> = {}
  if (draft.shopName.trim() === '') problems.shopName = { text: 'needShopName' }
  for (const field of ['header', 'footer'] as const) {
    const lines = linesOf(draft[field])
    const tooLong = lines.findIndex((line) => line.length > MAX_LINE_LENGTH)
    if (lines.length > MAX_LINES)
      problems[field] = { text: 'tooManyLines', params: { extra: lines.length - MAX_LINES } }
    else if (tooLong >= 0) problems[field] = { text: 'lineTooLong', params: { line: tooLong + 1 } }
  }
  if (draft.printerKind === 'network') {
    if (draft.host.trim() === '') problems.host = { text: 'needHost' }
    const port = /^\d{1,5}$/.test(draft.port.trim()) ? Number(draft.port) : 0
    if (port < 1 || port > 65_535) problems.port = { text: 'wrongPort' }
  }
  return problems
}

/** The settings that a draft without problems means. */
export function settingsOf(draft: SettingsDraft): Settings {
  return {
    shopName: draft.shopName.trim(),
    storeName: draft.storeName.trim(),
    tillName: draft.tillName.trim(),
    receiptHeader: linesOf(draft.header),
    receiptFooter: linesOf(draft.footer),
    paperMm: draft.paperMm,
    printer:
      draft.printerKind === 'paper'
        ? { kind: 'paper' }
        : { kind: 'network', host: draft.host.trim(), port: Number(draft.port) },
    terminal: draft.terminal,
    walletOrder: draft.walletOrder,
    roundingUnitFen: draft.roundingUnitFen,
  }
}

export const sameDraft = (one: SettingsDraft, other: SettingsDraft): boolean =>
  (Object.keys(one) as (keyof SettingsDraft)[]).every((field) => one[field] === other[field])
