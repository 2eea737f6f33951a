/**
 * What every use case of the till works with: the store, the till's memory, its clock and its devices. One till is one
 * Core; features read from it, decide, commit, and only then change its memory.
 */
import type { Settings } from '../shared/contract/back-office.ts'
import type { DoneTopUp } from '../shared/contract/top-up.ts'
import type { Order } from '../shared/domain/basket/order.ts'
import type { Refusal, Result } from '../shared/domain/result.ts'
import type { Role } from '../shared/domain/staff/permission.ts'
import type { DemoShop } from './demo/demo-shop.ts'
import type { Terminal } from './devices/terminal/terminal.ts'
import type { Printer } from './devices/printer/printer.ts'
import type { Catalog } from './store/catalog.ts'
import type { Committer } from './store/commit.ts'
import type { MembersDb } from './store/members/members-db.ts'
import type { Store } from './store/open-store.ts'
import type { Stores } from './store/stores.ts'
import type { TillClock } from './till-clock.ts'
import type { WorkerName } from './till-options.ts'

export interface SignedIn {
  readonly operatorId: string
  readonly name: string
  readonly code: string
  readonly role: Role
}

export interface OpenShift {
  readonly shiftId: string
  readonly businessDay: string
  readonly dayOrdinal: number
  readonly openedAt: number
  readonly openedBy: string
  readonly floatFen: number
}

/** The last sale, while the screen shows its change. */
export interface DoneSale {
  readonly saleId: string
  readonly receiptNo: string
  readonly payableFen: number
  readonly paidFen: number
  readonly changeFen: number
  readonly pointsEarned: number
  readonly memberName: string | null
  readonly drawer: boolean
  readonly liftedTo: { readonly zh: string; readonly en: string } | null
  /** where it was a top-up */
  readonly topUp: DoneTopUp | null
}

/** A sentence for the cashier about the last thing that happened by itself (a payment declined, say). */
export interface Notice {
  readonly id: number
  readonly refusal: Refusal
}

export interface TillMemory {
  settings: Settings | null
  operator: SignedIn | null
  shift: OpenShift | null
  order: Order
  done: DoneSale | null
  notice: Notice | null
  /** the last commands on baskets, which are memory and no facts; they outlive their order, so that none is done twice */
  readonly answered: Set<string>
}

export interface PrinterTrouble {
  readonly printing: boolean
  readonly refusal: Refusal | null
}

/** The demo shop's past days, before they are lived through. */
export interface DemoPast {
  /** the same till as it stood on the morning of its first day, with a clock and a memory of its own */
  readonly core: Core
  /** the shop as it was then */
  readonly shop: DemoShop
  /** lives through all of them; for store/all-or-none.ts: gives way to nothing */
  live(): Promise<Result<null>>
}

export interface Core {
  readonly store: Store
  readonly committer: Committer
  readonly stores: Stores
  readonly members: MembersDb
  readonly catalog: Catalog
  readonly clock: TillClock
  readonly newId: () => string
  readonly workerFile: (name: WorkerName) => string | URL
  readonly memory: TillMemory
  /** by the settings; replaced when they change */
  readonly devices: { printer: Printer; terminal: Terminal | null; trouble: PrinterTrouble }
  readonly setPrinterTrouble: (trouble: PrinterTrouble) => void
  /** receipts of a business day are numbered without gaps */
  readonly salesOfDay: { next(businessDay: string): number; taken(businessDay: string): void }
  /** minutes east of UTC of the shop's clock */
  readonly offsetMinutes: number
  /** something that a screen shows has changed */
  readonly changed: () => void
  /** the jobs of a day hang on its opening */
  readonly dayOpened: () => void
  /** print jobs may be waiting */
  readonly wakePrinter: () => void
  /** makes the demo shop's past days; absent, or null where the till has later rows: the demo shop begins today */
  readonly demoPast?: (core: Core, shop: DemoShop) => DemoPast | null
}
