/** What a keypad's key does to the text that is typed so far. Pure, so that touch keys and real keys behave alike. */
export type KeypadKey = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '00' | '.' | 'back' | 'clear'

export interface KeypadRule {
  /** digits after the point; 0 forbids the point */
  readonly decimals: number
  /** digits before the point */
  readonly maxDigits: number
}

export const YUAN_RULE: KeypadRule = { decimals: 2, maxDigits: 6 }
/** Half a piece can be typed, so that the core can say no: a point that was swallowed would make 15 of 1.5. */
export const PIECES_RULE: KeypadRule = { decimals: 1, maxDigits: 5 }
export const KILOGRAM_RULE: KeypadRule = { decimals: 3, maxDigits: 3 }
export const POINTS_RULE: KeypadRule = { decimals: 0, maxDigits: 8 }

/** The text after `key`; a key that would break the rule leaves it as it was. */
export function typeKey(text: string, key: KeypadKey, rule: KeypadRule): string {
  if (key === 'clear') return ''
  if (key === 'back') return text.slice(0, -1)
  const point = text.indexOf('.')
  if (key === '.') {
    if (rule.decimals === 0 || point >= 0) return text
    return text === '' ? '0.' : `${text}.`
  }
  if (point >= 0) return (text + key).slice(0, point + 1 + rule.decimals)
  const grown = (text + key).replace(/^0+(?=\d)/, '')
  return grown.length > rule.maxDigits ? text : grown
}

/** The keypad key of a pressed key, from its code, so that an input method does not swallow it; null for others. */
export function keypadKeyOf(event: {
  code: string
  ctrlKey: boolean
  altKey: boolean
  metaKey: boolean
  shiftKey: boolean
}): KeypadKey | null {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return null
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(event.code)?.[1]
  if (digit !== undefined) return digit as KeypadKey
  if (event.code === 'Period' || event.code === 'NumpadDecimal') return '.'
  if (event.code === 'Backspace') return 'back'
  return null
}
