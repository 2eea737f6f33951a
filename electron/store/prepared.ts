/** Statements prepared once from a table's own columns: a row goes in whole, so that no column can be forgotten. */
import { getTableColumns, sql, type SQL } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { IndexColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'

/** Inserts a whole row. */
export function preparedInsert<T extends SQLiteTable>(orm: BetterSQLite3Database, table: T): (row: T['$inferSelect']) => void {
  const statement = orm.insert(table).values(placeholders(table)).prepare()
  return (row) => void statement.run(row)
}

/** Inserts a whole row, or replaces every other column of the row with the same key. */
export function preparedUpsert<T extends SQLiteTable>(
  orm: BetterSQLite3Database,
  table: T,
  key: IndexColumn[],
): (row: T['$inferSelect']) => void {
  const set: Record<string, SQL> = {}
  for (const [property, column] of Object.entries(getTableColumns(table))) {
    if (!key.some((part) => 'name' in part && part.name === column.name)) set[property] = sql.raw(`excluded."${column.name}"`)
  }
  const statement = orm
    .insert(table)
    .values(placeholders(table))
    .onConflictDoUpdate({ target: key, set })
    .prepare()
  return (row) => void statement.run(row)
}

function placeholders<T extends SQLiteTable>(table: T): T['$inferInsert'] {
  const values: Record<string, unknown> = {}
  for (const property of Object.keys(getTableColumns(table))) values[property] = sql.placeholder(property)
  return values
}
