/** The paper printer: the contract, its files, and its worker from source and bundled. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { drawerKickBytes } from '../../../electron/devices/printer/escpos-bytes.ts'
import { createPaperPrinter } from '../../../electron/devices/printer/paper-printer.ts'
import type { Printer } from '../../../electron/devices/printer/printer.ts'
import type { Device } from './printer.contract.ts'
import { describePrinterContract } from './printer.contract.ts'

const workerUrl = new URL('../../../electron/workers/paper.ts', import.meta.url)
const PNG_SIGNATURE = '89504e470d0a1a0a'

let home: string

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'paper-'))
})

afterEach(async () => {
  await rm(home, { recursive: true, force: true })
})

describePrinterContract('a paper printer', {
  jobs: [Buffer.from('receipt one\n'), Buffer.from('receipt two\n'), Buffer.from('receipt three\n')],
  connect(): Promise<Device> {
    const folder = join(home, 'deep', 'paper')
    const printer = createPaperPrinter({ folder, workerUrl })
    return Promise.resolve({
      printer,
      received: async () => {
        const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
        const names = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.bin')).map(({ name }) => name)
        return Promise.all(names.sort().map((name) => readFile(join(folder, name))))
      },
      // A file stands where the folder should be: no rights can make a folder of it, for root neither.
      takeAway: () => writeFile(join(home, 'deep'), ''),
      bringBack: () => rm(join(home, 'deep')),
      // The picture can be written, the bytes cannot: a folder has their name.
      breakMidway: async (jobId) => {
        await mkdir(join(folder, `${jobId}.bin`), { recursive: true })
      },
      dispose: () => printer.close(),
    })
  },
})

describe('a paper printer', () => {
  const printers: Printer[] = []
  const made = (options: Parameters<typeof createPaperPrinter>[0]): Printer => {
    const printer = createPaperPrinter(options)
    printers.push(printer)
    return printer
  }

  afterAll(async () => {
    for (const printer of printers) await printer.close()
  })

  const jobId = '01946f3c-0000-7000-8000-00000000abcd'

  test('keeps the bytes and a picture under the id of the job, and nothing unfinished', async () => {
    const printer = made({ folder: home, workerUrl })
    const bytes = Buffer.from([0x1c, 0x26, 0xd6, 0xd0, 0x0a])
    expect(await printer.print({ jobId, bytes })).toEqual({ outcome: 'printed' })
    expect(await readdir(home)).toEqual([`${jobId}.bin`, `${jobId}.png`])
    expect(await readFile(join(home, `${jobId}.bin`))).toEqual(bytes)
    expect((await readFile(join(home, `${jobId}.png`))).subarray(0, 8).toString('hex')).toBe(PNG_SIGNATURE)
  })

  test('replaces a job that is sent again', async () => {
    const printer = made({ folder: home, workerUrl })
    await printer.print({ jobId, bytes: Buffer.from('first\n') })
    await printer.print({ jobId, bytes: Buffer.from('second\n') })
    expect(await readFile(join(home, `${jobId}.bin`), 'utf8')).toBe('second\n')
    expect(await readdir(home)).toEqual([`${jobId}.bin`, `${jobId}.png`])
  })

  test('fails and leaves nothing where its worker dies, and tries with a new one', async () => {
    const path = join(home, 'worker.mjs')
    await writeFile(path, 'process.exit(7)')
    const folder = join(home, 'paper')
    const printer = made({ folder, workerUrl: path })
    const outcome = await printer.print({ jobId, bytes: Buffer.from('x\n') })
    expect(outcome).toMatchObject({ outcome: 'failed', trouble: 'not-drawn' })
    await writeFile(
      path,
      `import { parentPort } from 'node:worker_threads'
      parentPort.on('message', ({ requestId }) => parentPort.postMessage({ requestId, png: new Uint8Array([1]) }))`,
    )
    expect(await printer.print({ jobId, bytes: Buffer.from('x\n') })).toEqual({ outcome: 'printed' })
    expect(await readdir(folder)).toEqual([`${jobId}.bin`, `${jobId}.png`])
  })

  test('does not let a job id leave the folder', async () => {
    const printer = made({ folder: home, workerUrl })
    await expect(printer.print({ jobId: '../outside', bytes: Buffer.from('x') })).rejects.toThrow(RangeError)
  })

  test('draws in a worker bundled as CommonJS', async () => {
    const entry = fileURLToPath(workerUrl)
    const outDir = join(fileURLToPath(new URL('../../../node_modules/', import.meta.url)), '.paper-worker-test')
    await build({
      configFile: false,
      logLevel: 'silent',
      ssr: { noExternal: true, external: ['@resvg/resvg-js'] },
      build: {
        ssr: entry,
        outDir,
        target: 'node18',
        rolldownOptions: { output: { format: 'cjs', entryFileNames: 'paper-worker.cjs' } },
      },
    })
    try {
      const bytes = Buffer.concat([Buffer.from([0x1c, 0x26, 0xd6, 0xd0, 0x41, 0x0a]), drawerKickBytes()])
      const bundled = made({ folder: join(home, 'bundled'), workerUrl: join(outDir, 'paper-worker.cjs') })
      expect(await bundled.print({ jobId, bytes })).toEqual({ outcome: 'printed' })
      const fromSource = made({ folder: join(home, 'source'), workerUrl })
      expect(await fromSource.print({ jobId, bytes })).toEqual({ outcome: 'printed' })
      const pictures = await Promise.all(
        ['bundled', 'source'].map((folder) => readFile(join(home, folder, `${jobId}.png`), 'base64')),
      )
      expect(pictures[0]).toBe(pictures[1])
    } finally {
      await rm(outDir, { recursive: true, force: true })
    }
  })
})
