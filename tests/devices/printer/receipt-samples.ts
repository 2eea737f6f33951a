/** Documents of a bakery and grocery, as a real day makes them. */
import type {
  ReceiptDocument,
  ReceiptLine,
  ShiftReportDocument,
  TopUpDocument,
} from '../../../shared/domain/receipt/receipt-document.ts'
import { fen } from '../../../shared/domain/money.ts'

const header = { shopName: '麦香村烘焙', lines: ['上海市黄浦区人民路168号', '电话 021-6355-0168'] }

/** A line whose reductions are given by reason; the net amount follows from them. */
export function saleLine(
  name: string,
  qtyText: string,
  amounts: { unitPrice: number; gross: number },
  reductions: readonly (readonly [label: string, amount: number])[] = [],
): ReceiptLine {
  const adjustments = reductions.map(([label, amount]) => ({ label, amountFen: fen(amount) }))
  const netFen = fen(adjustments.reduce((net, adjustment) => net + adjustment.amountFen, amounts.gross))
  return {
    name,
    qtyText,
    unitPriceFen: fen(amounts.unitPrice),
    grossFen: fen(amounts.gross),
    netFen,
    adjustments,
    servedBy: null,
  }
}

export const memberSale: ReceiptDocument = {
  locale: 'zh',
  header,
  storeName: '人民路店',
  tillName: '1号台',
  receiptNumber: 'S01-T1-7F3A-000128',
  shiftText: '早班',
  operatorName: '王芳',
  soldAtText: '2026-11-21 10:08:36',
  member: { tierName: '金卡', maskedCard: '****8888' },
  lines: [
    saleLine('法式长棍面包', '2', { unitPrice: 1200, gross: 2400 }, [['金卡会员价', -240]]),
    saleLine('手撕全麦吐司 400g', '1', { unitPrice: 1680, gross: 1680 }, [['金卡会员价', -168]]),
    saleLine('本地红富士苹果', '0.856kg', { unitPrice: 1280, gross: 1096 }, [['金卡会员价', -110]]),
    {
      ...saleLine('光明优倍高品质鲜牛奶950ml家庭装（冷藏）', '2', { unitPrice: 2150, gross: 4300 }, [
        ['第二件半价', -1075],
      ]),
      servedBy: '李小红',
    },
    saleLine('提拉米苏', '1', { unitPrice: 3800, gross: 3800 }, [['满100减5元券', -500]]),
  ],
  totals: { grossFen: fen(13_276), savedFen: fen(2093), roundingFen: fen(3), payableFen: fen(11_180) },
  tenders: [
    { label: '储值', amountFen: fen(8000), detail: '本金 65.00 赠金 15.00' },
    { label: '现金', amountFen: fen(5000), detail: null },
  ],
  changeFen: fen(1820),
  points: { earned: 111, redeemed: 0, balance: 1311 },
  storedValue: { principalFen: fen(43_500), bonusFen: fen(6500) },
  taxes: [
    { rateText: '13%', taxFen: fen(1124) },
    { rateText: '9%', taxFen: fen(81) },
  ],
  footerLines: ['谢谢惠顾，欢迎再来', '商品如有质量问题，请于7日内凭小票退换'],
  saleId: '01946f3c-7a10-7c3e-9d21-5b8e4f2a6c10',
  reprintOrdinal: 0,
  voided: false,
}

/** Someone without a card who buys one thing and pays with exact cash. */
export const plainSale: ReceiptDocument = {
  ...memberSale,
  receiptNumber: 'S01-T1-7F3A-000129',
  member: null,
  lines: [saleLine('肉松小贝', '3', { unitPrice: 850, gross: 2550 })],
  totals: { grossFen: fen(2550), savedFen: fen(0), roundingFen: fen(0), payableFen: fen(2550) },
  tenders: [{ label: '微信支付', amountFen: fen(2550), detail: '交易号 4200002611202611215566778899' }],
  changeFen: fen(0),
  points: null,
  storedValue: null,
  taxes: [],
  saleId: '01946f3c-9b22-7d10-8a4e-0c1d2e3f4a5b',
}

export const englishSale: ReceiptDocument = {
  ...memberSale,
  locale: 'en',
  header: { shopName: 'Wheatfield', lines: ['168 Renmin Road, Shanghai'] },
  storeName: 'Renmin Road',
  tillName: 'Till 1',
  shiftText: 'Morning',
  operatorName: 'Fang Wang',
  member: { tierName: 'Gold', maskedCard: '****8888' },
  lines: [
    saleLine('Baguette', '2', { unitPrice: 1200, gross: 2400 }, [['Gold member price', -240]]),
    saleLine('Hand-torn wholemeal toast with walnuts 400g', '1', { unitPrice: 1680, gross: 1680 }),
  ],
  totals: { grossFen: fen(4080), savedFen: fen(240), roundingFen: fen(0), payableFen: fen(3840) },
  tenders: [{ label: 'Bank card', amountFen: fen(3840), detail: 'Approval 093311' }],
  changeFen: fen(0),
  footerLines: ['Thank you, see you again'],
}

export const topUp: TopUpDocument = {
  locale: 'zh',
  header,
  storeName: '人民路店',
  tillName: '1号台',
  receiptNumber: 'C01-T1-7F3A-000017',
  operatorName: '王芳',
  toppedUpAtText: '2026-11-21 10:20:02',
  member: { tierName: '金卡', maskedCard: '****8888' },
  principalFen: fen(50_000),
  bonusFen: fen(8000),
  bonusExpiresOn: '2027-11-20',
  points: 500,
  coupons: [{ name: '满 120 减 20', count: 2 }],
  servedBy: '李晓梅',
  tenders: [{ label: '支付宝', amountFen: fen(50_000), detail: null }],
  changeFen: fen(0),
  balanceAfter: { principalFen: fen(93_500), bonusFen: fen(14_500) },
  footerLines: ['赠金不可提现，详见章程'],
  topUpId: '01946f3c-b001-7000-8000-00000000c001',
  reprintOrdinal: 0,
}

export const shiftReport: ShiftReportDocument = {
  locale: 'zh',
  header,
  storeName: '人民路店',
  tillName: '1号台',
  shiftText: '早班',
  businessDay: '2026-11-21',
  operatorName: '王芳',
  openedAtText: '2026-11-21 07:30:00',
  closedAtText: '2026-11-21 15:32:10',
  counts: { sales: 186, voids: 2, reprints: 3 },
  salesFen: fen(842_610),
  savedFen: fen(61_240),
  roundingFen: fen(312),
  topUps: { count: 4, amountFen: fen(180_000) },
  payOuts: { count: 1, amountFen: fen(30_450) },
  tenders: [
    { label: '现金', count: 61, amountFen: fen(186_420) },
    { label: '储值', count: 58, amountFen: fen(301_850) },
    { label: '微信支付', count: 47, amountFen: fen(248_900) },
    { label: '支付宝', count: 17, amountFen: fen(88_040) },
    { label: '银行卡', count: 3, amountFen: fen(17_400) },
  ],
  drawer: {
    floatFen: fen(50_000),
    cashSalesFen: fen(186_420),
    expectedFen: fen(236_420),
    countedFen: fen(236_370),
    overShortFen: fen(-50),
  },
  reprintOrdinal: 0,
}
