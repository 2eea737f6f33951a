import { beforeAll, describe, expect, test } from 'vitest'
import { demoCouponTemplates } from '../../electron/demo/coupon-templates.ts'
import { STORED_VALUE_CAP_FEN } from '../../electron/demo/demo-member.ts'
import type { DemoMember } from '../../electron/demo/demo-member.ts'
import { demoMembers } from '../../electron/demo/members.ts'
import { dayNumberAt, dayText, daysInMonth } from '../../electron/demo/shop-date.ts'
import { STORY_MEMBERS } from '../../electron/demo/story-members.ts'
import { demoTiers } from '../../electron/demo/tiers.ts'
import { guessScan } from '../../shared/domain/basket/scan-code.ts'
import { sumFen } from '../../shared/domain/money.ts'

const NOW = Date.parse('2026-11-21T10:42:00+08:00')
const TODAY = dayNumberAt(NOW)
const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

let members: DemoMember[] = []
beforeAll(() => {
  members = demoMembers({ seed: 1, today: TODAY })
})

const bonusFen = (member: DemoMember): number => sumFen(member.bonusLots.map((lot) => lot.amountFen))
const points = (member: DemoMember): number => sumFen(member.pointsLots.map((lot) => lot.points))
const growthFen = (member: DemoMember): number => sumFen(member.growthByMonthFen)
const named = (name: string): DemoMember => {
  const member = members.find((candidate) => candidate.name === name)
  if (member === undefined) throw new Error(`no member ${name}`)
  return member
}

