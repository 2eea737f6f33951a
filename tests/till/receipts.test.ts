import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Core } from '../../electron/core.ts'
import { decodeEscPos } from '../../electron/devices/printer/escpos-decoder.ts'
import { openJobs, reprintReceipt, settleJob } from '../../electron/features/receipts/reprint.ts'
import { auditTables } from '../simulation/auditor.ts'
import { sellForCash } from './checkout.ts'
import { openSellingTill, type SellingTill } from './selling-till.ts'
import { must, refusal } from './small-shop.ts'

let till: SellingTill
let core: Core
beforeEach(async () => {
  till = await openSellingTill()
  core = till.core
})
afterEach(() => {
  expect(auditTables(core.store.sqlite)).toEqual([])
  till.close()
})

interface Printed {
  readonly text: string
  readonly drawer: boolean
  readonly jobId: string
}

const printed = (): Printed[] =>
  till.devices.printer.printed.map(({ jobId, bytes }) => {
    const { items } = decodeEscPos(bytes)
    expect(items.filter((item) => item.kind === 'unknown')).toEqual([])
    const lines = items.flatMap((item) => (item.kind === 'line' ? [item.runs.map((run) => run.text).join('')] : []))
    return { jobId, text: lines.join('\n'), drawer: items.some((item) => item.kind === 'drawer') }
  })
const jobStates = (): string[] =>
  core.store.sqlite
    .prepare<[], { state: string }>('SELECT state FROM print_jobs ORDER BY seq, copy')
    .all()
    .map((row) => row.state)

function restart(): void {
  till = till.restart()
  core = till.core
  till.signIn('cashier')
}

describe('the print queue', () => {
  test('prints each receipt once, in order, with the drawer', async () => {
    const numbers = [sellForCash(core, 'BUN'), sellForCash(core, 'TEA')].map(
      (saleId) => core.stores.sales.read(saleId)?.document.receiptNo ?? '?',
    )
    expect(jobStates()).toEqual(['queued', 'queued'])
    await till.print()
    await till.print()
    expect(jobStates()).toEqual(['printed', 'printed'])
    expect(printed().map(({ text, drawer }) => [numbers.findIndex((number) => text.includes(number)), drawer])).toEqual(
      [
        [0, true],
        [1, true],
      ],
    )
    expect(printed()[0]?.text).not.toContain('补打')
  })

  test('prints after a restart what was committed before it', async () => {
    sellForCash(core, 'BUN')
    restart()
    await till.print()
    expect(jobStates()).toEqual(['printed'])
  })

  test('tries again what failed, and says what is wrong meanwhile', async () => {
    sellForCash(core, 'BUN')
    till.devices.printer.outcomes.push({ outcome: 'failed', trouble: 'unreachable', detail: 'no route' })
    await till.print()
    expect(jobStates()).toEqual(['failed'])
    expect(core.devices.trouble.refusal?.code).toBe('printer-unreachable')
    await till.print()
    expect(jobStates()).toEqual(['printed'])
    expect(core.devices.trouble.refusal).toBeNull()
    expect(printed()).toHaveLength(1)
  })

  test.each([
    ['paper-out', 'printer-paper-out'],
    ['cover-open', 'printer-cover-open'],
    ['offline', 'printer-unreachable'],
  ] as const)('sends nothing to a printer that says %s', async (state, code) => {
    sellForCash(core, 'BUN')
    till.devices.printer.state = { state }
    await till.print()
    expect(jobStates()).toEqual(['queued'])
    expect(core.devices.trouble.refusal?.code).toBe(code)
    till.devices.printer.state = { state: 'ready', answered: true, paperLow: false }
    await till.print()
    expect(jobStates()).toEqual(['printed'])
  })

  test('opens no drawer long after the sale', async () => {
    sellForCash(core, 'BUN')
    till.pass(10_001)
    sellForCash(core, 'TEA')
    await till.print()
    expect(printed().map((job) => job.drawer)).toEqual([false, true])
  })

  test('does not print by itself what may have come out: the next one goes on, the cashier decides', async () => {
    sellForCash(core, 'BUN')
    sellForCash(core, 'TEA')
    till.devices.printer.outcomes.push({ outcome: 'unknown', trouble: 'interrupted', detail: 'cut' })
    await till.print()
    await till.print()
    expect(jobStates()).toEqual(['unsure', 'printed'])
    expect(core.stores.printJobs.counts()).toEqual({ queued: 0, unsure: 1 })
  })

  test('does not know after a crash whether the job at work came out', async () => {
    sellForCash(core, 'BUN')
    till.devices.printer.hangs = true
    await till.print()
    expect(jobStates()).toEqual(['printing'])
    restart()
    expect(jobStates()).toEqual(['unsure'])
    await till.print()
    expect(printed()).toEqual([])
  })
})

