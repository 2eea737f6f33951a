import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasEan13CheckDigit, hasLuhnCheckDigit } from '../../../shared/domain/basket/scan-code.ts'
import {
  changeCard,
  needsAuthority,
  type CardChange,
  type CardStatus,
} from '../../../shared/domain/member/card-life.ts'
import { luhnCheckDigit, memberCardNumber, readCardNumber } from '../../../shared/domain/member/card-number.ts'

describe('the life of a card', () => {
  const table: Record<CardChange, Partial<Record<CardStatus, CardStatus>>> = {
    lose: { active: 'lost' },
    find: { lost: 'active' },
    freeze: { active: 'frozen' },
    unfreeze: { frozen: 'active' },
    replace: { active: 'closed', lost: 'closed' },
  }
  const statuses: CardStatus[] = ['active', 'lost', 'frozen', 'closed']
  const cases = (Object.keys(table) as CardChange[]).flatMap((change) => statuses.map((status) => ({ change, status })))

  test.each(cases)('$change of a card that is $status', ({ change, status }) => {
    const next = table[change][status]
    expect(changeCard({ cardNumber: '8800000000019', status }, change)).toEqual(
      next === undefined
        ? { ok: false, refusal: { code: `card-${status}`, params: { tail: '0019' } } }
        : { ok: true, value: next },
    )
  })

  test('no sequence of changes brings a closed card back', () => {
    const changes = fc.array(fc.constantFrom(...(Object.keys(table) as CardChange[])), { maxLength: 12 })
    fc.assert(
      fc.property(changes, (sequence) => {
        let status: CardStatus = 'active'
        for (const change of sequence) {
          const before = status
          const next = changeCard({ cardNumber: '8800000000019', status }, change)
          if (next.ok) status = next.value
          if (before === 'closed') expect(status).toBe('closed')
        }
      }),
    )
  })

  test('what lifts a restriction, and a freeze, wants authority; a loss is taken at once', () => {
    expect((Object.keys(table) as CardChange[]).filter(needsAuthority)).toEqual(['find', 'freeze', 'unfreeze'])
  })
})

describe('the number of a card', () => {
  test('every serial is a card or none, and reads back as itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), (serial) => {
        const number = memberCardNumber(serial)
        if (number === null) return
        expect(hasLuhnCheckDigit(number) && !hasEan13CheckDigit(number)).toBe(true)
        expect(readCardNumber(` ${number.slice(0, 4)} ${number.slice(4)} `)).toEqual({ ok: true, value: number })
      }),
    )
  })

  test('one wrong digit is seen', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_999_999_999 }),
        fc.integer({ min: 2, max: 12 }),
        fc.integer({ min: 1, max: 9 }),
        (serial, at, by) => {
          const number = memberCardNumber(serial)
          if (number === null) return
          const digit = (Number(number[at]) + by) % 10
          expect(readCardNumber(`${number.slice(0, at)}${digit}${number.slice(at + 1)}`).ok).toBe(false)
        },
      ),
    )
  })

  test.each(['', '88', '6901234567892', '8800000000010', 'CP00000010017'])('%s is no card', (text) => {
    expect(readCardNumber(text)).toEqual({ ok: false, refusal: { code: 'card-number-wrong', params: {} } })
  })

  test('digits only', () => {
    expect(() => luhnCheckDigit('12a')).toThrow(RangeError)
    expect(() => memberCardNumber(10_000_000_000)).toThrow(RangeError)
  })
})
