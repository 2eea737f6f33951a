/** Products, operators, settings, receipts: what a manager and a cashier between two customers use. */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { OperatorView, Role, StatusView } from './app.ts'
import {
  Approval,
  AmountFen,
  Command,
  errors,
  Fen,
  Id,
  Instant,
  Label,
  Pin,
  PositiveFen,
  ShortText,
  Sku,
} from './primitives.ts'
import { TillView } from './till.ts'

const base = oc.errors(errors)

export const CategoryView = z.object({ categoryId: z.string(), label: Label, color: z.string() })
export type CategoryView = z.infer<typeof CategoryView>

export const ProductView = z.object({
  sku: Sku,
  name: Label,
  barcode: z.string().nullable(),
  categoryId: z.string(),
  color: z.string(),
  unit: z.string(),
  countable: z.boolean(),
  openPrice: z.boolean(),
  priceFen: Fen,
  memberPriceFen: Fen.nullable(),
  /** 常用: the place among the favourites, null where it is none */
  favourite: z.int().nullable(),
  /** a promotion that would take this product, in the shop's words */
  offer: Label.nullable(),
})
export type ProductView = z.infer<typeof ProductView>

/** What a manager edits of a product. Rates in basis points: 1300 is 13 % tax, contained in the price. */
export const ProductEdit = z.object({
  sku: Sku,
  nameZh: ShortText,
  nameEn: z.string().trim().max(60),
  barcode: z
    .string()
    .trim()
    .regex(/^\d{5,14}$/)
    .nullable(),
  /** five digits on the scale's labels; weighed goods only */
  plu: z
    .string()
    .regex(/^\d{5}$/)
    .nullable(),
  categoryId: z.string(),
  unit: z.string().trim().min(1).max(6),
  countable: z.boolean(),
  openPrice: z.boolean(),
  priceFen: AmountFen,
  memberPriceFen: PositiveFen.nullable(),
  costFen: AmountFen.nullable(),
  taxRateBp: z.int().min(0).max(10_000),
  discountable: z.boolean(),
  pointsEligible: z.boolean(),
  favourite: z.int().min(1).max(99).nullable(),
  disabled: z.boolean(),
})
export type ProductEdit = z.infer<typeof ProductEdit>

export const ImportRow = z.object({
  row: z.int(),
  nameZh: z.string(),
  barcode: z.string(),
  priceText: z.string(),
  action: z.enum(['new', 'update', 'unchanged', 'error']),
  problem: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
})
export type ImportRow = z.infer<typeof ImportRow>

export const ImportPreview = z.object({
  digest: z.string(),
  rows: z.array(ImportRow),
  newCount: z.int(),
  updateCount: z.int(),
  unchangedCount: z.int(),
  errorCount: z.int(),
})
export type ImportPreview = z.infer<typeof ImportPreview>

export const productsContract = {
  categories: base.route({ method: 'GET', path: '/products/categories' }).output(z.array(CategoryView)),
  grid: base
    .route({ method: 'GET', path: '/products/grid', summary: 'Every product on sale, for the tiles' })
    .output(z.array(ProductView)),
  search: base
    .route({ method: 'POST', path: '/products/search', summary: 'By name, pinyin initials, code or barcode' })
    .input(z.object({ query: z.string().trim().min(1).max(40), limit: z.int().min(1).max(100).default(24) }))
    .output(z.array(ProductView)),
  list: base
    .route({ method: 'GET', path: '/products', summary: 'For the back office, disabled ones too' })
    .output(z.array(ProductEdit)),
  save: base
    .route({ method: 'POST', path: '/products/save', summary: 'Add a product or change it' })
    .input(Command.extend({ product: ProductEdit }))
    .output(ProductEdit),
  previewImport: base
    .route({
      method: 'POST',
      path: '/products/import/preview',
      summary: 'Check pasted rows: 名称, 条码, 价格, 分类, 单位, 税率',
    })
    .input(z.object({ text: z.string().max(5_000_000) }))
    .output(ImportPreview),
  commitImport: base
    .route({ method: 'POST', path: '/products/import', summary: 'Take the good rows of the previewed text' })
    .input(Command.extend({ text: z.string().max(5_000_000), digest: z.string() }))
    .output(z.object({ newCount: z.int(), updateCount: z.int() })),
  addNow: base
    .route({
      method: 'POST',
      path: '/products/add-now',
      summary: 'An unknown barcode becomes a product and a line of the basket',
    })
    .input(
      Command.extend({
        barcode: z.string().regex(/^\d{5,14}$/),
        nameZh: ShortText,
        priceFen: PositiveFen,
        categoryId: z.string(),
        approval: Approval.optional(),
      }),
    )
    .output(TillView),
}

