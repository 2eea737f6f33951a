/**
 * The body that a draft means, or what keeps it from being one. Only what cannot be read is said here (no amount, no
 * goods); what a rule that can be read would do wrong is said by the core.
 * Invariant: no figure is read approximately, and a list that is switched on but empty is a problem, never "all".
 */
import { fenFromYuanText } from '../../../kit/money-text.ts'
import { type DayTime, endText, isDay, isTime, startText } from './day-times.ts'
import { rateFromText } from './rate-text.ts'
import { type DraftProblem, isUnitKind, type RuleBody, type RuleDraft } from './rule-draft.ts'

export type ReadDraft =
  | { readonly body: RuleBody; readonly problems: readonly [] }
  | { readonly body: null; readonly problems: readonly DraftProblem[] }

const MAX_FEN = 99_999_999
const MAX_COUNT = 999
const END_OF_DAY = '24:00'
/** a shorter text may still become a day */
const DAY_LENGTH = 'YYYY-MM-DD'.length

type Note = (path: string, text: DraftProblem['text'], missing?: boolean) => void
type Fields = Record<string, unknown>

export function readDraft(draft: RuleDraft): ReadDraft {
  const problems: DraftProblem[] = []
  const note: Note = (path, text, missing = false) => void problems.push({ path, text, missing })
  const fields: Fields = {
    kind: draft.ruleKind,
    ...when(draft, note),
    ...who(draft, note),
    ...what(draft, note),
    ...figures(draft, note),
    ...combining(draft, note),
  }
  if (problems.length > 0) return { body: null, problems }
  return { body: fields as unknown as RuleBody, problems: [] }
}

function yuanAt(text: string, path: string, note: Note, needed = true): number | undefined {
  const trimmed = text.trim()
  if (trimmed === '') {
    if (needed) note(path, 'needAmount', true)
    return undefined
  }
  const fen = fenFromYuanText(trimmed)
  if (fen === null) note(path, 'wrongAmount')
  else if (fen > MAX_FEN) note(path, 'amountTooLarge')
  return fen ?? undefined
}

function rateAt(text: string, path: string, note: Note): number | undefined {
  if (text.trim() === '') {
    note(path, 'needRate', true)
    return undefined
  }
  const rate = rateFromText(text)
  if (rate === null) note(path, 'wrongRate')
  return rate ?? undefined
}

function countAt(text: string, path: string, note: Note): number | undefined {
  const trimmed = text.trim()
  if (trimmed === '') {
    note(path, 'needCount', true)
    return undefined
  }
  const count = /^\d{1,3}$/.test(trimmed) ? Number(trimmed) : 0
  if (count < 1 || count > MAX_COUNT) note(path, 'wrongCount')
  return count
}

function figures(draft: RuleDraft, note: Note): Fields {
  switch (draft.ruleKind) {
    case 'special':
      return { price: yuanAt(draft.price, 'price', note) }
    case 'percent':
      return { rate: rateAt(draft.rate, 'rate', note) }
    case 'nth':
      return { n: countAt(draft.n, 'n', note), rate: rateAt(draft.rate, 'rate', note) }
    case 'buyGet':
      return { buy: countAt(draft.buy, 'buy', note), get: countAt(draft.get, 'get', note) }
    case 'forPrice':
      return { n: countAt(draft.n, 'n', note), price: yuanAt(draft.price, 'price', note) }
    case 'quantityRate':
      return {
        steps: draft.steps.map((step, index) => ({
          at: countAt(step.at, `steps[${index}].at`, note),
          rate: rateAt(step.gives, `steps[${index}].rate`, note),
        })),
      }
    case 'amountOff':
      return amountOff(draft, note)
    case 'orderRate': {
      const rate = rateAt(draft.rate, 'rate', note)
      const at = yuanAt(draft.at, 'at', note, false)
      const maxOff = draft.kind === 'coupon-template' ? yuanAt(draft.maxOff, 'maxOff', note, false) : undefined
      return { rate, ...present({ at, maxOff }) }
    }
    case 'product':
      return {}
  }
}

