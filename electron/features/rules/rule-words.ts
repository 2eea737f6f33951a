/** A stored rule read back in the words of this shop. */
import { civilOf } from '../../../shared/domain/day/calendar.ts'
import type { Instant } from '../../../shared/domain/pricing/instant.ts'
import type { PublishedBody } from '../../../shared/domain/rules/rule.ts'
import { namedBy } from '../../../shared/domain/rules/shelf.ts'
import { epochMsOf, periodOf } from '../../../shared/domain/rules/status.ts'
import type { PeriodEnd, RuleWords, Words } from '../../../shared/text/rule-occasion.ts'
import { notUnderstoodSentence, ruleGist, ruleSentence } from '../../../shared/text/rule-sentence.ts'
import type { Core } from '../../core.ts'
import type { StoredOffer } from '../../store/rule-store.ts'

/** Goods, categories and tiers are called as they are called now; one that is gone by its id. */
export function sentenceOf(core: Core, { kind, body, offer }: Pick<StoredOffer, 'kind' | 'body' | 'offer'>): Words {
  if (offer.kind !== 'not-understood') return publishedSentence(core, offer)
  const ruleKind = body['kind']
  return notUnderstoodSentence(typeof ruleKind === 'string' ? ruleKind : kind, offer.field)
}

/** The sentence without when and what it goes together with. */
export function gistOf(core: Core, { kind, body, offer }: Pick<StoredOffer, 'kind' | 'body' | 'offer'>): Words {
  if (offer.kind === 'not-understood') return sentenceOf(core, { kind, body, offer })
  const { zh, en } = ruleGist(offer, wordsFor(core, offer))
  return { zh, en: `${en.slice(0, 1).toUpperCase()}${en.slice(1)}` }
}

export function publishedSentence(core: Core, offer: PublishedBody): Words {
  return ruleSentence(offer, wordsFor(core, offer))
}

function wordsFor(core: Core, { body }: PublishedBody): RuleWords {
  const { catalog, offsetMinutes } = core
  const named = (record: { readonly nameZh: string; readonly nameEn: string } | undefined, id: string): Words =>
    record === undefined
      ? { zh: id, en: id }
      : { zh: record.nameZh, en: record.nameEn === '' ? record.nameZh : record.nameEn }
  const { from, to } = periodOf(body)
  return {
    product: (sku) => named(catalog.product(sku), sku),
    category: (categoryId) => named(catalog.category(categoryId), categoryId),
    tier: (tierId) => named(catalog.tier(tierId), tierId),
    from: periodEnd(from, offsetMinutes, 'first'),
    to: periodEnd(to, offsetMinutes, 'last'),
    weighedInScope: body.kind === 'special' ? weighedInScope(core, body.scope) : 'none',
  }
}

/** A period that ends at midnight has the day before as its last. */
function periodEnd(instant: Instant | null, offsetMinutes: number, end: 'first' | 'last'): PeriodEnd | null {
  const at = epochMsOf(instant)
  if (at === null) return null
  const civil = civilOf(at, offsetMinutes)
  const wholeDay = civil.hour === 0 && civil.minute === 0 && civil.second === 0
  return wholeDay && end === 'last' ? { civil: civilOf(at - 1, offsetMinutes), wholeDay } : { civil, wholeDay }
}

function weighedInScope(core: Core, scope: PublishedBody['body']['scope']): RuleWords['weighedInScope'] {
  const goods = namedBy(scope, core.catalog.products())
  const weighed = goods.filter(({ countable }) => !countable).length
  if (weighed === 0) return 'none'
  return weighed === goods.length ? 'all' : 'some'
}
