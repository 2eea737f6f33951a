/**
 * A published rule as a draft. Invariant: reading the draft gives a body that means the same: `membersOnly: true` beside
 * tiers, and flags that are set to what they are by default, are left out.
 */
import { yuanTextFromFen } from '../../../kit/money-text.ts'
import { endOf, startOf } from './day-times.ts'
import { rateText } from './rate-text.ts'
import { emptyHours, emptyStep, newDraft, type OfferKind, type RuleBody, type RuleDraft } from './rule-draft.ts'

export interface PublishedRule {
  readonly kind: OfferKind
  readonly nameZh: string
  readonly nameEn: string
  readonly body: RuleBody
}

export function draftOf({ kind, nameZh, nameEn, body }: PublishedRule): RuleDraft {
  return {
    ...newDraft({ kind, ruleKind: body.kind }),
    nameZh,
    nameEn,
    ...figures(body),
    ...who(body),
    ...when(body),
    ...what(body),
    ...combining(body),
  }
}

const yuanOf = (fen: number | undefined): string => (fen === undefined ? '' : yuanTextFromFen(fen))

function figures(body: RuleBody): Partial<RuleDraft> {
  switch (body.kind) {
    case 'special':
      return { price: yuanOf(body.price) }
    case 'percent':
      return { rate: rateText(body.rate) }
    case 'nth':
      return { n: String(body.n), rate: rateText(body.rate) }
    case 'buyGet':
      return { buy: String(body.buy), get: String(body.get) }
    case 'forPrice':
      return { n: String(body.n), price: yuanOf(body.price) }
    case 'quantityRate':
      return {
        steps: body.steps.map(({ at, rate }, index) => ({ id: index + 1, at: String(at), gives: rateText(rate) })),
      }
    case 'amountOff':
      return amountOff(body)
    case 'orderRate':
      return {
        rate: rateText(body.rate),
        at: yuanOf(body.at),
        maxOff: 'maxOff' in body ? yuanOf(body.maxOff) : '',
      }
    case 'product':
      return {}
  }
}

function amountOff(body: Extract<RuleBody, { kind: 'amountOff' }>): Partial<RuleDraft> {
  if (body.steps === undefined) {
    return {
      ladder: 'every',
      steps: [emptyStep(1)],
      every: yuanOf(body.every),
      off: yuanOf(body.off),
      max: yuanOf(body.max),
    }
  }
  return {
    ladder: 'steps',
    steps: body.steps.map(({ at, off }, index) => ({ id: index + 1, at: yuanOf(at), gives: yuanOf(off) })),
  }
}

function who(body: RuleBody): Partial<RuleDraft> {
  const { tiers, tags, birthday, membersOnly } = body
  const chosen = tiers !== undefined || tags !== undefined || birthday === true
  return {
    who: chosen ? 'these' : membersOnly === true ? 'members' : 'everybody',
    tiers: tiers ?? [],
    tags: tags ?? [],
    birthday: birthday === true,
  }
}

function when(body: RuleBody): Partial<RuleDraft> {
  const { from, to, weekdays, hours } = body
  return {
    from: startOf(from),
    to: endOf(to),
    everyWeekday: weekdays === undefined,
    weekdays: weekdays ?? [],
    allDay: hours === undefined,
    hours: hours === undefined ? [emptyHours(1)] : hours.map(([start, end], index) => ({ id: index + 1, start, end })),
  }
}

function what(body: RuleBody): Partial<RuleDraft> {
  const { scope, stores } = body
  return {
    everything: scope?.skus === undefined && scope?.categories === undefined,
    skus: scope?.skus ?? [],
    categories: scope?.categories ?? [],
    except: scope?.except ?? [],
    allStores: stores === undefined,
    stores: stores ?? [],
  }
}

function combining(body: RuleBody): Partial<RuleDraft> {
  return {
    priority: body.priority === undefined ? '' : String(body.priority),
    base: 'base' in body && body.base === 'tier' ? 'tier' : 'list',
    group: 'group' in body ? (body.group ?? '') : '',
    excludePromoted: 'excludePromoted' in body && body.excludePromoted === true,
    withPromotions: !('withPromotions' in body && body.withPromotions === false),
    withTier: !('withTier' in body && body.withTier === false),
    stackable: 'stackable' in body && body.stackable === true,
  }
}
