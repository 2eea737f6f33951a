/**
 * Any commands on rules, right and wrong ones: versions only grow, each is written once, and tables and chain say the same.
 * fast-check prints the seed; RULES_SEED repeats a run.
 */
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Core } from '../../../electron/core.ts'
import { checkDraft } from '../../../electron/features/rules/check-rule.ts'
import { endRule } from '../../../electron/features/rules/end-rule.ts'
import { listRuleChoices, listRules } from '../../../electron/features/rules/list-rules.ts'
import { pricedWith } from '../../../electron/features/rules/priced-with.ts'
import { publishRule } from '../../../electron/features/rules/publish-rule.ts'
import { ruleVersions } from '../../../electron/features/rules/rule-versions.ts'
import { setPaused } from '../../../electron/features/rules/set-paused.ts'
import type { RuleDraft, RuleView } from '../../../shared/contract/rules.ts'
import type { Result } from '../../../shared/domain/result.ts'
import { auditTables } from '../../simulation/auditor.ts'
import { openSellingTill, type SellingTill } from '../../till/selling-till.ts'
import { enter, must, refusal } from '../../till/small-shop.ts'

const seed = Number(process.env['RULES_SEED'] ?? 20_261_122)
vi.setConfig({ testTimeout: 60_000 })

let till: SellingTill
beforeEach(async () => {
  till = await openSellingTill('manager')
})
afterEach(() => till.close())

const RULES = ['R1', 'R2', 'PM-300-30', 'CT-50-5']
const bodies = [
  { kind: 'percent', rate: 9000 },
  { kind: 'percent', rate: 12_000 },
  { kind: 'nth', n: 2, rate: 5000, scope: { skus: ['BUN'] } },
  { kind: 'amountOff', steps: [{ at: 5000, off: 500 }] },
  { kind: 'product', scope: { skus: ['TEA'] } },
]

const commands = fc.record({
  what: fc.constantFrom('publish', 'pause', 'resume', 'end', 'again'),
  ruleId: fc.constantFrom(...RULES),
  body: fc.constantFrom(...bodies),
  /** how far the sender's version lies behind */
  behind: fc.constantFrom(0, 0, 0, 1),
})
type Command = typeof commands extends fc.Arbitrary<infer Value> ? Value : never

let last: (() => Result<RuleView>) | null = null

function obey(core: Core, { what, ruleId, body, behind }: Command): Result<RuleView> {
  const current = core.catalog.offer(ruleId)
  const expectedVersion = (current?.version ?? 0) - behind
  const commandId = core.newId()
  if (what === 'again' && last !== null) return last()
  if (what === 'publish' || what === 'again') {
    const kind = current?.kind ?? 'promotion'
    const draft: RuleDraft = { ruleId, kind, nameZh: `规则 ${ruleId}`, nameEn: '', body: { ...body } }
    const expected = expectedVersion > 0 ? expectedVersion : null
    last = () => publishRule(core, { commandId, draft, expectedVersion: expected, confirmed: [] })
  } else if (what === 'end') {
    last = () => endRule(core, { commandId, ruleId, expectedVersion: Math.max(1, expectedVersion) })
  } else {
    const paused = what === 'pause'
    last = () => setPaused(core, { commandId, ruleId, paused, expectedVersion: Math.max(1, expectedVersion) })
  }
  return last()
}

function written(core: Core): Map<string, number> {
  return new Map(RULES.map((ruleId) => [ruleId, core.stores.rules.versions(ruleId).length]))
}

test('versions only grow, one a command that changed something', () => {
  const { core } = till
  const refusals = new Set<string>()
  fc.assert(
    fc.property(fc.array(commands, { minLength: 20, maxLength: 40 }), (sequence) => {
      for (const command of sequence) {
        const [before, head] = [written(core), core.store.head.seq]
        const done = obey(core, command)
        if (!done.ok) refusals.add(done.refusal.code)
        const after = written(core)
        const grown = RULES.reduce((sum, ruleId) => sum + after.get(ruleId)! - before.get(ruleId)!, 0)
        expect(grown).toBe(core.store.head.seq - head)
        expect(grown).toBeLessThanOrEqual(done.ok ? 1 : 0)
        for (const ruleId of RULES) {
          const versions = core.stores.rules.versions(ruleId).map(({ version }) => version)
          expect(versions).toEqual(Array.from({ length: versions.length }, (_, place) => versions.length - place))
        }
      }
    }),
    { seed, numRuns: 5 },
  )
  expect([...refusals].sort()).toEqual(['rule-changed', 'rule-ended', 'rule-invalid', 'rule-unknown'])
  expect(auditTables(core.store.sqlite)).toEqual([])
})

const draft: RuleDraft = {
  ruleId: 'R1',
  kind: 'promotion',
  nameZh: '九折',
  nameEn: '',
  body: { kind: 'percent', rate: 9000 },
}

test.each<[string, (core: Core) => Result<unknown>]>([
  ['list', listRules],
  ['choices', listRuleChoices],
  ['check', (core) => checkDraft(core, draft)],
  ['publish', (core) => publishRule(core, { commandId: core.newId(), draft, expectedVersion: null, confirmed: [] })],
  [
    'pause',
    (core) => setPaused(core, { commandId: core.newId(), ruleId: 'CT-50-5', paused: true, expectedVersion: 1 }),
  ],
  ['end', (core) => endRule(core, { commandId: core.newId(), ruleId: 'CT-50-5', expectedVersion: 1 })],
  ['versions', (core) => ruleVersions(core, 'CT-50-5')],
])('%s is for managers', (_, attempt) => {
  const { core } = till
  const head = core.store.head.seq
  core.memory.operator = null
  expect(refusal(attempt(core)).code).toBe('not-signed-in')
  for (const role of ['cashier', 'supervisor'] as const) {
    enter(core, role)
    expect(refusal(attempt(core))).toMatchObject({
      code: 'not-permitted',
      params: { permission: 'rules.edit', role: 'manager' },
    })
  }
  expect(core.store.head.seq).toBe(head)
  enter(core, 'manager')
  must(attempt(core))
})

test('what a receipt was priced with is for whoever sees receipts', () => {
  enter(till.core, 'cashier')
  expect(refusal(pricedWith(till.core, till.core.newId())).code).toBe('sale-unknown')
})

test('the choices that a form offers', () => {
  const { core } = till
  must(
    publishRule(core, {
      commandId: core.newId(),
      draft: {
        ...draft,
        body: { kind: 'orderRate', rate: 9000, group: '满减', tags: ['街坊'], stores: ['S001', 'S009'] },
      },
      expectedVersion: null,
      confirmed: ['tag-unknown'],
    }),
  )
  expect(must(listRuleChoices(core))).toMatchObject({
    store: 'S001',
    stores: ['S001', 'S009'],
    groups: ['满减'],
    timeZone: 'Asia/Shanghai',
    offsetMinutes: 480,
    maxCoupons: 2,
  })
  expect(must(listRuleChoices(core)).tags).toContain('街坊')
  expect(must(listRuleChoices(core)).tiers.map(({ tierId }) => tierId)).toEqual(['std', 'silver', 'gold', 'diamond'])
})
