/**
 * The audit that hangs on the opening of a business day: chain and balances are recomputed in a thread of its own. What it
 * finds is a row and a sentence; nothing corrects itself, and the till sells on.
 */
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Core } from '../../core.ts'
import { notify } from '../../notice.ts'
import type { AuditAnswer, AuditRequest } from '../../store/balances-audit.ts'
import { loadedSqliteBinding } from '../../store/native-binding.ts'

export async function auditDay(core: Core): Promise<AuditAnswer> {
  const answer = await runAudit(core)
  const count = answer.differences.length + (answer.brokenAtSeq === null ? 0 : 1) + (answer.damage === null ? 0 : 1)
  if (count === 0) return answer
  const at = core.clock.now()
  core.committer.commit({
    commandId: core.newId(),
    content: { what: 'audit-day', at },
    kind: 'audit-differs',
    version: 1,
    payload: {
      at,
      hqAt: null,
      brokenAtSeq: answer.brokenAtSeq,
      damage: answer.damage,
      differences: answer.differences.map(({ account, asset, lot, stored, derived }) => [
        account,
        asset,
        lot,
        stored,
        derived,
      ]),
    },
    audit: [{ at, action: 'audit-differs', operatorId: null, approverId: null, subject: null, detail: { count } }],
    answer: null,
    write: () => undefined,
  })
  notify(core, { code: 'audit-differs', params: { count } })
  return answer
}

function runAudit(core: Core): Promise<AuditAnswer> {
  const workerData: AuditRequest = {
    path: join(core.store.folder, 'store.db'),
    tillId: core.store.tillId,
    nativeBinding: loadedSqliteBinding(),
  }
  const worker = new Worker(core.workerFile('balances-check'), { workerData })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the audit ended without an answer')))
  })
}