export const operatorsContract = {
  list: base.route({ method: 'GET', path: '/operators' }).output(z.array(OperatorView)),
  add: base
    .route({ method: 'POST', path: '/operators/add' })
    .input(
      Command.extend({ operatorId: Id, name: ShortText, code: z.string().regex(/^\d{2,6}$/), role: Role, pin: Pin }),
    )
    .output(z.array(OperatorView)),
  resetPin: base
    .route({ method: 'POST', path: '/operators/reset-pin' })
    .input(Command.extend({ operatorId: Id, pin: Pin }))
    .output(z.array(OperatorView)),
  setDisabled: base
    .route({ method: 'POST', path: '/operators/disable' })
    .input(Command.extend({ operatorId: Id, disabled: z.boolean() }))
    .output(z.array(OperatorView)),
}

export const Settings = z.object({
  shopName: ShortText,
  storeName: z.string().trim().max(40),
  tillName: z.string().trim().max(20),
  receiptHeader: z.array(z.string().max(40)).max(5),
  receiptFooter: z.array(z.string().max(40)).max(5),
  paperMm: z.union([z.literal(58), z.literal(80)]),
  printer: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('paper') }),
    z.object({ kind: z.literal('network'), host: z.string().trim().min(1).max(100), port: z.int().min(1).max(65535) }),
  ]),
  /** how mobile payments reach their provider; the simulated terminal is for trying and training */
  terminal: z.enum(['none', 'simulated']),
  walletOrder: z.enum(['proportional', 'principal-first', 'bonus-first']),
  roundingUnitFen: z.union([z.literal(1), z.literal(10), z.literal(50), z.literal(100)]),
})
export type Settings = z.infer<typeof Settings>

export const settingsContract = {
  get: base.route({ method: 'GET', path: '/settings' }).output(Settings),
  save: base
    .route({ method: 'POST', path: '/settings' })
    .input(Command.extend({ settings: Settings }))
    .output(Settings),
  testPrint: base.route({ method: 'POST', path: '/settings/test-print' }).input(Command).output(StatusView),
}

export const ReceiptRow = z.object({
  saleId: Id,
  /** a sale of goods, or what moved stored value */
  kind: z.enum(['sale', 'top-up', 'top-up-reversal', 'closing']),
  receiptNo: z.string(),
  at: Instant,
  operatorName: z.string(),
  memberName: z.string().nullable(),
  pieces: z.int(),
  payableFen: Fen,
  tenders: z.array(Label),
  copies: z.int(),
  print: z.enum(['queued', 'printing', 'printed', 'failed', 'unsure']),
})
export type ReceiptRow = z.infer<typeof ReceiptRow>

export const PrintJobRow = z.object({
  jobId: Id,
  saleId: Id.nullable(),
  title: Label,
  state: z.enum(['queued', 'printing', 'printed', 'failed', 'unsure']),
  copy: z.int(),
  at: Instant,
})
export type PrintJobRow = z.infer<typeof PrintJobRow>

export const receiptsContract = {
  recent: base
    .route({
      method: 'POST',
      path: '/receipts',
      summary: 'The last receipts, or those whose number, card tail or amount match',
    })
    .input(
      z.object({
        query: z.string().trim().max(40).default(''),
        beforeAt: Instant.optional(),
        limit: z.int().min(1).max(100).default(30),
      }),
    )
    .output(z.array(ReceiptRow)),
  preview: base
    .route({
      method: 'POST',
      path: '/receipts/preview',
      summary: 'The paper as an SVG picture, drawn from the bytes that are printed',
    })
    .input(z.object({ saleId: Id }))
    .output(z.object({ svg: z.string(), widthDots: z.int(), heightDots: z.int() })),
  reprint: base
    .route({ method: 'POST', path: '/receipts/reprint', summary: 'A second copy, marked 补打' })
    .input(Command.extend({ saleId: Id, jobId: Id }))
    .output(ReceiptRow),
  openJobs: base
    .route({ method: 'GET', path: '/receipts/jobs', summary: 'Print jobs that want somebody to look' })
    .output(z.array(PrintJobRow)),
  settleJob: base
    .route({
      method: 'POST',
      path: '/receipts/jobs/settle',
      summary: 'An unsure job: it came out, print it again (marked 补打), or drop it',
    })
    .input(Command.extend({ jobId: Id, decision: z.enum(['came-out', 'print-again', 'drop']) }))
    .output(z.array(PrintJobRow)),
}
