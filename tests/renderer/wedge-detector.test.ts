/** The wedge detector against recorded timings: [key code, ms since the stroke before]. */
import { describe, expect, it } from 'vitest'
import {
  characterOf,
  IDLE,
  type KeyStroke,
  step,
  type Verdict,
  type WedgeState,
} from '../../renderer/scanner/wedge-detector.ts'

type Recorded = readonly [code: string, gapMs: number, flags?: Partial<KeyStroke>]

function play(recorded: readonly Recorded[], from: WedgeState = IDLE): Verdict[] {
  let state = from
  let at = 1000
  return recorded.map(([code, gapMs, flags]) => {
    at += gapMs
    const stroke = { code, shift: false, capsLock: false, combined: false, repeat: false, timeStamp: at, ...flags }
    const [next, verdict] = step(state, stroke)
    state = next
    return verdict
  })
}

const digits = (text: string, gaps: readonly number[], first = 900): Recorded[] =>
  [...text].map((digit, index) => [`Digit${digit}`, index === 0 ? first : (gaps[index % gaps.length] ?? 5)])
const last = (verdicts: readonly Verdict[]): Verdict | undefined => verdicts[verdicts.length - 1]
const scans = (verdicts: readonly Verdict[]): string[] =>
  verdicts.flatMap((one) => (one.kind === 'scan' ? [one.text] : []))

// Recorded from a 2D scanner in keyboard mode: 2 to 11 ms a key.
const SCANNER_GAPS = [4.1, 2.3, 7.8, 3.9, 10.6, 5.2, 2.9, 8.4]
// Recorded from somebody who types 110 words a minute, with key rollover.
const TYPIST_GAPS = [88, 61, 34, 102, 47, 29, 95, 71]

describe('a scanner', () => {
  it('is recognised and its text given, ended by Enter, numpad Enter or Tab', () => {
    for (const end of ['Enter', 'NumpadEnter', 'Tab']) {
      const verdicts = play([...digits('6901234567892', SCANNER_GAPS), [end, 6]])
      expect(last(verdicts)).toEqual({ kind: 'scan', text: '6901234567892' })
    }
  })

  it('is held from its first character on, so that no digit presses a key of the till', () => {
    const verdicts = play(digits('6901234567892', SCANNER_GAPS))
    expect(verdicts[0]).toEqual({ kind: 'hold', first: true })
    expect(verdicts.slice(1).every((one) => one.kind === 'hold' && !one.first)).toBe(true)
  })

  it('is recognised twice in a row', () => {
    const once = [...digits('6901234567892', SCANNER_GAPS), ['Enter', 5] as const]
    expect(scans(play([...once, ...once]))).toEqual(['6901234567892', '6901234567892'])
  })

  it('is recognised at 35 ms a key and not at 36', () => {
    expect(scans(play([...digits('1234', [35]), ['Enter', 35]]))).toEqual(['1234'])
    expect(scans(play([...digits('1234', [36]), ['Enter', 36]]))).toEqual([])
  })

  it('needs four characters', () => {
    expect(scans(play([...digits('123', [5]), ['Enter', 5]]))).toEqual([])
    expect(scans(play([...digits('1234', [5]), ['Enter', 5]]))).toEqual(['1234'])
  })

  it('may send shifted letters and signs: Shift is no character and does not end the burst', () => {
    const verdicts = play([
      ['ShiftLeft', 900, { shift: true }],
      ['KeyM', 3, { shift: true }],
      ['Digit1', 6],
      ['Digit2', 4],
      ['Minus', 5],
      ['ShiftLeft', 20, { shift: true }],
      ['KeyB', 20, { shift: true }],
      ['Enter', 5],
    ])
    expect(last(verdicts)).toEqual({ kind: 'scan', text: 'M12-B' })
  })

  it('under a Chinese input method, where every key is Process, is read by its codes', () => {
    // Only code and time are read; a recorded event of this kind had key "Process" and isComposing true.
    const verdicts = play([
      ['KeyC', 900],
      ['KeyP', 4],
      ['Digit2', 5],
      ['Digit0', 7],
      ['Digit7', 3],
      ['Enter', 6],
    ])
    expect(last(verdicts)).toEqual({ kind: 'scan', text: 'cp207' })
  })

  it('with Caps Lock on gives what the keyboard would have typed', () => {
    const flags = { capsLock: true }
    const verdicts = play([
      ['KeyV', 900, flags],
      ['KeyI', 4, { capsLock: true, shift: true }],
      ['Digit8', 4, flags],
      ['Digit8', 4, flags],
      ['Enter', 4, flags],
    ])
    expect(last(verdicts)).toEqual({ kind: 'scan', text: 'Vi88' })
  })

  it('whose keys waited behind a blocked main thread is recognised by their stamps', () => {
    // Handled 400 ms late in one go; the stamps keep the scanner's rhythm.
    expect(scans(play([...digits('2100356', SCANNER_GAPS, 400), ['Enter', 9]]))).toEqual(['2100356'])
  })

  it('with a code longer than the core takes is refused', () => {
    expect(last(play([...digits('7'.repeat(129), [3]), ['Enter', 3]]))).toEqual({ kind: 'torn' })
  })
})

