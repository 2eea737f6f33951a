/** What may stand behind `serve` and behind the window's program: --data DIR, --port N, --demo, --history-days N. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

export interface HostFlags {
  /** absolute; undefined means the user's own data folder */
  readonly dataDir: string | undefined
  /** 0 is any free port */
  readonly port: number
  readonly demo: boolean
  /** days before today on which the demo shop has sold */
  readonly historyDays: number
}

const DEFAULT_HISTORY_DAYS = 90
const MOST_HISTORY_DAYS = 365

/** Nothing was said. */
export const NO_FLAGS: HostFlags = {
  dataDir: undefined,
  port: 0,
  demo: false,
  historyDays: DEFAULT_HISTORY_DAYS,
}

export type ParsedFlags = { ok: true; flags: HostFlags } | { ok: false; zh: string; en: string }

/** Every argument must be one of ours. */
export function parseHostFlags(args: readonly string[]): ParsedFlags {
  let values
  try {
    const options = {
      data: { type: 'string' },
      port: { type: 'string' },
      demo: { type: 'boolean' },
      'history-days': { type: 'string' },
    } as const
    values = parseArgs({ args: [...args], options, strict: true }).values
  } catch {
    return {
      ok: false,
      zh: `看不懂这些参数：${args.join(' ')}。可用：--data 文件夹 --port 端口 --demo --history-days 天数`,
      en: `Cannot read these arguments: ${args.join(' ')}. Known: --data DIR --port N --demo --history-days N`,
    }
  }
  const port = Number(values.port ?? '0')
  if (!/^\d{1,5}$/.test(values.port ?? '0') || port > 65535) {
    return {
      ok: false,
      zh: `端口应在 0 到 65535 之间：${values.port}`,
      en: `A port lies between 0 and 65535: ${values.port}`,
    }
  }
  if (values.data === '') return { ok: false, zh: '--data 后面要写文件夹', en: '--data wants a folder' }
  const days = values['history-days'] ?? String(DEFAULT_HISTORY_DAYS)
  if (!/^\d{1,3}$/.test(days) || Number(days) > MOST_HISTORY_DAYS) {
    return {
      ok: false,
      zh: `演示店的历史天数应在 0 到 ${MOST_HISTORY_DAYS} 之间：${days}`,
      en: `The days of the demo's history lie between 0 and ${MOST_HISTORY_DAYS}: ${days}`,
    }
  }
  const dataDir = values.data === undefined ? undefined : resolve(values.data)
  return { ok: true, flags: { dataDir, port, demo: values.demo ?? false, historyDays: Number(days) } }
}

/** Electron's command line carries Chromium's switches too; those that are ours are picked out. */
export function ownArguments(argv: readonly string[]): string[] {
  return argv.flatMap((arg, index) => {
    if (arg === '--demo' || arg.startsWith('--data=') || arg.startsWith('--history-days=')) return [arg]
    const value = argv[index + 1]
    return (arg === '--data' || arg === '--history-days') && value !== undefined ? [arg, value] : []
  })
}
