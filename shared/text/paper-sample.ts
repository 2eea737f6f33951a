/** The words of the sample receipt that is shown while the shop's own words are typed. */
export const paperSampleText = {
  shopName: { zh: '店名', en: 'Your shop' },
  headerLine: { zh: '地址、电话会印在这里', en: 'Address and phone go here' },
  receiptNo: { zh: '单号', en: 'No.' },
  time: { zh: '时间', en: 'Time' },
  item: { zh: '法式黄油可颂', en: 'Butter croissant' },
  item2: { zh: '冰美式 大杯', en: 'Iced Americano, large' },
  total: { zh: '应付', en: 'To pay' },
} as const
