/**
 * The products of the tiles and their categories. Read when the sell screen opens and after a product was added; never
 * touched by a scan, so that the grid does not render again.
 */
import { create } from 'zustand'
import type { CategoryView, ProductView } from '../../shared/contract/back-office.ts'
import { keepIdentity } from '../state/keep-identity.ts'
import { run } from '../state/run.ts'

export interface Catalog {
  readonly categories: readonly CategoryView[]
  readonly products: readonly ProductView[]
  /** 'favourites' or a category's id */
  readonly tab: string
}

export const FAVOURITES = 'favourites'

export const useCatalog = create<Catalog>()(() => ({ categories: [], products: [], tab: FAVOURITES }))

export async function refreshCatalog(): Promise<void> {
  const [categories, products] = await Promise.all([
    run((client) => client.products.categories()),
    run((client) => client.products.grid()),
  ])
  if (!categories.ok || !products.ok) return
  useCatalog.setState((state) => {
    const next = {
      categories: keepIdentity(state.categories, categories.value),
      products: keepIdentity(state.products, products.value),
    }
    // A shop that has chosen no favourites begins with its first category.
    const noFavourites = next.products.every((product) => product.favourite === null)
    const first = next.categories[0]?.categoryId
    return { ...next, tab: state.tab === FAVOURITES && noFavourites && first !== undefined ? first : state.tab }
  })
}

export function showTab(tab: string): void {
  useCatalog.setState({ tab })
}

/** The products of a tab, in the shop's order. */
export function productsOfTab(products: readonly ProductView[], tab: string): readonly ProductView[] {
  if (tab !== FAVOURITES) return products.filter((product) => product.categoryId === tab)
  return products
    .filter((product) => product.favourite !== null)
    .sort((a, b) => (a.favourite ?? 0) - (b.favourite ?? 0))
}
