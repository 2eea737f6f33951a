/**
 * One row of the chain about a member. Personal fields go beside it into an erasable record; the row has the salted digest.
 * members.db follows before anyone is told.
 */
import { randomBytes } from 'node:crypto'
import { ok, type Result } from '../../../shared/domain/result.ts'
import type { Core } from '../../core.ts'
import type { Json } from '../../store/canonical.ts'
import { personDigest, type MemberPerson } from '../../store/member-store.ts'

export interface MemberCommit {
  readonly commandId: string
  /** what was asked, without personal fields: digests stand for them */
  readonly content: Json
  readonly kind: string
  readonly memberId: string
  readonly by: string
  readonly approverId?: string | null
  readonly at: number
  readonly payload: { readonly [key: string]: Json }
  /** what the audit says beside who, when and whom */
  readonly detail: Json
  readonly answer?: Json
  readonly write: (seq: number) => void
}

/** Commits, and answers with what this or the first commit of the command answered. */
export function commitMember(core: Core, commit: MemberCommit): Result<Json> {
  const { at, by, memberId, kind, approverId = null } = commit
  const done = core.committer.commit({
    commandId: commit.commandId,
    content: commit.content,
    kind,
    version: 1,
    payload: { at, hqAt: null, by, approverId, memberId, ...commit.payload },
    audit: [{ at, action: kind, operatorId: by, approverId, subject: memberId, detail: commit.detail }],
    answer: commit.answer ?? null,
    write: commit.write,
  })
  if (!done.ok) return done
  core.members.catchUp(core.store)
  core.changed()
  return ok(done.value.answer)
}

export interface PersonRecord {
  readonly version: number
  readonly salt: string
  readonly digest: string
}

/** A new version of a person's record, and the digest that the chain carries of it. */
export function recordOf(person: MemberPerson, version: number): PersonRecord {
  const salt = randomBytes(16).toString('hex')
  return { version, salt, digest: personDigest(person, salt) }
}
