/**
 * Members from files, by the specification alone: a row of a file is one member, whoever has sent it how often; nobody comes
 * in with a phone that another has; what a member brings is what the row says, entry by entry, and within the legal cap.
 */
import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { Report } from './report.ts'

interface Said {
  readonly file: string
  readonly by: string
  readonly documentId: string
  readonly members: readonly {
    readonly memberId: string
    readonly lots: readonly { readonly amount: number; readonly asset: string; readonly lot: string }[]
  }[]
  readonly notes: readonly { readonly noteId: string; readonly memberId: string; readonly digest: string }[]
}

const LEGAL_CAP_FEN = 500_000

export function auditImports(sqlite: Database, report: Report): void {
  const rows = sqlite
    .prepare<[], { seq: number; payload: string }>(
      "SELECT seq, payload FROM chain WHERE kind = 'members-imported' AND version = 2 ORDER BY seq",
    )
    .all()
  const known = new Set<string>()
  for (const { seq, payload } of rows) {
    const said = JSON.parse(payload) as Said
    report.demand(/^[0-9a-f]{64}$/.test(said.file) && said.by !== '', 'imports', `row ${seq} names no file or person`)
    for (const { memberId } of said.members) {
      report.demand(!known.has(memberId), 'imports', `member ${memberId} is taken over again by row ${seq}`)
      known.add(memberId)
    }
    auditOpenings(sqlite, report, seq, said)
    auditNotes(sqlite, report, seq, said)
    auditPhones(sqlite, report, seq, said)
  }
}

/** The postings of the row are the lots that it says, each against a counter-account that may give. */
function auditOpenings(sqlite: Database, report: Report, seq: number, { members, documentId }: Said): void {
  const posted = sqlite
    .prepare<[number], { account: string; lot: string; asset: string; amount: number; documentId: string }>(
      `SELECT p.account, p.lot, p.asset, p.amount, e.document_id AS documentId FROM postings AS p
       JOIN entries AS e ON e.entry_id = p.entry_id WHERE p.seq = ? ORDER BY p.ordinal`,
    )
    .all(seq)
  const should = members.flatMap(({ memberId, lots }) =>
    lots.map(({ lot, asset, amount }) => [`member:${memberId}`, lot, asset, amount]),
  )
  const own = posted.filter(({ lot }) => lot !== '')
  report.equal(
    own.map(({ account, lot, asset, amount }) => [account, lot, asset, amount]),
    should,
    'imports',
    `opening balances of row ${seq}`,
  )
  report.demand(
    posted.every((posting) => posting.documentId === documentId),
    'imports',
    `document of row ${seq}`,
  )
  const givers = posted.filter(({ lot }) => lot === '').map(({ account }) => account)
  report.demand(
    givers.every((account) => account === 'opening' || account === 'issued'),
    'imports',
    `counter-accounts of row ${seq}`,
  )
  for (const { account, asset, amount } of own)
    report.demand(
      amount > 0 && (asset !== 'PRINCIPAL' || amount <= LEGAL_CAP_FEN),
      'imports',
      `${account} opens with ${amount} of ${asset}`,
    )
}

function auditNotes(sqlite: Database, report: Report, seq: number, { notes }: Partial<Said>): void {
  // a row whose version was changed by hand says nothing of them
  report.demand(notes !== undefined, 'imports', `row ${seq} without notes`)
  const kept = sqlite
    .prepare<[number], { noteId: string; memberId: string; salt: string; text: string }>(
      'SELECT note_id AS noteId, member_id AS memberId, salt, text FROM member_notes WHERE seq = ? ORDER BY note_id',
    )
    .all(seq)
    .map(({ noteId, memberId, salt, text }) => {
      return { noteId, memberId, digest: createHash('sha256').update(`${salt}${text}`).digest('hex') }
    })
  const said = (notes ?? [])
    .map(({ noteId, memberId, digest }) => ({ noteId, memberId, digest }))
    .sort((a, b) => (a.noteId < b.noteId ? -1 : 1))
  report.equal(kept, said, 'imports', `notes of row ${seq}`)
}

/** Whoever had the phone when the row was written has it alone: by the last record before the row, or by the row itself. */
function auditPhones(sqlite: Database, report: Report, seq: number, { members }: Said): void {
  const holders = sqlite.prepare<[number, number, string, number], { n: number }>(
    `SELECT count(*) AS n FROM person_records AS p WHERE p.kind = 'member' AND p.seq <= ?
       AND p.version = (SELECT max(version) FROM person_records WHERE person_id = p.person_id AND seq <= ?)
       AND p.fields ->> '$.phone' = (SELECT fields ->> '$.phone' FROM person_records WHERE person_id = ? AND seq = ?)
       AND NOT EXISTS (SELECT 1 FROM member_files AS f WHERE f.member_id = p.person_id AND f.merged_into IS NOT NULL)`,
  )
  for (const { memberId } of members)
    report.demand((holders.get(seq, seq, memberId, seq)?.n ?? 0) <= 1, 'imports', `phone of ${memberId} in row ${seq}`)
}
