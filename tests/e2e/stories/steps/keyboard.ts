/**
 * Keys as the page sees them: a person's, and a scanner's that types like one, which knows nothing of what has the focus.
 * Every key carries a time stamp of this file's own clock, so that a person's keys stay apart and a scanner's together
 * however slow the machine is.
 */
import type { CDPSession, Page } from 'playwright-core'
import type { TillPage } from '../../till-page.ts'

const PERSON_MS = 90
const SCANNER_MS = 4
/** Nobody pulls a trigger sooner than this after another key. */
const TRIGGER_MS = 200

/** A key that the page does not take for so long is a failure with a name, not a test that runs out of time. */
const TAKEN_MS = 30_000

const SHIFT = 8

interface Keyboard {
  readonly session: CDPSession
  /** epoch ms of the last key */
  lastAt: number
}

interface Stroke {
  readonly key: string
  readonly code: string
  /** absent for keys that type nothing */
  readonly text?: string
  readonly keyCode: number
  readonly shift?: boolean
}

const keyboards = new WeakMap<Page, Promise<Keyboard>>()

function keyboardOf({ page }: TillPage): Promise<Keyboard> {
  const known = keyboards.get(page)
  if (known !== undefined) return known
  const opened = page
    .context()
    .newCDPSession(page)
    .then((session) => ({ session, lastAt: 0 }))
  keyboards.set(page, opened)
  return opened
}

const NAMED: Readonly<Record<string, Stroke>> = {
  Enter: { key: 'Enter', code: 'Enter', text: '\r', keyCode: 13 },
  Space: { key: ' ', code: 'Space', text: ' ', keyCode: 32 },
  Escape: { key: 'Escape', code: 'Escape', keyCode: 27 },
  Tab: { key: 'Tab', code: 'Tab', keyCode: 9 },
  Backspace: { key: 'Backspace', code: 'Backspace', keyCode: 8 },
  Delete: { key: 'Delete', code: 'Delete', keyCode: 46 },
  ShiftDelete: { key: 'Delete', code: 'Delete', keyCode: 46, shift: true },
  ShiftF5: { key: 'F5', code: 'F5', keyCode: 116, shift: true },
  ArrowLeft: { key: 'ArrowLeft', code: 'ArrowLeft', keyCode: 37 },
  ArrowUp: { key: 'ArrowUp', code: 'ArrowUp', keyCode: 38 },
  ArrowRight: { key: 'ArrowRight', code: 'ArrowRight', keyCode: 39 },
  ArrowDown: { key: 'ArrowDown', code: 'ArrowDown', keyCode: 40 },
  '.': { key: '.', code: 'Period', text: '.', keyCode: 190 },
  '+': { key: '+', code: 'Equal', text: '+', keyCode: 187, shift: true },
  '-': { key: '-', code: 'Minus', text: '-', keyCode: 189 },
}

function strokeOf(name: string): Stroke | null {
  const named = NAMED[name]
  if (named !== undefined) return named
  const fn = /^F(\d{1,2})$/.exec(name)?.[1]
  if (fn !== undefined) return { key: name, code: name, keyCode: 111 + Number(fn) }
  if (/^\d$/.test(name)) return { key: name, code: `Digit${name}`, text: name, keyCode: name.charCodeAt(0) }
  if (!/^[A-Za-z]$/.test(name)) return null
  const upper = name.toUpperCase()
  return { key: name, code: `Key${upper}`, text: name, keyCode: upper.charCodeAt(0), shift: name === upper }
}

/** Now, but this much after the last key. */
const next = ({ lastAt }: Keyboard, restMs: number): number => Math.max(Date.now(), lastAt + restMs)

/** A key down and up again at `at`, epoch ms. */
async function strike(keyboard: Keyboard, { code, key, text, keyCode, shift }: Stroke, at: number): Promise<void> {
  keyboard.lastAt = at
  const shared = {
    key,
    code,
    windowsVirtualKeyCode: keyCode,
    modifiers: shift === true ? SHIFT : 0,
    timestamp: at / 1000,
  }
  const taken = Promise.all([
    keyboard.session.send('Input.dispatchKeyEvent', {
      type: 'keyDown',
      ...shared,
      ...(text === undefined ? {} : { text }),
    }),
    keyboard.session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...shared }),
  ])
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the page has not taken ${code}`)), TAKEN_MS)
  })
  await Promise.race([taken, late]).finally(() => clearTimeout(timer))
}

/** A person presses keys: names such as Enter, F4 or ShiftF5, or single characters. */
export async function press(till: TillPage, ...names: readonly string[]): Promise<void> {
  const keyboard = await keyboardOf(till)
  for (const name of names) {
    const stroke = strokeOf(name)
    if (stroke === null) throw new RangeError(`no key is called ${name}`)
    await strike(keyboard, stroke, next(keyboard, PERSON_MS))
  }
}

/** A person types; what is on no key comes as an input method puts it in. */
export async function type(till: TillPage, text: string): Promise<void> {
  const keyboard = await keyboardOf(till)
  for (const character of text) {
    const stroke = strokeOf(character)
    if (stroke === null) await keyboard.session.send('Input.insertText', { text: character })
    else await strike(keyboard, stroke, next(keyboard, PERSON_MS))
  }
}

/** A scanner types `code` and Enter, all at once, whatever has the focus. */
export async function scan(till: TillPage, code: string): Promise<void> {
  const keyboard = await keyboardOf(till)
  const strokes = [...code, 'Enter'].map(strokeOf)
  const startedAt = next(keyboard, TRIGGER_MS)
  await Promise.all(
    strokes.map((stroke, index) => {
      if (stroke === null) throw new RangeError(`no scanner types ${code}`)
      return strike(keyboard, stroke, startedAt + index * SCANNER_MS)
    }),
  )
}
