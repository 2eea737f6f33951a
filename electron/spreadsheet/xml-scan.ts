/**
 * XML from pieces of bytes: each tag with the text before it, in order, without a tree. For the parts of a spreadsheet,
 * which know neither mixed text nor entities of their own.
 */
import { StringDecoder } from 'node:string_decoder'

/**
 * `tag` is what stands between the angle brackets, without a namespace's prefix: 'row r="7"', '/c', 'v/'. `text` is the
 * text before it, its entities still escaped (`plainText`).
 */
export type OnTag = (tag: string, text: string) => void

/** Feeds every tag to `onTag`; ends early where it returns false from `goOn`. */
export async function scanXml(
  pieces: AsyncIterable<Buffer>,
  onTag: OnTag,
  goOn: () => boolean = () => true,
): Promise<void> {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  for await (const piece of pieces) {
    rest = scanText(rest + decoder.write(piece), onTag)
    if (!goOn()) return
  }
  scanText(rest + decoder.end(), onTag)
}

/** Gives back what does not yet end in a whole tag. */
function scanText(xml: string, onTag: OnTag): string {
  let at = 0
  let cdata = ''
  for (;;) {
    const open = xml.indexOf('<', at)
    if (open < 0) return escaped(cdata) + xml.slice(at)
    const end = endOf(xml, open)
    if (end < 0) return escaped(cdata) + xml.slice(at)
    const text = xml.slice(at, open)
    if (xml.startsWith('<![CDATA[', open)) cdata += plainText(text) + xml.slice(open + 9, end - 2)
    else if (!xml.startsWith('<!--', open)) {
      onTag(withoutPrefix(xml.slice(open + 1, end)), cdata === '' ? text : escaped(cdata) + text)
      cdata = ''
    }
    at = end + 1
  }
}

/** Where the construct that begins at `open` has its last '>', or -1. */
function endOf(xml: string, open: number): number {
  if (xml.startsWith('<!--', open)) return lastOf(xml, '-->', open + 4)
  if (xml.startsWith('<![CDATA[', open)) return lastOf(xml, ']]>', open + 9)
  // '<!' alone may become either with the next piece
  if (xml.startsWith('<!', open) && xml.length - open < 9) return -1
  return xml.indexOf('>', open)
}

function lastOf(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from)
  return at < 0 ? -1 : at + mark.length - 1
}

function withoutPrefix(tag: string): string {
  const colon = tag.indexOf(':')
  if (colon < 0) return tag
  const space = tag.indexOf(' ')
  if (space >= 0 && space < colon) return tag
  return tag.startsWith('/') ? `/${tag.slice(colon + 1)}` : tag.slice(colon + 1)
}

/** The value of an attribute of a tag, or ''. */
export function attributeOf(tag: string, name: string): string {
  const from = tag.indexOf(` ${name}="`)
  if (from < 0) return ''
  const start = from + name.length + 3
  const end = tag.indexOf('"', start)
  return end < 0 ? '' : plainText(tag.slice(start, end))
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text with its entities, and with Excel's own `_x000D_`, put into characters. */
export function plainText(text: string): string {
  const plain = text.includes('&')
    ? text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex: string, decimal: string, name: string) => {
        if (name !== undefined) return NAMED[name] ?? whole
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
        return code > 0x10ffff ? whole : String.fromCodePoint(code)
      })
    : text
  if (!plain.includes('_x')) return plain
  return plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
}
