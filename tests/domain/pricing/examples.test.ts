/** The examples of the specification, each held to the fields of its answer that matter. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { quote } from '../../../shared/contract/pricing/quote.ts'
import { referenceQuote } from './reference.ts'
import type { Scenario } from '../../../shared/domain/pricing/types.ts'

interface Example {
  readonly name: string
  readonly why: string
  readonly scenario: unknown
  readonly expect: { readonly error?: { readonly path: string } }
}

const examples = JSON.parse(readFileSync(new URL('examples.json', import.meta.url), 'utf8')) as Example[]

test.each(examples)('$name: $why', ({ scenario, expect: expected }) => {
  expect(quote(scenario)).toMatchObject(expected)
})

const valid = examples.filter((example) => example.expect.error === undefined && example.name !== 'thirteen-candidates')

test.each(valid)('$name by the reference', ({ scenario, expect: expected }) => {
  expect(referenceQuote(scenario as Scenario)).toMatchObject(expected)
})
