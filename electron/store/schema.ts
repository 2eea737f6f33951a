/** store.db as drizzle sees it; the SQL in migrations/till is what makes it, and a test holds the two against each other. */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const till = sqliteTable('till', {
  only: integer().primaryKey(),
  tillId: text('till_id').notNull(),
  incarnation: text().notNull(),
  acknowledgedSeq: integer('acknowledged_seq').notNull(),
})

export const incarnations = sqliteTable('incarnations', {
  incarnation: text().primaryKey(),
  previousIncarnation: text('previous_incarnation'),
  previousSeq: integer('previous_seq').notNull(),
  previousHash: text('previous_hash').notNull(),
  reason: text().notNull(),
  at: integer().notNull(),
})

export const chain = sqliteTable('chain', {
  seq: integer().primaryKey(),
  incarnation: text().notNull(),
  kind: text().notNull(),
  version: integer().notNull(),
  payload: text().notNull(),
  hash: text().notNull(),
})

export const commands = sqliteTable('commands', {
  commandId: text('command_id').primaryKey(),
  contentDigest: text('content_digest').notNull(),
  seq: integer().notNull(),
  answer: text().notNull(),
})

export const audit = sqliteTable(
  'audit',
  {
    seq: integer().notNull(),
    ordinal: integer().notNull(),
    at: integer().notNull(),
    action: text().notNull(),
    operatorId: text('operator_id'),
    approverId: text('approver_id'),
    subject: text(),
    detail: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.seq, table.ordinal] })],
)

export const personRecords = sqliteTable(
  'person_records',
  {
    personId: text('person_id').notNull(),
    version: integer().notNull(),
    kind: text().notNull(),
    salt: text().notNull(),
    fields: text().notNull(),
    digest: text().notNull(),
    seq: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.version] })],
)

export const entries = sqliteTable('entries', {
  entryId: text('entry_id').primaryKey(),
  documentId: text('document_id').notNull(),
  seq: integer().notNull(),
  reverses: text(),
})

export const postings = sqliteTable(
  'postings',
  {
    seq: integer().notNull(),
    ordinal: integer().notNull(),
    entryId: text('entry_id').notNull(),
    account: text().notNull(),
    lot: text().notNull(),
    asset: text().notNull(),
    amount: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.seq, table.ordinal] })],
)

export const lots = sqliteTable('lots', {
  lot: text().primaryKey(),
  account: text().notNull(),
  asset: text().notNull(),
  documentId: text('document_id').notNull(),
  seq: integer().notNull(),
  expiresOn: text('expires_on'),
})

export const balances = sqliteTable(
  'balances',
  {
    account: text().notNull(),
    asset: text().notNull(),
    lot: text().notNull(),
    expiresOn: text('expires_on'),
    seq: integer().notNull(),
    amount: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.account, table.asset, table.lot] })],
)

export const documents = sqliteTable('documents', {
  documentId: text('document_id').primaryKey(),
  kind: text().notNull(),
  seq: integer().notNull(),
  at: integer().notNull(),
  businessDay: text('business_day').notNull(),
  shiftId: text('shift_id').notNull(),
  operatorId: text('operator_id').notNull(),
  memberId: text('member_id'),
  cardNumber: text('card_number'),
  receiptNo: text('receipt_no').notNull(),
  pieces: integer().notNull(),
  grossFen: integer('gross_fen').notNull(),
  savedFen: integer('saved_fen').notNull(),
  roundingFen: integer('rounding_fen').notNull(),
  payableFen: integer('payable_fen').notNull(),
  paidFen: integer('paid_fen').notNull(),
  changeFen: integer('change_fen').notNull(),
  pointsRedeemed: integer('points_redeemed').notNull(),
  pointsEarned: integer('points_earned').notNull(),
  pointsAfter: integer('points_after'),
  principalAfterFen: integer('principal_after_fen'),
  bonusAfterFen: integer('bonus_after_fen'),
})

export const documentLines = sqliteTable(
  'document_lines',
  {
    documentId: text('document_id').notNull(),
    ordinal: integer().notNull(),
    line: text().notNull(),
    sku: text().notNull(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
    unit: text().notNull(),
    countable: integer({ mode: 'boolean' }).notNull(),
    qty: integer().notNull(),
    unitPriceFen: integer('unit_price_fen').notNull(),
    grossFen: integer('gross_fen').notNull(),
    netFen: integer('net_fen').notNull(),
    taxRateBp: integer('tax_rate_bp').notNull(),
    servedBy: text('served_by'),
    adjustments: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.ordinal] })],
)

