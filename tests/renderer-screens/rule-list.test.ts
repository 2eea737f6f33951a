/** 促销与优惠券 as a list, a calendar and a history: what is shown, in which order, and what can be done with it. */
import { describe, expect, it } from 'vitest'
import type { RuleVersion, RuleView } from '../../shared/contract/rules.ts'
import { rulesScreenText } from '../../shared/text/rules-screen.ts'
import { backOfficeText } from '../../shared/text/back-office.ts'
import { monthAfter, monthBefore, monthOf, rowsOf } from '../../renderer/back-office/rules/calendar/month-bars.ts'
import { actionsOf, openingAction } from '../../renderer/back-office/rules/list/rule-actions.ts'
import { countByStatus, filterRules, noFilter } from '../../renderer/back-office/rules/list/rule-filter.ts'
import { daysText, monthEnd, nearText, rhythmText } from '../../renderer/back-office/rules/rule-words.ts'
import { changesOf } from '../../renderer/back-office/rules/versions/rule-changes.ts'
import type { Translate } from '../../renderer/i18n.ts'
import { withRule } from '../../renderer/back-office/rules/rules-data.ts'
import { checkFixture, fixtureChoices, fixtureRules, unknownRule } from './fixture-rules.ts'
import { fixtureProducts } from './fixture-data.ts'

const t: Translate<typeof rulesScreenText> = (key, params) =>
  rulesScreenText[key].zh.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params?.[name] ?? ''))

const at = (day: string, time = '00:00'): number => Date.parse(`${day}T${time}:00+08:00`)

const rules = fixtureRules()
const rule = (ruleId: string): RuleView => rules.find((one) => one.ruleId === ruleId)!

describe('the list', () => {
  it('shows what runs first, promotions before coupons, and what is over last', () => {
    const shown = filterRules(rules, noFilter)
    expect(shown.length).toBe(rules.length)
    const states = shown.map(({ status }) => status)
    expect(states).toEqual([...states].sort((one, other) => ORDER.indexOf(one) - ORDER.indexOf(other)))
    const running = shown.filter(({ status }) => status === 'running').map(({ kind }) => kind)
    expect(running.lastIndexOf('promotion')).toBeLessThan(running.indexOf('coupon-template'))
  })
  const ORDER = ['running', 'scheduled', 'paused', 'ended']

  it('finds by every word, in names and in sentences, and counts what it would find in each state', () => {
    const found = filterRules(rules, { ...noFilter, words: '咖啡 兑换' })
    expect(found.map(({ ruleId }) => ruleId)).toEqual(['CT-FREE-COFFEE'])
    const byGoods = filterRules(rules, { ...noFilter, words: '燕麦拿铁' }).map(({ ruleId }) => ruleId)
    expect(byGoods).toContain('PR-COFFEE-2ND')
    expect(filterRules(rules, { ...noFilter, words: '没有的' })).toEqual([])
    const counts = countByStatus(rules, { ...noFilter, status: 'ended', kind: 'promotion' })
    expect(counts).toEqual({ all: 14, running: 11, scheduled: 1, paused: 1, ended: 1 })
  })

  it('takes the answer of a command in the place of what it knew', () => {
    const paused: RuleView = { ...rule('PR-TEA-88'), status: 'paused', version: 2 }
    const next = withRule(rules, paused)
    expect(next.length).toBe(rules.length)
    expect(next.find(({ ruleId }) => ruleId === 'PR-TEA-88')).toBe(paused)
    expect(withRule(rules, { ...paused, ruleId: 'new' })[0]?.ruleId).toBe('new')
  })

  it.each([
    ['PR-TEA-88', ['edit', 'copy', 'schedule', 'pause', 'versions', 'end']],
    ['PR-SNACK-DAY', ['edit', 'copy', 'schedule', 'resume', 'versions', 'end']],
    ['PR-OPENING', ['copy', 'versions']],
    ['PR-DIAMOND-95', ['copy', 'versions']],
  ])('offers for %s what the till may do: %j', (ruleId, actions) => {
    expect(actionsOf(rule(ruleId))).toEqual(actions)
    expect(openingAction(rule(ruleId))).toBe(actions.includes('edit') ? 'edit' : 'versions')
  })

  it('never offers to change or copy a rule that this till does not understand', () => {
    expect(actionsOf(unknownRule())).toEqual(['versions'])
  })
})

