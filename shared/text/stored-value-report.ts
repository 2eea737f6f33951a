/** The bars of the liability report, from the youngest to the oldest and from the next to lapse to the last. */
export const ageLabels = [
  { zh: '30 天内', en: 'up to 30 days' },
  { zh: '31–90 天', en: '31–90 days' },
  { zh: '91–180 天', en: '91–180 days' },
  { zh: '181–365 天', en: '181–365 days' },
  { zh: '一年以上', en: 'over a year' },
] as const

export const lapseLabels = [
  { zh: '30 天内到期', en: 'within 30 days' },
  { zh: '31–90 天', en: '31–90 days' },
  { zh: '90 天以后', en: 'later' },
  { zh: '永不过期', en: 'never' },
] as const

/** What an entry of an account came from. */
export const statementKinds = {
  sale: { zh: '消费', en: 'Purchase' },
  'top-up': { zh: '充值', en: 'Top-up' },
  'top-up-reversal': { zh: '充值撤销', en: 'Top-up reversed' },
  closing: { zh: '销户退款', en: 'Account closed' },
  opening: { zh: '期初转入', en: 'Opening balance' },
  other: { zh: '调整', en: 'Adjustment' },
} as const
