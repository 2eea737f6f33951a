/**
 * The till's commit: one BEGIN IMMEDIATE transaction holds the facts, the balances, the audit rows, the print job and one
 * row of the chain. When commit() has returned, all of it is on disk; only then may anyone be told.
 *
 * Invariants: seq grows by one; the same command id gives the first answer, with other content it is refused; nothing
 * but this file and all-or-none.ts begins a transaction on store.db.
 */
import { refuse, type Refusal, type Result } from '../../shared/domain/result.ts'
import { canonical, encoded, type CanonicalBytes, type Json } from './canonical.ts'
import { digestOf, rowHash } from './chain.ts'
import type { Store } from './open-store.ts'
import { diskRefusal, unlessDiskFails } from './sqlite-errors.ts'

export interface AuditRow {
  readonly at: number
  readonly action: string
  readonly operatorId: string | null
  readonly approverId: string | null
  readonly subject: string | null
  readonly detail: Json
}

/** What a command asks, digested before it comes. */
export class DigestedContent {
  readonly digest: string
  constructor(content: Json) {
    this.digest = digestOf(canonical(content))
  }
}

export interface CommitRequest<Answer extends Json> {
  readonly commandId: string
  /** what was asked, without secrets: the same id must always mean this */
  readonly content: Json | DigestedContent
  readonly kind: string
  readonly version: number
  readonly payload: { readonly [key: string]: Json } | CanonicalBytes
  readonly audit: readonly AuditRow[]
  readonly answer: Answer
  /** writes the projections of this row */
  readonly write: (seq: number) => void
}

export interface Committed<Answer> {
  readonly seq: number
  readonly answer: Answer
  /** true: this command had been done before, and nothing was written now */
  readonly repeated: boolean
}

export interface Committer {
  commit<Answer extends Json>(request: CommitRequest<Answer>): Result<Committed<Answer>>
  /** the first answer to a command, where it was done before; refuses other content under the same id */
  earlier(commandId: string, content: Json): Result<Committed<Json> | null>
  /** moves the log into the file when nobody waits; costs nothing when there is nothing to move */
  checkpointWhenIdle(): void
}

export function createCommitter(store: Store): Committer {
  const { sqlite } = store
  const { findCommand, insertRow, insertCommand } = prepareStatements(store)
  const putAudit = createAuditWriter(store)
  let uncheckpointed = 0

  const transact = sqlite.transaction((work: () => void) => work())

  function earlier(commandId: string, content: Json): Result<Committed<Json> | null> {
    return findEarlier(commandId, digestOf(canonical(content)))
  }

  function findEarlier(commandId: string, contentDigest: string): Result<Committed<Json> | null> {
    const found = findCommand.get(commandId)
    if (found === undefined) return { ok: true, value: null }
    if (found.contentDigest !== contentDigest) return refuse('command-reused')
    return { ok: true, value: { seq: found.seq, answer: JSON.parse(found.answer) as Json, repeated: true } }
  }

  function commit<Answer extends Json>(request: CommitRequest<Answer>): Result<Committed<Answer>> {
    const { content } = request
    const { digest: contentDigest } = content instanceof DigestedContent ? content : new DigestedContent(content)
    const seq = store.head.seq + 1
    const row = {
      seq,
      incarnation: store.incarnation,
      kind: request.kind,
      version: request.version,
      payload: Buffer.isBuffer(request.payload) ? request.payload : encoded(canonical(request.payload)),
    }
    const hash = rowHash(store.head.hash, store.tillId, row)
    let repeated = false
    const refusal = write(() => {
      const noted = insertCommand.run(request.commandId, contentDigest, seq, canonical(request.answer))
      repeated = noted.changes === 0
      if (repeated) return
      insertRow.run(seq, row.incarnation, row.kind, row.version, row.payload, hash)
      request.audit.forEach((entry, ordinal) => putAudit(entry, seq, ordinal))
      request.write(seq)
    })
    if (refusal !== null || repeated) {
      const before = findEarlier(request.commandId, contentDigest)
      if (!before.ok) return before
      if (before.value !== null) return { ok: true, value: before.value as Committed<Answer> }
      if (refusal !== null) return { ok: false, refusal }
      throw new Error(`command ${request.commandId} is there and cannot be found`)
    }
    // memory follows only what the disk has
    store.head = { seq, hash }
    uncheckpointed += 1
    // as part of a larger transaction (all-or-none.ts) it is not on disk yet
    if (!sqlite.inTransaction) store.anchor.write({ incarnation: store.incarnation, seq, hash })
    return { ok: true, value: { seq, answer: request.answer, repeated: false } }
  }

  /** Runs one transaction; a failing disk comes back as a refusal, everything else is a bug and throws. */
  function write(work: () => void): Refusal | null {
    try {
      transact.immediate(work)
      return null
    } catch (error) {
      const refusal = diskRefusal(error, store.folder)
      if (refusal === null) throw error
      return refusal
    }
  }

  function checkpointWhenIdle(): void {
    if (uncheckpointed === 0) return
    const moved = uncheckpointed
    // a full disk keeps it in the log, where it is as safe; tried again at the next idle moment
    if (unlessDiskFails(store.folder, () => void sqlite.pragma('wal_checkpoint(PASSIVE)'))) uncheckpointed -= moved
  }

  return { commit, earlier, checkpointWhenIdle }
}

