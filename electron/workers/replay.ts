/** The thread that prices past sales again while the till sells. */
import { parentPort, workerData } from 'node:worker_threads'
import { runReplay, type ReplayRequest } from '../features/replay/run-replay.ts'

runReplay(workerData as ReplayRequest, (message) => parentPort?.postMessage(message))
