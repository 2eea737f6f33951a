/**
 * Takes the good rows of an import over: batch after batch, each one commit, with room for a sale between two.
 *
 * Invariants: a row of a file is one member id, whoever reads the file and when, and a member id that the store knows is
 * never written again; the batch's own id is made of its rows, so that even the same command twice writes once; what
 * somebody registered at the till meanwhile stays as it is, and the row says so.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { MemberImportView } from '../../../shared/contract/member-import.ts'
import { isoDayOf } from '../../../shared/domain/day/calendar.ts'
import { ok, refuse, type Refusal, type Result } from '../../../shared/domain/result.ts'
import { pointsExpiry } from '../../../shared/domain/value/points-expiry.ts'
import { requirePermission } from '../../authority.ts'
import type { Core } from '../../core.ts'
import { saltText, type NoteFacts, type Salted } from '../../store/member-file-store.ts'
import { openKnownMembers, type KnownMembers } from '../../store/members/known-members.ts'
import { loadedSqliteBinding } from '../../store/native-binding.ts'
import { openingBatch, type OpeningLot, type OpeningMember } from '../../store/opening-members.ts'
import { batchIdOf, noteIdOfRow } from './import-ids.ts'
import type { BatchRow, LeftOutRow } from './import-work.ts'
import { cardTaken, phoneTaken } from './row-problems.ts'
import { change, countsView, fail, permittedImport, watched, type RunningImport } from './running.ts'

/** A customer who pays comes in here. */
const PAUSE_MS = 4

/**
 * Refuses with what `permittedImport` does, member-import-busy where it is not ready, import-changed where the columns are
 * others than those that were looked at, member-import-nothing where no row can be taken.
 */
export function commitImport(
  core: Core,
  command: { readonly commandId: string; readonly importId: string; readonly digest: string },
): Result<MemberImportView> {
  const found = permittedImport(core, command.importId)
  if (!found.ok) return found
  const running = found.value
  const { state, counts, digest } = running.view
  if (state === 'writing' || state === 'done') return ok(running.view)
  if (state !== 'ready' && state !== 'stopped') return refuse('member-import-busy')
  if (digest !== command.digest) return refuse('member-import-changed')
  if (counts.fresh === 0) return refuse('member-import-nothing')
  const permitted = requirePermission(core, 'member.import')
  if (!permitted.ok) return permitted
  running.stopAsked = false
  change(running, { state: 'writing', done: 0, total: counts.rows })
  running.writing = watched(running, () => writeAll(core, running, permitted.value.operatorId))
  return ok(running.view)
}

async function writeAll(core: Core, running: RunningImport, by: string): Promise<void> {
  const known = openKnownMembers({ folder: core.store.folder, nativeBinding: loadedSqliteBinding() })
  try {
    let from: number | null = 0
    while (from !== null) {
      if (running.stopAsked) return change(running, { state: 'stopped' })
      const next: number | null = await writeFrom(core, running, { from, by, known })
      change(running, { done: next ?? running.view.total })
      core.changed()
      from = next
      await pause(PAUSE_MS)
    }
    change(running, { state: 'done' })
  } catch (error) {
    if (!(error instanceof BatchRefused)) throw error
    fail(running, error.refusal)
  } finally {
    known.close()
    running.writing = null
  }
}

interface Place {
  readonly from: number
  readonly by: string
  readonly known: KnownMembers
}

async function writeFrom(core: Core, running: RunningImport, { from, by, known }: Place): Promise<number | null> {
  const batch = await running.thread?.ask('batch', from)
  if (batch === undefined) throw new Error('an import without its file')
  if (batch.rows.length === 0) return batch.next
  const { take, taken, leftOut } = lookAgain(core, known, batch.rows)
  if (take.length > 0) {
    const done = commitBatch(core, { fileDigest: running.fileDigest, rows: take, by })
    if (!done.ok) throw new BatchRefused(done.refusal)
    core.members.catchUp(core.store)
  }
  const counts = await running.thread?.ask('settle', [...taken, ...take.map(({ row }) => row)], leftOut)
  if (counts !== undefined) change(running, { counts: countsView(counts) })
  return batch.next
}

