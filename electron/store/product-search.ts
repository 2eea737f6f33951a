/**
 * Finds goods by name, pinyin, number or barcode, in memory.
 *
 * Invariants: how a name is read is worked out once a name, in slices between which the till goes on selling; the
 * dictionary is loaded with the first search or when the till is idle, never at start.
 */
import { searchRank, searchText, type SearchKeys } from '../../shared/domain/products/search-rank.ts'
import type { ProductRecord } from './catalog-store.ts'

export interface ProductSearch {
  /** goods on sale that match, the nearest first and among equals the favourites */
  search(query: string, limit: number): Promise<ProductRecord[]>
  /** works the readings out ahead of the first search */
  warm(): Promise<void>
  /** the goods have changed */
  replace(products: readonly ProductRecord[]): void
}

interface Entry {
  readonly product: ProductRecord
  readonly keys: SearchKeys
}

const SLICE = 250

export function createProductSearch(): ProductSearch {
  const readings = new Map<string, readonly string[]>()
  let products: readonly ProductRecord[] = []
  let entries: Promise<readonly Entry[]> | null = null

  async function build(goods: readonly ProductRecord[]): Promise<readonly Entry[]> {
    const { pinyin } = await import('pinyin-pro')
    const built: Entry[] = []
    let read = 0
    for (const product of goods) {
      let syllables = readings.get(product.nameZh)
      if (syllables === undefined) {
        syllables = pinyin(product.nameZh, { toneType: 'none', type: 'array', v: true }).map(searchText).filter(isText)
        readings.set(product.nameZh, syllables)
        read += 1
        if (read % SLICE === 0) await othersFirst()
      }
      built.push({ product, keys: keysOf(product, syllables) })
    }
    return built
  }

  function ready(): Promise<readonly Entry[]> {
    entries ??= build(products.filter((product) => !product.disabled))
    return entries
  }

  return {
    warm: async () => void (await ready()),
    replace: (goods) => {
      products = goods
      entries = null
    },
    search: async (query, limit) => {
      const text = searchText(query)
      const found: { rank: number; product: ProductRecord }[] = []
      for (const { product, keys } of await ready()) {
        const rank = searchRank(text, keys)
        if (rank !== null) found.push({ rank, product })
      }
      found.sort((a, b) => a.rank - b.rank || byFavourite(a.product, b.product))
      return found.slice(0, limit).map(({ product }) => product)
    },
  }
}

function keysOf(product: ProductRecord, syllables: readonly string[]): SearchKeys {
  return {
    sku: searchText(product.sku),
    barcode: product.barcode ?? product.plu ?? '',
    names: [searchText(product.nameZh), searchText(product.nameEn)].filter(isText),
    syllables,
  }
}

function isText(text: string): boolean {
  return text !== ''
}

/** 常用 first and in its own order, then the shorter name, then the number. */
function byFavourite(a: ProductRecord, b: ProductRecord): number {
  const last = Number.MAX_SAFE_INTEGER
  return (
    (a.favourite ?? last) - (b.favourite ?? last) ||
    a.nameZh.length - b.nameZh.length ||
    (a.sku < b.sku ? -1 : Number(a.sku > b.sku))
  )
}

/** Lets whatever waits run before the next slice. */
function othersFirst(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}