export const tenders = sqliteTable('tenders', {
  tenderId: text('tender_id').primaryKey(),
  documentId: text('document_id').notNull(),
  ordinal: integer().notNull(),
  kind: text().notNull(),
  amountFen: integer('amount_fen').notNull(),
  principalFen: integer('principal_fen').notNull(),
  bonusFen: integer('bonus_fen').notNull(),
  detail: text(),
})

export const paymentEvents = sqliteTable('payment_events', {
  seq: integer().primaryKey(),
  attemptId: text('attempt_id').notNull(),
  orderId: text('order_id').notNull(),
  kind: text().notNull(),
  amountFen: integer('amount_fen').notNull(),
  at: integer().notNull(),
  detail: text(),
})

export const openPayments = sqliteTable('open_payments', {
  attemptId: text('attempt_id').primaryKey(),
  orderId: text('order_id').notNull(),
  state: text().notNull(),
  amountFen: integer('amount_fen').notNull(),
  askedAt: integer('asked_at').notNull(),
  wallet: text().notNull(),
  draft: text().notNull(),
})

export const shifts = sqliteTable('shifts', {
  shiftId: text('shift_id').primaryKey(),
  businessDay: text('business_day').notNull(),
  dayOrdinal: integer('day_ordinal').notNull(),
  openedSeq: integer('opened_seq').notNull(),
  openedAt: integer('opened_at').notNull(),
  openedBy: text('opened_by').notNull(),
  floatFen: integer('float_fen').notNull(),
  closedSeq: integer('closed_seq'),
  closedAt: integer('closed_at'),
  closedBy: text('closed_by'),
  countedFen: integer('counted_fen'),
  expectedFen: integer('expected_fen'),
})

export const printJobs = sqliteTable('print_jobs', {
  jobId: text('job_id').primaryKey(),
  seq: integer().notNull(),
  kind: text().notNull(),
  subjectId: text('subject_id').notNull(),
  copy: integer().notNull(),
  drawer: integer({ mode: 'boolean' }).notNull(),
  state: text().notNull(),
  at: integer().notNull(),
})

export const operators = sqliteTable('operators', {
  operatorId: text('operator_id').primaryKey(),
  code: text().notNull(),
  name: text().notNull(),
  role: text().notNull(),
  disabled: integer({ mode: 'boolean' }).notNull(),
  pinHash: text('pin_hash').notNull(),
  seq: integer().notNull(),
})

export const pinGuards = sqliteTable('pin_guards', {
  operatorId: text('operator_id').primaryKey(),
  failures: integer().notNull(),
  lockLeftMs: integer('lock_left_ms').notNull(),
})

