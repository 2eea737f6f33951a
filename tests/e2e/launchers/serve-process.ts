/** A real `serve` process on a data folder: started, asked to stop, or killed. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { WebSocket } from 'ws'
import { z } from 'zod'
import type { Contract } from '../../../shared/contract/contract.ts'

export const projectDir = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))))

const Address = z.object({ url: z.url(), api: z.url(), token: z.string().min(32) })

export interface ServeProcess {
  readonly child: ChildProcess
  readonly url: string
  readonly api: string
  readonly token: string
  /** how long its first line took, in ms */
  readonly firstLineMs: number
  /** what it wrote to stderr so far */
  stderr(): string
  /** SIGTERM; resolves with the exit code */
  stop(): Promise<number | null>
  /** SIGKILL; resolves when it is gone */
  kill9(): Promise<void>
}

export interface ServeOptions {
  readonly dataDir: string
  readonly demo: boolean
  /** default 0: most tests want a shop that has not sold yet, at once */
  readonly historyDays?: number
  readonly args?: readonly string[]
  readonly env?: NodeJS.ProcessEnv
}

/** Rejects, with what it wrote to stderr, where it ends without an address. */
export async function startServe(options: ServeOptions): Promise<ServeProcess> {
  const { dataDir, demo, historyDays = 0, args = [], env = process.env } = options
  const history = ['--history-days', String(historyDays)]
  const flags = ['--data', dataDir, '--port', '0', ...(demo ? ['--demo'] : []), ...history, ...args]
  const startedAt = performance.now()
  const child = spawn(process.execPath, [join(projectDir, 'electron', 'serve.ts'), ...flags], {
    cwd: projectDir,
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
  })
  const exited = once(child, 'exit')
  let stderr = ''
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const lines = createInterface({ input: child.stdout })
  const first = await Promise.race([once(lines, 'line'), exited.then(() => undefined)])
  if (first === undefined) throw new Error(`serve ended with ${child.exitCode ?? child.signalCode}: ${stderr}`)
  const address = Address.parse(JSON.parse(String(first[0])))
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    await exited
  }
  return {
    ...address,
    child,
    firstLineMs: performance.now() - startedAt,
    stderr: () => stderr,
    stop: async () => {
      await end('SIGTERM')
      return child.exitCode
    },
    kill9: () => end('SIGKILL'),
  }
}

export interface SocketClient {
  readonly client: ContractRouterClient<Contract>
  close(): void
}

/** The contract over a WebSocket of one's own, as the page has one. */
export function socketClient({ api, token }: Pick<ServeProcess, 'api' | 'token'>): SocketClient {
  const { origin, host } = new URL(api)
  const websocket = new WebSocket(`ws://${host}/rpc`, ['zhanggui.v1', `token.${token}`], { origin })
  // A call over it fails when it closes; that it closed is no news of its own.
  websocket.on('error', () => {})
  const link = new RPCLink({ websocket: websocket as unknown as globalThis.WebSocket })
  return { client: createORPCClient(link), close: () => websocket.close() }
}
