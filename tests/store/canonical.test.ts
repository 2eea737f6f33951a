/** The canonical writer against the reference implementation of RFC 8785, over values in order and out of order. */
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical, canonicalObject, encoded, type Json } from '../../electron/store/canonical.ts'

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('\\ud83d', '10', '9', '', '__proto__', 'ä', '麦', '😀', '\uffff'),
)
const value = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<Json>(null, true, false, -0),
    fc.integer(),
    fc.double({ noDefaultInfinity: true, noNaN: true }),
    text,
    fc.array(tie('json')),
    fc.dictionary(text, tie('json')),
  ),
})).json

const sorted = (json: Json): Json => JSON.parse(canonicalize(json) ?? 'null') as Json

test('it writes what the reference writes', () => {
  fc.assert(
    fc.property(value, (json) => {
      expect(canonical(json)).toBe(canonicalize(json))
      expect(canonical(sorted(json))).toBe(canonicalize(json))
    }),
    { numRuns: 2000 },
  )
})

test('a property without a value is none', () => {
  expect(canonical({ b: 1, a: undefined } as unknown as Json)).toBe('{"b":1}')
  expect(canonical({ a: undefined, b: 1 } as unknown as Json)).toBe('{"b":1}')
})

test.each([
  ['NaN', Number.NaN],
  ['an infinite number, out of order', { b: 1, a: Number.POSITIVE_INFINITY }],
  ['nothing', undefined as unknown as Json],
  ['half a surrogate pair', ['\ud83d']],
  ['half a surrogate pair behind a backslash', ['\\\ud83d']],
  ['half a surrogate pair as a key, out of order', { '\udc00': 1, a: 2 }],
])('it refuses %s', (_name, json) => {
  expect(() => canonical(json)).toThrow('JSON cannot say')
})

test('an object of written parts, as text or as bytes, is what the whole is', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(text, value, fc.boolean())), (parts) => {
      const whole = Object.fromEntries(parts.map(([key, json]) => [key, json]))
      const written = parts.map(
        ([key, json, early]) => [key, early ? encoded(canonical(json)) : canonical(json)] as const,
      )
      expect(canonicalObject(Object.fromEntries(written)).toString()).toBe(canonicalize(whole))
    }),
  )
})
