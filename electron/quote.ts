/**
 * `npm run -s quote -- FILE|- [--explain] [--schema]`: prices scenario files with the till's own engine.
 *
 * Prints JSON: the quote of a scenario, or an array of quotes for an array of scenarios; a refused scenario stands
 * there as {"error":{"path","message"}}. Exit status: 0, or 1 if any was refused, or 2 if nothing could be read.
 */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { explainQuote, quote } from '../shared/contract/pricing/quote.ts'
import { scenarioJsonSchema } from '../shared/contract/pricing/scenario.ts'
import { explanation } from './quote-explanation.ts'

const USAGE = `npm run -s quote -- FILE|- [--explain] [--schema]

  FILE        a JSON file with one scenario, or with an array of scenarios; - reads standard input
  --explain   prints each quote for a person, in words and a table
  --schema    prints the JSON Schema of a scenario`

const EXIT_REFUSED = 1
const EXIT_UNREADABLE = 2

interface Answers {
  readonly text: string
  readonly refused: boolean
}

function main(): number {
  const { values, positionals } = parseArgs({
    options: { explain: { type: 'boolean', default: false }, schema: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  if (values.schema) {
    print(JSON.stringify(scenarioJsonSchema(), null, 2))
    return 0
  }
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new Error(`one scenario file is wanted\n${USAGE}`)
  const answers = answer(readText(file), values.explain)
  print(answers.text)
  return answers.refused ? EXIT_REFUSED : 0
}

/** A file is looked for where the command was typed, which npm hides behind the folder of the package. */
function readText(file: string): string {
  if (file === '-') return readFileSync(0, 'utf8')
  const typedAt = resolve(process.env['INIT_CWD'] ?? '.', file)
  return readFileSync(existsSync(file) ? file : typedAt, 'utf8')
}

function answer(text: string, explain: boolean): Answers {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { text: JSON.stringify({ error: { path: '', message: `The file is not JSON: ${reason}.` } }), refused: true }
  }
  return explain ? explained(data) : quoted(data)
}

function quoted(data: unknown): Answers {
  const scenarios: unknown[] = Array.isArray(data) ? data : [data]
  const answers = scenarios.map(quote)
  return {
    text: JSON.stringify(Array.isArray(data) ? answers : answers[0]),
    refused: answers.some((one) => 'error' in one),
  }
}

function explained(data: unknown): Answers {
  const scenarios: unknown[] = Array.isArray(data) ? data : [data]
  const answers = scenarios.map(explainQuote)
  return {
    text: answers.map((one, place) => explanation(one, Array.isArray(data) ? place + 1 : null)).join('\n\n'),
    refused: answers.some((one) => 'error' in one),
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

try {
  process.exitCode = main()
} catch (error) {
  process.stderr.write(`quote: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = EXIT_UNREADABLE
}
