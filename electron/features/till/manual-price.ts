/** The cashier's own price 改价: needs a supervisor, below cost or for nothing a manager; who said yes stands on the line. */
import { MAX_UNIT_PRICE_FEN, setManualPrice } from '../../../shared/domain/basket/order.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import type { Permission } from '../../../shared/domain/staff/permission.ts'
import { authorise, type ApprovalGiven } from '../../authority.ts'
import type { Core } from '../../core.ts'
import { changeOrder, readyToSell, type OrderCommand } from './change-order.ts'

export interface ManualPriceCommand extends OrderCommand {
  readonly line: string
  /** null takes the cashier's price back */
  readonly priceFen: number | null
  readonly reason: string
  readonly approval?: ApprovalGiven | undefined
}

export async function manualPrice(core: Core, command: ManualPriceCommand): Promise<Result<null>> {
  const ready = readyToSell(core)
  if (!ready.ok) return ready
  const { priceFen } = command
  if (priceFen === null) return changeOrder(core, command, (order) => setManualPrice(order, command.line, null))
  if (priceFen > MAX_UNIT_PRICE_FEN) return refuse('price-out-of-range', { maxFen: MAX_UNIT_PRICE_FEN })
  const reason = command.reason.trim()
  if (reason === '') return refuse('reason-needed')
  const line = core.memory.order.lines.find((candidate) => candidate.line === command.line)
  if (line === undefined) return refuse('line-unknown')
  const permission = permissionFor(priceFen, core.catalog.product(line.sku)?.costFen ?? null)
  const authorised = await authorise(core, permission, command.approval)
  if (!authorised.ok) return authorised
  const approvedBy = authorised.value.approverId ?? core.memory.operator?.operatorId
  if (approvedBy === undefined) return refuse('not-signed-in')
  const changed = changeOrder(core, command, (order) =>
    setManualPrice(order, command.line, { priceFen, reason, approvedBy }),
  )
  return changed.ok ? ok(null) : changed
}

function permissionFor(priceFen: number, costFen: number | null): Permission {
  return priceFen === 0 || (costFen !== null && priceFen < costFen) ? 'price.below-cost' : 'price.manual'
}
