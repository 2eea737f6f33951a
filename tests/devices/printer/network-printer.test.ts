/** The network printer against a TCP server on this machine that can misbehave in every way that printers do. */
import type { AddressInfo, Socket } from 'node:net'
import { createServer } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { createNetworkPrinter } from '../../../electron/devices/printer/network-printer.ts'
import type { Printer } from '../../../electron/devices/printer/printer.ts'
import type { Device } from './printer.contract.ts'
import { describePrinterContract } from './printer.contract.ts'

const STATUS_BEHIND_JOB = Buffer.from([0x1d, 0x72, 1])
const STATUS_NOW = Buffer.from([0x10, 0x04, 2, 0x10, 0x04, 4])

type Manner = {
  /** What it does when the first bytes of a job arrive; `undefined`: reads on. */
  readonly onFirstBytes?: (socket: Socket) => void
  /** What it answers to GS r 1; null: nothing. */
  readonly reply?: readonly number[] | null
  /** What it answers to DLE EOT 2 and 4; null: nothing. */
  readonly status?: readonly number[] | null
  /** Whether it ends its side after ours. */
  readonly hangsUp?: boolean
}

type TestPrinter = {
  readonly port: number
  manner: Manner
  readonly received: Buffer[]
  stop(): Promise<void>
  start(): Promise<void>
}

async function startTestPrinter(): Promise<TestPrinter> {
  const sockets = new Set<Socket>()
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket)
    serve(printer, socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
  })
  const listen = (port: number): Promise<void> =>
    new Promise((resolve) => {
      server.listen(port, '127.0.0.1', resolve)
    })
  await listen(0)
  const { port } = server.address() as AddressInfo
  const printer: TestPrinter = {
    port,
    manner: {},
    received: [],
    start: () => listen(port),
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
  return printer
}

function serve(printer: TestPrinter, socket: Socket): void {
  const { manner } = printer
  let bytes = Buffer.alloc(0)
  socket.on('data', (data) => {
    if (bytes.length === 0 && !data.subarray(0, 6).equals(STATUS_NOW)) manner.onFirstBytes?.(socket)
    bytes = Buffer.concat([bytes, data])
    if (bytes.equals(STATUS_NOW)) {
      if (manner.status !== null) socket.write(Buffer.from(manner.status ?? [0x12, 0x12]))
      return
    }
    if (!bytes.subarray(-3).equals(STATUS_BEHIND_JOB) || socket.destroyed) return
    printer.received.push(bytes.subarray(0, -3))
    if (manner.reply !== null) socket.write(Buffer.from(manner.reply ?? [0x00]))
  })
  socket.on('end', () => {
    if (manner.hangsUp !== false) socket.end()
  })
}

const running: { server: TestPrinter; printer: Printer }[] = []

async function pair(manner: Manner = {}): Promise<{ server: TestPrinter; printer: Printer }> {
  const server = await startTestPrinter()
  server.manner = manner
  const printer = createNetworkPrinter({
    host: '127.0.0.1',
    port: server.port,
    connectTimeoutMs: 500,
    replyTimeoutMs: 400,
  })
  running.push({ server, printer })
  return { server, printer }
}

afterEach(async () => {
  for (const { server, printer } of running.splice(0)) {
    await printer.close()
    await server.stop().catch(() => undefined)
  }
})

const small = Buffer.from('receipt one\n')
const large = Buffer.alloc(4_000_000, 0x41)

describePrinterContract('a network printer', {
  jobs: [small, Buffer.from('receipt two\n'), Buffer.from('receipt three\n')],
  async connect(): Promise<Device> {
    const { server, printer } = await pair()
    return {
      printer,
      received: () => Promise.resolve(server.received),
      takeAway: () => server.stop(),
      bringBack: () => server.start(),
      breakMidway: () => {
        server.manner = {
          onFirstBytes: (socket) => {
            server.manner = {}
            socket.resetAndDestroy()
          },
        }
        return Promise.resolve()
      },
      dispose: () => Promise.resolve(),
    }
  },
})

describe('a network printer that misbehaves', () => {
  const print = (printer: Printer, bytes: Uint8Array = small): ReturnType<Printer['print']> =>
    printer.print({ jobId: '01946f3c-0000-7000-8000-000000000001', bytes })

  test('refuses the connection: failed', async () => {
    const { server, printer } = await pair()
    await server.stop()
    expect(await print(printer)).toMatchObject({ outcome: 'failed', trouble: 'unreachable' })
  })

  test('resets after the first bytes of a long job: unknown', async () => {
    const { printer } = await pair({ onFirstBytes: (socket) => socket.resetAndDestroy() })
    expect(await print(printer, large)).toMatchObject({ outcome: 'unknown', trouble: 'interrupted' })
  })

  test('stops reading and says nothing: unknown, within the time limit', async () => {
    const { printer } = await pair({ onFirstBytes: (socket) => socket.pause() })
    expect(await print(printer, large)).toMatchObject({ outcome: 'unknown', trouble: 'timeout' })
  })

  test('takes the job, never answers and never hangs up: unknown', async () => {
    const { printer } = await pair({ reply: null, hangsUp: false })
    expect(await print(printer)).toMatchObject({ outcome: 'unknown', trouble: 'timeout' })
  })

  test('hangs up in the middle of a long job: unknown', async () => {
    const { printer } = await pair({
      onFirstBytes: (socket) => {
        socket.pause()
        socket.end()
      },
    })
    expect(await print(printer, large)).toMatchObject({ outcome: 'unknown' })
  })

  test('knows no status request but ends the connection cleanly: printed', async () => {
    const { printer } = await pair({ reply: null })
    expect(await print(printer)).toEqual({ outcome: 'printed' })
  })

  test('reports unasked that the drawer moved, then nothing: not taken for its answer', async () => {
    const { printer } = await pair({ reply: [0x14, 0x00, 0x00, 0x0f], hangsUp: false })
    expect(await print(printer)).toMatchObject({ outcome: 'unknown', trouble: 'timeout' })
  })

  test('reports unasked and then answers: printed', async () => {
    const { printer } = await pair({ reply: [0x14, 0x00, 0x00, 0x0f, 0x00], hangsUp: false })
    expect(await print(printer)).toEqual({ outcome: 'printed' })
  })

  test('answers that its paper ended: unknown', async () => {
    const { printer } = await pair({ reply: [0x0c], hangsUp: false })
    expect(await print(printer)).toMatchObject({ outcome: 'unknown', trouble: 'paper-out' })
  })

  test.each([
    [[0x12, 0x12], { state: 'ready', answered: true, paperLow: false }],
    [[0x12, 0x1e], { state: 'ready', answered: true, paperLow: true }],
    [[0x16, 0x12], { state: 'cover-open' }],
    [[0x32, 0x72], { state: 'paper-out' }],
    [[0x12, 0x7e], { state: 'paper-out' }],
    [[0x52, 0x12], { state: 'offline' }],
    [null, { state: 'ready', answered: false, paperLow: false }],
  ] as const)('answers %j to a question about its state', async (status, expected) => {
    const { printer } = await pair({ status })
    expect(await printer.status()).toEqual(expected)
  })
})
