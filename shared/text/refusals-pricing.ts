/** Refusals about prices: choices between offers, whole-order discounts, replays and rules. Part of refusals.ts. */

export const pricingRefusals = {
  // choices and whole-order discounts
  'promotion-unknown': { zh: '这个促销已经停用,画面已刷新', en: 'That promotion has ended; the screen is up to date' },
  'choice-conflict': {
    zh: '「{nameZh}」不能与已指定的{othersZh}同用,请先取消{othersZh}',
    en: '"{nameEn}" does not go with {othersEn}, which was picked; let go of {othersEn} first',
  },
  'choice-needed': {
    zh: '没有「{nameZh}」,已指定的{othersZh}就用不成,请先取消{othersZh}',
    en: 'Without "{nameEn}" there is no {othersEn}, which was picked; let go of {othersEn} first',
  },
  'choice-not-possible': {
    zh: '「{nameZh}」这一单用不上:{reasonZh}',
    en: '"{nameEn}" cannot be used here: {reasonEn}',
  },
  'choice-let-go': {
    zh: '这一单变了,指定的{namesZh}用不上了,已取消',
    en: 'The order has changed: {namesEn} cannot be used any more and was let go',
  },
  'discount-let-go': {
    zh: '{namesZh}会让这一单低于成本,已取消;要给请重新授权',
    en: '{namesEn} would sell this order below cost and was let go; ask for approval again',
  },
  'discount-out-of-range': {
    zh: '折扣应在 0 到 9.99 折、立减在 0.01 到 {maxFen} 元之间,请重新输入',
    en: 'The discount is out of range: up to 99.99% or {maxFen} off',
  },
  'discount-reason-needed': { zh: '请写明优惠原因', en: 'Say why the discount is given' },
  'discount-above-total': {
    zh: '这一单最多能减 {mostFen} 元,请改小',
    en: 'At most {mostFen} can be taken off this order; enter less',
  },
  'rounding-nothing': { zh: '已经是整数,不用抹零', en: 'The total is round already' },
  'rounding-not-possible': {
    zh: '这一单抹不到整(有券或积分随金额变化),请换一个单位或改用整单减',
    en: 'The total cannot be made round (a coupon or points move with it); take another unit or an amount off',
  },
  'points-without-member': { zh: '请先选择会员,再用积分', en: 'Choose the member first, then use points' },
  // replay
  'replay-days-wrong': {
    zh: '日期 {fromDay} 到 {toDay} 不对,请重新选择',
    en: 'The days {fromDay} to {toDay} are wrong; choose again',
  },
  'replay-no-receipts': {
    zh: '{fromDay} 到 {toDay} 没有小票,请选择有销售的日期',
    en: 'There are no receipts from {fromDay} to {toDay}; choose days with sales',
  },
  'replay-draft-wrong': {
    zh: '规则还不能试算。{fieldZh}:{problemZh}',
    en: 'It cannot be tried yet. {fieldEn}: {problemEn}',
  },
  'replay-unknown': {
    zh: '这次试算已被新的试算取代,请重新开始',
    en: 'That trial was replaced by a newer one; start again',
  },
  'replay-failed': {
    zh: '试算没有做完({detail}),没有改动任何数据;请重试',
    en: 'The trial did not finish ({detail}); nothing was changed. Try again',
  },
  // rules
  'rule-invalid': {
    zh: '规则还不能发布。{fieldZh}:{problemZh}',
    en: 'Not published. {fieldEn}: {problemEn}',
  },
  'rule-unconfirmed': {
    zh: '请先确认。{fieldZh}:{problemZh}',
    en: 'Confirm this first. {fieldEn}: {problemEn}',
  },
  'rule-unknown': { zh: '没有这条规则,请刷新后重试', en: 'No such rule; look again' },
  'rule-changed': {
    zh: '「{nameZh}」刚刚被改过,请看过新的内容再改',
    en: '"{nameEn}" has just been changed; look at it again first',
  },
  'rule-not-yours': {
    zh: '「{nameZh}」由总部管理,本店不能修改;请联系总部',
    en: '"{nameEn}" belongs to headquarters and is not changed here; ask them',
  },
  'rule-ended': {
    zh: '「{nameZh}」已经结束,不能再改;需要时请复制一条新的',
    en: '"{nameEn}" has ended for good; copy it to use it again',
  },
  'rule-while-paying': {
    zh: '有一单正在收款,收完再改规则',
    en: 'A sale is being paid; change rules when it is done',
  },
  'rule-left-out': {
    zh: '本机版本不认识「{nameZh}」,这条规则不参与计价;请升级掌柜',
    en: 'This till does not know the rule "{nameEn}" and leaves it out of prices; update Zhanggui',
  },
} as const satisfies Record<string, { readonly zh: string; readonly en: string }>
