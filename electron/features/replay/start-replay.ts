/** 试算: begins to price the receipts of some days again, with a draft among the rules or without. Writes nothing. */
import { join } from 'node:path'
import { readDraft } from '../../../shared/contract/rule-draft.ts'
import type { RuleDraft } from '../../../shared/contract/rules.ts'
import { isIsoDay } from '../../../shared/domain/day/calendar.ts'
import { withoutDates, type TriedRule } from '../../../shared/domain/replay/price-again.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import type { CouponTemplateBody, PromotionBody, RuleProblem } from '../../../shared/domain/rules/rule.ts'
import { ruleFieldName, ruleProblemText } from '../../../shared/text/rules.ts'
import { requirePermission } from '../../authority.ts'
import type { Core } from '../../core.ts'
import { loadedSqliteBinding } from '../../store/native-binding.ts'
import { countSalesOfDays } from '../../store/past-rows.ts'
import { beginReplay } from './running.ts'

export interface StartReplay {
  readonly draft: RuleDraft | null
  /** business days, both inclusive */
  readonly fromDay: string
  readonly toDay: string
}

/**
 * Refuses with not-signed-in, not-permitted, replay-days-wrong {fromDay, toDay}, replay-no-receipts {fromDay, toDay}, and
 * replay-draft-wrong {field} where the draft cannot be priced with.
 */
export function startReplay(core: Core, { draft, fromDay, toDay }: StartReplay): Result<{ replayId: string }> {
  const permitted = requirePermission(core, 'rules.edit')
  if (!permitted.ok) return permitted
  if (!isIsoDay(fromDay) || !isIsoDay(toDay) || fromDay > toDay) return refuse('replay-days-wrong', { fromDay, toDay })
  const tried = draft === null ? ok(null) : triedRule(core, draft)
  if (!tried.ok) return tried
  if (countSalesOfDays(core.store.sqlite, fromDay, toDay) === 0) return refuse('replay-no-receipts', { fromDay, toDay })
  const replayId = core.newId()
  beginReplay(core, replayId, {
    path: join(core.store.folder, 'store.db'),
    nativeBinding: loadedSqliteBinding(),
    fromDay,
    toDay,
    tried: tried.value,
    triedName: draft === null ? null : { zh: draft.nameZh, en: draft.nameEn === '' ? draft.nameZh : draft.nameEn },
  })
  return ok({ replayId })
}

/** Goods and tiers that the draft names may be gone or to come: they take nothing off, and that is shown. */
const ANY = { skus: { has: () => true }, tiers: { has: () => true } }

function triedRule(core: Core, draft: RuleDraft): Result<TriedRule> {
  const { offer, problems } = readDraft(draft, ANY)
  if (offer === null) return refuseDraft(problems[0])
  const { ruleId } = draft
  const dateless = withoutDates(offer.body)
  if (offer.kind === 'promotion') {
    return ok({ ruleId, kind: 'promotion', body: dateless as PromotionBody, everyoneHolds: false })
  }
  const everyoneHolds = core.catalog.offer(ruleId) === undefined
  return ok({ ruleId, kind: 'coupon-template', body: dateless as CouponTemplateBody, everyoneHolds })
}

function refuseDraft(problem: RuleProblem | undefined): Result<never> {
  if (problem === undefined) throw new Error('a draft without a body has no problem')
  const { zh, en } = ruleFieldName(problem.field)
  return refuse('replay-draft-wrong', {
    field: problem.field,
    fieldZh: zh,
    fieldEn: en,
    problemZh: ruleProblemText(problem, 'zh'),
    problemEn: ruleProblemText(problem, 'en'),
  })
}
