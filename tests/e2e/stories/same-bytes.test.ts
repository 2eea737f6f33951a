/** The pricing, bundled into the page, answers with the same bytes as on Node. PRICING_SEED chooses other scenarios. */
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { build } from 'vite'
import { quotedLines } from '../../domain/pricing/quoted-lines.ts'
import { openTillPage } from '../till-page.ts'

const seed = Number(process.env['PRICING_SEED'] ?? 20_261_124)
const SCENARIOS = 4000

/** One script that leaves `pricing.quotedLines` behind. */
async function bundled(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'chrome114',
      lib: {
        entry: fileURLToPath(new URL('../../domain/pricing/quoted-lines.ts', import.meta.url)),
        formats: ['iife'],
        name: 'pricing',
      },
    },
  })
  const [bundle] = Array.isArray(built) ? built : []
  const script = bundle?.output.find((part) => part.type === 'chunk')
  if (script?.type !== 'chunk') throw new Error('nothing was bundled')
  return script.code
}

test(`${SCENARIOS} quotes from seed ${seed} have the same bytes on Node and in the page`, async () => {
  const till = await openTillPage({ demo: false })
  const inPage: unknown = await till.page.evaluate(
    `(() => { ${await bundled()}; return pricing.quotedLines(${seed}, ${SCENARIOS}) })()`,
  )
  const onNode = quotedLines(seed, SCENARIOS)
  const text = onNode.join('\n')
  console.info(
    `seed ${seed}: ${Buffer.byteLength(text)} bytes, sha256 ${createHash('sha256').update(text).digest('hex')}`,
  )
  expect(inPage).toHaveLength(SCENARIOS)
  const differing = onNode.flatMap((line, place) => {
    const other = Array.isArray(inPage) ? String(inPage[place]) : ''
    return other === line ? [] : [{ seed: seed + place, node: line, page: other }]
  })
  expect(differing.slice(0, 3)).toEqual([])
  expect(onNode.filter((line) => line.includes('"exact":false')).length).toBeGreaterThan(SCENARIOS / 100)
})
