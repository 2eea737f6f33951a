/** The thread that reads and checks a list of members: questions in, answers out, in the order in which they came. */
import { parentPort, workerData } from 'node:worker_threads'
import { answerImport, type ImportQuestion } from '../features/member-import/import-questions.ts'
import { createImportWork } from '../features/member-import/import-work.ts'
import type { KnownMembersFile } from '../store/members/known-members.ts'

const port = parentPort
const work = createImportWork(workerData as KnownMembersFile, (rows) => port?.postMessage({ kind: 'progress', rows }))
let before: Promise<unknown> = Promise.resolve()

port?.on('message', (question: ImportQuestion) => {
  before = before.then(async () => port.postMessage(await answerImport(work, question)))
})
