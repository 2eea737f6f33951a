/** What the page knows: the rules as they stand, and what rules can name. */
import type { ContractRouterClient } from '@orpc/contract'
import type { CategoryView, ProductEdit } from '../../../shared/contract/back-office.ts'
import type { Refusal } from '../../../shared/contract/primitives.ts'
import type { RuleView, rulesContract } from '../../../shared/contract/rules.ts'
import type { Client } from '../../state/client.ts'

type RulesClient = ContractRouterClient<typeof rulesContract>
export type RuleChoices = Awaited<ReturnType<RulesClient['choices']>>

export interface RulesData {
  readonly rules: readonly RuleView[]
  readonly notices: readonly Refusal[]
  readonly choices: RuleChoices
  readonly products: readonly ProductEdit[]
  readonly categories: readonly CategoryView[]
}

export async function readRules(client: Client): Promise<RulesData> {
  const [listed, choices, products, categories] = await Promise.all([
    client.rules.list(),
    client.rules.choices(),
    client.products.list(),
    client.products.categories(),
  ])
  return { ...listed, choices, products, categories }
}

/** The rules with one of them as it stands now; a new one is added. */
export function withRule(rules: readonly RuleView[], rule: RuleView): RuleView[] {
  const known = rules.some(({ ruleId }) => ruleId === rule.ruleId)
  return known ? rules.map((one) => (one.ruleId === rule.ruleId ? rule : one)) : [rule, ...rules]
}
