/**
 * What the columns of a list of members mean, guessed by their headers.
 *
 * Invariants: a column has one meaning and a meaning one column; of two headers with the same meaning the first counts.
 */
import { halfWidth } from '../products/typed-numbers.ts'

export const MEMBER_COLUMNS = [
  'name',
  'phone',
  'card',
  'tier',
  'birthday',
  'sex',
  'tags',
  'points',
  'principal',
  'bonus',
  'note',
] as const
export type MemberColumn = (typeof MEMBER_COLUMNS)[number]

/** Where each column stands, counted from 0; a meaning that is absent is not imported. */
export type ColumnMap = Readonly<Partial<Record<MemberColumn, number>>>

/** Without these there is no member. */
export const NEEDED_COLUMNS: readonly MemberColumn[] = ['name', 'phone']

const HEADERS: Readonly<Record<MemberColumn, readonly string[]>> = {
  name: ['姓名', '会员姓名', '会员名称', '名字', '客户姓名', '顾客姓名', 'name', 'membername', 'fullname'],
  phone: ['手机', '手机号', '手机号码', '电话', '电话号码', '联系电话', '联系方式', 'phone', 'mobile', 'tel'],
  card: ['卡号', '会员卡号', '会员卡', '会员号', '实体卡号', 'card', 'cardno', 'cardnumber'],
  tier: ['等级', '会员等级', '级别', '会员级别', '卡类型', 'tier', 'level', 'grade'],
  birthday: ['生日', '出生日期', '出生年月', '出生年月日', '会员生日', 'birthday', 'dateofbirth', 'dob'],
  sex: ['性别', 'sex', 'gender'],
  tags: ['标签', '会员标签', '分组', 'tags', 'tag', 'labels'],
  points: ['积分', '剩余积分', '积分余额', '可用积分', '当前积分', 'points', 'pointsbalance'],
  principal: [
    '储值本金',
    '本金',
    '本金余额',
    '储值余额',
    '储值',
    '余额',
    '卡内余额',
    '账户余额',
    'principal',
    'balance',
    'storedvalue',
  ],
  bonus: ['赠送金', '赠送金额', '赠送余额', '赠金', '赠送', 'bonus', 'bonusbalance'],
  note: ['备注', '说明', '会员备注', 'note', 'notes', 'remark', 'remarks'],
}

const MEANING_OF = new Map<string, MemberColumn>(
  MEMBER_COLUMNS.flatMap((column) => HEADERS[column].map((header): [string, MemberColumn] => [header, column])),
)
const ROWS_SEARCHED = 10

export function guessColumns(header: readonly string[]): ColumnMap {
  const columns: Partial<Record<MemberColumn, number>> = {}
  header.forEach((cell, index) => {
    const meaning = meaningOf(cell)
    if (meaning !== undefined) columns[meaning] ??= index
  })
  return columns
}

/** The place of the row that holds the headers: the one of the first ten with the most of them, else the first. */
export function findHeader(rows: readonly { readonly cells: readonly string[] }[]): number {
  let best = 0
  let most = 0
  rows.slice(0, ROWS_SEARCHED).forEach(({ cells }, place) => {
    const known = Object.keys(guessColumns(cells)).length
    if (known > most) [best, most] = [place, known]
  })
  return best
}

/** '手机号码(必填)*' is '手机号码'. */
function meaningOf(cell: string): MemberColumn | undefined {
  const bare = halfWidth(cell)
    .toLowerCase()
    .replace(/[([【].*$/, '')
    .replace(/[\s_*:-]/g, '')
  return MEANING_OF.get(bare)
}
