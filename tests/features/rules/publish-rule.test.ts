import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkDraft } from '../../../electron/features/rules/check-rule.ts'
import { endRule } from '../../../electron/features/rules/end-rule.ts'
import { listRules } from '../../../electron/features/rules/list-rules.ts'
import { publishRule } from '../../../electron/features/rules/publish-rule.ts'
import { ruleVersions } from '../../../electron/features/rules/rule-versions.ts'
import { setPaused } from '../../../electron/features/rules/set-paused.ts'
import { RuleVersion, RuleView, type RuleDraft } from '../../../shared/contract/rules.ts'
import { priceOrder } from '../../../electron/features/till/price-order.ts'
import { scan } from '../../../electron/features/till/scan.ts'
import { take } from '../../till/checkout.ts'
import { openSellingTill, type SellingTill } from '../../till/selling-till.ts'
import { enter, must, people, refusal } from '../../till/small-shop.ts'

let till: SellingTill
beforeEach(async () => {
  till = await openSellingTill()
  enter(till.core, 'manager')
})
afterEach(() => till.close())

const halfPriceBuns: RuleDraft = {
  ruleId: '019a0000-0000-7000-9000-00000000b001',
  kind: 'promotion',
  nameZh: '面包第二件半价',
  nameEn: 'Second bun half price',
  body: { kind: 'nth', n: 2, rate: 5000, scope: { skus: ['BUN'] } },
}

function publish(draft: RuleDraft = halfPriceBuns, expectedVersion: number | null = null, confirmed: string[] = []) {
  return publishRule(till.core, { commandId: till.core.newId(), draft, expectedVersion, confirmed })
}

function buns(): number {
  take(till.core, 'BUN')
  take(till.core, 'BUN')
  return priceOrder(till.core, till.core.memory.order).quote.payable
}

function lastAudit(): unknown {
  return till.core.store.sqlite
    .prepare('SELECT action, operator_id AS by, subject, detail FROM audit ORDER BY seq DESC LIMIT 1')
    .get()
}

