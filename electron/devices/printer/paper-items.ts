/** What a stream of ESC/POS bytes puts on paper, in order. Positions and sizes are dots, 8 to the millimetre. */

export type Align = 'left' | 'center' | 'right'

/** Characters printed in one style; each takes 12 dots × scaleX if ASCII, 24 × scaleX otherwise, and 24 × scaleY up. */
export type TextRun = {
  readonly text: string
  /** From the left edge of the printable area to the first character. */
  readonly xDots: number
  readonly widthDots: number
  readonly scaleX: number
  readonly scaleY: number
  readonly bold: boolean
  readonly inverse: boolean
  readonly underlineDots: number
}

export type PaperItem =
  | { readonly kind: 'line'; readonly align: Align; readonly runs: readonly TextRun[]; readonly feedDots: number }
  | { readonly kind: 'feed'; readonly dots: number }
  | {
      readonly kind: 'raster'
      readonly xDots: number
      readonly widthDots: number
      readonly heightDots: number
      /** Rows of whole bytes, the most significant bit at the left, 1 is black. */
      readonly bits: Uint8Array
    }
  | {
      readonly kind: 'qr'
      readonly data: string
      readonly level: 'l' | 'm' | 'q' | 'h'
      readonly cellDots: number
      readonly align: Align
      readonly areaLeftDots: number
      readonly areaWidthDots: number
    }
  | {
      readonly kind: 'barcode'
      /** The m of GS k, 65 to 79. */
      readonly system: number
      readonly data: string
      readonly moduleDots: number
      readonly heightDots: number
      readonly align: Align
    }
  | { readonly kind: 'cut'; readonly partial: boolean }
  | { readonly kind: 'drawer'; readonly pin: 2 | 5; readonly onMs: number; readonly offMs: number }
  | { readonly kind: 'unknown'; readonly offset: number; readonly bytes: readonly number[] }

export type DecodedPaper = {
  readonly items: readonly PaperItem[]
  /** Dots across the widest printable area that the bytes set; 576 where they set none. */
  readonly printableDots: number
}

export const CELL_DOTS = 12
export const CHARACTER_DOTS = 24

/** Dots that one character takes across: a cell of ASCII or two cells. */
export function characterDots(character: string): number {
  return character < '\u0080' ? CELL_DOTS : CHARACTER_DOTS
}
