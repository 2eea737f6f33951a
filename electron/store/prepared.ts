/**
 * Statements prepared once from a table's own columns: a row goes in whole, so that no column can be forgotten. Drizzle
 * says the SQL and how each column is stored; the values are bound without it, because they are bound at every sale.
 */
import type Database from 'better-sqlite3'
import { Column, getTableColumns, sql, type SQL } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { IndexColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'

/** Drizzle over a file, with the file's own connection. */
export type Orm = BetterSQLite3Database & { readonly $client: Database.Database }

/** Inserts a whole row. */
export function preparedInsert<T extends SQLiteTable>(orm: Orm, table: T): (row: T['$inferSelect']) => void {
  return bound(orm, table, orm.insert(table).values(placeholders(table)).toSQL().sql)
}

/** Binds a whole row now, for an insert that is made later. */
export function preparedLater<T extends SQLiteTable>(orm: Orm, table: T): (row: T['$inferSelect']) => () => void {
  const { statement, valuesOf } = binding(orm, table, orm.insert(table).values(placeholders(table)).toSQL().sql)
  return (row) => {
    const values = valuesOf(row)
    return () => void statement.run(values)
  }
}

/** Inserts a whole row, or replaces every other column of the row with the same key. */
export function preparedUpsert<T extends SQLiteTable>(
  orm: Orm,
  table: T,
  key: IndexColumn[],
): (row: T['$inferSelect']) => void {
  const set: Record<string, SQL> = {}
  for (const [property, column] of Object.entries(getTableColumns(table))) {
    if (!key.some((part) => 'name' in part && part.name === column.name))
      set[property] = sql.raw(`excluded."${column.name}"`)
  }
  const insert = orm.insert(table).values(placeholders(table)).onConflictDoUpdate({ target: key, set })
  return bound(orm, table, insert.toSQL().sql)
}

function bound<T extends SQLiteTable>(orm: Orm, table: T, text: string): (row: T['$inferSelect']) => void {
  const { statement, valuesOf } = binding(orm, table, text)
  return (row) => void statement.run(valuesOf(row))
}

interface Binding {
  readonly statement: Database.Statement
  readonly valuesOf: (row: Record<string, unknown>) => unknown[]
}

function binding(orm: Orm, table: SQLiteTable, text: string): Binding {
  const columns = Object.entries(getTableColumns(table)).map(([property, column]) => ({
    property,
    // null where the column holds what the row holds: to ask each column for each row would be half the cost of binding
    mapped: column.mapToDriverValue === Column.prototype.mapToDriverValue ? null : column,
  }))
  return {
    statement: orm.$client.prepare(text),
    valuesOf: (row) => {
      const values: unknown[] = []
      for (const { property, mapped } of columns) {
        const value = row[property]
        if (value === undefined) throw new TypeError(`a row without ${property}`)
        values.push(value === null || mapped === null ? value : mapped.mapToDriverValue(value))
      }
      return values
    },
  }
}

function placeholders<T extends SQLiteTable>(table: T): T['$inferInsert'] {
  const values: Record<string, unknown> = {}
  for (const property of Object.keys(getTableColumns(table))) values[property] = sql.placeholder(property)
  return values
}
