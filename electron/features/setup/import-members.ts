/**
 * Takes members over with what they hold: one row of the chain a batch. Opening balances are entries against `opening`;
 * names and phones go beside the chain, which carries their salted digests.
 */
import { ok, type Result } from '../../../shared/domain/result.ts'
import type { Core } from '../../core.ts'
import { openingBatch, type OpeningMember } from '../../store/opening-members.ts'

const BATCH = 500

/** `batchId` names each batch in turn: the same ids again write nothing twice, so that a run that was cut is taken up. */
export async function importMembers(
  core: Core,
  members: readonly OpeningMember[],
  batchId: () => string,
): Promise<Result<null>> {
  for (let from = 0; from < members.length; from += BATCH) {
    const done = importBatch(core, batchId(), members.slice(from, from + BATCH))
    if (!done.ok) return done
    // a customer is never kept waiting by a batch
    await new Promise((resolve) => setImmediate(resolve))
  }
  core.members.catchUp(core.store)
  return ok(null)
}

function importBatch(core: Core, documentId: string, members: readonly OpeningMember[]): Result<null> {
  const at = core.clock.now()
  const batch = openingBatch(core.stores, documentId, members)
  const done = core.committer.commit({
    commandId: documentId,
    content: { what: 'import-members', count: members.length },
    kind: 'members-imported',
    version: 1,
    payload: { at, documentId, hqAt: null, members: batch.members },
    audit: [
      {
        at,
        action: 'members-imported',
        operatorId: core.memory.operator?.operatorId ?? null,
        approverId: null,
        subject: documentId,
        detail: { count: members.length },
      },
    ],
    answer: null,
    write: batch.write,
  })
  return done.ok ? ok(null) : done
}
