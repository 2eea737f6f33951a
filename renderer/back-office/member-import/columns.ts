/** The columns of a list of members, in the order in which they are shown. */
import { MemberColumn } from '../../../shared/contract/member-import.ts'

export const COLUMNS = MemberColumn.options

/** Without these there is no member; the core says so too. */
export const NEEDED: readonly MemberColumn[] = ['name', 'phone']

export const COLUMN_TEXTS = {
  name: 'colName',
  phone: 'colPhone',
  card: 'colCard',
  tier: 'colTier',
  birthday: 'colBirthday',
  sex: 'colSex',
  tags: 'colTags',
  points: 'colPoints',
  principal: 'colPrincipal',
  bonus: 'colBonus',
  note: 'colNote',
} as const satisfies Record<MemberColumn, string>
