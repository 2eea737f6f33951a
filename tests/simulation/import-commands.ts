/**
 * Lists of members that are imported while the till sells: drawn from few phones and cards, so that they meet each other,
 * the shop's own members and those who are registered at the till; at times stopped half way, or sent again.
 */
import type { Core } from '../../electron/core.ts'
import { cancelImport } from '../../electron/features/member-import/follow-import.ts'
import type { ImportThread } from '../../electron/features/member-import/import-questions.ts'
import { createImportWork } from '../../electron/features/member-import/import-work.ts'
import { lookThrough } from '../../electron/features/member-import/read-import.ts'
import { importOf, leaveImport, newImport } from '../../electron/features/member-import/running.ts'
import { commitImport } from '../../electron/features/member-import/write-batches.ts'
import { ok, refuse, type Result } from '../../shared/domain/result.ts'
import type { SellingTill } from '../till/selling-till.ts'
import type { Dice } from './dice.ts'
import type { SimulatedCommand } from './simulated-command.ts'

const HEADER = '姓名,手机,卡号,等级,积分,储值本金,赠送金,备注'
const PHONES = [
  '13900007531',
  '13812340001',
  '13812340002',
  ...Array.from({ length: 30 }, (_, place) => `137123400${String(place).padStart(2, '0')}`),
]
const CARDS = ['', '', '', '', '8800000000019', '660000000001', '660000000002', '660000000003']
const PRINCIPALS = ['', '', '', '100', '250.5', '5000', '5000.01', '-1']
const NOTES = ['', '', '每周六上午来买吐司', '对坚果过敏,请提醒']

interface ImportFacts {
  readonly commandId: string
  readonly csv: string
}

export const importCommands: readonly [number, (till: SellingTill, dice: Dice) => SimulatedCommand][] = [
  [
    8,
    ({ core }, dice) => {
      const facts: ImportFacts = { commandId: core.newId(), csv: drawList(dice) }
      return { name: 'import', facts: { ...facts }, run: (till) => importList(till.core, facts) }
    },
  ],
]

function drawList(dice: Dice): string {
  const rows = Array.from({ length: dice.whole(2, 9) }, () =>
    [
      dice.pick(['王一', '李二丫', '欧阳明月', '赵六', '']),
      dice.pick(PHONES),
      dice.pick(CARDS),
      dice.pick(['', '', '金卡', '黑卡']),
      dice.pick(['', '', '10', '300', '1.5']),
      dice.pick(PRINCIPALS),
      dice.pick(['', '50']),
      dice.pick(NOTES),
    ].join(','),
  )
  return [HEADER, ...rows].join('\n')
}

/** As the page does it, to the end; only the thread is none, so that a run can be repeated step by step. */
async function importList(core: Core, { commandId, csv }: ImportFacts): Promise<Result<unknown>> {
  if (core.memory.operator?.role !== 'manager') return refuse('not-permitted')
  const bytes = Buffer.from(csv)
  const running = newImport(core, '名单.csv', bytes.length)
  await lookThrough(core, running, { bytes, thread: threadless(core) })
  const { importId, digest, state } = running.view
  if (state !== 'ready') return refuse(running.view.refusal?.code ?? state)
  const begun = commitImport(core, { commandId, importId, digest })
  if (!begun.ok) return begun
  await importOf(core)?.writing
  const { refusal } = running.view
  const over = await cancelImport(core, importId)
  await leaveImport(core)
  return refusal === null ? over : ok(null)
}

function threadless(core: Core): ImportThread {
  const work = createImportWork({ folder: core.store.folder }, () => undefined)
  return {
    ask: (ask, ...args) => {
      const answer = work[ask] as (...given: typeof args) => Awaited<ReturnType<(typeof work)[typeof ask]>>
      return Promise.resolve(answer(...args))
    },
    end: () => Promise.resolve(),
  }
}
