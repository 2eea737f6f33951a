/**
 * Who is a member already, by phone and by card, from a connection of its own that only reads: for checking a long list
 * while the till sells.
 */
import { join } from 'node:path'
import Database from 'better-sqlite3'

export interface KnownMember {
  readonly memberId: string
  readonly name: string
}

export interface KnownMembers {
  byPhone(phone: string): KnownMember | undefined
  /** whose card it is */
  byCard(cardNumber: string): KnownMember | undefined
  close(): void
}

export interface KnownMembersFile {
  /** the folder that members.db stands in */
  readonly folder: string
  /** the native file that the main thread has loaded; without it the package's own */
  readonly nativeBinding?: string | undefined
}

export function openKnownMembers({ folder, nativeBinding }: KnownMembersFile): KnownMembers {
  const options = { readonly: true, ...(nativeBinding === undefined ? {} : { nativeBinding }) }
  const sqlite = new Database(join(folder, 'members.db'), options)
  const findPhone = sqlite.prepare<[string], KnownMember>(
    'SELECT member_id AS memberId, name FROM members WHERE phone = ? AND merged_into IS NULL LIMIT 1',
  )
  const findCard = sqlite.prepare<[string], KnownMember>(
    `SELECT c.member_id AS memberId, m.name AS name FROM cards AS c JOIN members AS m ON m.member_id = c.member_id
     WHERE c.card_number = ?`,
  )
  return {
    byPhone: (phone) => findPhone.get(phone),
    byCard: (cardNumber) => findCard.get(cardNumber),
    close: () => sqlite.close(),
  }
}
