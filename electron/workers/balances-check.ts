/** The thread that audits a store while the till sells. */
import { parentPort, workerData } from 'node:worker_threads'
import { auditStore, type AuditRequest } from '../store/balances-audit.ts'

parentPort?.postMessage(auditStore(workerData as AuditRequest))
