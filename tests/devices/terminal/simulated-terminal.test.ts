import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createSimulatedTerminal } from '../../../electron/devices/terminal/simulated-terminal.ts'
import type { Terminal } from '../../../electron/devices/terminal/terminal.ts'

let folder: string
let waited: number[]
let terminal: Terminal
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhanggui-terminal-'))
  waited = []
  terminal = open()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const ledgerPath = (): string => join(folder, 'provider', 'ledger.json')

function open(): Terminal {
  return createSimulatedTerminal({
    ledgerPath: ledgerPath(),
    answerMs: 600,
    timeoutMs: 2500,
    wait: async (ms) => void waited.push(ms),
  })
}

const charge = (digit: number, attemptId = 'a-1') =>
  terminal.charge({ attemptId, amountFen: 1250, paymentCode: `13487265019384627${digit}` })

describe('the last digit of the code chooses', () => {
  test.each([0, 1, 2, 3, 4, 5])('%i: approved', async (digit) => {
    expect(await charge(digit)).toMatchObject({ outcome: 'approved' })
    expect(waited).toEqual([600])
  })

  test('6: declined, with a reason in both languages', async () => {
    expect(await charge(6)).toEqual({ outcome: 'declined', reasonZh: '余额不足', reasonEn: 'insufficient funds' })
  })

  test.each([
    [7, 1, 'approved'],
    [8, 1, 'declined'],
    [9, 4, 'approved'],
  ])('%i: silent, then after %i questions %s', async (digit, questions, outcome) => {
    expect(await charge(digit)).toEqual({ outcome: 'unknown' })
    expect(waited).toEqual([2500])
    for (let count = 1; count < questions; count += 1) expect(await terminal.ask('a-1')).toEqual({ outcome: 'unknown' })
    expect(await terminal.ask('a-1')).toMatchObject({ outcome })
    expect(await terminal.ask('a-1')).toMatchObject({ outcome })
  })
})

describe('every driver’s rules', () => {
  test('an attempt is charged once, whatever code comes with it later', async () => {
    const first = await charge(0)
    expect(await charge(6)).toEqual(first)
    expect(Object.keys(JSON.parse(readFileSync(ledgerPath(), 'utf8')) as object)).toEqual(['a-1'])
  })

  test('a charge that never arrived is declined, not unknown for ever', async () => {
    expect(await terminal.ask('nobody')).toMatchObject({ outcome: 'declined' })
  })

  test('what the provider knows outlives the till', async () => {
    const approved = await charge(0)
    await charge(9, 'a-2')
    terminal = open()
    expect(await terminal.ask('a-1')).toEqual(approved)
    expect(await terminal.ask('a-2')).toEqual({ outcome: 'unknown' })
  })

  test('a payment code is not kept', async () => {
    for (let digit = 0; digit < 10; digit += 1) await charge(digit, `a-${digit}`)
    expect(readFileSync(ledgerPath(), 'utf8')).not.toContain('13487265019384627')
  })

  test('an approved charge is taken back once and stays so; others are not', async () => {
    await charge(0)
    expect(await terminal.takeBack('a-1')).toEqual({ outcome: 'voided' })
    expect(await terminal.takeBack('a-1')).toEqual({ outcome: 'voided' })
    expect(await terminal.ask('a-1')).toMatchObject({ outcome: 'declined' })
    await charge(6, 'a-2')
    expect(await terminal.takeBack('a-2')).toEqual({ outcome: 'not-voided' })
    expect(await terminal.takeBack('nobody')).toEqual({ outcome: 'not-voided' })
  })
})
