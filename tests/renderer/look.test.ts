/** What all screens share: tokens that agree, colours that can be read, texts in both languages. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { frameText } from '../../shared/text/frame.ts'
import { sellText } from '../../shared/text/sell.ts'
import { whyText } from '../../shared/text/why-screen.ts'
import { palette } from '../../renderer/theme/palette.ts'

const tokens = readFileSync(new URL('../../renderer/theme/tokens.css', import.meta.url), 'utf8')

function luminance(hex: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

describe('tokens', () => {
  it('have the same values for antd and for CSS', () => {
    for (const [name, value] of Object.entries(palette)) expect(tokens).toContain(`--${name}: ${value};`)
  })

  it('can be read: text has a contrast of at least 4.5 on what it stands on', () => {
    const pairs: [keyof typeof palette, keyof typeof palette][] = [
      ['ink', 'card'],
      ['ink-2', 'paper'],
      ['ink-3', 'card'],
      ['cinnabar', 'card'],
      ['cinnabar', 'jade-2'],
      ['amber', 'amber-2'],
      ['jade-ink', 'jade-2'],
      ['card', 'jade'],
    ]
    for (const [text, ground] of pairs) {
      expect(contrast(palette[text], palette[ground]), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    }
  })

  it('never ask for a font from the network', () => {
    expect(tokens).not.toMatch(/url\(|@import|@font-face/)
  })
})

describe('texts', () => {
  const tables: Record<string, Record<string, { zh: string; en: string; enOne?: string }>> = {
    frameText,
    sellText,
    whyText,
  }

  it('stand in both languages with the same parameters', () => {
    const parameters = (text: string): string[] =>
      [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort()
    for (const [table, entries] of Object.entries(tables)) {
      for (const [key, entry] of Object.entries(entries)) {
        expect(entry.zh, `${table}.${key}`).not.toBe('')
        expect(entry.en, `${table}.${key}`).not.toBe('')
        expect(parameters(entry.en), `${table}.${key}`).toEqual(parameters(entry.zh))
      }
    }
  })

  it('are used by a screen, each of them', () => {
    const source = sources(new URL('../../renderer/', import.meta.url))
    for (const [table, entries] of Object.entries(tables)) {
      for (const key of Object.keys(entries)) {
        const direct = new RegExp(`['"\`.]${key}\\b`).test(source)
        const composed = ['tender', 'card', 'kind', 'round'].some(
          (stem) => key.startsWith(stem) && source.includes(`\`${stem}\${`),
        )
        expect(direct || composed, `${table}.${key} is used`).toBe(true)
      }
    }
  })
})

function sources(folder: URL): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n')
}
