/** All products, those no longer on sale too: found, changed, added one at a time or pasted from a spreadsheet. */
import { useState } from 'react'
import type { CategoryView, ProductEdit } from '../../../shared/contract/back-office.ts'
import { backOfficeText } from '../../../shared/text/back-office.ts'
import { useLocale, useText } from '../../i18n.ts'
import { Button } from '../../kit/Button.tsx'
import { Empty } from '../../kit/Empty.tsx'
import { useRead } from '../../kit/use-read.ts'
import { sentenceOf } from '../../state/run.ts'
import { ImportPage } from '../import/ImportPage.tsx'
import { ProductDrawer } from './ProductDrawer.tsx'
import { filterProducts, noFilter } from './product-filter.ts'
import { ProductTable } from './ProductTable.tsx'
import { ProductToolbar } from './ProductToolbar.tsx'
import css from '../BackOffice.module.css'

interface Shelf {
  readonly products: readonly ProductEdit[]
  readonly categories: readonly CategoryView[]
}

export function ProductsPage() {
  const t = useText(backOfficeText)
  const locale = useLocale()
  const shelf = useRead<Shelf>('shelf', async (client) => {
    const [products, categories] = await Promise.all([client.products.list(), client.products.categories()])
    return { products, categories }
  })
  const [importing, setImporting] = useState(false)
  if (shelf.value === null) {
    return (
      <Empty
        title={shelf.refusal === null ? t('loading') : sentenceOf(shelf.refusal, locale)}
        action={shelf.refusal === null ? undefined : <Button onClick={shelf.reload}>{t('retry')}</Button>}
      />
    )
  }
  const leaveImport = (): void => {
    setImporting(false)
    shelf.reload()
  }
  const { products, categories } = shelf.value
  if (importing) return <ImportPage categories={categories} onLeave={leaveImport} />
  const saved = (product: ProductEdit): void => {
    const isNew = !products.some(({ sku }) => sku === product.sku)
    const next = products.map((known) => (known.sku === product.sku ? product : known))
    shelf.replace({ products: isNew ? [product, ...next] : next, categories })
  }
  return <Products products={products} categories={categories} onImport={() => setImporting(true)} onSaved={saved} />
}

interface ProductsProps extends Shelf {
  onImport: () => void
  onSaved: (product: ProductEdit) => void
}

function Products({ products, categories, onImport, onSaved }: ProductsProps) {
  const [filter, setFilter] = useState(noFilter)
  /** 'new', the product that is edited, or nothing */
  const [edited, setEdited] = useState<ProductEdit | 'new' | null>(null)
  const shown = filterProducts(products, filter)
  return (
    <div className={css['page']}>
      <ProductToolbar
        filter={filter}
        onFilter={setFilter}
        categories={categories}
        shownCount={shown.length}
        totalCount={products.length}
        onImport={onImport}
        onAdd={() => setEdited('new')}
      />
      <ProductTable
        products={shown}
        categories={categories}
        filtered={products.length > 0}
        onEdit={setEdited}
        onClearFilter={() => setFilter(noFilter)}
        onImport={onImport}
      />
      {edited === null ? null : (
        <ProductDrawer
          product={edited === 'new' ? null : edited}
          products={products}
          categories={categories}
          defaultCategoryId={filter.categoryId}
          onClose={() => setEdited(null)}
          onSaved={onSaved}
        />
      )}
    </div>
  )
}