describe('the demo members', () => {
  test('are 5,000 with ids, phones, cards and coupons of their own', () => {
    expect(members).toHaveLength(5000)
    expect(new Set(members.map((member) => member.id)).size).toBe(5000)
    expect(new Set(members.map((member) => member.phone)).size).toBe(5000)
    const cards = members.flatMap((member) => member.cards.map((card) => card.number))
    expect(new Set(cards).size).toBe(cards.length)
    const coupons = members.flatMap((member) => member.coupons.map((coupon) => coupon.id))
    expect(new Set(coupons).size).toBe(coupons.length)
  })

  test('have well-formed fields', () => {
    for (const member of members) {
      expect(member.id).toMatch(UUID_V7)
      expect(Number.parseInt(member.id.slice(0, 8) + member.id.slice(9, 13), 16)).toBe(member.joinedAt)
      expect(member.joinedAt).toBeLessThan(NOW)
      expect(member.phone).toMatch(/^1[3-9]\d{9}$/)
      expect(member.name.length).toBeGreaterThanOrEqual(2)
      expect(member.name.length).toBeLessThanOrEqual(20)
      const [month, day] = member.birthday.split('-').map(Number)
      expect(member.birthday).toMatch(/^\d{2}-\d{2}$/)
      expect(day).toBeLessThanOrEqual(daysInMonth(member.birthYear, month ?? 0))
      for (const card of member.cards) expect(guessScan(card.number)).toEqual({ kind: 'card', number: card.number })
    }
  })

  test('stand in the tier that their growth has earned', () => {
    const highestFirst = [...demoTiers()].reverse()
    for (const member of members) {
      expect(member.growthByMonthFen).toHaveLength(12)
      for (const month of member.growthByMonthFen) expect(month).toBeGreaterThanOrEqual(0)
      const growth = growthFen(member)
      expect(highestFirst.find((tier) => tier.growthFromFen <= growth)?.id).toBe(member.tier)
    }
  })

  test('hold value within the cap, in lots that are not empty and lapse in order, after today', () => {
    for (const member of members) {
      expect(member.principalFen).toBeGreaterThanOrEqual(0)
      expect(member.principalFen + bonusFen(member)).toBeLessThanOrEqual(STORED_VALUE_CAP_FEN)
      for (const lots of [member.bonusLots, member.pointsLots]) {
        const expiries = lots.map((lot) => lot.expiresOn)
        expect(expiries).toEqual([...expiries].sort())
        for (const expiry of expiries) expect(expiry > dayText(TODAY)).toBe(true)
      }
      for (const lot of member.bonusLots) expect(lot.amountFen).toBeGreaterThan(0)
      for (const lot of member.pointsLots) expect(lot.points).toBeGreaterThan(0)
    }
  })

  test('hold at most three coupons, of templates that exist', () => {
    const templates = new Set(demoCouponTemplates({ today: TODAY }).map((template) => template.template))
    for (const member of members) {
      expect(member.coupons.length).toBeLessThanOrEqual(3)
      for (const coupon of member.coupons) expect(templates.has(coupon.templateId)).toBe(true)
    }
  })

  test('are spread like those of a shop', () => {
    const count = (holds: (member: DemoMember) => boolean): number => members.filter(holds).length
    expect(count((member) => member.principalFen > 0)).toBeGreaterThan(1600)
    expect(count((member) => member.principalFen > 0)).toBeLessThan(1900)
    expect(count((member) => member.tier === 'std')).toBeGreaterThan(2900)
    expect(count((member) => member.tier === 'diamond')).toBeGreaterThan(100)
    for (const status of ['lost', 'frozen', 'closed'] as const) {
      expect(count((member) => member.cards.some((card) => card.status === status))).toBeGreaterThan(15)
    }
    expect(count((member) => member.cards.some((card) => card.status === 'active'))).toBeGreaterThan(4800)
    expect(count((member) => /^(欧阳|上官|司马|诸葛|皇甫|尉迟|单于|令狐|慕容)/.test(member.name))).toBeGreaterThan(15)
  })

  test('the story begins with the customer of the pictures', () => {
    const [first] = members
    expect(first).toMatchObject({
      name: '王雅婷',
      phone: '13817235621',
      tier: 'gold',
      birthday: '11-27',
      principalFen: 23_650,
      cards: [{ number: '8800000010012', status: 'active' }],
    })
    expect(first && [bonusFen(first), points(first), growthFen(first)]).toEqual([4000, 1286, 962_000])
  })

  test('the story keeps its amounts, and its last four digits belong to nobody else', () => {
    for (const story of STORY_MEMBERS) {
      const member = named(story.name)
      expect([bonusFen(member), points(member), growthFen(member)]).toEqual([
        story.bonusFen,
        story.points,
        story.growthFen,
      ])
      const sharing = members.filter((candidate) => candidate.phone.endsWith(story.phone.slice(-4)))
      expect(sharing).toHaveLength(story.phone.endsWith('8866') ? 2 : 1)
    }
    expect(named('周慧敏').cards.map((card) => card.status)).toEqual(['lost'])
    expect(named('吴建国').cards.map((card) => card.status)).toEqual(['frozen'])
    expect(named('单于晓峰').cards.map((card) => card.status)).toEqual(['closed', 'active'])
    expect(named('陈思远').birthday).toBe('11-21')
    expect(Math.max(...STORY_MEMBERS.map((story) => story.name.length))).toBe(20)
  })

  test('another seed changes the crowd and leaves the story', () => {
    const others = demoMembers({ seed: 2, today: TODAY })
    expect(others[100]?.phone).not.toBe(members[100]?.phone)
    expect(others.slice(0, STORY_MEMBERS.length).map((member) => member.phone)).toEqual(
      STORY_MEMBERS.map((member) => member.phone),
    )
  })

  test.each(['2028-02-23', '2028-02-29', '2027-12-31', '2031-01-01'])('birthdays exist on %s too', (day) => {
    const today = dayNumberAt(Date.parse(`${day}T12:00:00+08:00`))
    for (const member of demoMembers({ seed: 3, today })) {
      const [month, dayOfMonth] = member.birthday.split('-').map(Number)
      expect(dayOfMonth).toBeLessThanOrEqual(daysInMonth(member.birthYear, month ?? 0))
    }
  })
})
