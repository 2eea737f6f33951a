import { describe, expect, test } from 'vitest'
import { DEMO_SEED, makeDemoShop } from '../../electron/demo/demo-shop.ts'
import { isWeekend } from '../../electron/demo/history/day-rhythm.ts'
import { planHistory, type PlannedDay } from '../../electron/demo/history/plan-history.ts'
import { idOf, rulesInHistory } from '../../electron/demo/history/rules-in-history.ts'
import { dayNumberAt, startOfDayMs } from '../../electron/demo/shop-date.ts'
import { STORY_MEMBERS } from '../../electron/demo/story-members.ts'

/** 2026-11-23 10:00 in Shanghai */
const NOW = Date.UTC(2026, 10, 23, 2, 0)
const today = dayNumberAt(NOW)
const shop = makeDemoShop({ seed: DEMO_SEED, now: NOW })
const plan = planHistory(shop, { seed: DEMO_SEED, today, days: 90 })
const visits = plan.flatMap((day) => day.visits)

describe('the plan of ninety days', () => {
  test('is the same each time, and another for another seed', () => {
    expect(planHistory(shop, { seed: DEMO_SEED, today, days: 90 })).toEqual(plan)
    expect(planHistory(shop, { seed: DEMO_SEED + 1, today, days: 90 })).not.toEqual(plan)
  })

  test('has thousands of customers, more of them at weekends', () => {
    expect(visits.length).toBeGreaterThanOrEqual(2000)
    expect(plan.map(({ day }) => day)).toEqual(Array.from({ length: 90 }, (_, index) => today - 90 + index))
    const perDay = (days: readonly PlannedDay[]): number =>
      days.reduce((sum, day) => sum + day.visits.length, 0) / days.length
    const weekend = perDay(plan.filter(({ day }) => isWeekend(day)))
    expect(weekend).toBeGreaterThan(1.2 * perDay(plan.filter(({ day }) => !isWeekend(day))))
  })

  test('serves one after the other while the shop is open', () => {
    for (const { day, opensAt, closesAt, visits: ofDay } of plan) {
      const times = ofDay.map(({ at }) => at)
      expect(times).toEqual([...times].sort((a, b) => a - b))
      expect(opensAt).toBeGreaterThan(startOfDayMs(day))
      expect(times[0]).toBeGreaterThan(opensAt)
      expect(times.at(-1)).toBeLessThan(closesAt)
      expect(closesAt).toBeLessThan(startOfDayMs(day + 1))
    }
  })

  test('is busiest at breakfast and after work on working days', () => {
    const atHour = (hour: number): number =>
      plan
        .filter(({ day }) => !isWeekend(day))
        .flatMap(({ day, visits: ofDay }) => ofDay.map(({ at }) => Math.floor((at - startOfDayMs(day)) / 3_600_000)))
        .filter((found) => found === hour).length
    expect(atHour(8)).toBeGreaterThan(1.5 * atHour(10))
    expect(atHour(18)).toBeGreaterThan(1.5 * atHour(14))
  })

  test('brings regulars again, and nobody of the story', () => {
    const times = new Map<string, number>()
    for (const { customer } of visits)
      if (customer !== null) times.set(customer.memberId, (times.get(customer.memberId) ?? 0) + 1)
    const members = [...times.values()].reduce((sum, count) => sum + count, 0)
    expect(members / visits.length).toBeGreaterThan(0.3)
    expect(members / visits.length).toBeLessThan(0.7)
    expect([...times.values()].filter((count) => count >= 8).length).toBeGreaterThan(30)
    const story = new Set(STORY_MEMBERS.map(({ phone }) => phone))
    const ofStory = shop.members.filter(({ phone }) => story.has(phone)).map(({ id }) => id)
    expect(ofStory.filter((id) => times.has(id))).toEqual([])
    const given = plan.flatMap(({ coupons }) => coupons)
    expect(new Set(given.map(({ couponId }) => couponId)).size).toBe(given.length)
    expect(given.filter(({ memberId }) => ofStory.includes(memberId))).toEqual([])
  })

  test('names goods of the shop, and prices only where they are open', () => {
    const products = new Map(shop.products.map((product) => [product.sku, product]))
    const lines = visits.flatMap((visit) => visit.lines)
    const wrong = lines.filter(({ sku, qty, priceFen }) => {
      const product = products.get(sku)
      const open = product?.openPrice === true
      return open !== (priceFen !== undefined) || (product?.countable !== false && qty % 1000 !== 0)
    })
    expect(wrong).toEqual([])
    const twice = visits.filter((visit) => new Set(visit.lines.map(({ sku }) => sku)).size !== visit.lines.length)
    expect([twice, visits.filter((visit) => visit.lines.length === 0)]).toEqual([[], []])
    expect(lines.some(({ priceFen }) => priceFen !== undefined)).toBe(true)
  })
})

describe('the rules through that time', () => {
  test.each([1, 14, 25, 45, 90, 200])('are those of today after the changes of %i days', (days) => {
    const { opening, changes } = rulesInHistory(shop, today, days)
    const promotions = new Map(opening.promotions.map((body) => [body.id, body]))
    const templates = new Map(opening.couponTemplates.map((body) => [body.template, body]))
    const labels = { ...opening.labels }
    for (const change of changes) {
      expect(change.day).toBeGreaterThanOrEqual(today - days)
      expect(change.day).toBeLessThan(today)
      if (change.kind === 'state') continue
      labels[idOf(change)] = change.label
      if (change.kind === 'promotion') promotions.set(change.body.id, change.body)
      else templates.set(change.body.template, change.body)
    }
    const whenever = (body: object): object => ({ ...body, from: expect.any(String) as string })
    const [ofPromotions, ofTemplates] = [[...promotions.values()], [...templates.values()]]
    expect(new Set(ofPromotions.map(({ id }) => id))).toEqual(new Set(shop.promotions.map(({ id }) => id)))
    for (const body of shop.promotions) expect(promotions.get(body.id)).toEqual(whenever(body))
    expect(ofTemplates).toHaveLength(shop.couponTemplates.length)
    for (const body of shop.couponTemplates) expect(templates.get(body.template)).toEqual(whenever(body))
    expect(labels).toEqual(shop.labels)
  })

  test('change in the middle of ninety days, and a pause ends', () => {
    const { opening, changes } = rulesInHistory(shop, today, 90)
    const days = new Set(changes.map(({ day }) => today - day))
    expect([...days].filter((before) => before > 20 && before < 70).length).toBeGreaterThanOrEqual(2)
    expect(opening.promotions.find(({ id }) => id === 'PR-100-10')).not.toEqual(
      shop.promotions.find(({ id }) => id === 'PR-100-10'),
    )
    const states = changes.flatMap((change) => (change.kind === 'state' ? [change.paused] : []))
    expect(states).toEqual([true, false])
  })
})
