/** Pinyin initials of a person's name: 王雅婷 → wyt, 单于… as a surname. Latin letters stand for themselves. */
import { pinyin } from 'pinyin-pro'

export function nameInitials(name: string): string {
  return pinyin(name, { pattern: 'first', toneType: 'none', surname: 'head', type: 'array', nonZh: 'consecutive' })
    .map((part) => part.toLowerCase())
    .join('')
    .replace(/[^a-z0-9]/g, '')
}
