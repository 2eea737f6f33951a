/**
 * Paper strip → PNG, one pixel a dot. Takes tens of milliseconds and seconds for the first glyphs of a large font: runs
 * in a worker, never in main.
 *
 * Invariant: the outlines of a character are taken from the font once and kept; drawing with them gives the same picture
 * as drawing with text. (A collection of 65,535 glyphs costs 5 ms for each glyph that the renderer looks up.)
 */
import type { Resvg, ResvgRenderOptions } from '@resvg/resvg-js'
import type { DecodedPaper } from './paper-items.ts'
import { CHARACTER_DOTS } from './paper-items.ts'
import { fontFamilies, paperSvg, visibleCharacters } from './paper-svg.ts'
import { chineseFontFile } from './system-fonts.ts'

/** Draws paper to PNG and remembers the glyphs that it has met. */
export class PaperRenderer {
  readonly #outlines = new Map<string, string>()

  /** Throws where the renderer has no binary for this platform. */
  async png(paper: DecodedPaper): Promise<Uint8Array> {
    // Loaded here, so that a process that only prints to the network never maps the renderer.
    const resvg = await import('@resvg/resvg-js')
    this.#learn(resvg.Resvg, visibleCharacters(paper))
    return new resvg.Resvg(paperSvg(paper, this.#outlines), { font: { loadSystemFonts: false } }).render().asPng()
  }

  /** Has the renderer turn each new character into a path, centred on x 0 with its baseline on y 0. */
  #learn(Renderer: typeof Resvg, characters: ReadonlySet<string>): void {
    const unknown = [...characters].filter((character) => !this.#outlines.has(character))
    if (unknown.length === 0) return
    const texts = unknown.map((character) => {
      const code = character.codePointAt(0) ?? 0
      return `<text id="u${code}" x="0" y="0">&#${code};</text>`
    })
    const svg =
      `<svg xmlns="http://www.w3.org/2000/svg" width="${CHARACTER_DOTS}" height="${CHARACTER_DOTS}">` +
      `<g font-family="${fontFamilies()}" font-size="${CHARACTER_DOTS}" text-anchor="middle">${texts.join('')}</g></svg>`
    const drawn = new Renderer(svg, { font: fontOptions() }).toString()
    for (const character of unknown) this.#outlines.set(character, '')
    for (const [, code, path] of drawn.matchAll(/<g id="u(\d+)">\s*<path[^>]* d="([^"]*)"/g)) {
      if (code !== undefined && path !== undefined) this.#outlines.set(String.fromCodePoint(Number(code)), path)
    }
  }
}

function fontOptions(): NonNullable<ResvgRenderOptions['font']> {
  const file = chineseFontFile()
  return file === undefined ? { loadSystemFonts: true } : { loadSystemFonts: false, fontFiles: [file] }
}
