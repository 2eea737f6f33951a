/** Refusals of a start: the data folder, the disk, the database. Part of refusals.ts. */

export const startRefusals = {
  // start
  'folder-missing': {
    zh: '数据文件夹 {folder} 不存在也无法建立,请检查路径或权限',
    en: 'The data folder {folder} is missing and cannot be made; check the path',
  },
  'folder-read-only': {
    zh: '数据文件夹 {folder} 不能写入,请检查磁盘是否只读以及权限',
    en: 'The data folder {folder} cannot be written; check the disk and permissions',
  },
  'disk-full': {
    zh: '磁盘已满,这一步没有保存;请清理磁盘后重试,已完成的销售都在',
    en: 'The disk is full; this step was not saved. Free space and try again; completed sales are safe',
  },
  'disk-failed': {
    zh: '数据没有写成功({detail}),这一步没有保存;请检查磁盘后重试',
    en: 'Writing failed ({detail}); this step was not saved. Check the disk and try again',
  },
  'store-in-use': {
    zh: '掌柜已在使用这个数据文件夹({folder}),请切换到已打开的窗口',
    en: 'Zhanggui is using this data folder already ({folder}); switch to its window',
  },
  'store-newer': {
    zh: '数据由更新版本的掌柜写成(格式 {found},本程序认识到 {known}),请先升级程序',
    en: 'The data was written by a newer Zhanggui (format {found}, this app knows {known}); update the app',
  },
  'store-empty': {
    zh: '数据文件是空的,但这里曾经营业过;为防丢单,程序已停下,请从备份恢复',
    en: 'The data file is empty though this till has traded; restore it from a backup',
  },
  'store-missing': {
    zh: '数据文件不见了,但这里曾经营业过;为防丢单,程序已停下,请从备份恢复',
    en: 'The data file is gone though this till has traded; restore it from a backup',
  },
  'store-damaged': {
    zh: '数据文件已损坏({detail});请不要删除任何文件,从备份恢复或联系服务商',
    en: 'The data file is damaged ({detail}); delete nothing, restore a backup or call support',
  },
} as const satisfies Record<string, { readonly zh: string; readonly en: string }>
