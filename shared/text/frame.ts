/** The words of the frame around every screen: status line, menu, keypads, and what is said when something breaks. */
export const frameText = {
  brand: { zh: '掌柜', en: 'Zhanggui' },
  // keys and keypads
  keypad: { zh: '数字键盘', en: 'Keypad' },
  keypadBack: { zh: '退一格', en: 'Backspace' },
  keypadClear: { zh: '清除', en: 'Clear' },
  pinEntered: { zh: '已输入 {{count}} 位', en: '{{count}} digits entered', enOne: '{{count}} digit entered' },
  enterKey: { zh: '回车', en: 'Enter' },
  spaceKey: { zh: '空格', en: 'Space' },
  escapeKey: { zh: 'Esc', en: 'Esc' },
  deleteKey: { zh: 'Del', en: 'Del' },
  back: { zh: '返回', en: 'Back' },
  cancel: { zh: '取消', en: 'Cancel' },
  // status line
  status: { zh: '状态', en: 'Status' },
  hqAlone: { zh: '单店', en: 'Single shop' },
  hqOnline: { zh: '总部已连接', en: 'HQ online' },
  hqOffline: { zh: '离线', en: 'Offline' },
  unsent: { zh: '待上传 {{count}}', en: '{{count}} unsent' },
  printerReady: { zh: '打印机', en: 'Printer' },
  printerPrinting: { zh: '正在打印', en: 'Printing' },
  printerTrouble: { zh: '打印机待处理', en: 'Printer needs a look' },
  printerUnsure: {
    zh: '{{count}} 张小票待确认',
    en: '{{count}} receipts to check',
    enOne: '{{count}} receipt to check',
  },
  openPayments: {
    zh: '{{count}} 笔付款待查',
    en: '{{count}} payments unsettled',
    enOne: '{{count}} payment unsettled',
  },
  shiftOf: { zh: '{{day}} 第 {{ordinal}} 班', en: '{{day}} · day {{ordinal}}' },
  noShift: { zh: '未开班', en: 'No shift' },
  demoShop: { zh: '演示', en: 'Demo' },
  // menu
  menu: { zh: '菜单', en: 'Menu' },
  menuReceipts: { zh: '小票与补打', en: 'Receipts and reprint' },
  menuCloseShift: { zh: '关班', en: 'Close shift' },
  menuBackOffice: { zh: '后台:商品、员工、设置', en: 'Back office' },
  menuLanguage: { zh: 'Switch to English', en: '切换到中文' },
  menuMute: { zh: '关闭提示音', en: 'Mute sounds' },
  menuUnmute: { zh: '打开提示音', en: 'Unmute sounds' },
  menuSignOut: { zh: '退出登录', en: 'Sign out' },
  // connection and failures
  starting: { zh: '正在打开收银台…', en: 'Opening the till…' },
  reconnecting: {
    zh: '与收银程序的连接断开,正在重连;已完成的销售都在',
    en: 'Connection to the till lost, reconnecting; completed sales are safe',
  },
  tokenRefused: {
    zh: '这个地址已失效;请用收银程序启动时显示的地址打开',
    en: 'This address is no longer valid; open the one that the till printed when it started',
  },
  failed: { zh: '这一步没有成功,请重试;若再次出现请联系服务商', en: 'This step failed; try again, then call support' },
  screenBroken: { zh: '画面出错了,单据没有丢', en: 'The screen failed; nothing of the sale is lost' },
  screenReload: { zh: '重新打开画面', en: 'Reload the screen' },
} as const
