/**
 * A receipt printer on the network, raw over TCP (port 9100).
 *
 * Invariants: one connection a job, closed after it; until the first byte of the job is handed to the socket every
 * trouble is `failed`, after it every trouble is `unknown`. `printed` needs a sign of the printer: its answer to a
 * status request that stands behind the job in its own buffer, or a clean end of the connection after ours.
 */
import { Socket } from 'node:net'
import type { PrintJob, PrintOutcome, Printer, PrinterStatus, PrintTrouble } from './printer.ts'
import { oneAtATime } from './printer.ts'

/** GS r 1: answered when everything before it has been printed. */
const STATUS_BEHIND_JOB = Buffer.from([0x1d, 0x72, 1])
/** DLE EOT 2 (cover, stop by paper end) and DLE EOT 4 (paper sensors): answered at once. */
const STATUS_NOW = Buffer.from([0x10, 0x04, 2, 0x10, 0x04, 4])

/** In the answer to GS r 1: the sensor at the end of the roll sees no paper. */
const ROLL_END = 0x0c
const AUTOMATIC_STATUS_BYTES = 4

/** In the answers to DLE EOT, all of which have bits 1 and 4 set and bits 0 and 7 clear. */
const COVER_OPEN = 0x04
const STOPPED_BY_PAPER_END = 0x20
const FAULT = 0x40
const PAPER_NEAR_END = 0x0c
const PAPER_END = 0x60

export type NetworkPrinterOptions = {
  readonly host: string
  readonly port?: number
  readonly connectTimeoutMs?: number
  /** How long after the job was sent the printer may take to give its sign. */
  readonly replyTimeoutMs?: number
}

type Limits = { readonly host: string; readonly port: number; readonly connectMs: number; readonly replyMs: number }

export function createNetworkPrinter(options: NetworkPrinterOptions): Printer {
  const limits: Limits = {
    host: options.host,
    port: options.port ?? 9100,
    connectMs: options.connectTimeoutMs ?? 3_000,
    replyMs: options.replyTimeoutMs ?? 15_000,
  }
  const inOrder = oneAtATime()
  let closed = false
  return {
    kind: 'network',
    status: () => inOrder(() => askStatus(limits)),
    print: (job) =>
      inOrder(async () =>
        closed ? { outcome: 'failed', trouble: 'closed', detail: 'the printer was closed' } : sendJob(limits, job),
      ),
    async close() {
      await inOrder(() => {
        closed = true
        return Promise.resolve()
      })
    },
  }
}

type Connected =
  | { readonly socket: Socket }
  | { readonly trouble: Extract<PrintTrouble, 'unreachable' | 'timeout'>; readonly detail: string }

function connect({ host, port, connectMs }: Limits): Promise<Connected> {
  return new Promise((resolve) => {
    // Stays open for the printer's answer after our end of the connection has been closed.
    const socket = new Socket({ allowHalfOpen: true })
    const limit = setTimeout(() => {
      socket.destroy()
      resolve({ trouble: 'timeout', detail: `no connection to ${host}:${port} within ${connectMs} ms` })
    }, connectMs)
    const refused = (error: Error): void => {
      clearTimeout(limit)
      resolve({ trouble: 'unreachable', detail: error.message })
    }
    socket.once('error', refused)
    socket.connect(port, host, () => {
      clearTimeout(limit)
      socket.off('error', refused)
      socket.setNoDelay(true)
      resolve({ socket })
    })
  })
}

async function sendJob(limits: Limits, { bytes }: PrintJob): Promise<PrintOutcome> {
  const connected = await connect(limits)
  if (!('socket' in connected)) return { outcome: 'failed', trouble: connected.trouble, detail: connected.detail }
  const { socket } = connected
  return new Promise((resolve) => {
    const settle = (outcome: PrintOutcome): void => {
      clearTimeout(limit)
      socket.destroy()
      resolve(outcome)
    }
    const limit = setTimeout(() => {
      settle({ outcome: 'unknown', trouble: 'timeout', detail: `no sign of the printer within ${limits.replyMs} ms` })
    }, limits.replyMs)
    socket.on('error', (error) => settle({ outcome: 'unknown', trouble: 'interrupted', detail: error.message }))
    let sent = false
    let replies: number[] = []
    socket.on('data', (data) => {
      replies = [...replies, ...data]
      const paper = paperReply(replies)
      if (paper === undefined) return
      if ((paper & ROLL_END) === ROLL_END) {
        settle({ outcome: 'unknown', trouble: 'paper-out', detail: 'the printer reports the end of its paper' })
      } else {
        settle({ outcome: 'printed' })
      }
    })
    socket.on('end', () => {
      if (sent) settle({ outcome: 'printed' })
      else settle({ outcome: 'unknown', trouble: 'interrupted', detail: 'the printer hung up during the job' })
    })
    socket.on('close', () =>
      settle({ outcome: 'unknown', trouble: 'interrupted', detail: 'the connection closed without an answer' }),
    )
    socket.write(bytes)
    socket.end(STATUS_BEHIND_JOB, () => {
      sent = true
    })
  })
}

/**
 * The answer to GS r 1 among what the printer sent, once it is there. Reports of four bytes that some printers send
 * unasked (automatic status, when the drawer opens for one) begin with a byte that has bit 4 set; the answer has not.
 */
function paperReply(replies: readonly number[]): number | undefined {
  let at = 0
  while (at < replies.length && ((replies[at] ?? 0) & 0x90) === 0x10) at += AUTOMATIC_STATUS_BYTES
  return replies[at]
}

async function askStatus(limits: Limits): Promise<PrinterStatus> {
  const connected = await connect(limits)
  if (!('socket' in connected)) return { state: 'unreachable', detail: connected.detail }
  const { socket } = connected
  return new Promise((resolve) => {
    let answers: number[] = []
    const settle = (status: PrinterStatus): void => {
      clearTimeout(limit)
      socket.destroy()
      resolve(status)
    }
    const limit = setTimeout(() => settle(statusOf(answers)), Math.min(limits.replyMs, 1_000))
    socket.on('error', (error) => settle({ state: 'unreachable', detail: error.message }))
    socket.on('close', () => settle(statusOf(answers)))
    socket.on('end', () => settle(statusOf(answers)))
    socket.on('data', (data) => {
      answers = [...answers, ...data.filter((byte) => (byte & 0x93) === 0x12)]
      if (answers.length >= 2) settle(statusOf(answers))
    })
    socket.write(STATUS_NOW)
  })
}

/** `answers`: the bytes for DLE EOT 2 and DLE EOT 4, as many as came. Silence is a reachable printer that never tells. */
function statusOf(answers: readonly number[]): PrinterStatus {
  const [cause, paper] = answers
  if (cause === undefined || paper === undefined) return { state: 'ready', answered: false, paperLow: false }
  if ((cause & COVER_OPEN) !== 0) return { state: 'cover-open' }
  if ((cause & STOPPED_BY_PAPER_END) !== 0 || (paper & PAPER_END) === PAPER_END) return { state: 'paper-out' }
  if ((cause & FAULT) !== 0) return { state: 'offline' }
  return { state: 'ready', answered: true, paperLow: (paper & PAPER_NEAR_END) === PAPER_NEAR_END }
}
