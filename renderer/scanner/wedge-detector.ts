/**
 * Tells a scanner that types like a keyboard from a person who types. A pure state machine over key strokes.
 *
 * A burst is a run of characters with at most GAP_MS between two of them, by the event's own time stamp: a blocked main
 * thread delays the handling of keys, never their stamps. Characters come from the key's code with Shift and Caps Lock,
 * because under a Chinese input method the key is only 'Process'. Enter or Tab ends a burst; with MIN_CHARACTERS or more
 * it was a scan. A burst that follows a flushed one is the tail of a scan that was torn apart, and is refused.
 * Invariant: a stroke is answered once: it passes, it is held until the next one decides, or it ends a burst.
 */

export const GAP_MS = 35
export const MIN_CHARACTERS = 4
/** A burst this soon after any other stroke is no new scan: nobody types a key and pulls a trigger that fast. */
const QUIET_MS = 120
/** A flushed run at scanner speed and this long is remembered for this while. */
const TORN_CHARACTERS = 3
const TORN_MEMORY_MS = 500
/** The longest code that the core takes. */
const MAX_CHARACTERS = 128

export interface KeyStroke {
  /** KeyboardEvent.code */
  readonly code: string
  readonly shift: boolean
  readonly capsLock: boolean
  /** with Control, Alt or Meta: a shortcut, never part of a code */
  readonly combined: boolean
  /** an auto-repeat of a held key comes at scanner speed and is none */
  readonly repeat: boolean
  /** KeyboardEvent.timeStamp in ms */
  readonly timeStamp: number
}

interface Run {
  readonly text: string
  readonly startedAt: number
  readonly lastAt: number
}

export interface WedgeState {
  readonly run: Run | null
  /** the run before this one, which no terminator ended */
  readonly flushed: Run | null
}

export const IDLE: WedgeState = { run: null, flushed: null }

/**
 * pass: no part of a burst. hold: a character that may begin or continue one; `first` where it begins one. scan: the
 * terminator of a scan, whose text is given. torn: the terminator of the tail of a scan. `first` and pass mean that
 * whatever was held before is typing.
 */
export type Verdict =
  | { readonly kind: 'pass' }
  | { readonly kind: 'hold'; readonly first: boolean }
  | { readonly kind: 'scan'; readonly text: string }
  | { readonly kind: 'torn' }

const PASS: Verdict = { kind: 'pass' }

export function step(state: WedgeState, stroke: KeyStroke): readonly [WedgeState, Verdict] {
  const { run } = state
  const continues = run !== null && stroke.timeStamp - run.lastAt <= GAP_MS
  if (isModifier(stroke.code)) {
    if (!continues) return [state, PASS]
    return [{ ...state, run: { ...run, lastAt: stroke.timeStamp } }, PASS]
  }
  if (isTerminator(stroke) && continues && run.text.length >= MIN_CHARACTERS) {
    if (run.text.length > MAX_CHARACTERS || isTorn(state.flushed, run)) return [IDLE, { kind: 'torn' }]
    return [IDLE, { kind: 'scan', text: run.text }]
  }
  const character = stroke.combined || stroke.repeat ? null : characterOf(stroke)
  if (character === null) return [IDLE, PASS]
  // A space alone is the key that pays; no code begins with one.
  if (character === ' ' && !continues) return [{ run: null, flushed: run }, PASS]
  if (!continues) {
    return [
      {
        run: { text: character, startedAt: stroke.timeStamp, lastAt: stroke.timeStamp },
        flushed: run ?? state.flushed,
      },
      { kind: 'hold', first: true },
    ]
  }
  return [
    { ...state, run: { ...run, text: run.text + character, lastAt: stroke.timeStamp } },
    { kind: 'hold', first: false },
  ]
}

function isTorn(flushed: Run | null, run: Run): boolean {
  if (flushed === null) return false
  const pauseMs = run.startedAt - flushed.lastAt
  return pauseMs < (flushed.text.length >= TORN_CHARACTERS ? TORN_MEMORY_MS : QUIET_MS)
}

function isTerminator(stroke: KeyStroke): boolean {
  return !stroke.combined && !stroke.repeat && ['Enter', 'NumpadEnter', 'Tab'].includes(stroke.code)
}

/** True for keys that only change others; they neither end a burst nor belong to it. */
export function isModifier(code: string): boolean {
  return code.startsWith('Shift') || code === 'CapsLock' || code === 'NumLock'
}

const PLAIN: Readonly<Record<string, readonly [string, string]>> = {
  Space: [' ', ' '],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Backquote: ['`', '~'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  NumpadDecimal: ['.', '.'],
  NumpadSubtract: ['-', '-'],
  NumpadAdd: ['+', '+'],
  NumpadMultiply: ['*', '*'],
  NumpadDivide: ['/', '/'],
}
const SHIFTED_DIGITS = ')!@#$%^&*('

/** The character of a key on the layout that scanners speak (US), or null for keys that type none. */
export function characterOf(stroke: Pick<KeyStroke, 'code' | 'shift' | 'capsLock'>): string | null {
  const letter = /^Key([A-Z])$/.exec(stroke.code)?.[1]
  if (letter !== undefined) return stroke.shift === stroke.capsLock ? letter.toLowerCase() : letter
  const digit = /^Digit([0-9])$/.exec(stroke.code)?.[1]
  if (digit !== undefined) return stroke.shift ? (SHIFTED_DIGITS[Number(digit)] ?? null) : digit
  const numpad = /^Numpad([0-9])$/.exec(stroke.code)?.[1]
  if (numpad !== undefined) return numpad
  return PLAIN[stroke.code]?.[stroke.shift ? 1 : 0] ?? null
}
