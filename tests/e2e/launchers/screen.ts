/**
 * An X server without a screen, for machines that have none: Debian's Xvfb, on a display number of its own choice. It is
 * larger than any window of the suite, because a window as large as its screen is made a pixel smaller.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'

export interface Screen {
  readonly display: string
  stop(): void
}

export async function startScreen(): Promise<Screen> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '2048x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  })
  const failed = once(server, 'error').then(([error]) => Promise.reject(error as Error))
  const number = once(server.stdio[3] as Readable, 'data').then(([data]) => String(data).trim())
  return { display: `:${await Promise.race([number, failed])}`, stop: () => void server.kill() }
}