export const categories = sqliteTable('categories', {
  categoryId: text('category_id').primaryKey(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  color: text().notNull(),
  ordinal: integer().notNull(),
  seq: integer().notNull(),
})

export const products = sqliteTable('products', {
  sku: text().primaryKey(),
  barcode: text(),
  plu: text(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  categoryId: text('category_id').notNull(),
  unit: text().notNull(),
  countable: integer({ mode: 'boolean' }).notNull(),
  openPrice: integer('open_price', { mode: 'boolean' }).notNull(),
  priceFen: integer('price_fen').notNull(),
  memberPriceFen: integer('member_price_fen'),
  costFen: integer('cost_fen'),
  taxRateBp: integer('tax_rate_bp').notNull(),
  discountable: integer({ mode: 'boolean' }).notNull(),
  pointsEligible: integer('points_eligible', { mode: 'boolean' }).notNull(),
  favourite: integer(),
  disabled: integer({ mode: 'boolean' }).notNull(),
  seq: integer().notNull(),
})

export const tiers = sqliteTable('tiers', {
  tierId: text('tier_id').primaryKey(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  rate: integer().notNull(),
  pointsRate: integer('points_rate').notNull(),
  growthFromFen: integer('growth_from_fen').notNull(),
  seq: integer().notNull(),
})

export const offers = sqliteTable('offers', {
  offerId: text('offer_id').primaryKey(),
  kind: text({ enum: ['promotion', 'coupon-template'] }).notNull(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  body: text().notNull(),
  version: integer().notNull(),
  seq: integer().notNull(),
  owner: text({ enum: ['store', 'hq'] }).notNull(),
  state: text({ enum: ['live', 'paused', 'ended'] }).notNull(),
})

export const offerVersions = sqliteTable(
  'offer_versions',
  {
    offerId: text('offer_id').notNull(),
    version: integer().notNull(),
    kind: text({ enum: ['promotion', 'coupon-template'] }).notNull(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
    body: text().notNull(),
    owner: text({ enum: ['store', 'hq'] }).notNull(),
    state: text({ enum: ['live', 'paused', 'ended'] }).notNull(),
    seq: integer().notNull(),
    at: integer().notNull(),
    operatorId: text('operator_id'),
  },
  (table) => [primaryKey({ columns: [table.offerId, table.version] })],
)

export const settings = sqliteTable('settings', {
  name: text().primaryKey(),
  body: text().notNull(),
  seq: integer().notNull(),
})

export const members = sqliteTable('members', {
  memberId: text('member_id').primaryKey(),
  tierId: text('tier_id'),
  tags: text().notNull(),
  seq: integer().notNull(),
})

export const cards = sqliteTable('cards', {
  cardNumber: text('card_number').primaryKey(),
  memberId: text('member_id').notNull(),
  status: text().notNull(),
  seq: integer().notNull(),
})

export const memberGrowth = sqliteTable(
  'member_growth',
  {
    memberId: text('member_id').notNull(),
    month: text().notNull(),
    amountFen: integer('amount_fen').notNull(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.month] })],
)

export const coupons = sqliteTable('coupons', {
  couponId: text('coupon_id').primaryKey(),
  templateId: text('template_id').notNull(),
  memberId: text('member_id'),
  expiresOn: text('expires_on'),
  state: text().notNull(),
  seq: integer().notNull(),
})

export const couponEvents = sqliteTable(
  'coupon_events',
  {
    seq: integer().notNull(),
    couponId: text('coupon_id').notNull(),
    kind: text().notNull(),
    documentId: text('document_id'),
  },
  (table) => [primaryKey({ columns: [table.seq, table.couponId] })],
)

export const valueDocuments = sqliteTable('value_documents', {
  documentId: text('document_id').primaryKey(),
  seq: integer().notNull(),
  memberId: text('member_id').notNull(),
  planId: text('plan_id'),
  planName: text('plan_name'),
  rulesVersion: integer('rules_version').notNull(),
  principalFen: integer('principal_fen').notNull(),
  bonusFen: integer('bonus_fen').notNull(),
  points: integer().notNull(),
  coupons: integer().notNull(),
  servedBy: text('served_by'),
  approverId: text('approver_id'),
  reverses: text(),
})

export const waitingOrders = sqliteTable('waiting_orders', {
  orderId: text('order_id').primaryKey(),
  seq: integer().notNull(),
  draft: text().notNull(),
})

export const memberFiles = sqliteTable('member_files', {
  memberId: text('member_id').primaryKey(),
  source: text(),
  servedBy: text('served_by'),
  consent: integer({ mode: 'boolean' }).notNull(),
  registeredAt: integer('registered_at'),
  registeredBy: text('registered_by'),
  mergedInto: text('merged_into'),
  seq: integer().notNull(),
})

export const memberNotes = sqliteTable('member_notes', {
  noteId: text('note_id').primaryKey(),
  memberId: text('member_id').notNull(),
  kind: text().notNull(),
  text: text().notNull(),
  salt: text().notNull(),
  digest: text().notNull(),
  dueOn: text('due_on'),
  at: integer().notNull(),
  operatorId: text('operator_id').notNull(),
  doneAt: integer('done_at'),
  doneBy: text('done_by'),
  seq: integer().notNull(),
})

export const cardEvents = sqliteTable(
  'card_events',
  {
    seq: integer().notNull(),
    cardNumber: text('card_number').notNull(),
    memberId: text('member_id').notNull(),
    kind: text().notNull(),
    reason: text(),
    replacedBy: text('replaced_by'),
    at: integer().notNull(),
    operatorId: text('operator_id').notNull(),
    approverId: text('approver_id'),
  },
  (table) => [primaryKey({ columns: [table.seq, table.cardNumber] })],
)
