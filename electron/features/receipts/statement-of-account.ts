/** The statement of an account on paper, as it stood at the row that asked for it. */
import type { Settings } from '../../../shared/contract/back-office.ts'
import { minuteTextOf } from '../../../shared/domain/day/calendar.ts'
import { cardTail } from '../../../shared/domain/member/masking.ts'
import { fen } from '../../../shared/domain/money.ts'
import { layoutStatement } from '../../../shared/domain/receipt/layout-statement.ts'
import { memberAccount } from '../../../shared/domain/value/accounts.ts'
import { RECEIPT_TEXTS } from '../../../shared/text/receipt.ts'
import { statementKinds } from '../../../shared/text/stored-value-report.ts'
import type { Core } from '../../core.ts'
import type { PrintJob } from '../../store/print-job-store.ts'

/** Paper has an end: the last entries, and how many there were before. */
const MOST_ROWS = 60

export function statementOfAccount(core: Core, settings: Settings, job: PrintJob): string {
  const memberId = job.subjectId
  let [principalFen, bonusFen] = [0, 0]
  const rows = core.stores.statements
    .entriesOf(memberAccount(memberId), job.seq)
    .filter((entry) => entry.principalFen !== 0 || entry.bonusFen !== 0)
    .map((entry) => {
      principalFen += entry.principalFen
      bonusFen += entry.bonusFen
      return {
        atText: minuteTextOf(entry.at, core.offsetMinutes).slice(2),
        label: labelOf(entry.kind),
        principalFen: fen(entry.principalFen),
        bonusFen: fen(entry.bonusFen),
        balanceFen: fen(principalFen + bonusFen),
      }
    })
  const tierId = core.stores.members.facts(memberId)?.tierId ?? null
  const tier = tierId === null ? undefined : core.catalog.tier(tierId)
  const card = core.stores.members.bestCardOf(memberId)
  const shown = rows.slice(-MOST_ROWS)
  const document = {
    header: { shopName: settings.shopName, lines: settings.receiptHeader },
    storeName: settings.storeName,
    printedAtText: minuteTextOf(job.at, core.offsetMinutes),
    member: {
      tierName: tier?.nameZh ?? '会员',
      maskedCard: card === undefined ? null : `****${cardTail(card.cardNumber)}`,
    },
    rows: shown,
    earlier: rows.length - shown.length,
    balance: { principalFen: fen(principalFen), bonusFen: fen(bonusFen) },
  }
  return layoutStatement(document, RECEIPT_TEXTS.zh, settings.paperMm)
}

function labelOf(kind: string): string {
  const known = kind === 'members-imported' ? 'opening' : kind
  return (known in statementKinds ? statementKinds[known as keyof typeof statementKinds] : statementKinds.other).zh
}
