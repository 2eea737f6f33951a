/**
 * The rows of the chain that change how a sale is priced, and what each of them changes. Goods are not among them: a sale's
 * own row has those that it sold.
 */
import { understandOffer, type PublishedOffer } from '../../../shared/contract/pricing/understand.ts'
import type { RulesThen, RuleThen } from '../../../shared/domain/replay/rules-then.ts'
import { withRules, withTiers } from '../../../shared/domain/replay/rules-then.ts'
import type { RuleState } from '../../../shared/domain/rules/rule.ts'
import type { TierRecord } from '../../store/catalog-store.ts'
import type { PastRow } from '../../store/past-rows.ts'
import type { PricingRules, ShopRecord } from '../../store/settings-store.ts'

/** Kinds of rows that this program folds; another kind changes nothing that it prices with. */
export const RULE_ROWS = [
  'catalog-published',
  'shop-opened',
  'settings-saved',
  'rule-published',
  'rule-state-changed',
] as const

/** What these rows may carry, of whatever kind and version: each field is written by one kind or by several alike. */
interface RulesPayload {
  readonly shop?: ShopRecord
  readonly settings?: { readonly roundingUnitFen: number }
  readonly pricing?: PricingRules
  readonly tiers?: readonly TierRecord[]
  readonly offers?: readonly OfferPayload[]
  readonly rule?: OfferPayload
}

interface OfferPayload {
  readonly offerId: string
  readonly nameZh: string
  readonly nameEn: string
  /** absent in rows from before rules could be paused */
  readonly state?: RuleState
  readonly offer: { readonly kind: PublishedOffer['kind']; readonly body: unknown }
}

export function foldRules(before: RulesThen, row: PastRow): RulesThen {
  const payload = JSON.parse(row.payload) as RulesPayload
  const { shop, settings, pricing, tiers, offers, rule } = payload
  let rules = before
  if (shop !== undefined) rules = { ...rules, store: shop.storeCode, timeZone: shop.timeZone }
  if (settings !== undefined) rules = { ...rules, roundingUnitFen: settings.roundingUnitFen }
  if (pricing !== undefined) rules = { ...rules, pricing }
  if (tiers !== undefined)
    rules = withTiers(
      rules,
      tiers.map(({ tierId, rate, pointsRate }) => ({ id: tierId, rate, pointsRate })),
    )
  const versions = [...(offers ?? []), ...(rule === undefined ? [] : [rule])]
  return versions.length === 0 ? rules : withRules(rules, versions.map(readRule))
}

function readRule({ offerId, nameZh, nameEn, state, offer }: OfferPayload): RuleThen {
  const understood = understandOffer(offer.kind, offerId, offer.body)
  return { ruleId: offerId, nameZh, nameEn, state: state ?? 'live', offer: understood }
}
