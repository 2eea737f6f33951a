/** Versions of rules as the contract shows them. */
import type { RuleVersion, RuleView } from '../../../shared/contract/rules.ts'
import { epochMsOf, periodOf, statusOf } from '../../../shared/domain/rules/status.ts'
import type { Core } from '../../core.ts'
import type { OfferVersion } from '../../store/rule-store.ts'
import { gistOf, sentenceOf } from './rule-words.ts'

export function ruleView(core: Core, rule: OfferVersion): RuleView {
  const { offerId, kind, nameZh, nameEn, owner, state, version, offer } = rule
  const period = periodOf(rule.body)
  const ruleKind = rule.body['kind']
  return {
    ruleId: offerId,
    kind,
    ruleKind: typeof ruleKind === 'string' ? ruleKind : '',
    nameZh,
    nameEn,
    body: bodyOf(rule),
    owner,
    status: statusOf(state, period, core.clock.now()),
    from: epochMsOf(period.from),
    to: epochMsOf(period.to),
    version,
    sentence: sentenceOf(core, rule),
    gist: gistOf(core, rule),
    understood: offer.kind !== 'not-understood',
    changedAt: rule.at,
    changedBy: nameOf(core, rule.operatorId),
  }
}

/** `before` is the version that this one came after. */
export function versionView(core: Core, rule: OfferVersion, before: OfferVersion | undefined): RuleVersion {
  const { version, nameZh, nameEn } = rule
  return {
    version,
    change: changeOf(rule, before),
    nameZh,
    nameEn,
    body: bodyOf(rule),
    sentence: sentenceOf(core, rule),
    changedAt: rule.at,
    changedBy: nameOf(core, rule.operatorId),
  }
}

/** Without the id, which stands beside it. */
export function bodyOf({ body }: Pick<OfferVersion, 'body'>): Record<string, unknown> {
  const { id: _id, ...fields } = body
  return fields
}

function changeOf({ state }: OfferVersion, before: OfferVersion | undefined): RuleVersion['change'] {
  if (before === undefined) return 'created'
  if (state === before.state) return 'changed'
  return state === 'live' ? 'resumed' : state
}

function nameOf(core: Core, operatorId: string | null): string | null {
  return operatorId === null ? null : (core.stores.staff.operator(operatorId)?.name ?? null)
}
