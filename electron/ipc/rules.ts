/** Promotions and coupon templates over the contract. */
import { implement } from '@orpc/server'
import { contract } from '../../shared/contract/contract.ts'
import type { Core } from '../core.ts'
import { checkDraft } from '../features/rules/check-rule.ts'
import { endRule } from '../features/rules/end-rule.ts'
import { listRuleChoices, listRules } from '../features/rules/list-rules.ts'
import { pricedWith } from '../features/rules/priced-with.ts'
import { publishRule } from '../features/rules/publish-rule.ts'
import { ruleVersions } from '../features/rules/rule-versions.ts'
import { setPaused } from '../features/rules/set-paused.ts'
import { answered } from './answer.ts'

export function rulesRouter(core: Core) {
  const os = implement(contract)
  return {
    rules: {
      list: os.rules.list.handler(() => answered(listRules(core))),
      choices: os.rules.choices.handler(() => answered(listRuleChoices(core))),
      check: os.rules.check.handler(({ input }) => answered(checkDraft(core, input.draft))),
      publish: os.rules.publish.handler(({ input }) => answered(publishRule(core, input))),
      setPaused: os.rules.setPaused.handler(({ input }) => answered(setPaused(core, input))),
      end: os.rules.end.handler(({ input }) => answered(endRule(core, input))),
      versions: os.rules.versions.handler(({ input }) => answered(ruleVersions(core, input.ruleId))),
      pricedWith: os.rules.pricedWith.handler(({ input }) => answered(pricedWith(core, input.saleId))),
    },
  }
}
