import { expect, test } from 'vitest'
import { readPhone } from '../../../shared/domain/member/phone.ts'

test.each([
  ['13812345678', '13812345678'],
  ['138 1234 5678', '13812345678'],
  ['138-1234-5678', '13812345678'],
  ['+86 138 1234 5678', '13812345678'],
  ['008613812345678', '13812345678'],
  ['+86 138 1234 5678', '13812345678'],
  ['+852 9123 4567', '+85291234567'],
  ['001 (415) 555-2671', '+14155552671'],
])('%s is kept as %s', (text, kept) => {
  expect(readPhone(text)).toEqual({ ok: true, value: kept })
})

test.each([
  ['1381234567', 'phone-length', { digits: 10 }],
  ['138123456789', 'phone-length', { digits: 12 }],
  ['91234567', 'phone-length', { digits: 8 }],
  ['12812345678', 'phone-wrong', {}],
  ['+8612345', 'phone-length', { digits: 5 }],
  ['+852', 'phone-wrong', {}],
  ['1381234567a', 'phone-wrong', {}],
  ['', 'phone-wrong', {}],
])('%s is refused with %s', (text, code, params) => {
  expect(readPhone(text)).toEqual({ ok: false, refusal: { code, params } })
})