function prepareStatements({ sqlite }: Store) {
  return {
    findCommand: sqlite.prepare<[string], { contentDigest: string; seq: number; answer: string }>(
      'SELECT content_digest AS contentDigest, seq, answer FROM commands WHERE command_id = ?',
    ),
    insertRow: sqlite.prepare(
      // the bytes that are hashed are the bytes that are kept: a cast of bytes to text changes none
      'INSERT INTO chain (seq, incarnation, kind, version, payload, hash) VALUES (?, ?, ?, ?, CAST(? AS TEXT), ?)',
    ),
    insertCommand: sqlite.prepare(
      'INSERT INTO commands (command_id, content_digest, seq, answer) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
    ),
  }
}

function createAuditWriter({ sqlite }: Store): (entry: AuditRow, seq: number, ordinal: number) => void {
  const insert = sqlite.prepare(
    'INSERT INTO audit (seq, ordinal, at, action, operator_id, approver_id, subject, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  return ({ at, action, operatorId, approverId, subject, detail }, seq, ordinal) =>
    void insert.run(seq, ordinal, at, action, operatorId, approverId, subject, canonical(detail))
}

/** After a rollback the till goes on under a new incarnation that names the row before it. */
export function beginIncarnation(
  store: Store,
  committer: Committer,
  facts: { incarnation: string; commandId: string; at: number },
): Result<null> {
  const from = store.rolledBackFrom
  if (from === null) return { ok: true, value: null }
  const previous = { incarnation: store.incarnation, seq: store.head.seq, hash: store.head.hash }
  store.incarnation = facts.incarnation
  const done = committer.commit({
    commandId: facts.commandId,
    content: { incarnation: facts.incarnation },
    kind: 'incarnation-begun',
    version: 1,
    payload: {
      at: facts.at,
      hqAt: null,
      previous,
      reason: 'rolled-back',
      anchor: { incarnation: from.incarnation, seq: from.seq },
    },
    audit: [
      {
        at: facts.at,
        action: 'incarnation-begun',
        operatorId: null,
        approverId: null,
        subject: facts.incarnation,
        detail: { anchorSeq: from.seq },
      },
    ],
    answer: null,
    write: () => {
      store.sqlite.prepare('UPDATE till SET incarnation = ?').run(facts.incarnation)
      store.sqlite
        .prepare(
          'INSERT INTO incarnations (incarnation, previous_incarnation, previous_seq, previous_hash, reason, at) VALUES (?, ?, ?, ?, ?, ?)',
        )
        .run(facts.incarnation, previous.incarnation, previous.seq, previous.hash, 'rolled-back', facts.at)
    },
  })
  if (done.ok) return { ok: true, value: null }
  store.incarnation = previous.incarnation
  return done
}
