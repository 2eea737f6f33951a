/** A product was picked by touch, search or key: into the ticket, or first its weight or its price. */
import type { ProductView } from '../../../shared/contract/back-office.ts'
import { addProduct } from '../commands.ts'
import { openPane } from '../sell-ui.ts'

export function pickProduct(product: ProductView): void {
  if (!product.countable) openPane({ kind: 'weigh', product })
  else if (product.openPrice) openPane({ kind: 'open-price', product })
  else void addProduct(product.sku)
}
