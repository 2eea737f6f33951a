/** `npm run -s quote`: files, standard input, arrays, words, the schema and the exit status. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { quote } from '../../../shared/contract/pricing/quote.ts'
import { basketOf, scenario } from './scenario-builder.ts'

const folder = mkdtempSync(join(tmpdir(), 'quote-'))
afterAll(() => rmSync(folder, { recursive: true }))

const root = new URL('../../../', import.meta.url).pathname

function run(args: readonly string[], input = ''): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['electron/quote.ts', ...args], {
    cwd: root,
    input,
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: folder },
  })
  return { status, stdout, stderr }
}

const good = scenario({ returns: [[{ line: '1', qty: 1000 }]] })
const bad = scenario({ basket: basketOf(['Z', 1]) })

test('a file', () => {
  writeFileSync(join(folder, 'good.json'), JSON.stringify(good))
  const { status, stdout } = run([join(folder, 'good.json')])
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(quote(good))))
  expect(run(['good.json'])).toMatchObject({ status: 0, stdout })
})

test('standard input, an array, a refusal', () => {
  const { status, stdout } = run(['-'], JSON.stringify([good, bad]))
  expect(status).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject([{ payable: 200 }, { error: { path: 'basket[0].sku' } }])
  expect(run(['-'], '[]')).toMatchObject({ status: 0, stdout: '[]\n' })
})

test('what is no JSON is refused', () => {
  const { status, stdout } = run(['-'], '{')
  expect(status).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject({ error: { path: '' } })
})

test('words for a person', () => {
  const changes = {
    member: { id: 'M', tier: 'gold', points: 900 },
    basket: basketOf(['A', 2], ['B', 1, 95]),
    promotions: [
      {
        id: '满二百',
        kind: 'amountOff',
        steps: [
          { at: 200, off: 33 },
          { at: 400, off: 50 },
        ],
      },
    ],
    coupons: [{ id: 'C', template: 'T', kind: 'product', membersOnly: true, tags: ['x'] }],
    redeemPoints: 100,
    rules: {
      maxCoupons: 1,
      redeem: { pointsPerYuan: 1000, step: 10, maxShare: 10_000 },
      earn: { fenPerPoint: 10 },
      rounding: { unit: 5 },
    },
    returns: [[{ line: '2', qty: 1000 }]],
  }
  const { status, stdout } = run(['-', '--explain'], JSON.stringify([scenario(changes), bad]))
  expect(status).toBe(1)
  expect(stdout).toMatchInlineSnapshot(`
    "—— 第 1 单 ——
    行  商品  数量  原价  应付  为什么
    1   A        2  2.00  1.51  会员价(gold) -0.20;满二百 -0.22;积分抵扣 -0.06;抹零 -0.01
    2   B        1  0.80  0.79  改价 +0.15;满二百 -0.11;积分抵扣 -0.04;抹零 -0.01

    原价合计 2.80  优惠 0.50  应付 2.30

    用了:
      促销 满二百  -0.33

    没有用:
      C:这位会员不能使用

    还差一点:
      再买 ¥1.25,减 ¥0.50(满二百)
    用积分 100 抵 0.10
    抹零 0.02
    得积分 34

    退货:
      第 1 次:退 0.79(行 2 0.79);收回积分 12,退还积分 34

    —— 第 2 单 ——
    不能计价:basket[0].sku names no product of the catalog.
    位置:basket[0].sku
    "
  `)
})

test('the schema says what is required and what is unknown', () => {
  const { status, stdout } = run(['--schema'])
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    type: 'object',
    additionalProperties: false,
    required: ['now', 'timeZone', 'store', 'catalog', 'basket'],
    properties: { promotions: { items: { oneOf: expect.any(Array) as unknown } } },
  })
})

test('what cannot be read', () => {
  for (const args of [[], ['a', 'b'], ['no-such-file.json'], ['--wrong']]) {
    const { status, stderr } = run(args)
    expect(status).toBe(2)
    expect(stderr).toMatch(/^quote: /u)
  }
})

test('the examples are those of the specification', () => {
  const examples = JSON.parse(readFileSync(new URL('examples.json', import.meta.url), 'utf8')) as {
    scenario: unknown
  }[]
  const { stdout } = run(['-'], JSON.stringify(examples.map((example) => example.scenario)))
  expect(JSON.parse(stdout)).toHaveLength(examples.length)
})
