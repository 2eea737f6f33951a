/**
 * From a draft to a body that can be compiled, or to what is wrong with its shape, in the codes of shared/text/rules.ts.
 *
 * Invariant: where there is no error the body has exactly the fields that the specification knows.
 */
import type { PublishedBody, RuleProblem } from '../domain/rules/rule.ts'
import type { KnownIds } from './pricing/checks.ts'
import { pathText, valueAt, type Issue } from './pricing/issues.ts'
import { understandOffer } from './pricing/understand.ts'
import { offerIssues } from './pricing/validate.ts'
import type { RuleDraft } from './rules.ts'

export interface ReadDraft {
  /** null where there is an error */
  readonly offer: PublishedBody | null
  readonly problems: RuleProblem[]
}

/** Kept for what one basket alone is given. */
const AD_HOC = 'adhoc-'

export function readDraft({ ruleId, kind, body }: RuleDraft, known: KnownIds): ReadDraft {
  // the rule has its id beside the body
  const stray = ['id', 'template'].filter((field) => Object.hasOwn(body, field))
  const data = { ...body, id: ruleId, ...(kind === 'promotion' ? {} : { template: ruleId }) }
  const issues = offerIssues(kind === 'promotion' ? 'promotions' : 'coupons', data, known)
  const problems = [
    ...stray.map((field) => problem(field, 'field-unknown', { name: field })),
    ...(ruleId.startsWith(AD_HOC) ? [problem('ruleId', 'id-reserved')] : []),
    ...issues.map((issue) => problemOf(issue, data)),
  ]
  const offer = problems.length === 0 ? understandOffer(kind, ruleId, body) : null
  if (offer === null) return { offer: null, problems }
  if (offer.kind === 'not-understood') throw new Error(`a draft without issues is not understood at ${offer.field}`)
  if (offer.kind === 'coupon-template') return { offer, problems }
  const { id: _id, ...promotion } = offer.body
  return { offer: { kind: 'promotion', body: promotion }, problems }
}

function problemOf(issue: Issue, data: unknown): RuleProblem {
  const path = pathText(issue.path)
  const field = path === 'id' || path === 'template' ? 'ruleId' : path
  if (issue.kind === 'missing') return problem(field, 'field-missing')
  if (issue.kind === 'unknown') return unknownField(field, issue)
  const value = valueAt(data, issue.path)
  const said = typeof value === 'string' || typeof value === 'number' ? value : ''
  const range = /^must be a whole number from (-?\d+) to (\d+)$/.exec(issue.says)
  if (range !== null) return outOfRange(field, Number(range[1]), Number(range[2]))
  return problem(field, CODES[issue.says] ?? 'value-wrong', { value: said })
}

function unknownField(field: string, issue: Issue): RuleProblem {
  const name = String(issue.path.at(-1) ?? '')
  return issue.says === 'can not stand beside steps'
    ? problem(field, 'beside-steps')
    : problem(field, 'field-unknown', { name })
}

function outOfRange(field: string, least: number, most: number): RuleProblem {
  if (least < 0) return problem(field, 'not-whole')
  return most === Number.MAX_SAFE_INTEGER
    ? problem(field, 'whole-from', { least })
    : problem(field, 'whole-between', { least, most })
}

/** By what the schemas say. */
const CODES: Readonly<Record<string, string>> = {
  'must be one of the kinds that exist here': 'kind-unknown',
  'must be an RFC 3339 instant with an offset': 'not-an-instant',
  'must be a time of day from 00:00 to 23:59': 'not-a-time',
  'must be a time of day from 00:00 to 24:00': 'not-a-time',
  'must start before it ends': 'window-order',
  'must have at least one step': 'no-steps',
  'is the same as that of another step': 'step-twice',
  'names no tier': 'tier-unknown',
  'names no product of the catalog': 'sku-unknown',
  'is kept for a source of adjustments and can be no id': 'id-reserved',
}

function problem(field: string, code: string, params: RuleProblem['params'] = {}): RuleProblem {
  return { field, severity: 'error', code, params }
}
