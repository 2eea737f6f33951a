/** What a rule means: goods that there are, that can be sold, and that may be reduced. */
import type { Scope } from '../pricing/types.ts'
import { error, warning, type RuleProblem } from './rule.ts'
import { namedBy, usableOf, type RuleShelf, type ShelfProduct } from './shelf.ts'

/** `countsPieces`: weighed goods take no part in the rule. */
export function checkScope(scope: Scope | undefined, shelf: RuleShelf, countsPieces: boolean): RuleProblem[] {
  const problems = scope === undefined ? [] : [...checkLists(scope, shelf), ...checkExcepted(scope, shelf)]
  if (problems.some(({ severity }) => severity === 'error')) return problems
  return [...problems, ...checkGoods(scope, shelf, countsPieces)]
}

function checkLists({ skus, categories, except }: Scope, shelf: RuleShelf): RuleProblem[] {
  const problems: RuleProblem[] = []
  const nothing = (skus ?? []).length + (categories ?? []).length === 0
  if (nothing && (skus !== undefined || categories !== undefined)) problems.push(error('scope', 'scope-empty'))
  if (!nothing && (categories ?? []).length === 0 && skus?.every((sku) => except?.includes(sku))) {
    problems.push(error('scope.except', 'scope-all-excepted'))
  }
  categories?.forEach((category, place) => {
    if (!shelf.categories.has(category)) {
      problems.push(warning(`scope.categories[${place}]`, 'category-unknown', { category }))
    }
  })
  const bySku = new Map(shelf.products.map((product) => [product.sku, product]))
  skus?.forEach((sku, place) => {
    const product = bySku.get(sku)
    if (product?.discountable === false) {
      problems.push(warning(`scope.skus[${place}]`, 'sku-not-discountable', named(product)))
    }
  })
  return problems
}

/** An exception that excepts nothing is a slip. */
function checkExcepted({ skus, categories, except }: Scope, shelf: RuleShelf): RuleProblem[] {
  const without = new Set(namedBy({ skus, categories }, shelf.products).map(({ sku }) => sku))
  const bySku = new Map(shelf.products.map((product) => [product.sku, product]))
  return (except ?? []).flatMap((sku, place): RuleProblem[] => {
    const product = bySku.get(sku)
    if (product === undefined) return []
    if (skus?.includes(sku)) return [warning(`scope.except[${place}]`, 'named-and-excepted', named(product))]
    return without.has(sku) ? [] : [warning(`scope.except[${place}]`, 'except-outside', named(product))]
  })
}

function checkGoods(scope: Scope | undefined, shelf: RuleShelf, countsPieces: boolean): RuleProblem[] {
  const goods = namedBy(scope, shelf.products)
  if (goods.length === 0) return [warning('scope', 'scope-no-goods')]
  const usable = usableOf(goods)
  if (usable.length === 0) {
    const reducible = goods.some(({ discountable }) => discountable)
    return [warning('scope', reducible ? 'scope-disabled' : 'scope-not-discountable')]
  }
  return countsPieces && usable.every(({ countable }) => !countable) ? [warning('scope', 'scope-weighed')] : []
}

function named({ sku, nameZh, nameEn }: ShelfProduct): RuleProblem['params'] {
  return { sku, nameZh, nameEn: nameEn === '' ? nameZh : nameEn }
}
