import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cardTail, maskPhone } from '../../../shared/domain/member/masking.ts'

const seed = Number(process.env['MEMBER_SEED'] ?? 20_261_123)
console.info(`phones from seed ${seed}`)

test.each([
  ['13812345678', '138****5678'],
  ['', '****'],
  ['1234', '****'],
  ['12345', '12****45'],
  ['02112345678', '021****5678'],
  ['+8613812345678', '+8****78'],
  ['85212345678901', '85****01'],
])('%s is shown as %s', (phone, masked) => {
  expect(maskPhone(phone)).toBe(masked)
})

test('no phone of eleven digits can be read from what is shown', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^1\d{10}$/), (phone) => {
      const masked = maskPhone(phone)
      expect(masked).toMatch(/^\d{3}\*{4}\d{4}$/)
      expect(masked).not.toContain(phone.slice(3, 7) === phone.slice(7) ? 'x' : phone.slice(2, 8))
    }),
    { seed, numRuns: 500 },
  )
})

test.each([
  ['8800000000019', '0019'],
  ['12', '12'],
  ['', ''],
])('the tail of %j is %j', (card, tail) => {
  expect(cardTail(card)).toBe(tail)
})
