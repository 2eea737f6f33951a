/** The products as a virtual table: ten thousand rows scroll like ten. A row opens; its name is the key for keyboards. */
import { Button, Table, type TableColumnsType } from 'antd'
import type { CategoryView, ProductEdit } from '../../../shared/contract/back-office.ts'
import { productsText } from '../../../shared/text/back-office.ts'
import { useLabel, useText } from '../../i18n.ts'
import { Empty } from '../../kit/Empty.tsx'
import { Money } from '../../kit/Money.tsx'
import { yuanTextFromFen } from '../../kit/money-text.ts'
import { Chip } from '../Chip.tsx'
import { useHeight } from '../use-height.ts'
import css from '../BackOffice.module.css'

interface ProductTableProps {
  products: readonly ProductEdit[]
  categories: readonly CategoryView[]
  /** there are products, if none of these */
  filtered: boolean
  onEdit: (product: ProductEdit) => void
  onClearFilter: () => void
  onImport: () => void
}

const HEADER_PX = 47

export function ProductTable({ products, categories, filtered, onEdit, onClearFilter, onImport }: ProductTableProps) {
  const t = useText(productsText)
  const [box, height] = useHeight()
  const columns = useColumns(categories, onEdit)
  if (products.length === 0) {
    return filtered ? (
      <Empty
        title={t('noMatch')}
        hint={t('noMatchHint')}
        action={<Button onClick={onClearFilter}>{t('clearFilter')}</Button>}
      />
    ) : (
      <Empty
        title={t('empty')}
        hint={t('emptyHint')}
        action={
          <Button type="primary" onClick={onImport}>
            {t('import')}
          </Button>
        }
      />
    )
  }
  return (
    <div ref={box} className={css['table']} data-testid="product-table">
      {height === 0 ? null : (
        <Table<ProductEdit>
          virtual
          size="small"
          rowKey="sku"
          columns={columns}
          dataSource={products}
          pagination={false}
          scroll={{ x: 900, y: height - HEADER_PX }}
          rowClassName={(product) => (product.disabled ? (css['off'] ?? '') : '')}
          onRow={(product) => ({ onClick: () => onEdit(product) })}
        />
      )}
    </div>
  )
}

function useColumns(
  categories: readonly CategoryView[],
  onEdit: (product: ProductEdit) => void,
): TableColumnsType<ProductEdit> {
  const t = useText(productsText)
  const label = useLabel()
  const known = new Map(categories.map((category) => [category.categoryId, category]))
  return [
    {
      title: t('colName'),
      key: 'name',
      render: (_, product) => (
        <button
          type="button"
          className={css['name']}
          data-testid={`product-${product.sku}`}
          onClick={() => onEdit(product)}
        >
          {product.nameZh}
          <small>{product.sku}</small>
        </button>
      ),
    },
    { title: t('colBarcode'), dataIndex: 'barcode', width: 170, render: (barcode: string | null) => barcode ?? '—' },
    {
      title: t('colCategory'),
      key: 'category',
      width: 130,
      render: (_, { categoryId }) => {
        const category = known.get(categoryId)
        if (category === undefined) return categoryId
        return (
          <span className={css['dotted']}>
            <i style={{ background: category.color }} />
            {label(category.label)}
          </span>
        )
      },
    },
    {
      title: t('colPrice'),
      key: 'price',
      width: 130,
      align: 'right',
      render: (_, product) => (product.openPrice ? t('openPrice') : <PriceOf product={product} />),
    },
    {
      title: t('colMember'),
      key: 'member',
      width: 110,
      align: 'right',
      render: (_, { memberPriceFen }) => (memberPriceFen === null ? '—' : <Money fen={memberPriceFen} bare />),
    },
    {
      title: t('colTax'),
      key: 'tax',
      width: 80,
      align: 'right',
      render: (_, { taxRateBp }) => `${yuanTextFromFen(taxRateBp)}%`,
    },
    {
      title: t('colState'),
      key: 'state',
      width: 130,
      render: (_, { disabled, favourite }) => (
        <>
          {disabled ? <Chip tone="attention">{t('disabled')}</Chip> : null}
          {favourite === null || disabled ? null : <Chip>{t('favourite', { place: favourite })}</Chip>}
        </>
      ),
    },
  ]
}

function PriceOf({ product }: { product: ProductEdit }) {
  return (
    <span>
      <b className={css['price']}>
        <Money fen={product.priceFen} bare />
      </b>
      <small className={css['unit']}>/{product.unit}</small>
    </span>
  )
}
