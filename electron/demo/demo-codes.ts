/**
 * The codes that the README offers to type or scan, each with what it shows.
 *
 * Invariants: all but the payment codes and the unknown barcode are read from the shop itself, so that none can go
 * stale; payment codes are made up and belong to nobody.
 */

import { scaleLabel } from './check-digits.ts'
import type { CardStatus, DemoMember } from './demo-member.ts'
import type { DemoProduct } from './demo-product.ts'

export type DemoCodeKind = 'product' | 'scale-label' | 'member-card' | 'phone' | 'coupon' | 'payment' | 'unknown'

export type DemoCode = {
  readonly code: string
  readonly kind: DemoCodeKind
  /** What the scan shows. */
  readonly zh: string
  readonly en: string
}

/** A valid EAN-13 that no product of the demo has. */
const UNKNOWN_BARCODE = '6900000000014'
const WECHAT_PAYMENT_CODE = '134872650193846275'
const ALIPAY_PAYMENT_CODE = '283746501928374655'

type Sources = {
  readonly products: readonly DemoProduct[]
  readonly members: readonly DemoMember[]
  readonly bearerCouponId: string
}

export function demoCodesOf({ products, members, bearerCouponId }: Sources): DemoCode[] {
  const product = (sku: string): DemoProduct =>
    found(
      products.find((candidate) => candidate.sku === sku),
      sku,
    )
  const member = (name: string): DemoMember =>
    found(
      members.find((candidate) => candidate.name === name),
      name,
    )
  const barcode = (sku: string): string => found(product(sku).barcode, sku)
  const plu = (sku: string): string => found(product(sku).plu, sku)
  const card = (name: string, status: CardStatus): string =>
    found(member(name).cards.find((candidate) => candidate.status === status)?.number, name)
  const code = (kind: DemoCodeKind, value: string, zh: string, en: string): DemoCode => ({ code: value, kind, zh, en })
  return [
    code('product', barcode('BR001'), '法式黄油可颂 ¥12.00', 'Butter croissant ¥12.00'),
    code(
      'product',
      barcode('CF001'),
      '冰美式 大杯 ¥18.00,扫两次:第二件半价',
      'Iced Americano; twice: second at half price',
    ),
    code('product', barcode('BR004'), '北海道牛乳吐司 ¥28.00', 'Hokkaido milk loaf ¥28.00'),
    code('product', barcode('CK004'), '生日蛋糕定制:请收银员输入价格', 'Birthday cake to order: asks for its price'),
    code('scale-label', scaleLabel(plu('WG001'), 356), '散称蔓越莓曲奇 0.356 kg', 'Loose cookies, 0.356 kg'),
    code('scale-label', scaleLabel(plu('WG019'), 1240), '烟台红富士苹果 1.240 kg', 'Apples, 1.240 kg'),
    code('member-card', card('王雅婷', 'active'), '王雅婷 金卡,6 天后生日', 'Wang Yating, gold, birthday in 6 days'),
    code('member-card', card('沈国栋', 'active'), '沈国栋 钻石卡', 'Shen Guodong, diamond'),
    code('member-card', card('周慧敏', 'lost'), '已挂失的卡,不能使用', 'A lost card, refused'),
    code('member-card', card('吴建国', 'frozen'), '已冻结的卡,不能使用', 'A frozen card, refused'),
    code('phone', '8866', '手机尾号,两位会员:孙丽华、孙立荷', 'Last four digits of two members’ phones'),
    code('coupon', bearerCouponId, '满 50 减 5 券(不记名)', '¥5 off ¥50, for whoever shows it'),
    code('payment', WECHAT_PAYMENT_CODE, '微信付款码', 'WeChat payment code'),
    code('payment', ALIPAY_PAYMENT_CODE, '支付宝付款码', 'Alipay payment code'),
    code('unknown', UNKNOWN_BARCODE, '未登记的条码', 'A barcode that no product has'),
  ]
}

function found<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new RangeError(`the demo shop has no ${what}`)
  return value
}