describe('when a rule runs', () => {
  const year = new Date().getFullYear()
  it.each([
    [null, null, '一直有效'],
    [at(`${year}-11-01`), null, '11月1日 起'],
    [null, at(`${year}-12-01`), '到 11月30日'],
    [at(`${year}-11-01`), at(`${year}-12-01`), '11月1日 – 11月30日'],
    [at(`${year}-11-11`), at(`${year}-11-12`), '11月11日 当天'],
    [at(`${year}-12-30`), at(`${year + 1}-01-02`), `12月30日 – ${year + 1}年1月1日`],
  ])('from %s to %s is %s', (from, to, text) => expect(daysText({ from, to }, t, 'zh')).toBe(text))

  it('says its weekdays and hours', () => {
    expect(rhythmText({ weekdays: [6, 7], hours: [['20:00', '22:00']] }, t, 'zh')).toBe('周六、周日 · 20:00–22:00')
    expect(rhythmText({ weekdays: undefined, hours: undefined }, t, 'zh')).toBe('')
  })

  it.each([
    ['running', '2026-11-22', '今天最后一天'],
    ['running', '2026-11-24', '还有 3 天'],
    ['running', '2027-11-24', ''],
    ['ended', '2026-11-22', ''],
  ] as const)('%s with %s as its last day says "%s"', (status, last, text) => {
    const to = at(last) + 86_400_000
    expect(nearText({ status, from: null, to }, at('2026-11-22', '10:00'), t)).toBe(text)
  })

  it('says how soon it starts', () => {
    expect(nearText({ status: 'scheduled', from: at('2026-12-06'), to: null }, at('2026-11-22', '23:00'), t)).toBe(
      '14 天后开始',
    )
  })

  it.each([
    ['2026-11-05', '2026-11-30'],
    ['2026-12-31', '2026-12-31'],
    ['2028-02-01', '2028-02-29'],
  ])('the month of %s ends on %s', (day, end) => expect(monthEnd(day)).toBe(end))
})

describe('the calendar', () => {
  const november = monthOf('2026-11-22')
  const inNovember = (part: Partial<RuleView>) =>
    rowsOf([{ ...rule('PR-TEA-88'), body: { kind: 'percent' }, from: null, to: null, ...part }], november)[0]

  it('counts its days and goes from month to month', () => {
    expect(november).toEqual({ month: '2026-11', firstDay: '2026-11-01', dayCount: 30 })
    expect(monthAfter(monthOf('2026-12-09')).month).toBe('2027-01')
    expect(monthBefore(monthOf('2028-03-09'))).toEqual({ month: '2028-02', firstDay: '2028-02-01', dayCount: 29 })
  })

  it('draws one bar over the days of a rule, open where it goes on', () => {
    expect(inNovember({})?.bars).toEqual([{ first: 1, last: 30, before: true, after: true }])
    const part = { from: at('2026-11-03'), to: at('2026-11-11') }
    expect(inNovember(part)?.bars).toEqual([{ first: 3, last: 10, before: false, after: false }])
    expect(inNovember({ from: at('2026-12-01') })).toBeUndefined()
    expect(inNovember({ to: at('2026-11-01') })).toBeUndefined()
    expect(inNovember({ to: at('2026-11-01', '08:00') })?.bars).toHaveLength(1)
  })

  it('draws runs of weekdays, and the part of the day for hours', () => {
    const row = inNovember({ body: { kind: 'percent', weekdays: [6, 7], hours: [['18:00', '24:00']] } })
    expect(row?.bars.map(({ first, last }) => [first, last])).toEqual([
      [1, 1],
      [7, 8],
      [14, 15],
      [21, 22],
      [28, 29],
    ])
    expect(row?.parts).toEqual([{ from: 750, to: 1000 }])
  })

  it('ends a rule on the day on which it was ended', () => {
    const part = { status: 'ended' as const, changedAt: at('2026-11-09', '15:00'), to: at('2026-12-31') }
    expect(inNovember(part)?.bars).toEqual([{ first: 1, last: 9, before: true, after: false }])
  })

  it('draws a rule that it does not understand by its dates alone', () => {
    expect(rowsOf([{ ...unknownRule(), from: null, to: null }], november)[0]?.bars).toHaveLength(1)
  })
})

