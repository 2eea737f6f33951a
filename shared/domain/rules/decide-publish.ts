/** Whether a draft becomes the next version of its rule. */
import { ok, refuse, type Result } from '../result.ts'
import { mayChange, type RuleRefusal } from './may-change.ts'
import type { CurrentRule, RuleProblem, RuleState } from './rule.ts'

export interface PublishAsked {
  /** null: there is no such rule yet */
  readonly current: CurrentRule | null
  /** the version that was changed; null for a new rule */
  readonly expectedVersion: number | null
  readonly problems: readonly RuleProblem[]
  /** codes of the warnings that are meant so */
  readonly confirmed: readonly string[]
}

/** A changed rule stays paused where it was. */
export interface NextVersion {
  readonly version: number
  readonly state: RuleState
}

/** `problem` names what stands in the way: the first error, else the first warning that nobody confirmed. */
export type PublishRefused = Result<NextVersion, RuleRefusal> | { readonly ok: false; readonly problem: RuleProblem }

export function decidePublish(asked: PublishAsked): PublishRefused {
  const { current, expectedVersion, problems, confirmed } = asked
  if (current === null && expectedVersion !== null) return refuse('rule-unknown')
  if (current !== null) {
    const allowed = mayChange(current, expectedVersion)
    if (!allowed.ok) return allowed
  }
  const problem =
    problems.find(({ severity }) => severity === 'error') ?? problems.find(({ code }) => !confirmed.includes(code))
  if (problem !== undefined) return { ok: false, problem }
  return ok({ version: (current?.version ?? 0) + 1, state: current?.state ?? 'live' })
}