describe('a person', () => {
  it('who types fast and presses Enter is no scanner', () => {
    const verdicts = play([...digits('6901234567892', TYPIST_GAPS), ['Enter', 64]])
    expect(scans(verdicts)).toEqual([])
    expect(last(verdicts)).toEqual({ kind: 'pass' })
  })

  it('who types each key apart has each begin a run of its own, so that it is handed on at once', () => {
    expect(play(digits('250', [120]))).toEqual(Array.from({ length: 3 }, () => ({ kind: 'hold', first: true })))
  })

  it('who holds a key down is no scanner, though repeats come every 30 ms', () => {
    const repeats: Recorded[] = Array.from({ length: 12 }, () => ['Digit8', 30, { repeat: true }])
    const verdicts = play([['Digit8', 900], ...repeats, ['Enter', 30]])
    expect(scans(verdicts)).toEqual([])
    expect(verdicts.slice(1).every((one) => one.kind === 'pass')).toBe(true)
  })

  it('keeps Space, Enter, function keys and shortcuts', () => {
    const verdicts = play([
      ['Space', 900],
      ['Enter', 300],
      ['F4', 300],
      ['Delete', 200],
      ['KeyC', 300, { combined: true }],
      ['ArrowDown', 200],
    ])
    expect(verdicts.every((one) => one.kind === 'pass')).toBe(true)
  })

  it('who scans a second after typing gets the scan', () => {
    const verdicts = play([...digits('25', [90]), ...digits('6901234567892', SCANNER_GAPS, 1000), ['Enter', 5]])
    expect(scans(verdicts)).toEqual(['6901234567892'])
  })
})

describe('a scan that was torn apart', () => {
  it('never gives its tail as a code', () => {
    const head = digits('69012', SCANNER_GAPS)
    for (const pauseMs of [36, 80, 250, 480]) {
      const verdicts = play([...head, ...digits('34567892', SCANNER_GAPS, pauseMs), ['Enter', 4]])
      expect(last(verdicts)).toEqual({ kind: 'torn' })
    }
  })

  it('after its very first character neither', () => {
    const verdicts = play([...digits('6', [5]), ...digits('901234567892', SCANNER_GAPS, 60), ['Enter', 4]])
    expect(last(verdicts)).toEqual({ kind: 'torn' })
  })

  it('does not stand in the way of the next scan', () => {
    const verdicts = play([
      ...digits('69012', SCANNER_GAPS),
      ...digits('34567892', SCANNER_GAPS, 90),
      ['Enter', 4],
      ...digits('6901234567892', SCANNER_GAPS, 1100),
      ['Enter', 4],
    ])
    expect(scans(verdicts)).toEqual(['6901234567892'])
  })
})

describe('characterOf', () => {
  it('reads the layout that scanners speak', () => {
    expect(characterOf({ code: 'KeyA', shift: false, capsLock: false })).toBe('a')
    expect(characterOf({ code: 'KeyA', shift: true, capsLock: true })).toBe('a')
    expect(characterOf({ code: 'Digit2', shift: true, capsLock: false })).toBe('@')
    expect(characterOf({ code: 'Numpad7', shift: false, capsLock: true })).toBe('7')
    expect(characterOf({ code: 'Slash', shift: true, capsLock: false })).toBe('?')
    expect(characterOf({ code: 'F5', shift: false, capsLock: false })).toBeNull()
  })
})