describe('publishing a rule', () => {
  test('prices the next basket with it, and after a restart', () => {
    const view = must(publish())
    expect(RuleView.parse(view)).toEqual(view)
    expect(view).toMatchObject({
      ruleId: halfPriceBuns.ruleId,
      ruleKind: 'nth',
      owner: 'store',
      status: 'running',
      version: 1,
      understood: true,
      changedBy: people.manager.name,
      body: halfPriceBuns.body,
    })
    expect(view.sentence.zh).toBe('买「肉松面包」第二件半价(每 2 件一组,优惠给其中最便宜的一件;与其他单品促销互斥)')
    expect(buns()).toBe(1250 + 625)
    till = till.restart()
    till.signIn('manager')
    expect(buns()).toBe(1250 + 625)
    expect(lastAudit()).toEqual({
      action: 'rule-created',
      by: people.manager.operatorId,
      subject: halfPriceBuns.ruleId,
      detail: '{"nameZh":"面包第二件半价","version":1}',
    })
  })

  test('a change is a new version; each is kept, and says who and when', () => {
    const first = must(publish())
    till.pass(60_000)
    const draft = { ...halfPriceBuns, nameZh: '面包第二件七折', body: { ...halfPriceBuns.body, rate: 7000 } }
    const second = must(publish(draft, first.version))
    expect(second).toMatchObject({ version: 2, nameZh: '面包第二件七折' })
    expect(buns()).toBe(1250 + 875)
    const versions = must(ruleVersions(till.core, halfPriceBuns.ruleId))
    expect(RuleVersion.array().parse(versions)).toEqual(versions)
    expect(versions.map(({ version, change, changedBy }) => [version, change, changedBy])).toEqual([
      [2, 'changed', people.manager.name],
      [1, 'created', people.manager.name],
    ])
    expect(versions.map(({ body }) => body['rate'])).toEqual([7000, 5000])
    expect(versions[0]!.changedAt - versions[1]!.changedAt).toBe(60_000)
  })

  test('once a command; with other content the id is refused', () => {
    const command = { commandId: till.core.newId(), draft: halfPriceBuns, expectedVersion: null, confirmed: [] }
    const first = must(publishRule(till.core, command))
    must(setPaused(till.core, { commandId: till.core.newId(), ruleId: first.ruleId, paused: true, expectedVersion: 1 }))
    const head = till.core.store.head.seq
    expect(must(publishRule(till.core, command))).toEqual(first)
    expect(till.core.store.head.seq).toBe(head)
    const other = { ...command, draft: { ...halfPriceBuns, nameZh: '别的' } }
    expect(refusal(publishRule(till.core, other)).code).toBe('command-reused')
  })

  test('what somebody else has changed meanwhile is not overwritten', () => {
    must(publish())
    must(publish({ ...halfPriceBuns, body: { ...halfPriceBuns.body, rate: 6000 } }, 1))
    const late = publish({ ...halfPriceBuns, body: { ...halfPriceBuns.body, rate: 7000 } }, 1)
    expect(refusal(late)).toEqual({
      code: 'rule-changed',
      params: { nameZh: '面包第二件半价', nameEn: 'Second bun half price', version: 2 },
    })
    expect(refusal(publish()).code).toBe('rule-changed')
    expect(refusal(publish({ ...halfPriceBuns, ruleId: 'none' }, 1)).code).toBe('rule-unknown')
  })

  test('a rule that cannot be compiled is refused with the field named, and nothing is written', () => {
    const head = till.core.store.head.seq
    const broken: [Record<string, unknown>, string, string][] = [
      [{ kind: 'nth', n: 0, rate: 5000 }, 'n', 'whole-from'],
      [{ kind: 'nth', n: 2 }, 'rate', 'field-missing'],
      [{ kind: 'percent', rate: 12_000 }, 'rate', 'whole-between'],
      [{ kind: 'percent', rate: 9000, memberOnly: true }, 'memberOnly', 'field-unknown'],
      [{ kind: 'lottery', rate: 9000 }, 'kind', 'kind-unknown'],
      [{ kind: 'percent', rate: 9000, tiers: ['gold', 'platinum'] }, 'tiers[1]', 'tier-unknown'],
      [{ kind: 'percent', rate: 9000, scope: { skus: ['BUN', 'NONE'] } }, 'scope.skus[1]', 'sku-unknown'],
      [{ kind: 'percent', rate: 9000, from: '2026-11-01' }, 'from', 'not-an-instant'],
      [{ kind: 'percent', rate: 9000, hours: [['22:00', '02:00']] }, 'hours[0]', 'window-order'],
      [
        {
          kind: 'amountOff',
          steps: [
            { at: 100, off: 1 },
            { at: 100, off: 2 },
          ],
        },
        'steps[1].at',
        'step-twice',
      ],
      [{ kind: 'amountOff', steps: [{ at: 100, off: 1 }], every: 5 }, 'every', 'beside-steps'],
      [{ kind: 'amountOff' }, 'steps', 'field-missing'],
      [{ kind: 'percent', rate: 9000, id: 'X' }, 'id', 'field-unknown'],
    ]
    for (const [body, field, problem] of broken) {
      const refused = refusal(publish({ ...halfPriceBuns, body }))
      expect(refused, JSON.stringify(body)).toMatchObject({ code: 'rule-invalid', params: { field, problem } })
    }
    expect(refusal(publish({ ...halfPriceBuns, ruleId: 'tier:gold' }))).toMatchObject({
      code: 'rule-invalid',
      params: { field: 'ruleId', problem: 'id-reserved' },
    })
    expect(refusal(publish({ ...halfPriceBuns, ruleId: 'CP00000000018' })).params['problem']).toBe('id-reserved')
    expect(refusal(publish({ ...halfPriceBuns, ruleId: 'adhoc-off-100' })).params['problem']).toBe('id-reserved')
    expect(till.core.store.head.seq).toBe(head)
  })

  test('a warning wants to be confirmed, each by its code', () => {
    const free = { ...halfPriceBuns, body: { kind: 'percent', rate: 0, tags: ['nobody'], scope: { skus: ['BUN'] } } }
    expect(must(checkDraft(till.core, free)).problems.map(({ field, code }) => [field, code])).toEqual([
      ['tags[0]', 'tag-unknown'],
      ['rate', 'makes-free'],
    ])
    expect(refusal(publish(free))).toMatchObject({
      code: 'rule-unconfirmed',
      params: { field: 'tags[0]', problem: 'tag-unknown', problemZh: '目前没有会员带「nobody」标签' },
    })
    expect(refusal(publish(free, null, ['tag-unknown'])).params['field']).toBe('rate')
    expect(must(publish(free, null, ['tag-unknown', 'makes-free'])).version).toBe(1)
  })

  test('never while a customer pays: a price holds from the moment that paying begins', () => {
    must(publish())
    buns()
    till.core.memory.order = { ...till.core.memory.order, screen: 'pay', pricedAt: till.core.clock.now() }
    expect(refusal(publish({ ...halfPriceBuns, nameZh: '改' }, 1)).code).toBe('rule-while-paying')
    const command = { commandId: till.core.newId(), ruleId: halfPriceBuns.ruleId, expectedVersion: 1 }
    expect(refusal(setPaused(till.core, { ...command, paused: true })).code).toBe('rule-while-paying')
    expect(refusal(endRule(till.core, command)).code).toBe('rule-while-paying')
  })

  test('a promotion stays one', () => {
    must(publish())
    const draft: RuleDraft = { ...halfPriceBuns, kind: 'coupon-template', body: { kind: 'product' } }
    expect(refusal(publish(draft, 1, ['anything-free'])).params).toMatchObject({ field: 'kind', problem: 'kind-fixed' })
  })
})

