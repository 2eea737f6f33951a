/** members.db as drizzle sees it; migrations/members makes it. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const cursor = sqliteTable('cursor', {
  only: integer().primaryKey(),
  seq: integer().notNull(),
})

export const members = sqliteTable('members', {
  memberId: text('member_id').primaryKey(),
  name: text().notNull(),
  initials: text().notNull(),
  phone: text().notNull(),
  phoneTail: text('phone_tail').notNull(),
  birthday: text(),
  tierId: text('tier_id'),
  tags: text().notNull(),
})

export const cards = sqliteTable('cards', {
  cardNumber: text('card_number').primaryKey(),
  memberId: text('member_id').notNull(),
  status: text().notNull(),
})
