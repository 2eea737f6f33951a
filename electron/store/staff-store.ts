/**
 * Operators, the person records of their names, and what guards their PINs.
 *
 * Invariants: a PIN hash stands in the operators table and nowhere else; a name stands there and in an erasable person
 * record, of which the chain carries the salted digest; what is left of a lock counts down by a clock that only goes
 * forward, so that neither a restart nor a changed date shortens it.
 */
import { randomBytes } from 'node:crypto'
import { asc, eq, gt, max, sql } from 'drizzle-orm'
import { NO_FAILURES, type PinGuard } from '../../shared/domain/staff/lockout.ts'
import type { Operator } from '../../shared/domain/staff/operators.ts'
import type { Role } from '../../shared/domain/staff/permission.ts'
import { canonical } from './canonical.ts'
import { digestOf } from './chain.ts'
import type { Store } from './open-store.ts'
import { preparedInsert, preparedUpsert } from './prepared.ts'
import { operators, personRecords, pinGuards } from './schema.ts'
import { unlessDiskFails } from './sqlite-errors.ts'

export interface OperatorRecord extends Operator {
  /** argon2id, PHC text */
  readonly pinHash: string
}

/** An operator's name as it is kept beside the chain. */
export interface NameRecord {
  readonly personId: string
  readonly version: number
  readonly salt: string
  readonly name: string
  /** SHA-256 of the salt and the canonical fields, hex: what the row carries */
  readonly digest: string
}

export interface StaffStore {
  /** everybody, by code */
  operators(): OperatorRecord[]
  operator(operatorId: string): OperatorRecord | undefined
  /** the next version of somebody's name, with a fresh salt */
  nameRecord(operatorId: string, name: string): NameRecord
  /** wrong PINs so far, and what is left of a lock now */
  guard(operatorId: string, monotonicMs: number): PinGuard
  /** the three writers run inside a commit's transaction */
  putOperator(record: OperatorRecord, seq: number): void
  putName(record: NameRecord, seq: number): void
  putGuard(operatorId: string, guard: PinGuard): void
  /** after that commit: a lock runs from `monotonicMs` */
  startLock(operatorId: string, lockLeftMs: number, monotonicMs: number): void
  /** notes what is left of each running lock, to ten seconds, so that a restart goes on from there; when idle and at close */
  keepLocks(monotonicMs: number): void
}

export function createStaffStore(store: Store): StaffStore {
  const { orm } = store
  const upsertOperator = preparedUpsert(orm, operators, [operators.operatorId])
  const insertPerson = preparedInsert(orm, personRecords)
  const lastVersion = orm
    .select({ version: max(personRecords.version) })
    .from(personRecords)
    .where(eq(personRecords.personId, sql.placeholder('personId')))
    .prepare()
  return {
    operators: () => orm.select().from(operators).orderBy(asc(operators.code)).all().map(readOperator),
    operator: (operatorId) => {
      const row = orm.select().from(operators).where(eq(operators.operatorId, operatorId)).get()
      return row === undefined ? undefined : readOperator(row)
    },
    nameRecord: (operatorId, name) => {
      const salt = randomBytes(16).toString('hex')
      const version = (lastVersion.get({ personId: operatorId })?.version ?? 0) + 1
      return { personId: operatorId, version, salt, name, digest: digestOf(salt + canonical({ name })) }
    },
    putOperator: (record, seq) => upsertOperator({ ...record, seq }),
    putName: ({ personId, version, salt, name, digest }, seq) =>
      insertPerson({ personId, version, kind: 'operator', salt, fields: canonical({ name }), digest, seq }),
    ...createGuards(store),
  }
}

/** A lock that is kept to the second would write to the disk each second. */
const KEEP_STEP_MS = 10_000

/** Locks run in memory from the first look at them after a start, and are never shorter than what the file says. */
function createGuards(store: Store): Pick<StaffStore, 'guard' | 'putGuard' | 'startLock' | 'keepLocks'> {
  const { orm } = store
  const find = orm
    .select({ failures: pinGuards.failures, lockLeftMs: pinGuards.lockLeftMs })
    .from(pinGuards)
    .where(eq(pinGuards.operatorId, sql.placeholder('operatorId')))
    .prepare()
  const locked = orm.select().from(pinGuards).where(gt(pinGuards.lockLeftMs, 0)).prepare()
  const upsert = preparedUpsert(orm, pinGuards, [pinGuards.operatorId])
  const endsAtMs = new Map<string, number>()

  function guard(operatorId: string, monotonicMs: number): PinGuard {
    const stored = find.get({ operatorId }) ?? NO_FAILURES
    if (stored.lockLeftMs === 0) return stored
    const endAtMs = endsAtMs.get(operatorId) ?? monotonicMs + stored.lockLeftMs
    endsAtMs.set(operatorId, endAtMs)
    return { failures: stored.failures, lockLeftMs: Math.max(0, Math.ceil(endAtMs - monotonicMs)) }
  }

  return {
    guard,
    putGuard: (operatorId, { failures, lockLeftMs }) => upsert({ operatorId, failures, lockLeftMs }),
    startLock: (operatorId, lockLeftMs, monotonicMs) => {
      if (lockLeftMs === 0) endsAtMs.delete(operatorId)
      else endsAtMs.set(operatorId, monotonicMs + lockLeftMs)
    },
    keepLocks: (monotonicMs) => {
      for (const row of locked.all()) {
        const { failures, lockLeftMs } = guard(row.operatorId, monotonicMs)
        const worthWriting = lockLeftMs === 0 || row.lockLeftMs - lockLeftMs >= KEEP_STEP_MS
        // a lock that could not be noted is a longer one after a restart
        if (worthWriting)
          unlessDiskFails(store.folder, () => upsert({ operatorId: row.operatorId, failures, lockLeftMs }))
      }
    },
  }
}

function readOperator(row: typeof operators.$inferSelect): OperatorRecord {
  const { operatorId, code, name, role, disabled, pinHash } = row
  return { operatorId, code, name, role: role as Role, disabled, pinHash }
}