/** A disk that fails ends the run; what is written stays, and the same file goes on from there. */
class BatchRefused extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/** Since the rows were checked somebody may have been registered, or this very row taken over by a run before. */
function lookAgain(
  core: Core,
  known: KnownMembers,
  rows: readonly BatchRow[],
): { take: BatchRow[]; taken: number[]; leftOut: LeftOutRow[] } {
  const take: BatchRow[] = []
  const taken: number[] = []
  const leftOut: LeftOutRow[] = []
  for (const row of rows) {
    const { memberId, member } = row
    if (core.stores.members.facts(memberId) !== undefined) taken.push(row.row)
    else if (known.byPhone(member.phone) !== undefined) leftOut.push({ row: row.row, problem: phoneTaken() })
    else if (member.card !== null && core.stores.members.card(member.card) !== undefined)
      leftOut.push({ row: row.row, problem: cardTaken() })
    else take.push(row)
  }
  return { take, taken, leftOut }
}

interface Batch {
  readonly fileDigest: string
  readonly rows: readonly BatchRow[]
  readonly by: string
}

function commitBatch(core: Core, { fileDigest, rows, by }: Batch): Result<null> {
  const at = core.clock.now()
  const numbers = rows.map(({ row }) => row)
  const documentId = batchIdOf(fileDigest, numbers)
  const today = isoDayOf(at, core.offsetMinutes)
  const batch = openingBatch(
    core.stores,
    documentId,
    rows.map((row) => openingMember(row, today)),
  )
  const notes = rows.flatMap((row) => noteOf(row, { fileDigest, at, by }))
  const done = core.committer.commit({
    commandId: documentId,
    content: { what: 'import-members', file: fileDigest, rows: numbers },
    kind: 'members-imported',
    version: 2,
    payload: {
      at,
      by,
      documentId,
      file: fileDigest,
      hqAt: null,
      members: batch.members,
      notes: notes.map(({ note, salted }) => ({
        digest: salted.digest,
        memberId: note.memberId,
        noteId: note.noteId,
      })),
    },
    audit: [
      {
        at,
        action: 'members-imported',
        operatorId: by,
        approverId: null,
        subject: documentId,
        detail: { count: rows.length, file: fileDigest },
      },
    ],
    answer: null,
    write: (seq) => {
      batch.write(seq)
      for (const { note, salted } of notes) core.stores.memberFiles.addNote(note, salted, seq)
    },
  })
  return done.ok ? ok(null) : done
}

interface Written {
  readonly fileDigest: string
  readonly at: number
  readonly by: string
}

function noteOf(
  { row, memberId, member }: BatchRow,
  { fileDigest, at, by }: Written,
): { note: NoteFacts; salted: Salted }[] {
  if (member.note === '') return []
  const note: NoteFacts = {
    noteId: noteIdOfRow(fileDigest, row),
    memberId,
    kind: 'note',
    text: member.note,
    dueOn: null,
    at,
    operatorId: by,
    doneAt: null,
    doneBy: null,
  }
  return [{ note, salted: saltText(member.note) }]
}

/** Bonus that came from elsewhere lapses never; points as though they had been earned today. */
function openingMember({ memberId, member }: BatchRow, today: string): OpeningMember {
  const { name, phone, birthday, sex, card } = member
  const lots: OpeningLot[] = [
    { asset: 'PRINCIPAL', amount: member.principalFen, expiresOn: null },
    { asset: 'BONUS', amount: member.bonusFen, expiresOn: null },
    { asset: 'POINTS', amount: member.points, expiresOn: pointsExpiry(today) },
  ]
  return {
    memberId,
    tierId: member.tierId,
    tags: member.tags,
    person: { birthday, name, phone, sex },
    cards: card === null ? [] : [{ number: card, status: 'active' }],
    lots: lots.filter(({ amount }) => amount > 0),
    growth: [],
    coupons: [],
  }
}
