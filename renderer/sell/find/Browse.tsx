/** Finding goods: the search box, the categories and the tiles. While something is typed, the tiles are the results. */
import { memo, useCallback, useMemo, useRef, useState } from 'react'
import type { ProductView } from '../../../shared/contract/back-office.ts'
import { sellText } from '../../../shared/text/sell.ts'
import { useLabel, useText } from '../../i18n.ts'
import { classes } from '../../kit/classes.ts'
import { Empty } from '../../kit/Empty.tsx'
import { FAVOURITES, productsOfTab, showTab, useCatalog } from '../catalog.ts'
import { scan } from '../commands.ts'
import { closePane, useSellUi } from '../sell-ui.ts'
import css from './Browse.module.css'
import { pickProduct } from './pick-product.ts'
import { ProductGrid } from './ProductGrid.tsx'
import { SearchBox } from './SearchBox.tsx'
import { leaveSearch } from './search-focus.ts'
import { useSearch } from './use-search.ts'

export const Browse = memo(function Browse() {
  const query = useSellUi((state) => state.query)
  return query === '' ? <ByCategory /> : <ByQuery query={query} />
})

/** Digits and letters that may be a code: a barcode, a card, a coupon. */
const LOOKS_LIKE_CODE = /^[0-9A-Za-z-]{4,}$/
const IS_BARCODE = /^\d{8,}$/

function ByCategory() {
  const products = useCatalog((state) => state.products)
  const tab = useCatalog((state) => state.tab)
  const shown = useMemo(() => productsOfTab(products, tab), [products, tab])
  const t = useText(sellText)
  return (
    <>
      <SearchBox onEnter={leaveSearch} onArrow={noArrow} />
      <Tabs />
      {shown.length === 0 && products.length > 0 ? (
        <Empty title={t('gridEmpty')} />
      ) : (
        <ProductGrid key={tab} products={shown} marked={null} onPick={pickProduct} />
      )}
    </>
  )
}

function noArrow(): void {
  // Without results there is nothing to walk.
}

function ByQuery({ query }: { query: string }) {
  const t = useText(sellText)
  const { results, settled } = useSearch(query)
  const [marked, setMarked] = useState({ query, at: 0 })
  const at = marked.query === query ? Math.min(marked.at, Math.max(results.length - 1, 0)) : 0
  const grid = useRef<HTMLDivElement>(null)
  const pick = useCallback((product: ProductView) => {
    closePane()
    leaveSearch()
    pickProduct(product)
  }, [])
  const enter = (): void => {
    const product = results[at]
    if (IS_BARCODE.test(query) || (product === undefined && LOOKS_LIKE_CODE.test(query))) {
      closePane()
      leaveSearch()
      void scan(query)
    } else if (product !== undefined && settled) pick(product)
  }
  const arrow = (step: number, rows: boolean): void => {
    const columns = rows && grid.current !== null ? columnsOf(grid.current) : 1
    setMarked({ query, at: Math.min(Math.max(at + step * columns, 0), Math.max(results.length - 1, 0)) })
  }
  return (
    <>
      <SearchBox onEnter={enter} onArrow={arrow} />
      {results.length === 0 && settled ? (
        <Empty title={t('searchNone', { query })} hint={t('searchNoneHint')} />
      ) : (
        <ProductGrid ref={grid} products={results} marked={results[at]?.sku ?? null} onPick={pick} />
      )}
    </>
  )
}

function columnsOf(grid: HTMLElement): number {
  return getComputedStyle(grid).gridTemplateColumns.split(' ').length
}

const Tabs = memo(function Tabs() {
  const t = useText(sellText)
  const label = useLabel()
  const categories = useCatalog((state) => state.categories)
  const tab = useCatalog((state) => state.tab)
  const one = (id: string, name: string) => (
    <button
      key={id}
      type="button"
      role="tab"
      aria-selected={tab === id}
      className={classes(css['tab'], tab === id && css['selected'])}
      data-testid={`category-${id}`}
      onClick={() => showTab(id)}
    >
      {name}
    </button>
  )
  return (
    <div className={css['tabs']} role="tablist" aria-label={t('categories')}>
      {one(FAVOURITES, t('favourites'))}
      {categories.map((category) => one(category.categoryId, label(category.label)))}
    </div>
  )
})
