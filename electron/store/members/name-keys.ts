/**
 * The Latin keys that a person's name is found by: 王雅婷 → initials wyt, pinyin wangyating; a surname is read as one
 * (单于 → shanyu, 曾 → zeng), ü is v as on a keyboard, Latin letters stand for themselves. Lower case, a to z and digits only.
 */
import { pinyin } from 'pinyin-pro'

export interface NameKeys {
  readonly initials: string
  readonly pinyin: string
}

export function nameKeys(name: string): NameKeys {
  const parts = pinyin(name, { toneType: 'none', surname: 'head', type: 'all', nonZh: 'consecutive', v: true })
  const initials = parts.map((part) => (part.isZh ? part.pinyin.slice(0, 1) : part.origin)).join('')
  const whole = parts.map((part) => (part.isZh ? part.pinyin : part.origin)).join('')
  return { initials: latin(initials), pinyin: latin(whole) }
}

function latin(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '')
}
