/** What a row of the chain did to a member's account, in the member's words. A kind that is not here shows as `other`. */
export const entryLabels = {
  sale: { zh: '消费', en: 'Purchase' },
  'members-imported': { zh: '期初', en: 'Opening balance' },
  'members-merged': { zh: '合并会员', en: 'Merged files' },
  'top-up': { zh: '充值', en: 'Top-up' },
  'top-up-reversal': { zh: '充值撤销', en: 'Top-up reversed' },
  closing: { zh: '销户', en: 'Account closed' },
  other: { zh: '调整', en: 'Adjustment' },
} as const