function amountOff(draft: RuleDraft, note: Note): Fields {
  if (draft.ladder === 'every') {
    const every = yuanAt(draft.every, 'every', note)
    if (every === 0) note('every', 'everyZero')
    return { every, off: yuanAt(draft.off, 'off', note), ...present({ max: yuanAt(draft.max, 'max', note, false) }) }
  }
  return {
    steps: draft.steps.map((step, index) => ({
      at: yuanAt(step.at, `steps[${index}].at`, note),
      off: yuanAt(step.gives, `steps[${index}].off`, note),
    })),
  }
}

function when(draft: RuleDraft, note: Note): Fields {
  checkDayTime(draft.from, 'from', note)
  checkDayTime(draft.to, 'to', note)
  if (!draft.everyWeekday && draft.weekdays.length === 0) note('weekdays', 'needWeekday', true)
  if (!draft.allDay) draft.hours.forEach((_, index) => checkHours(draft, index, note))
  return present({
    from: startText(draft.from),
    to: endText(draft.to),
    weekdays: draft.everyWeekday ? undefined : [...draft.weekdays].sort((one, other) => one - other),
    hours: draft.allDay ? undefined : draft.hours.map(({ start, end }) => [start, end]),
  })
}

function checkDayTime({ day, time }: DayTime, path: 'from' | 'to', note: Note): void {
  if (day === '' && time !== '') note(path, 'needDay')
  else if (day !== '' && !isDay(day)) note(path, 'wrongDay', day.length < DAY_LENGTH)
  else if (time !== '' && !isTime(time)) note(path, 'wrongTime')
}

function checkHours(draft: RuleDraft, index: number, note: Note): void {
  const { start, end } = draft.hours[index]!
  const path = `hours[${index}]`
  if (start === '' || end === '') note(path, 'needHours', true)
  else if (!isTime(start) || !(isTime(end) || end === END_OF_DAY)) note(path, 'wrongTime')
  else if (start >= end) note(path, 'hoursBackwards')
}

function who(draft: RuleDraft, note: Note): Fields {
  if (draft.who === 'everybody') return {}
  if (draft.who === 'members') return { membersOnly: true }
  if (draft.tiers.length === 0 && draft.tags.length === 0 && !draft.birthday) note('tiers', 'needWho', true)
  return {
    ...(draft.tiers.length > 0 ? { tiers: draft.tiers } : {}),
    ...(draft.tags.length > 0 ? { tags: draft.tags } : {}),
    ...(draft.birthday ? { birthday: true } : {}),
  }
}

function what(draft: RuleDraft, note: Note): Fields {
  const chosen = draft.skus.length > 0 || draft.categories.length > 0
  if (!draft.everything && !chosen) note('scope', 'needGoods', true)
  if (!draft.allStores && draft.stores.length === 0) note('stores', 'needStore', true)
  const scope = {
    ...(!draft.everything && draft.skus.length > 0 ? { skus: draft.skus } : {}),
    ...(!draft.everything && draft.categories.length > 0 ? { categories: draft.categories } : {}),
    ...(draft.except.length > 0 ? { except: draft.except } : {}),
  }
  return {
    ...(Object.keys(scope).length > 0 ? { scope } : {}),
    ...(draft.allStores ? {} : { stores: draft.stores }),
  }
}

function combining(draft: RuleDraft, note: Note): Fields {
  const isCoupon = draft.kind === 'coupon-template'
  const onUnits = !isCoupon && isUnitKind(draft.ruleKind)
  const priority = draft.priority.trim()
  if (!/^(-?\d{1,6})?$/.test(priority)) note('priority', 'wrongPriority')
  return {
    ...(priority === '' ? {} : { priority: Number(priority) }),
    ...(onUnits && draft.base === 'tier' ? { base: 'tier' } : {}),
    ...(!onUnits && !isCoupon && draft.group.trim() !== '' ? { group: draft.group.trim() } : {}),
    ...(!onUnits && draft.excludePromoted ? { excludePromoted: true } : {}),
    ...(isCoupon && !draft.withPromotions ? { withPromotions: false } : {}),
    ...(isCoupon && !draft.withTier ? { withTier: false } : {}),
    ...(isCoupon && draft.stackable ? { stackable: true } : {}),
  }
}

/** The fields that are there. */
function present(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
