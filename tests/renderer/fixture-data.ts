/** A small bakery for the fixture till: products, members, coupons and operators as the core would show them. */
import type { OperatorView } from '../../shared/contract/app.ts'
import type { CategoryView, ProductView } from '../../shared/contract/back-office.ts'
import type { Label } from '../../shared/contract/primitives.ts'
import type { FoundMember, MemberView } from '../../shared/contract/till.ts'

const label = (zh: string, en: string): Label => ({ zh, en })

export const CATEGORIES: CategoryView[] = [
  ['bread', '面包', 'Bread', '#c99a4b'],
  ['cake', '蛋糕', 'Cakes', '#b9606b'],
  ['coffee', '咖啡', 'Coffee', '#7a5a43'],
  ['tea', '茶饮', 'Tea', '#6b8f71'],
  ['drinks', '饮料', 'Drinks', '#6b8f71'],
  ['dairy', '乳品', 'Dairy', '#5b86a8'],
  ['snacks', '零食', 'Snacks', '#8c7bb0'],
  ['pantry', '粮油', 'Pantry', '#a39c8f'],
  ['weighed', '称重', 'By weight', '#8c7bb0'],
  ['household', '日用', 'Household', '#a39c8f'],
].map(([categoryId = '', zh = '', en = '', color = '']) => ({ categoryId, label: label(zh, en), color }))

type Row = readonly [zh: string, en: string, priceFen: number, categoryId: string, offer?: Label]

const HALF = label('第二件半价', '2nd at half price')
const ROWS: readonly Row[] = [
  ['法式黄油可颂', 'Butter croissant', 1200, 'bread'],
  ['海盐卷', 'Sea salt roll', 650, 'bread'],
  ['肉松小贝', 'Pork floss bun', 990, 'bread'],
  ['北海道牛乳吐司', 'Hokkaido milk loaf', 2800, 'bread'],
  ['冰美式 大杯', 'Iced americano L', 1800, 'coffee', HALF],
  ['拿铁 中杯', 'Latte M', 2200, 'coffee', HALF],
  ['燕麦拿铁', 'Oat latte', 2600, 'coffee'],
  ['桂花乌龙', 'Osmanthus oolong', 1600, 'tea'],
  ['巴斯克芝士', 'Basque cheesecake', 3200, 'cake'],
  ['草莓奶油 6 寸', 'Strawberry cake 6"', 16800, 'cake'],
  ['蛋挞', 'Egg tart', 700, 'cake', label('4 件 24', '4 for 24')],
  ['提拉米苏杯', 'Tiramisu cup', 2500, 'cake'],
  ['散称蔓越莓曲奇', 'Cranberry cookies', 9780, 'weighed'],
  ['每日坚果', 'Daily nuts', 580, 'snacks'],
  ['鲜奶 250ml', 'Fresh milk 250 ml', 800, 'dairy'],
  ['购物袋', 'Carrier bag', 50, 'household'],
  ['低糖全麦核桃无花果手工欧式乡村面包(大)', 'Low-sugar wholemeal walnut and fig country loaf, large', 4600, 'bread'],
  ['定制蛋糕', 'Custom cake', 0, 'cake'],
]

export const PRODUCTS: ProductView[] = ROWS.map(([zh, en, priceFen, categoryId, offer], index) => ({
  sku: `P${String(index + 1).padStart(3, '0')}`,
  name: label(zh, en),
  barcode: `69012345678${String(index + 10)}`,
  categoryId,
  color: CATEGORIES.find((category) => category.categoryId === categoryId)?.color ?? '#a39c8f',
  unit: categoryId === 'weighed' ? 'kg' : '件',
  countable: categoryId !== 'weighed',
  openPrice: priceFen === 0,
  priceFen,
  memberPriceFen: null,
  favourite: index + 1,
  offer: offer ?? null,
}))

const id = (tail: number): string => `01930000-0000-7000-8000-${String(tail).padStart(12, '0')}`

export const OPERATORS: OperatorView[] = [
  { operatorId: id(1), name: '李晓梅', code: '01', role: 'cashier', disabled: false },
  { operatorId: id(2), name: '张建国', code: '02', role: 'supervisor', disabled: false },
  { operatorId: id(3), name: '陈店长', code: '03', role: 'manager', disabled: false },
]

export const SUPERVISOR_PIN = '2580'

export const MEMBERS: (MemberView & { card: string; cardStatus: FoundMember['cardStatus'] })[] = [
  {
    memberId: id(11),
    name: '王雅婷',
    maskedPhone: '138****5621',
    cardTail: '0188',
    tier: { id: 'gold', label: label('金卡', 'Gold') },
    points: 1286,
    principalFen: 23_650,
    bonusFen: 4000,
    couponCount: 3,
    birthdayInDays: 6,
    nextTier: { label: label('钻石卡', 'Diamond'), missingFen: 38_000, progressPercent: 86 },
    card: 'M20260188',
    cardStatus: 'active',
  },
  {
    memberId: id(12),
    name: '欧阳子轩',
    maskedPhone: '139****5621',
    cardTail: '0207',
    tier: { id: 'silver', label: label('银卡', 'Silver') },
    points: 320,
    principalFen: 1000,
    bonusFen: 0,
    couponCount: 0,
    birthdayInDays: null,
    nextTier: { label: label('金卡', 'Gold'), missingFen: 121_050, progressPercent: 41 },
    card: 'M20260207',
    cardStatus: 'lost',
  },
]
