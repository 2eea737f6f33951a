/** Everything that store.db holds, one part a subject; statements are prepared once, here. */
import { createCatalogStore, type CatalogStore } from './catalog-store.ts'
import { createMemberFileStore, type MemberFileStore } from './member-file-store.ts'
import { createMemberHistoryStore, type MemberHistoryStore } from './member-history-store.ts'
import { createMemberStore, type MemberStore } from './member-store.ts'
import type { Store } from './open-store.ts'
import { createPaymentStore, type PaymentStore } from './payment-store.ts'
import { createPrintJobStore, type PrintJobStore } from './print-job-store.ts'
import { createRuleStore, type RuleStore } from './rule-store.ts'
import { createSaleStore, type SaleStore } from './sale-store.ts'
import { createSettingsStore, type SettingsStore } from './settings-store.ts'
import { createShiftStore, type ShiftStore } from './shift-store.ts'
import { createStaffStore, type StaffStore } from './staff-store.ts'
import { createStatementStore, type StatementStore } from './statement-store.ts'
import { createValueDocumentStore, type ValueDocumentStore } from './value-document-store.ts'
import { createValueStore, type ValueStore } from './value-store.ts'
import { createWaitingOrderStore, type WaitingOrderStore } from './waiting-order-store.ts'

export interface Stores {
  readonly catalog: CatalogStore
  readonly rules: RuleStore
  readonly staff: StaffStore
  readonly settings: SettingsStore
  readonly shifts: ShiftStore
  readonly sales: SaleStore
  readonly payments: PaymentStore
  readonly printJobs: PrintJobStore
  readonly members: MemberStore
  readonly memberFiles: MemberFileStore
  readonly memberHistory: MemberHistoryStore
  readonly value: ValueStore
  readonly valueDocuments: ValueDocumentStore
  readonly waitingOrders: WaitingOrderStore
  readonly statements: StatementStore
}

export function createStores(store: Store): Stores {
  return {
    catalog: createCatalogStore(store),
    rules: createRuleStore(store),
    staff: createStaffStore(store),
    settings: createSettingsStore(store),
    shifts: createShiftStore(store),
    sales: createSaleStore(store),
    payments: createPaymentStore(store),
    printJobs: createPrintJobStore(store),
    members: createMemberStore(store),
    memberFiles: createMemberFileStore(store),
    memberHistory: createMemberHistoryStore(store),
    value: createValueStore(store),
    valueDocuments: createValueDocumentStore(store),
    waitingOrders: createWaitingOrderStore(store),
    statements: createStatementStore(store),
  }
}
