/**
 * What can be wrong with a rule: a code, and a sentence in Chinese first and English second that says what to do. A word
 * in braces is replaced by the parameter of that name; {nameFen} is shown in yuan.
 */
import type { RefusalText } from './refusals.ts'
import { yuanText } from './refusals.ts'

export const ruleProblemTexts = {
  // the shape of a draft
  'field-missing': { zh: '请填写这一项', en: 'Fill this in' },
  'field-unknown': { zh: '本机不认识「{name}」这一项,请去掉', en: 'This till does not know "{name}"; take it out' },
  'kind-unknown': {
    zh: '本机不认识这种规则,请从列表中选择',
    en: 'This till does not know that kind; choose from the list',
  },
  'not-whole': { zh: '请填整数', en: 'Enter a whole number' },
  'whole-from': { zh: '请填不小于 {least} 的整数', en: 'Enter a whole number from {least} up' },
  'whole-between': { zh: '请填 {least} 到 {most} 之间的整数', en: 'Enter a whole number from {least} to {most}' },
  'not-an-instant': { zh: '请选择日期和时间', en: 'Choose a date and a time' },
  'not-a-time': { zh: '请填 00:00 到 24:00 之间的时间', en: 'Enter a time from 00:00 to 24:00' },
  'window-order': {
    zh: '时段的开始要早于结束;跨夜请分成两段',
    en: 'A period of the day must start before it ends; use two for a night',
  },
  'no-steps': { zh: '请至少填一档', en: 'Enter one step at least' },
  'step-twice': { zh: '这一档的门槛与另一档相同,请改一个', en: 'Another step has this threshold already; change one' },
  'beside-steps': {
    zh: '「满几减几」与「每满几减几」只能选一种',
    en: 'Choose either steps or an amount off every so much',
  },
  'tier-unknown': { zh: '没有这个会员等级({value}),请重新选择', en: 'No such tier ({value}); choose again' },
  'sku-unknown': { zh: '没有这个商品({value}),请重新选择', en: 'No such product ({value}); choose again' },
  'id-reserved': { zh: '这个编号不能用,请换一个', en: 'This id is taken; use another' },
  'value-wrong': { zh: '这一项填得不对,请重新填写', en: 'This is not right; enter it again' },
  'kind-fixed': {
    zh: '促销不能改成券,券也不能改成促销,请另建一条',
    en: 'A promotion cannot become a coupon or the other way round; make a new rule',
  },
  'name-missing': { zh: '请填写名称,收银员和小票上都会看到', en: 'Enter a name; cashier and receipt show it' },
  'name-taken': {
    zh: '已有一条「{name}」,收银员会分不清',
    en: 'Another rule is called "{name}"; cashiers will mix them up',
  },
  // when
  'period-empty': { zh: '结束要晚于开始', en: 'It must end after it starts' },
  'period-over': { zh: '结束时间已经过去,规则不会再生效', en: 'Its end has passed; it would never hold' },
  'no-weekday': { zh: '没有选星期几,规则永远不会生效', en: 'No weekday is chosen; it would never hold' },
  'no-hours': { zh: '没有填时段,规则永远不会生效', en: 'No hours are given; it would never hold' },
  'hours-overlap': { zh: '这个时段与前面的重叠', en: 'These hours overlap with earlier ones' },
  'no-moment-in-period': {
    zh: '在起止日期之内没有一天符合所选的星期和时段,规则永远不会生效',
    en: 'No chosen weekday and hour lies within the dates; it would never hold',
  },
  // who and where
  'no-tier': { zh: '没有选会员等级,谁都享受不到', en: 'No tier is chosen; nobody would get it' },
  'no-tag': { zh: '没有选会员标签,谁都享受不到', en: 'No tag is chosen; nobody would get it' },
  'tag-unknown': { zh: '目前没有会员带「{tag}」标签', en: 'No member has the tag "{tag}" now' },
  'members-anyway': {
    zh: '写了不限会员,但等级、标签或生日只有会员才有:实际只有会员能享受',
    en: 'It says not only for members, but only members have tiers, tags and birthdays',
  },
  'no-store': { zh: '没有选门店,哪里都不会生效', en: 'No store is chosen; it would hold nowhere' },
  'not-this-store': {
    zh: '没有选本店({store}),在本机永远不会生效',
    en: 'This store ({store}) is not among them; it would never hold here',
  },
  // what
  'scope-empty': { zh: '没有选商品或分类,规则不会作用于任何商品', en: 'No goods are chosen; it would act on nothing' },
  'scope-all-excepted': {
    zh: '选中的商品又全部被排除了,规则不会作用于任何商品',
    en: 'All chosen goods are excepted again; it would act on nothing',
  },
  'scope-no-goods': { zh: '现在没有商品在这个范围里', en: 'No product is within its scope now' },
  'scope-not-discountable': {
    zh: '范围里的商品都设为不参加优惠',
    en: 'All goods in its scope are set to take no discount',
  },
  'scope-disabled': { zh: '范围里可优惠的商品都已停售', en: 'All goods in its scope are off sale' },
  'scope-weighed': {
    zh: '范围里都是称重商品,按件数算的优惠不会生效',
    en: 'All goods in its scope are sold by weight; a rule that counts pieces never acts on them',
  },
  'category-unknown': { zh: '没有这个分类({category})', en: 'There is no category {category}' },
  'sku-not-discountable': {
    zh: '「{nameZh}」设为不参加优惠,规则对它不起作用',
    en: '"{nameEn}" is set to take no discount; the rule will not act on it',
  },
  'named-and-excepted': {
    zh: '「{nameZh}」既选中又排除,以排除为准',
    en: '"{nameEn}" is both chosen and excepted; it stays excepted',
  },
  'except-outside': {
    zh: '「{nameZh}」本来就不在范围里,不用排除',
    en: '"{nameEn}" is outside the scope anyway; no need to except it',
  },
  // how much
  'takes-nothing': { zh: '这样一分钱也不会减,请重新填写', en: 'This takes nothing off; enter it again' },
  'makes-free': { zh: '这样商品等于免费送,请确认', en: 'This makes the goods free; is it meant?' },
  'price-not-lower': {
    zh: '范围里的商品原价都不高于它(最高 {dearestFen} 元),特价不会起作用',
    en: 'Nothing in its scope costs more (at most {dearestFen}); it would never act',
  },
  'group-price-not-lower': {
    zh: '{n} 件最多也只要 {sumFen} 元,这个总价不会更便宜',
    en: '{n} pieces cost {sumFen} at most; this price is no lower',
  },
  'group-of-one': { zh: '1 件一组:每一件都会打折', en: 'Groups of one: every piece gets the rate' },
  'gives-more-than-bought': {
    zh: '送的比买的多(买 {buy} 送 {get}),请确认',
    en: 'It gives more than is bought ({buy} + {get})',
  },
  'beyond-pieces': { zh: '一单最多 {most} 件,永远达不到', en: 'A basket holds {most} pieces at most; never reached' },
  'beyond-amount': { zh: '门槛超过 {mostFen} 元,一单达不到', en: 'No basket reaches more than {mostFen}' },
  'step-never-used': {
    zh: '这一档永远用不到:上一档从 1 件就开始',
    en: 'Never used: the next step begins at one piece',
  },
  'step-gives-no-more': {
    zh: '这一档不比下面一档优惠,买得更多反而不划算',
    en: 'This step gives no more than the one below: buying more would not pay',
  },
  'free-at-threshold': {
    zh: '满 {atFen} 元减 {offFen} 元:刚到门槛的顾客等于免单',
    en: '{offFen} off at {atFen}: whoever just reaches it pays nothing',
  },
  'max-below-off': {
    zh: '最多减 {maxFen} 元,比一次减的 {offFen} 元还少',
    en: 'At most {maxFen}, which is less than the {offFen} off once',
  },
  // coupons
  'no-coupons-here': { zh: '本店设置为每单不能用券', en: 'This shop takes no coupons' },
  'nothing-promoted': {
    zh: '已经不与促销同用,「不含促销商品」没有意义',
    en: 'It is not used together with promotions; leaving promoted goods out means nothing',
  },
  'one-coupon-only': {
    zh: '本店每单只能用一张券,「可叠加」没有意义',
    en: 'One coupon a sale in this shop; stacking means nothing',
  },
  'anything-free': {
    zh: '没有限定商品:整单最贵的一件会免费',
    en: 'No goods are named: the dearest item of the basket becomes free',
  },
} as const satisfies Record<string, RefusalText>

