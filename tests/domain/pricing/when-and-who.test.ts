/** When, where, for whom and for what an offer holds. */
import { describe, expect, test } from 'vitest'
import { compareInstants, instantOfMs, parseInstant } from '../../../shared/domain/pricing/instant.ts'
import { isKnownTimeZone, storeTimeIn } from '../../../shared/domain/pricing/store-time.ts'
import { basketOf, GOLD, priced } from './scenario-builder.ts'

const rule = { id: 'P', kind: 'amountOff', steps: [{ at: 1, off: 1 }] }

/** 'applied', or why not. */
function fate(conditions: object, changes: object = {}): string {
  const { applied, skipped } = priced({ ...changes, promotions: [{ ...rule, ...conditions }] })
  return applied.length === 1 ? 'applied' : (skipped[0]?.reason ?? 'lost')
}

describe('when', () => {
  test.each([
    [{ from: '2026-11-21T10:00:00+08:00' }, 'applied'],
    [{ from: '2026-11-21T02:00:00Z' }, 'applied'],
    [{ from: '2026-11-21T10:00:00.000000001+08:00' }, 'not-started'],
    [{ to: '2026-11-21T10:00:00+08:00' }, 'expired'],
    [{ to: '2026-11-21T10:00:00.000000001+08:00' }, 'applied'],
    [{ from: '2026-11-22T00:00:00Z', to: '2026-11-20T00:00:00Z' }, 'not-started'],
    [{ weekdays: [6] }, 'applied'],
    [{ weekdays: [1, 2, 3, 4, 5, 7] }, 'wrong-time'],
    [{ weekdays: [] }, 'wrong-time'],
    [{ hours: [['10:00', '10:01']] }, 'applied'],
    [{ hours: [['09:00', '10:00']] }, 'wrong-time'],
    [
      {
        hours: [
          ['10:01', '24:00'],
          ['00:00', '10:01'],
        ],
      },
      'applied',
    ],
    [{ hours: [] }, 'wrong-time'],
    [{ from: '2027-01-01T00:00:00Z', weekdays: [1] }, 'not-started'],
    [{ weekdays: [1], stores: ['S002'] }, 'wrong-time'],
  ])('%j: %s', (conditions, expected) => {
    expect(fate(conditions)).toBe(expected)
  })
})

describe('where and who', () => {
  test.each([
    [{ stores: ['S002', 'S001'] }, null, 'applied'],
    [{ stores: ['S002'] }, null, 'wrong-store'],
    [{ stores: [] }, GOLD, 'wrong-store'],
    [{ stores: ['S002'], membersOnly: true }, null, 'wrong-store'],
    [{ membersOnly: true }, null, 'not-for-this-member'],
    [{ membersOnly: false }, null, 'applied'],
    [{ membersOnly: true }, GOLD, 'applied'],
    [{ tiers: ['std', 'gold'] }, GOLD, 'applied'],
    [{ tiers: ['std'] }, GOLD, 'not-for-this-member'],
    [{ tiers: [] }, GOLD, 'not-for-this-member'],
    [{ tiers: ['gold'] }, { id: 'M' }, 'not-for-this-member'],
    [{ tiers: ['gold'] }, { id: 'M', tier: null }, 'not-for-this-member'],
    [{ tags: ['new', 'vip'] }, GOLD, 'applied'],
    [{ tags: ['new'] }, GOLD, 'not-for-this-member'],
    [{ tags: [] }, GOLD, 'not-for-this-member'],
    [{ tags: ['vip'] }, { id: 'M' }, 'not-for-this-member'],
    [{ birthday: true }, GOLD, 'applied'],
    [{ birthday: true }, { ...GOLD, birthday: '11-22' }, 'not-for-this-member'],
    [{ birthday: true }, { ...GOLD, birthday: null }, 'not-for-this-member'],
    [{ birthday: true }, null, 'not-for-this-member'],
    [{ birthday: false }, null, 'applied'],
  ])('%j for %j: %s', (conditions, member, expected) => {
    expect(fate(conditions, { member })).toBe(expected)
  })

  test.each([
    ['2028-02-29T12:00:00+08:00', 'applied'],
    ['2026-02-28T12:00:00+08:00', 'not-for-this-member'],
    ['2026-03-01T12:00:00+08:00', 'not-for-this-member'],
  ])('a birthday on 02-29 at %s: %s', (now, expected) => {
    expect(fate({ birthday: true }, { now, member: { id: 'M', birthday: '02-29' } })).toBe(expected)
  })
})

describe('scope', () => {
  const basket = basketOf(['A', 1])
  test.each([
    [{}, 'applied'],
    [{ skus: ['A'] }, 'applied'],
    [{ skus: ['B'] }, 'nothing-in-scope'],
    [{ skus: [] }, 'nothing-in-scope'],
    [{ categories: ['c'] }, 'applied'],
    [{ categories: [] }, 'nothing-in-scope'],
    [{ skus: ['B'], categories: ['c'] }, 'applied'],
    [{ skus: [], categories: ['c'] }, 'applied'],
    [{ skus: ['A'], except: ['A'] }, 'nothing-in-scope'],
    [{ except: ['B'] }, 'applied'],
    [{ except: [] }, 'applied'],
  ])('%j: %s', (scope, expected) => {
    expect(fate({ scope }, { basket })).toBe(expected)
  })

  test('a product without a category is in none', () => {
    expect(fate({ scope: { categories: ['c'] } }, { basket: basketOf(['W', 1000]) })).toBe('nothing-in-scope')
  })
  test('what is never discounted is in no scope', () => {
    expect(fate({ scope: { skus: ['N'] } }, { basket: basketOf(['N', 1]) })).toBe('nothing-in-scope')
  })
  test('a manual price is out of the scope of unit promotions only', () => {
    const manual = basketOf(['A', 1, 90])
    expect(fate({ scope: { skus: ['A'] } }, { basket: manual })).toBe('applied')
    const { skipped } = priced({ basket: manual, promotions: [{ id: 'P', kind: 'percent', rate: 5000 }] })
    expect(skipped).toEqual([{ id: 'P', reason: 'nothing-in-scope' }])
  })
})

