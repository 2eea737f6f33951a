/** What a script inside the page tries if it ever gets in, and does not get. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Elsewhere, startElsewhere } from '../launchers/elsewhere.ts'
import { openTillPage, type TillPage } from '../till-page.ts'

let till: TillPage
let elsewhere: Elsewhere

beforeEach(async () => {
  elsewhere = await startElsewhere()
  till = await openTillPage()
})
afterEach(() => elsewhere.close())

describe('no Node, no Electron', () => {
  test('none of their names is known', async () => {
    const known = await till.page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global', 'setImmediate', 'electron', 'ipcRenderer'].filter(
        (name) => name in globalThis,
      ),
    )
    expect(known).toEqual([])
  })
})

describe('no script but ours', () => {
  test('inline scripts, handlers, eval, text timers, javascript: and blob: scripts do not run', async () => {
    const ran = await till.page.evaluate(async (foreign) => {
      const hits: string[] = []
      Object.assign(globalThis, { hit: (name: string) => hits.push(name) })
      const inline = document.createElement('script')
      inline.textContent = 'hit("inline")'
      const remote = document.createElement('script')
      remote.src = `${foreign}/script.js`
      const blob = document.createElement('script')
      blob.src = URL.createObjectURL(new Blob(['hit("blob")'], { type: 'text/javascript' }))
      const link = document.createElement('a')
      link.href = 'javascript:hit("link")'
      document.body.append(inline, remote, blob, link)
      document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="hit(\'handler\')">')
      link.click()
      const module = Object.assign(document.createElement('script'), {
        type: 'module',
        src: 'data:text/javascript,hit("module")',
      })
      document.body.append(module)
      // In a task of its own, because what a debugger evaluates may use eval.
      await new Promise<void>((resolve) => {
        setTimeout(() => {
          const makers = [
            () => void (0, eval)('hit("eval")'),
            () => void Reflect.construct(Function, ['hit("function")']).call(null),
          ]
          for (const make of makers) {
            try {
              make()
            } catch {
              // Refused, as wanted.
            }
          }
          setTimeout('hit("timer")' as unknown as () => void, 0)
          setTimeout(resolve, 500)
        }, 0)
      })
      return hits
    }, elsewhere.origin)
    expect(ran).toEqual([])
    expect(elsewhere.visits).toEqual([])
  })

  test('a style element without the nonce does nothing', async () => {
    const colour = await till.page.evaluate(() => {
      const style = document.createElement('style')
      style.textContent = 'body { outline: 3px solid rgb(1, 2, 3) !important }'
      document.head.append(style)
      return getComputedStyle(document.body).outlineColor
    })
    expect(colour).not.toBe('rgb(1, 2, 3)')
  })
})

describe('nothing goes out', () => {
  test('fetch, beacon, picture, style, font, frame, socket, events, form, worker, preload', async () => {
    await till.page.evaluate(async (foreign) => {
      const add = <K extends keyof HTMLElementTagNameMap>(name: K, set: Partial<HTMLElementTagNameMap[K]>): void => {
        document.body.append(Object.assign(document.createElement(name), set))
      }
      await fetch(`${foreign}/fetch`, { mode: 'no-cors' }).catch(() => {})
      navigator.sendBeacon(`${foreign}/beacon`, 'x')
      add('img', { src: `${foreign}/img` })
      add('iframe', { src: `${foreign}/iframe` })
      add('object', { data: `${foreign}/object` })
      add('embed', { src: `${foreign}/embed` })
      add('audio', { src: `${foreign}/audio` })
      for (const rel of ['stylesheet', 'preload', 'prefetch', 'modulepreload', 'manifest', 'icon']) {
        add('link', { rel, href: `${foreign}/${rel}`, as: 'image' })
      }
      new FontFace('x', `url(${foreign}/font)`).load().catch(() => {})
      for (const make of [
        () => new WebSocket(foreign.replace('http', 'ws')),
        () => new EventSource(`${foreign}/events`),
        () => new Worker(`${foreign}/worker`),
        () => new Worker(URL.createObjectURL(new Blob([`fetch('${foreign}/blob-worker')`]))),
      ]) {
        try {
          make()
        } catch {
          // Refused at once, as wanted.
        }
      }
      const form = Object.assign(document.createElement('form'), { action: `${foreign}/form`, method: 'post' })
      document.body.append(form)
      form.submit()
      await new Promise((resolve) => setTimeout(resolve, 1000))
    }, elsewhere.origin)
    expect(elsewhere.visits).toEqual([])
  })
})

describe('nothing of this machine comes in', () => {
  test('files of the machine', async () => {
    const read = await till.page.evaluate(async () => {
      const frame = Object.assign(document.createElement('iframe'), { src: 'file:///etc/passwd' })
      document.body.append(frame)
      const text = await fetch('file:///etc/passwd').then(
        (answer) => answer.text(),
        () => 'refused',
      )
      await new Promise((resolve) => setTimeout(resolve, 300))
      let framed = 'refused'
      try {
        framed = frame.contentDocument?.body.innerText ?? 'refused'
      } catch {
        // Another origin: nothing to read either.
      }
      return [text, framed]
    })
    expect(read.join()).not.toContain('root:')
    expect(read[0]).toBe('refused')
  })

  test('paths that leave the pages', async () => {
    const answers = await till.page.evaluate(async () => {
      const paths = [
        '/../package.json',
        '/../../package.json',
        '/%2e%2e/%2e%2e/package.json',
        '/..%2f..%2fpackage.json',
        '/assets/..%2f..%2f..%2fpackage.json',
        '/..%5c..%5cpackage.json',
        '/%252e%252e/package.json',
        '/etc/passwd',
        '//etc/passwd',
        '/assets',
      ]
      return Promise.all(
        paths.map((path) =>
          fetch(`${location.origin}${path}`).then(
            async (answer) => ({ path, status: answer.status, ours: (await answer.text()).includes('zhanggui') }),
            () => ({ path, status: 0, ours: false }),
          ),
        ),
      )
    })
    for (const { path, status, ours } of answers) {
      expect({ path, ok: status === 404 || status === 0, ours }).toEqual({ path, ok: true, ours: false })
    }
  })

  test('camera, place, notifications, devices', async () => {
    const granted = await till.page.evaluate(async () => {
      const tries: Record<string, () => Promise<unknown>> = {
        camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
        place: () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
        notification: async () => {
          if ((await Notification.requestPermission()) !== 'granted') throw new Error('denied')
        },
        clipboard: () => navigator.clipboard.read(),
        serial: () => (navigator as unknown as { serial: { requestPort(): Promise<unknown> } }).serial.requestPort(),
        usb: () =>
          (navigator as unknown as { usb: { requestDevice(o: unknown): Promise<unknown> } }).usb.requestDevice({
            filters: [],
          }),
      }
      const names: string[] = []
      for (const [name, attempt] of Object.entries(tries)) {
        await attempt().then(
          () => names.push(name),
          () => {},
        )
      }
      return names
    })
    expect(granted).toEqual([])
  })
})
