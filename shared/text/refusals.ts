/**
 * Every expected "no" of the till as a sentence that says what to do. A refusal is {code, params}; its code is a key here.
 * {name} in a sentence is replaced by the parameter of that name; {nameFen} is shown in yuan.
 */
import { pricingRefusals } from './refusals-pricing.ts'
import { startRefusals } from './refusals-start.ts'

export interface RefusalText {
  readonly zh: string
  readonly en: string
}

export const refusalTexts = {
  // what was asked
  malformed: {
    zh: '请求格式不对({path}),请重试;若再次出现请联系服务商',
    en: 'The request is malformed ({path}); try again, then call support',
  },
  'command-reused': {
    zh: '这个操作编号已用于另一个操作,请重新操作一次',
    en: 'This command id was used for something else; do it again',
  },
  'not-permitted': { zh: '您没有此权限,请由{roleZh}操作', en: 'You may not do this; ask a {roleEn}' },
  'approval-required': {
    zh: '需要{roleZh}授权:请授权人选择姓名并输入密码',
    en: 'Needs the approval of a {roleEn}: choose a name and enter the PIN',
  },
  'approval-wrong': {
    zh: '授权密码不对,请重新输入(还可试 {left} 次)',
    en: 'Wrong approval PIN; try again ({left} left)',
  },
  'approval-not-allowed': {
    zh: '{name} 没有授权此操作的权限,请换一位授权人',
    en: '{name} may not approve this; choose somebody else',
  },
  // sign-in
  'not-signed-in': { zh: '请先登录', en: 'Sign in first' },
  'pin-wrong': { zh: '密码不对,请重新输入(还可试 {left} 次)', en: 'Wrong PIN; try again ({left} left)' },
  'pin-locked': {
    zh: '密码输错太多次,请 {minutes} 分钟后再试,或请店长重置密码',
    en: 'Too many wrong PINs; try in {minutes} minutes or ask a manager to reset it',
  },
  'operator-unknown': { zh: '没有这位员工,请重新选择', en: 'No such operator; choose again' },
  'operator-disabled': {
    zh: '{name} 的账号已停用,请联系店长',
    en: 'The account of {name} is disabled; ask the manager',
  },
  'operator-code-taken': { zh: '工号 {code} 已被使用,请换一个', en: 'Code {code} is taken; choose another' },
  'operator-last-manager': {
    zh: '至少要保留一位可用的店长,请先添加另一位店长',
    en: 'One manager must remain; add another manager first',
  },
  'pin-too-simple': { zh: '密码太简单(不要全部相同或顺着数),请换一个', en: 'The PIN is too simple; choose another' },
  // shop and day
  'shop-exists': { zh: '本机已经开过店,请直接登录', en: 'This till has a shop already; sign in' },
  'no-shop': { zh: '本机还没有开店,请先开店或试用演示店', en: 'No shop yet; open one or try the demo' },
  'shift-not-open': { zh: '还没有开班,请先清点备用金并开班', en: 'No open shift; count the float and open one' },
  'shift-already-open': { zh: '班次已经打开,请直接收银', en: 'A shift is open already' },
  'shift-other': { zh: '班次已变化,请刷新后重试', en: 'The shift has changed; look again' },
  'shift-has-open-order': {
    zh: '还有未完成的单(或未查明的付款),请先完成或清空',
    en: 'An order is still open (or a payment unsettled); finish or clear it first',
  },
  'confirm-business-day': {
    zh: '电脑时间 {today} 与上一营业日 {last} 相差超过一天,请确认今天的日期',
    en: 'The clock says {today}, the last business day was {last}; confirm the date',
  },
  'business-day-before-last': {
    zh: '营业日不能早于上一营业日 {last},请检查日期',
    en: 'The business day cannot lie before {last}; check the date',
  },
  'audit-differs': {
    zh: '账目自检发现 {count} 处不一致,已记录;可以继续收银,请尽快联系服务商',
    en: 'The self-check found {count} differences and noted them; go on selling and call support soon',
  },
  // basket
  'order-changed': { zh: '这一单已经结束,画面已刷新', en: 'That order has ended; the screen is up to date now' },
  'code-unknown': { zh: '没有找到这个条码,请核对或添加商品', en: 'Unknown code; check it or add the product' },
  'payment-code-on-empty': { zh: '这是付款码,请先扫商品', en: 'That is a payment code; scan goods first' },
  'product-unknown': { zh: '没有这个商品({sku}),请重新选择', en: 'No such product ({sku}); choose again' },
  'product-disabled': { zh: '「{nameZh}」已停售,请拿开或联系店长', en: '"{nameEn}" is no longer on sale' },
  'price-needed': { zh: '「{nameZh}」没有固定价格,请输入价格', en: '"{nameEn}" has an open price; enter it' },
  'weight-needed': { zh: '「{nameZh}」按重量卖,请输入重量', en: '"{nameEn}" is sold by weight; enter it' },
  'quantity-out-of-range': {
    zh: '数量应在 1 到 {max} 之间,请重新输入',
    en: 'The quantity must lie between 1 and {max}',
  },
  'quantity-not-whole': {
    zh: '「{nameZh}」按件卖,数量要是整数',
    en: '"{nameEn}" is sold by the piece; enter a whole number',
  },
  'weight-out-of-range': {
    zh: '重量应在 0.001 到 {maxKg} 公斤之间,请重新称重',
    en: 'The weight must lie between 0.001 and {maxKg} kg',
  },
  'line-unknown': { zh: '这一行已不在单里,画面已刷新', en: 'That line is no longer in the basket' },
  'basket-empty': { zh: '单里还没有商品,请先扫商品', en: 'The basket is empty; scan goods first' },
  'basket-full': {
    zh: '一单最多 {max} 行,请先结账再开新单',
    en: 'A basket holds {max} lines at most; check out first',
  },
  'basket-locked': {
    zh: '已经开始收款,改单前请先退回已收的款',
    en: 'Payment has begun; take the tenders back before changing the basket',
  },
  'price-out-of-range': {
    zh: '价格应在 0.00 到 {maxFen} 元之间,请重新输入',
    en: 'The price must lie between 0.00 and {maxFen}',
  },
  'reason-needed': { zh: '请写明改价原因', en: 'Say why the price is changed' },
  // members, cards, coupons, points
  'member-unknown': { zh: '没有找到这位会员,请核对卡号或手机号', en: 'No such member; check the card or phone number' },
  'card-unknown': { zh: '这张卡不是本店的会员卡,请核对', en: 'Not a member card of this shop' },
  'card-lost': {
    zh: '尾号 {tail} 的卡已挂失,不能使用;请核对本人身份后补卡',
    en: 'Card …{tail} is reported lost and cannot be used; check who this is and replace it',
  },
  'card-frozen': {
    zh: '尾号 {tail} 的卡已冻结,不能使用;请联系店长解冻',
    en: 'Card …{tail} is frozen and cannot be used; ask the manager',
  },
  'card-closed': { zh: '尾号 {tail} 的卡已注销,不能使用;请办理新卡', en: 'Card …{tail} is closed; issue a new one' },
  'card-active': { zh: '尾号 {tail} 的卡正在使用,不用恢复', en: 'Card …{tail} is in use already' },
  'card-number-wrong': {
    zh: '卡号不对:应为 88 开头的 13 位数字,请重新读卡或核对',
    en: 'That is no card number: 13 digits that begin with 88; read the card again',
  },
  'card-taken': {
    zh: '尾号 {tail} 的卡已经属于「{name}」,请换一张空白卡',
    en: 'Card …{tail} belongs to {name} already; take another blank card',
  },
  'cards-too-many': {
    zh: '这位会员已有 {max} 张卡,不能再发;请先用补卡换掉旧卡',
    en: 'This member has {max} cards; replace an old one instead',
  },
  'phone-length': {
    zh: '手机号是 {digits} 位,应为 11 位;境外号码请带国家代码,如 +852',
    en: 'That phone number has {digits} digits instead of 11; others need a country code such as +852',
  },
  'phone-wrong': {
    zh: '手机号不对,请核对;境外号码请带国家代码,如 +852',
    en: 'That is no phone number; check it. Others need a country code such as +852',
  },
  'phone-taken': {
    zh: '这个手机号已经登记给「{name}」,请直接打开;确实是另一位顾客再继续',
    en: 'This phone belongs to {name} already; open that file, or go on if it is another person',
  },
  'member-exists': { zh: '这位会员已经登记过,请直接打开', en: 'This member is registered already; open the file' },
  'member-changed': {
    zh: '「{name}」的资料刚刚被改过,请看过新的内容再改',
    en: 'The file of {name} has just been changed; look at it again first',
  },
  'birthday-wrong': { zh: '没有这一天,请核对生日', en: 'There is no such day; check the birthday' },
  'follow-up-day': { zh: '回访要有日期,请选择哪一天', en: 'A follow-up needs its day; choose one' },
  'follow-up-unknown': { zh: '没有这条回访,请刷新后重试', en: 'No such follow-up; look again' },
  'merge-same': { zh: '这两份资料已经是同一位会员', en: 'These are one member already' },
  'merge-in-basket': {
    zh: '这位会员正在收银台结账,请先完成或取下会员再合并',
    en: 'This member is being served at the till; finish that sale first',
  },
  'coupon-unknown': { zh: '没有这张券,请核对券码', en: 'No such coupon; check its code' },
  'coupon-used': { zh: '这张券已经用过,不能再用', en: 'This coupon has been used already' },
  'coupon-not-held': {
    zh: '这张券记在会员名下,请先选择这位会员再扫券',
    en: 'This coupon belongs to a member; choose that member first',
  },
  'coupon-not-usable': { zh: '这张券现在不能用:{reasonZh}', en: 'This coupon cannot be used now: {reasonEn}' },
  // paying
  'tender-above-due': { zh: '只需再收 {dueFen} 元,请改小金额', en: 'Only {dueFen} is due; enter less' },
  'tender-below-due': {
    zh: '还差 {missingFen} 元,收齐后再完成',
    en: '{missingFen} is still missing; take it, then complete',
  },
  'cash-too-much': {
    zh: '现金 {amountFen} 元太多了,请核对输入',
    en: 'Cash of {amountFen} is too much; check the entry',
  },
  'nothing-due': { zh: '已经收齐,请直接完成', en: 'Everything is paid; complete the sale' },
  'stored-value-without-member': {
    zh: '请先选择会员,再用储值支付',
    en: 'Choose the member first, then pay with stored value',
  },
  'stored-value-short': {
    zh: '储值余额 {balanceFen} 元不够,请改小金额或用其他方式补足',
    en: 'The balance is {balanceFen}; take less or add another tender',
  },
  'stored-value-empty': { zh: '这位会员没有储值余额,请用其他方式收款', en: 'No stored value; choose another tender' },
  'stored-value-once': {
    zh: '储值已经收过一笔,请先退回再改金额',
    en: 'Stored value is in this sale already; take it back first',
  },
  'terminal-none': {
    zh: '还没有接入扫码支付,请用其他方式收款,或在设置里选择',
    en: 'No mobile terminal is set up; choose another tender or see Settings',
  },
  'mobile-busy': {
    zh: '上一笔扫码支付还没有结果,请稍候或点「再查询」',
    en: 'A mobile payment is still open; wait or ask again',
  },
  'mobile-declined': {
    zh: '付款未成功({reasonZh}),请顾客换一种方式',
    en: 'The payment was declined ({reasonEn}); ask for another way',
  },
  'mobile-unknown': {
    zh: '付款结果未知,正在查询;查明前请勿让顾客重复付款',
    en: 'The outcome is unknown and being asked; do not let the customer pay twice',
  },
  'payment-code-malformed': {
    zh: '付款码不完整,请顾客刷新后重扫',
    en: 'The payment code is incomplete; ask for a fresh one',
  },
  'tender-unknown': { zh: '这笔收款已不在单里,画面已刷新', en: 'That tender is no longer in the order' },
  'tender-not-removable': {
    zh: '这笔扫码支付还没有结果,查明后才能退回',
    en: 'This payment is not settled yet; it can be taken back once it is',
  },
  'void-failed': {
    zh: '扫码支付没有退成,请稍后再退或联系支付服务商',
    en: 'The payment could not be taken back; try again or call the provider',
  },
  'order-has-open-payment': {
    zh: '这一单有未查明的扫码支付,查明后才能完成',
    en: 'A payment of this order is not settled yet',
  },
  // products and settings
  'barcode-taken': {
    zh: '条码 {barcode} 已属于「{nameZh}」,请核对',
    en: 'Barcode {barcode} belongs to "{nameEn}" already',
  },
  'plu-taken': {
    zh: '称重码 {plu} 已属于「{nameZh}」,请换一个',
    en: 'Scale number {plu} belongs to "{nameEn}" already',
  },
  'category-unknown': {
    zh: '没有这个分类({category}),请从列表中选择',
    en: 'No such category ({category}); choose from the list',
  },
  'import-changed': {
    zh: '粘贴的内容在预览后变了,请重新预览',
    en: 'The pasted text changed after the preview; preview it again',
  },
  'import-empty': { zh: '没有可导入的行,请先修正错误', en: 'No row can be taken; correct the errors first' },
  'import-column-missing': {
    zh: '第一行缺少列「{column}」,请补上表头',
    en: 'The first row lacks the column "{column}"',
  },
  'import-name-missing': { zh: '缺少名称', en: 'The name is missing' },
  'import-price-wrong': { zh: '价格「{text}」不对,应像 12.50', en: 'The price "{text}" is wrong; write it like 12.50' },
  'import-barcode-wrong': {
    zh: '条码「{text}」不对,应为 5 到 14 位数字',
    en: 'The barcode "{text}" is wrong; 5 to 14 digits',
  },
  'import-barcode-twice': { zh: '条码在第 {row} 行已出现', en: 'The barcode stands in row {row} already' },
  'import-tax-wrong': { zh: '税率「{text}」不对,应像 13%', en: 'The tax rate "{text}" is wrong; write it like 13%' },
  'import-name-long': { zh: '名称最多 {max} 个字', en: 'The name has more than {max} characters' },
  'import-unit-long': { zh: '单位最多 {max} 个字', en: 'The unit has more than {max} characters' },
  'demo-unfinished': {
    zh: '演示店没有装完,请先点「试用演示店」装完,或换一个空的数据文件夹开店',
    en: 'The demo shop was not filled to the end; finish it with "Try the demo shop", or use an empty data folder',
  },
  'import-too-many': { zh: '一次最多导入 {max} 行,请分批导入', en: 'At most {max} rows at once' },
  // members from a file
  'table-unreadable': {
    zh: '这个文件读不出来({detail}),请用 Excel 或 WPS 另存为 .xlsx 或 CSV 再试',
    en: 'This file cannot be read ({detail}); save it as .xlsx or CSV and try again',
  },
  'table-old-excel': {
    zh: '这是旧版 .xls 或带密码的文件,请在 Excel 或 WPS 中去掉密码、另存为 .xlsx 再试',
    en: 'This is an old .xls or has a password; remove it, save as .xlsx and try again',
  },
  'table-too-many-rows': {
    zh: '一次最多导入 {max} 行,这个文件有 {rows} 行;请分成几个文件,一个一个导入',
    en: 'At most {max} rows at once, and this file has {rows}; split it into several files',
  },
  'table-empty': {
    zh: '这个文件里没有会员,请核对第一张表的表头和内容',
    en: 'There are no members in this file; check its first sheet',
  },
  'member-import-file-large': {
    zh: '文件超过 {maxMb} MB,请分成几个文件,一个一个导入',
    en: 'The file is larger than {maxMb} MB; split it into several',
  },
  'member-import-busy': {
    zh: '正在处理上一步,请稍候再试',
    en: 'The step before is still running; try again in a moment',
  },
  'member-import-piece': { zh: '文件没有传完整,请重新选择文件', en: 'The file did not arrive whole; choose it again' },
  'member-import-unknown': { zh: '这次导入已经结束,请重新选择文件', en: 'That import is over; choose the file again' },
  'member-import-changed': {
    zh: '列的对应关系变了,请看过新的结果再导入',
    en: 'The columns mean something else now; look at the result, then import',
  },
  'member-import-nothing': { zh: '没有可导入的会员,请先修正错误', en: 'No row can be taken; correct the errors first' },
  'member-import-failed': {
    zh: '导入中断({detail}),已导入的会员都在;重新选择同一个文件会接着导入',
    en: 'The import ended early ({detail}); what was taken is kept. Choose the same file again to go on',
  },
  'member-row-name-missing': { zh: '缺少姓名', en: 'The name is missing' },
  'member-row-name-long': { zh: '姓名最多 {max} 个字', en: 'The name has more than {max} characters' },
  'member-row-phone-missing': { zh: '缺少手机号', en: 'The phone is missing' },
  'member-row-phone-length': {
    zh: '手机号「{text}」是 {digits} 位,应为 11 位',
    en: 'The phone "{text}" has {digits} digits instead of 11',
  },
  'member-row-phone-wrong': {
    zh: '手机号「{text}」不对,应为 11 位,境外号码要以 + 和国家码开头',
    en: 'The phone "{text}" is wrong: 11 digits, or + and a country code',
  },
  'member-row-phone-twice': { zh: '手机号与第 {row} 行重复', en: 'The phone stands in row {row} already' },
  'member-row-phone-taken': { zh: '手机号已属于另一位会员,请核对', en: 'Another member has this phone already' },
  'member-row-card-wrong': {
    zh: '卡号「{text}」不对,应为 4 到 32 位数字或字母',
    en: 'The card "{text}" is wrong: 4 to 32 digits or letters',
  },
  'member-row-card-twice': { zh: '卡号与第 {row} 行重复', en: 'The card stands in row {row} already' },
  'member-row-card-taken': { zh: '卡号已属于另一位会员,请核对', en: 'Another member has this card already' },
  'member-row-tier-unknown': {
    zh: '没有等级「{text}」,本店的等级有:{names}',
    en: 'No tier "{text}"; there are {names}',
  },
  'member-row-birthday-wrong': {
    zh: '生日「{text}」不对,应像 1990-05-12 或 05-12',
    en: 'The birthday "{text}" is wrong; write it like 1990-05-12',
  },
  'member-row-sex-wrong': { zh: '性别「{text}」不对,应为男或女', en: 'The sex "{text}" is wrong; 男 or 女' },
  'member-row-tag-long': {
    zh: '标签「{text}」太长,最多 {max} 个字',
    en: 'The tag "{text}" has more than {max} characters',
  },
  'member-row-tags-many': { zh: '标签最多 {max} 个', en: 'There are more than {max} tags' },
  'member-row-points-wrong': { zh: '积分「{text}」不对,应为整数', en: 'The points "{text}" are wrong; a whole number' },
  'member-row-points-negative': { zh: '积分「{text}」不能是负数', en: 'The points "{text}" lie below zero' },
  'member-row-amount-wrong': {
    zh: '金额「{text}」不对,应像 12.50',
    en: 'The amount "{text}" is wrong; write it like 12.50',
  },
  'member-row-amount-negative': { zh: '金额「{text}」不能是负数', en: 'The amount "{text}" lies below zero' },
  'member-row-above-cap': {
    zh: '储值本金超过法定上限 {capFen} 元,请核对',
    en: 'The principal lies above the legal cap of {capFen}',
  },
  'member-row-note-long': { zh: '备注最多 {max} 个字', en: 'The note has more than {max} characters' },
  'member-row-formula': {
    zh: '这一格是公式,请复制后「粘贴为数值」',
    en: 'This cell is a formula; paste it as a value',
  },
  'member-row-merged': {
    zh: '第 {fromRow} 到 {toRow} 行有合并的单元格,请取消合并并补全',
    en: 'Rows {fromRow} to {toRow} have merged cells; split them and fill each',
  },
  // receipts
  'sale-unknown': { zh: '没有找到这张小票,请核对', en: 'No such receipt' },
  'job-unknown': { zh: '这个打印任务已处理', en: 'That print job is settled already' },
  'printer-unreachable': {
    zh: '打印机没有回应,请检查电源、网线和纸;小票会自动补上',
    en: 'The printer does not answer; check power, cable and paper. Receipts will follow by themselves',
  },
  'printer-paper-out': {
    zh: '打印机缺纸,请换纸;小票会自动补上',
    en: 'The printer is out of paper; put in a roll. Receipts will follow by themselves',
  },
  'printer-cover-open': {
    zh: '打印机盖没有关好,请合上;小票会自动补上',
    en: 'The printer cover is open; close it. Receipts will follow by themselves',
  },
  'printer-unsure': {
    zh: '有一张小票不确定是否打出,请看一眼打印机再决定',
    en: 'A receipt may or may not have come out; look and decide',
  },
  // stored value
  'top-up-open': {
    zh: '正在充值:请先完成充值,或按 Esc 返回购物单',
    en: 'A top-up is open: finish it, or press Escape to go back to the ticket',
  },
  'top-up-without-member': { zh: '先选会员,再充值', en: 'Choose the member first, then top up' },
  'top-up-after-mobile': {
    zh: '这一单已有扫码收款,请先完成或退回,再充值',
    en: 'A mobile payment was taken on this order; complete it or take it back, then top up',
  },
  'top-up-by-stored-value': { zh: '充值不能用储值付,请换一种方式', en: 'A top-up is not paid with stored value' },
  'top-up-not-positive': {
    zh: '充值金额要大于 0,请选方案或输入金额',
    en: 'A top-up is more than 0; choose or type one',
  },
  'top-up-above-cap': {
    zh: '单个账户的本金最多 {capFen} 元,现在最多还能充 {mostFen} 元',
    en: 'An account holds at most ¥{capFen} principal; at most ¥{mostFen} can be added now',
  },
  'top-up-at-cap': {
    zh: '账户本金已达上限 {capFen} 元,不能再充,请先消费',
    en: 'The account holds its limit of ¥{capFen} principal; nothing can be added until some is spent',
  },
  'plan-unknown': { zh: '这个储值方案已停用,请重新选择', en: 'This plan is no longer offered; choose again' },
  'top-up-unknown': { zh: '没有找到这笔充值', en: 'No such top-up' },
  'top-up-reversed': { zh: '这笔充值已经撤销过', en: 'This top-up was taken back already' },
  'top-up-too-old': {
    zh: '充值已超过 {days} 天,不能撤销;要退款请办理销户',
    en: 'A top-up can be taken back for {days} days; to pay out, close the account',
  },
  'top-up-used': {
    zh: '这笔充值或它的赠送已经用过,不能撤销;要退款请办理销户',
    en: 'The top-up or its gifts were used already; to pay out, close the account',
  },
  'top-up-coupon-used': {
    zh: '这笔充值赠送的优惠券已经用过,不能撤销',
    en: 'A coupon that came with the top-up was used already; it cannot be taken back',
  },
  'account-in-use': {
    zh: '这位会员有未完成的单,请先完成或清空,再退款',
    en: 'This member has an open order; finish or clear it, then pay out',
  },
  'account-empty': { zh: '账户里没有储值,不用销户', en: 'The account holds no stored value' },
  'stored-value-changed': {
    zh: '别人刚改过储值方案,请重新打开这一页再改',
    en: 'Somebody has just changed the plans; open this page again',
  },
  'plan-name-missing': { zh: '请给每个储值方案起名字', en: 'Give each plan a name' },
  'plan-name-taken': { zh: '有两个方案都叫「{nameZh}」,请改一个', en: 'Two plans are called "{nameZh}"' },
  'plan-without-steps': { zh: '「{nameZh}」还没有档位,请至少加一档', en: '"{nameZh}" has no steps; add one' },
  'plan-step-not-positive': {
    zh: '「{nameZh}」有一档的金额不大于 0,请改正',
    en: '"{nameZh}" has a step that is not above 0',
  },
  'plan-steps-not-ascending': {
    zh: '「{nameZh}」的档位 {fromFen} 元重复或没有从小到大,请改正',
    en: 'The steps of "{nameZh}" are equal or out of order at ¥{fromFen}',
  },
  'plan-step-gives-nothing': {
    zh: '「{nameZh}」充 {fromFen} 元什么也没送,请填赠送或删掉这一档',
    en: '"{nameZh}" gives nothing for ¥{fromFen}; add a gift or remove the step',
  },
  'plan-bonus-above-share': {
    zh: '「{nameZh}」充 {fromFen} 元最多送 {mostFen} 元,请调低赠送或调高上限比例',
    en: '"{nameZh}" may give at most ¥{mostFen} for ¥{fromFen}',
  },
  'plan-step-above-cap': {
    zh: '「{nameZh}」的档位 {fromFen} 元超过账户上限 {capFen} 元',
    en: 'The step ¥{fromFen} of "{nameZh}" is above the account limit of ¥{capFen}',
  },
  'plan-coupon-unknown': {
    zh: '「{nameZh}」送的优惠券已经没有了,请重选',
    en: '"{nameZh}" gives a coupon that is gone',
  },
  ...pricingRefusals,
  ...startRefusals,
} as const satisfies Record<string, RefusalText>

/** The sentence of a refusal. An unknown code (a newer core) is shown as it is rather than hidden. */
export function refusalText(
  refusal: { code: string; params: Record<string, string | number> },
  locale: 'zh' | 'en',
): string {
  const text = (refusalTexts as Record<string, RefusalText>)[refusal.code]
  if (text === undefined) return refusal.code
  return text[locale].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = refusal.params[name]
    if (value === undefined) return whole
    return name.endsWith('Fen') && typeof value === 'number' ? yuanText(value) : String(value)
  })
}

/** 1234 fen → "12.34" */
export function yuanText(amountFen: number): string {
  const digits = String(Math.abs(amountFen)).padStart(3, '0')
  return `${amountFen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