/** What a field is called, whatever the kind of the rule. */
const fieldNames: Readonly<Record<string, RefusalText>> = {
  '': { zh: '规则', en: 'Rule' },
  ruleId: { zh: '编号', en: 'Id' },
  kind: { zh: '类型', en: 'Kind' },
  nameZh: { zh: '名称', en: 'Name' },
  nameEn: { zh: '英文名称', en: 'English name' },
  from: { zh: '开始时间', en: 'Start' },
  to: { zh: '结束时间', en: 'End' },
  weekdays: { zh: '星期', en: 'Weekdays' },
  hours: { zh: '时段', en: 'Hours' },
  tiers: { zh: '会员等级', en: 'Tiers' },
  tags: { zh: '会员标签', en: 'Tags' },
  birthday: { zh: '生日', en: 'Birthday' },
  membersOnly: { zh: '限会员', en: 'Members only' },
  stores: { zh: '门店', en: 'Stores' },
  scope: { zh: '适用商品', en: 'Goods' },
  skus: { zh: '适用商品', en: 'Goods' },
  categories: { zh: '适用分类', en: 'Categories' },
  except: { zh: '排除的商品', en: 'Excepted goods' },
  base: { zh: '计算基础', en: 'Starting from' },
  priority: { zh: '计算顺序', en: 'Order of acting' },
  group: { zh: '互斥组', en: 'Group' },
  excludePromoted: { zh: '不含促销商品', en: 'Without promoted goods' },
  withPromotions: { zh: '与促销同用', en: 'Together with promotions' },
  withTier: { zh: '与会员价同用', en: 'Together with member prices' },
  stackable: { zh: '可叠加', en: 'Stackable' },
  price: { zh: '价格', en: 'Price' },
  rate: { zh: '折扣', en: 'Rate' },
  n: { zh: '件数', en: 'Pieces' },
  buy: { zh: '买几件', en: 'Bought' },
  get: { zh: '送几件', en: 'Given' },
  steps: { zh: '阶梯', en: 'Steps' },
  at: { zh: '门槛', en: 'Threshold' },
  off: { zh: '减多少', en: 'Amount off' },
  every: { zh: '每满多少', en: 'Every' },
  max: { zh: '最多减', en: 'At most' },
  maxOff: { zh: '最多减', en: 'At most' },
}