describe('a version', () => {
  const names = {
    products: fixtureProducts(),
    categories: [{ categoryId: 'bread', label: { zh: '面包', en: 'Bread' }, color: '#c99a4b' }],
    choices: fixtureChoices(),
  }
  const version = (body: Record<string, unknown>, nameZh = '面包日'): RuleVersion => ({
    version: 1,
    change: 'changed',
    nameZh,
    nameEn: '',
    body,
    sentence: { zh: '', en: '' },
    changedAt: 0,
    changedBy: null,
  })
  const changes = (before: Record<string, unknown>, after: Record<string, unknown>, name?: string) =>
    changesOf('promotion', version(before), version(after, name), { t, locale: 'zh', names }).map(
      ({ part, before: was, after: is }) => `${part}: ${was} → ${is}`,
    )
  const body = { kind: 'percent', rate: 9000, scope: { categories: ['bread'] } }

  it('says what it changed, each part once', () => {
    expect(changes(body, body)).toEqual([])
    expect(changes(body, { ...body, rate: 8500 })).toEqual(['changedFigures: 9 折 → 8.5 折'])
    expect(changes(body, body, '面包节')).toEqual(['changedName: 面包日 → 面包节'])
    expect(changes(body, { ...body, scope: { except: ['BR005'] } })).toEqual([
      'changedGoods: 面包 → 全部商品 · 除了这些 葡式蛋挞',
    ])
    expect(changes(body, { ...body, tiers: ['gold'], birthday: true })).toEqual([
      'changedWho: 所有人 → 金卡、只在会员生日当天',
    ])
    expect(changes(body, { ...body, weekdays: [3], hours: [['20:00', '22:00']] })).toEqual([
      'changedWeekdays: 每天 → 周三',
      'changedHours: 全天 → 20:00–22:00',
    ])
    expect(changes(body, { ...body, base: 'tier', priority: 5 })).toEqual(['changedMore: — → 折上折、先后顺序 5'])
  })

  it('says that a limit was put on a coupon', () => {
    const coupon = { kind: 'orderRate', rate: 8800, at: 5000 }
    const said = changesOf('coupon-template', version(coupon), version({ ...coupon, maxOff: 3000 }), {
      t,
      locale: 'zh',
      names,
    })
    expect(said.map(({ part, after }) => [part, after])).toEqual([
      ['changedFigures', '满 50 打 8.8 折券 · 最多减 30 元'],
    ])
  })
})

describe('the fixture', () => {
  it('judges a draft as the core does, so that scenes show real sentences', () => {
    const draft = { ruleId: 'x', kind: 'promotion' as const, nameZh: '满减', nameEn: '' }
    const free = checkFixture({ ...draft, body: { kind: 'amountOff', steps: [{ at: 1000, off: 1000 }] } }, rules)
    expect(free.problems.map(({ severity, code }) => [severity, code])).toEqual([['warning', 'free-at-threshold']])
    expect(free.sentence?.zh).toBe('整单满 ¥10 减 ¥10')
  })
})

describe('texts', () => {
  it('stand in both languages with the same blanks', () => {
    const blanks = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort()
    for (const [key, entry] of Object.entries({ ...rulesScreenText, ...backOfficeText })) {
      expect(entry.zh, key).not.toBe('')
      expect(entry.en, key).not.toBe('')
      expect(blanks(entry.en), key).toEqual(blanks(entry.zh))
    }
  })
})
