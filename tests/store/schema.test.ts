/** The SQL of the migrations is what makes the files; drizzle's description of them must say the same. */
import Database from 'better-sqlite3'
import { getTableColumns, is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { describe, expect, test } from 'vitest'
import { migrate } from '../../electron/store/migrate.ts'
import * as tillSchema from '../../electron/store/schema.ts'
import { TILL_MIGRATIONS } from './plain-store.ts'

interface Column {
  readonly name: string
  readonly type: string
  readonly notNull: boolean
  readonly inKey: boolean
}

function migrated(folder: string): Database.Database {
  const sqlite = new Database(':memory:')
  expect(migrate(sqlite, folder)).toMatchObject({ ok: true })
  return sqlite
}

function tablesOf(schema: Readonly<Record<string, unknown>>): SQLiteTable[] {
  return Object.values(schema).filter((part): part is SQLiteTable => is(part, SQLiteTable))
}

const tables = tablesOf(tillSchema)
const folder = TILL_MIGRATIONS

describe('store.db', () => {
  test('drizzle knows every table, and none that is not there', () => {
    const sqlite = migrated(folder)
    const names = sqlite
      .prepare<[], { name: string }>(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
      .all()
    expect(tables.map((table) => getTableConfig(table).name).sort()).toEqual(names.map((row) => row.name).sort())
  })

  test.each(tables.map((table) => [getTableConfig(table).name, table] as const))(
    '%s: columns, types, nullability and key',
    (name, table) => {
      const sqlite = migrated(folder)
      const real = sqlite
        .prepare<[], { name: string; type: string; notnull: number; pk: number }>(
          `SELECT name, type, "notnull", pk FROM pragma_table_info('${name}')`,
        )
        .all()
        // a key of one text column is not null in a table without rowids; an INTEGER PRIMARY KEY is the rowid
        .map(({ name: column, type, notnull, pk }): Column => ({
          name: column,
          type,
          notNull: notnull === 1 || pk > 0,
          inKey: pk > 0,
        }))
      const composite = new Set(
        getTableConfig(table).primaryKeys.flatMap((key) => key.columns.map((column) => column.name)),
      )
      const described = Object.values(getTableColumns(table)).map((column): Column => ({
        name: column.name,
        type: column.getSQLType().toUpperCase(),
        notNull: column.notNull,
        inKey: column.primary || composite.has(column.name),
      }))
      expect(described).toEqual(real)
    },
  )

  test('every table is strict', () => {
    const sqlite = migrated(folder)
    const loose = sqlite
      .prepare<[], { name: string }>(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
      )
      .all()
    expect(loose).toEqual([])
  })
})