describe('instants', () => {
  test.each([
    ['1970-01-01T00:00:00Z', 0, 0],
    ['1969-12-31T23:59:59.5Z', -1, 500_000_000],
    ['2026-11-21T10:00:00+08:00', 1_795_226_400, 0],
    ['2026-11-20T21:30:00.123456789-04:30', 1_795_226_400, 123_456_789],
    ['2000-02-29T00:00:00-00:00', 951_782_400, 0],
    ['0000-01-01T00:00:00Z', -62_167_219_200, 0],
    ['9999-12-31T23:59:59Z', 253_402_300_799, 0],
  ])('%s', (text, seconds, nanos) => {
    expect(parseInstant(text)).toEqual({ seconds, nanos })
  })

  test.each([
    '2026-11-21T10:00:00',
    '2026-11-21 10:00:00Z',
    '2026-11-21t10:00:00Z',
    '2026-11-21T10:00:00z',
    '2026-11-21T10:00Z',
    '2026-11-21T10:00:00.Z',
    '2026-11-21T10:00:00.1234567890Z',
    '2026-02-29T10:00:00Z',
    '2026-13-01T10:00:00Z',
    '2026-00-01T10:00:00Z',
    '2026-11-00T10:00:00Z',
    '2026-11-31T10:00:00Z',
    '1900-02-29T10:00:00Z',
    '2026-11-21T24:00:00Z',
    '2026-11-21T10:60:00Z',
    '2026-11-21T10:00:60Z',
    '2026-11-21T10:00:00+24:00',
    '2026-11-21T10:00:00+08:60',
    '2026-11-21T10:00:00+0800',
    ' 2026-11-21T10:00:00Z',
    '2026-11-21T10:00:00Z\n',
    '',
  ])('refuses %j', (text) => {
    expect(parseInstant(text)).toBeNull()
  })

  test('compare exactly', () => {
    const at = (text: string): number => compareInstants(parseInstant(text)!, parseInstant('2026-11-21T02:00:00.5Z')!)
    expect(at('2026-11-21T10:00:00.5+08:00')).toBe(0)
    expect(at('2026-11-21T10:00:00.499999999+08:00')).toBeLessThan(0)
    expect(at('2026-11-21T10:00:01+08:00')).toBeGreaterThan(0)
    expect(instantOfMs(-500)).toEqual(parseInstant('1969-12-31T23:59:59.500Z'))
  })
})

describe('store time', () => {
  test.each([
    ['Asia/Shanghai', '2026-11-21T16:00:00Z', { weekday: 7, minuteOfDay: 0, monthDay: '11-22' }],
    ['Asia/Shanghai', '2026-11-21T15:59:59.999999999Z', { weekday: 6, minuteOfDay: 1439, monthDay: '11-21' }],
    ['Asia/Shanghai', '2028-02-28T16:00:00Z', { weekday: 2, minuteOfDay: 0, monthDay: '02-29' }],
    ['Asia/Shanghai', '1988-07-01T00:00:00Z', { weekday: 5, minuteOfDay: 540, monthDay: '07-01' }],
    ['Asia/Urumqi', '2026-11-21T00:00:00Z', { weekday: 6, minuteOfDay: 360, monthDay: '11-21' }],
    ['America/New_York', '2026-07-01T03:59:00Z', { weekday: 2, minuteOfDay: 1439, monthDay: '06-30' }],
    ['America/New_York', '2026-01-01T05:00:00Z', { weekday: 4, minuteOfDay: 0, monthDay: '01-01' }],
    ['UTC', '2026-11-21T10:59:59Z', { weekday: 6, minuteOfDay: 659, monthDay: '11-21' }],
  ])('%s at %s', (zone, text, expected) => {
    expect(storeTimeIn(zone)(parseInstant(text)!)).toEqual(expected)
  })

  test('on integers as in the time zone data', () => {
    const byData = new Intl.DateTimeFormat('en-US', {
      timeZone: 'Asia/Shanghai',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
    const shanghai = storeTimeIn('Asia/Shanghai')
    for (let day = 0; day < 5000; day++) {
      const seconds = 684_867_600 + day * 86_400 * 3 + day * 61
      const { monthDay, minuteOfDay } = shanghai({ seconds, nanos: 0 })
      const time = `${String(Math.floor(minuteOfDay / 60)).padStart(2, '0')}:${String(minuteOfDay % 60).padStart(2, '0')}`
      expect(`${monthDay.replace('-', '/')}, ${time}`).toBe(byData.format(seconds * 1000))
    }
  })

  test.each(['Asia/Nowhere', '+08:00', '', 'Z8'])('knows no zone %j', (zone) => {
    expect(isKnownTimeZone(zone)).toBe(false)
  })
})
