/**
 * A replay from beginning to end, in a thread of its own: reads the past from a connection that only reads, prices each sale
 * by the rules of its time, and again with the draft among them.
 *
 * Invariant: the rules are compiled when they change, and never for a sale.
 */
import type { ReplayResult } from '../../../shared/contract/replay.ts'
import { firstDifference, NOT_PRICED } from '../../../shared/domain/replay/compare.ts'
import { readPastSale, type KnownGoods, type SalePayload } from '../../../shared/domain/replay/past-sale.ts'
import {
  compileThen,
  priceAgain,
  quoteWithDraft,
  type BookThen,
  type TriedRule,
} from '../../../shared/domain/replay/price-again.ts'
import { NO_RULES, type RulesThen } from '../../../shared/domain/replay/rules-then.ts'
import { startCounting, type Counting } from '../../../shared/domain/replay/tally.ts'
import { openPastRows, type PastRow, type PastRowsRequest } from '../../store/past-rows.ts'
import { foldRules, RULE_ROWS } from './fold-rules.ts'

export interface ReplayRequest extends PastRowsRequest {
  readonly tried: TriedRule | null
  readonly triedName: { readonly zh: string; readonly en: string } | null
}

/** What the thread says: how far it is, and at the end the result. */
export type ReplayMessage =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'result'; readonly result: Omit<ReplayResult, 'tookMs'> }

const SALES_BETWEEN_MESSAGES = 100

export function runReplay(request: ReplayRequest, say: (message: ReplayMessage) => void): void {
  const past = openPastRows(request)
  try {
    say({ kind: 'progress', done: 0, total: past.total })
    const counting = startCounting(request.tried)
    const replay = startReplaying(request.tried, counting)
    for (const row of past.rows(RULE_ROWS)) {
      if (row.kind !== 'sale') {
        replay.rules(row)
        continue
      }
      replay.sale(row)
      const done = counting.receipts()
      if (done % SALES_BETWEEN_MESSAGES === 0) say({ kind: 'progress', done, total: past.total })
    }
    say({ kind: 'result', result: resultOf(request, replay.rulesNow(), counting) })
  } finally {
    past.close()
  }
}

interface Replaying {
  rules(row: PastRow): void
  sale(row: PastRow): void
  rulesNow(): RulesThen
}

function startReplaying(tried: TriedRule | null, counting: Counting): Replaying {
  const goods: KnownGoods = new Map()
  let rules = NO_RULES
  let books: { readonly plain: BookThen; readonly drafted: BookThen | null } | null = null
  return {
    rulesNow: () => rules,
    rules: (row) => {
      rules = foldRules(rules, row)
      books = null
    },
    sale: (row) => {
      const sale = readPastSale(JSON.parse(row.payload) as SalePayload, goods)
      books ??= {
        plain: compileThen(rules, goods, null),
        drafted: tried === null ? null : compileThen(rules, goods, tried),
      }
      const difference = firstDifference(sale, priceAgain(books.plain, sale))
      if (difference !== null) return counting.different(sale, difference)
      const drafted = books.drafted === null ? null : quoteWithDraft(books.drafted, sale)
      if (drafted !== null && 'code' in drafted) return counting.different(sale, NOT_PRICED)
      counting.reproduced(sale, drafted)
    },
  }
}

function resultOf(
  { fromDay, toDay, tried, triedName }: ReplayRequest,
  rules: RulesThen,
  counting: Counting,
): Omit<ReplayResult, 'tookMs'> {
  const { pushedAside, largest, firstDifferences, ...sums } = counting.total()
  const labelOf = (ruleId: string): { zh: string; en: string } => {
    const rule = rules.rules.get(ruleId)
    if (rule === undefined) return triedName ?? { zh: ruleId, en: ruleId }
    return { zh: rule.nameZh, en: rule.nameEn === '' ? rule.nameZh : rule.nameEn }
  }
  const leftOut = [...rules.rules.values()].filter(
    ({ state, offer, ruleId }) => state === 'live' && offer.kind === 'not-understood' && ruleId !== tried?.ruleId,
  )
  return {
    fromDay,
    toDay,
    ...sums,
    everyoneHolds: tried?.everyoneHolds ?? false,
    pushedAside: pushedAside.map((rule) => ({ ...rule, label: labelOf(rule.ruleId) })),
    largest: [...largest],
    firstDifferences: [...firstDifferences],
    leftOut: leftOut.map(({ ruleId }) => ({ ruleId, label: labelOf(ruleId) })),
  }
}
