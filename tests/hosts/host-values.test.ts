/** The small decisions of both hosts: flags, folders, window places, and the words that two sides must spell alike. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { markBuilt, sourcesDigest, staleParts } from '../../build/freshness.ts'
import { contentSecurityPolicy } from '../../electron/hosts/content-security-policy.ts'
import { userDataFolder } from '../../electron/hosts/data-folder.ts'
import { isMark, markOf } from '../../electron/hosts/electron/port-messages.ts'
import * as mainWords from '../../electron/hosts/electron/port-messages.ts'
import { fitToDisplays, readWindowState, writeWindowState } from '../../electron/hosts/electron/window-state.ts'
import { ownArguments, parseHostFlags } from '../../electron/hosts/host-flags.ts'
import { plainPage } from '../../electron/hosts/plain-page.ts'

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhanggui-hosts-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

describe('flags', () => {
  test('none: any port, the own folder, no demo', () => {
    expect(parseHostFlags([])).toEqual({
      ok: true,
      flags: { dataDir: undefined, port: 0, demo: false, historyDays: 90 },
    })
  })

  test('all, in both spellings; the folder becomes absolute', () => {
    const flags = { dataDir: resolve('shop'), port: 8080, demo: true, historyDays: 14 }
    expect(parseHostFlags(['--data', 'shop', '--port', '8080', '--demo', '--history-days', '14'])).toEqual({
      ok: true,
      flags,
    })
    expect(parseHostFlags(['--demo', '--port=8080', '--data=shop', '--history-days=14'])).toEqual({ ok: true, flags })
  })

  test.each([
    [['--nope']],
    [['shop']],
    [['--data']],
    [['--data=']],
    [['--port', 'x']],
    [['--port', '-1']],
    [['--port', '65536']],
    [['--port', '1e3']],
    [['--demo=1']],
    [['--history-days', '-1']],
    [['--history-days', '366']],
    [['--history-days', '1.5']],
  ])('%j is a sentence in both languages', (args) => {
    const parsed = parseHostFlags(args)
    expect(parsed.ok).toBe(false)
    expect(parsed.ok ? '' : parsed.zh).toMatch(/[\u4e00-\u9fff]/)
    expect(parsed.ok ? '' : parsed.en).toMatch(/^[A-Z-]/)
  })

  test('ours are picked out of what Electron and Playwright add', () => {
    const argv = [
      'electron',
      '-r',
      'loader.js',
      '--inspect=0',
      '--remote-debugging-port=0',
      '.',
      '--data',
      'x',
      '--demo',
      '--no-sandbox',
      '--history-days',
      '0',
    ]
    expect(ownArguments(argv)).toEqual(['--data', 'x', '--demo', '--history-days', '0'])
    expect(ownArguments(['electron', '.', '--data'])).toEqual([])
  })
})

describe('the data folder of this user', () => {
  test.each([
    ['linux', {}, '/home/li/.config/Zhanggui'],
    ['linux', { XDG_CONFIG_HOME: '/conf' }, '/conf/Zhanggui'],
    ['linux', { XDG_CONFIG_HOME: 'relative' }, '/home/li/.config/Zhanggui'],
    ['linux', { XDG_CONFIG_HOME: '' }, '/home/li/.config/Zhanggui'],
    ['darwin', {}, '/home/li/Library/Application Support/Zhanggui'],
    ['win32', { APPDATA: 'C:\\Users\\li\\AppData\\Roaming' }, 'C:\\Users\\li\\AppData\\Roaming\\Zhanggui'],
  ] as const)('%s %j', (platform, env, folder) => {
    expect(userDataFolder('Zhanggui', { platform, env, homeDir: '/home/li' })).toBe(folder)
  })
})

describe('the place of the window', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1040 }
  const second = { x: 1920, y: 0, width: 1280, height: 1024 }
  const state = { x: 100, y: 50, width: 1366, height: 768, maximised: false }

  test('kept where a display shows it', () => {
    expect(fitToDisplays(state, [screen])).toEqual(state)
    expect(fitToDisplays({ ...state, x: 2000, width: 1200 }, [screen, second])).toMatchObject({ x: 2000, width: 1200 })
  })

  test.each([
    ['its display is gone', { x: 2000 }],
    ['far above', { y: -500 }],
    ['below the edge', { y: 1020 }],
    ['only a sliver left', { x: -1300 }],
  ])('given up where nobody could take hold of it: %s', (_name, moved) => {
    expect(fitToDisplays({ ...state, ...moved }, [screen])).toBeUndefined()
  })

  test('no larger than its display, no smaller than the till can be', () => {
    expect(fitToDisplays({ ...state, width: 5000, height: 3000 }, [screen])).toMatchObject({
      width: 1920,
      height: 1040,
    })
    expect(fitToDisplays({ ...state, width: 10, height: 10 }, [screen])).toBeUndefined()
    expect(fitToDisplays({ ...state, width: 300, height: 10 }, [screen])).toMatchObject({ width: 1024, height: 700 })
  })

  test('written and read again; whatever else stands there is no place', () => {
    const folder = emptyFolder()
    expect(readWindowState(folder)).toBeUndefined()
    writeWindowState(folder, state)
    expect(readWindowState(folder)).toEqual(state)
    expect(readdirSync(folder)).toEqual(['window.json'])
    for (const text of ['', '{', 'null', '[]', '{"x":1}', '{"x":1e99,"y":0,"width":1,"height":1,"maximised":true}']) {
      writeFileSync(join(folder, 'window.json'), text)
      expect(readWindowState(folder)).toBeUndefined()
    }
    writeWindowState(join(folder, 'no', 'such'), state)
  })
})

describe('words of both sides', () => {
  test('page and main spell the port messages alike', async () => {
    const listeners: string[] = []
    Object.assign(globalThis, { addEventListener: (name: string) => listeners.push(name) })
    onTestFinished(() => void Reflect.deleteProperty(globalThis, 'addEventListener'))
    const pageWords = await import('../../renderer/connection/port.ts')
    expect(pageWords.PORT_REQUEST).toBe(mainWords.PORT_REQUEST)
    expect(pageWords.PORT_OFFER).toBe(mainWords.PORT_OFFER)
    expect(listeners).toEqual(['pagehide'])
  })

  test('page and server spell the socket alike', async () => {
    const pageWords = await import('../../renderer/connection/socket.ts')
    const serverWords = await import('../../electron/hosts/browser/rpc-socket.ts')
    expect(pageWords.SOCKET_PATH).toBe(serverWords.SOCKET_PATH)
    expect(pageWords.SOCKET_PROTOCOL).toBe(serverWords.SOCKET_PROTOCOL)
    expect(pageWords.TOKEN_PREFIX).toBe(serverWords.TOKEN_PREFIX)
  })

  test('a mark is a short word', () => {
    expect(markOf('till:want-port:a-1')).toBe('a-1')
    for (const odd of ['till:want-port:', `till:want-port:${'x'.repeat(65)}`, 'till:want-port:a b', 7, null, {}]) {
      expect(markOf(odd)).toBeUndefined()
    }
    expect([isMark('a-1'), isMark(''), isMark(7)]).toEqual([true, false, false])
  })
})

test('a policy lets nothing in that is not named', () => {
  const policy = contentSecurityPolicy({ styleNonce: 'n', socket: 'ws://127.0.0.1:1' })
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("style-src 'self' 'nonce-n'")
  expect(policy).toContain("connect-src 'self' ws://127.0.0.1:1;")
  expect(policy).not.toMatch(/unsafe|\*|https?:/)
})

test('a message page shows what it is given as text', () => {
  const page = plainPage({ zh: '<script>x</script>"&\'', en: 'en', retryUrl: '/"><script>' })
  expect(page).not.toContain('<script')
  expect(page).toContain('&#60;script&#62;x')
})

test('a part of the build is stale until marked with the digest of its sources', () => {
  const root = emptyFolder()
  writeFileSync(join(root, 'vite.config.ts'), '1')
  expect(staleParts(root, ['client', 'main'])).toEqual(['client', 'main'])
  markBuilt(root, 'client', sourcesDigest(root, 'client'))
  expect(staleParts(root, ['client', 'main'])).toEqual(['main'])
  writeFileSync(join(root, 'vite.config.ts'), '2')
  expect(staleParts(root, ['client'])).toEqual(['client'])
})