describe('pausing and ending', () => {
  test('take a rule out of prices, and are versions too', () => {
    const { ruleId } = must(publish())
    const pause = (paused: boolean, expectedVersion: number) =>
      setPaused(till.core, { commandId: till.core.newId(), ruleId, paused, expectedVersion })
    expect(must(pause(true, 1))).toMatchObject({ status: 'paused', version: 2 })
    expect(buns()).toBe(2500)
    expect(lastAudit()).toMatchObject({ action: 'rule-paused', by: people.manager.operatorId, subject: ruleId })
    // paused twice is paused once
    expect(must(pause(true, 2))).toMatchObject({ status: 'paused', version: 2 })
    // a change leaves it paused
    const changed = must(publish({ ...halfPriceBuns, nameZh: '新名字' }, 2))
    expect(changed).toMatchObject({ status: 'paused', version: 3 })
    expect(must(pause(false, 3))).toMatchObject({ status: 'running', version: 4 })
    expect(priceOrder(till.core, till.core.memory.order).quote.payable).toBe(1875)
    const ended = must(endRule(till.core, { commandId: till.core.newId(), ruleId, expectedVersion: 4 }))
    expect(ended).toMatchObject({ status: 'ended', version: 5 })
    expect(priceOrder(till.core, till.core.memory.order).quote.payable).toBe(2500)
    expect(must(ruleVersions(till.core, ruleId)).map(({ change }) => change)).toEqual([
      'ended',
      'resumed',
      'changed',
      'paused',
      'created',
    ])
  })

  test('an end is for good', () => {
    const { ruleId } = must(publish())
    must(endRule(till.core, { commandId: till.core.newId(), ruleId, expectedVersion: 1 }))
    expect(refusal(publish(halfPriceBuns, 2))).toEqual({
      code: 'rule-ended',
      params: { nameZh: '面包第二件半价', nameEn: 'Second bun half price' },
    })
    const resumed = setPaused(till.core, { commandId: till.core.newId(), ruleId, paused: false, expectedVersion: 2 })
    expect(refusal(resumed).code).toBe('rule-ended')
    // a copy is a rule of its own
    expect(must(publish({ ...halfPriceBuns, ruleId: till.core.newId() })).version).toBe(1)
  })

  test('the coupons of a paused template are not taken, and the cashier is told why', () => {
    const { core } = till
    must(setPaused(core, { commandId: core.newId(), ruleId: 'CT-50-5', paused: true, expectedVersion: 1 }))
    take(core, 'CAKE')
    const shown = scan(core, { commandId: core.newId(), code: 'CP00000000018' })
    expect(refusal(shown.done)).toMatchObject({ code: 'coupon-not-usable', params: { reasonZh: '这种券暂停使用' } })
    must(setPaused(core, { commandId: core.newId(), ruleId: 'CT-50-5', paused: false, expectedVersion: 2 }))
    must(scan(core, { commandId: core.newId(), code: 'CP00000000018' }).done)
    expect(priceOrder(core, core.memory.order).quote.payable).toBe(39_900 - 3000 - 500)
  })

  test('of a rule that is not there', () => {
    const command = { commandId: till.core.newId(), ruleId: 'none', expectedVersion: 1 }
    expect(refusal(endRule(till.core, command)).code).toBe('rule-unknown')
    expect(refusal(ruleVersions(till.core, 'none')).code).toBe('rule-unknown')
  })
})

describe('the list', () => {
  test('has every rule with its status, ended ones too', () => {
    const day = (offset: number) => new Date(till.core.clock.now() + offset * 86_400_000).toISOString()
    const draft = (ruleId: string, body: object): RuleDraft => ({
      ...halfPriceBuns,
      ruleId,
      nameZh: ruleId,
      body: { kind: 'percent', rate: 9000, ...body },
    })
    must(publish(draft('tomorrow', { from: day(1) })))
    must(publish(draft('now', { from: day(-1), to: day(1) })))
    const { rules, notices } = must(listRules(till.core))
    expect(RuleView.array().parse(rules)).toEqual(rules)
    expect(notices).toEqual([])
    const statuses = () =>
      Object.fromEntries(must(listRules(till.core)).rules.map((rule) => [rule.ruleId, rule.status]))
    expect(statuses()).toMatchObject({ tomorrow: 'scheduled', now: 'running', 'PM-300-30': 'running' })
    till.pass(86_400_000)
    expect(statuses()).toMatchObject({ tomorrow: 'running', now: 'ended' })
  })
})