describe('an unsure job', () => {
  let jobId: string
  beforeEach(async () => {
    sellForCash(core, 'BUN')
    till.devices.printer.hangs = true
    await till.print()
    restart()
    jobId = must(openJobs(core))[0]?.jobId ?? ''
  })

  test('that came out is over', async () => {
    expect(must(settleJob(core, { commandId: core.newId(), jobId, decision: 'came-out' }))).toEqual([])
    await till.print()
    expect(printed()).toEqual([])
    expect(jobStates()).toEqual(['printed'])
  })

  test('printed again is marked 补打 and opens no drawer; asked for twice it is one copy', async () => {
    const command = { commandId: core.newId(), jobId, decision: 'print-again' } as const
    must(settleJob(core, command))
    must(settleJob(core, command))
    await till.print()
    expect(printed().map(({ drawer, text }) => [drawer, text.includes('补打')])).toEqual([[false, true]])
    expect(jobStates()).toEqual(['dropped', 'printed'])
    expect(refusal(settleJob(core, { ...command, commandId: core.newId() })).code).toBe('job-unknown')
    expect(refusal(settleJob(core, { ...command, decision: 'drop' })).code).toBe('command-reused')
  })

  test('dropped is over', async () => {
    must(settleJob(core, { commandId: core.newId(), jobId, decision: 'drop' }))
    await till.print()
    expect(printed()).toEqual([])
  })
})

describe('a reprint', () => {
  test('is marked 补打, numbered, audited, without the drawer, and one a command', async () => {
    const saleId = sellForCash(core, 'BUN')
    await till.print()
    const command = { commandId: core.newId(), saleId, jobId: core.newId() }
    for (let times = 0; times < 3; times += 1) must(reprintReceipt(core, command))
    must(reprintReceipt(core, { commandId: core.newId(), saleId, jobId: core.newId() }))
    await till.print()
    await till.print()
    expect(printed()).toHaveLength(3)
    const copies = printed().slice(1)
    expect(copies.map(({ drawer, text }) => [drawer, text.includes('补打')])).toEqual([
      [false, true],
      [false, true],
    ])
    const audit = core.store.sqlite
      .prepare("SELECT detail FROM audit WHERE action = 'receipt-reprinted' ORDER BY seq")
      .all()
    expect(audit).toEqual([{ detail: '{"copy":1}' }, { detail: '{"copy":2}' }])
  })

  test('says what the first copy said, whatever the goods are called since', async () => {
    const saleId = sellForCash(core, 'BUN')
    await till.print()
    must(
      core.committer.commit({
        commandId: core.newId(),
        content: { op: 'rename' },
        kind: 'products-saved',
        version: 1,
        payload: { at: core.clock.now() },
        audit: [],
        answer: null,
        write: (seq) => {
          const bun = core.catalog.product('BUN')
          if (bun !== undefined) core.stores.catalog.putProduct({ ...bun, nameZh: '改名面包', priceFen: 9999 }, seq)
        },
      }),
    )
    core.catalog.reload()
    must(reprintReceipt(core, { commandId: core.newId(), saleId, jobId: core.newId() }))
    await till.print()
    const [first, second] = printed().map(({ text }) => text.split('\n').filter((line) => !line.includes('补打')))
    expect(second).toEqual(first)
  })

  test('of a sale that is not there is refused', () => {
    expect(
      refusal(reprintReceipt(core, { commandId: core.newId(), saleId: core.newId(), jobId: core.newId() })).code,
    ).toBe('sale-unknown')
  })
})
