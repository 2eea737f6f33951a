/** The tiles. Renders only when the products, the marked result or the language change: never for a scan. */
import { memo, type Ref, useEffect, useRef } from 'react'
import type { ProductView } from '../../../shared/contract/back-office.ts'
import { sellText } from '../../../shared/text/sell.ts'
import { useLabel, useText } from '../../i18n.ts'
import { classes } from '../../kit/classes.ts'
import { Money } from '../../kit/Money.tsx'
import css from './ProductGrid.module.css'

export interface ProductGridProps {
  products: readonly ProductView[]
  /** sku of the result that Enter takes */
  marked: string | null
  onPick: (product: ProductView) => void
  ref?: Ref<HTMLDivElement>
}

export const ProductGrid = memo(function ProductGrid({ products, marked, onPick, ref }: ProductGridProps) {
  return (
    <div ref={ref} className={css['grid']} data-testid="grid">
      {products.map((product) => (
        <Tile key={product.sku} product={product} marked={product.sku === marked} onPick={onPick} />
      ))}
    </div>
  )
})

interface TileProps {
  product: ProductView
  marked: boolean
  onPick: (product: ProductView) => void
}

const Tile = memo(function Tile({ product, marked, onPick }: TileProps) {
  const t = useText(sellText)
  const label = useLabel()
  const tile = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (marked) tile.current?.scrollIntoView({ block: 'nearest' })
  }, [marked])
  return (
    <button
      ref={tile}
      type="button"
      className={classes(css['tile'], marked && css['marked'])}
      style={{ '--tile': product.color }}
      data-testid={`product-${product.sku}`}
      onClick={() => onPick(product)}
    >
      <span className={css['name']}>{label(product.name)}</span>
      <span className={css['foot']}>
        {product.offer === null ? null : <em className={css['offer']}>{label(product.offer)}</em>}
        {product.openPrice ? (
          <span className={css['open']}>{t('openPrice')}</span>
        ) : (
          <span className={css['price']}>
            <Money fen={product.priceFen} />
            {product.countable ? null : <small>/{product.unit}</small>}
          </span>
        )}
      </span>
    </button>
  )
})