/** 'steps[1].at' → 第 2 档的门槛. A name that is not known is shown as it is. */
export function ruleFieldName(field: string): RefusalText {
  const step = /^steps\[(\d+)\](?:\.(\w+))?$/.exec(field)
  if (step !== null) {
    const ordinal = Number(step[1]) + 1
    const part = step[2] === undefined ? null : (fieldNames[step[2]] ?? { zh: step[2], en: step[2] })
    return {
      zh: `第 ${ordinal} 档${part === null ? '' : `的${part.zh}`}`,
      en: `Step ${ordinal}${part === null ? '' : `, ${part.en.toLowerCase()}`}`,
    }
  }
  const name =
    field
      .replace(/\[\d+\]/g, '')
      .split('.')
      .at(-1) ?? ''
  return fieldNames[name] ?? { zh: name, en: name }
}

/** The sentence of a problem. An unknown code (a newer core) is shown as it is rather than hidden. */
export function ruleProblemText(
  problem: { readonly code: string; readonly params: Readonly<Record<string, string | number>> },
  locale: 'zh' | 'en',
): string {
  const text = (ruleProblemTexts as Record<string, RefusalText>)[problem.code]
  if (text === undefined) return problem.code
  return text[locale].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = problem.params[name]
    if (value === undefined) return whole
    return name.endsWith('Fen') && typeof value === 'number' ? yuanText(value) : String(value)
  })
}
