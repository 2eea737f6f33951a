/**
 * The categories of the demo shop's goods, in the order of the sell screen's tabs.
 *
 * Invariants: ids are the ones that promotions name in their scope; 常用 is no category but the products with a favourite rank.
 */

export type CategoryId =
  | 'bread'
  | 'cake'
  | 'coffee'
  | 'tea'
  | 'drinks'
  | 'dairy'
  | 'snacks'
  | 'pantry'
  | 'weighed'
  | 'household'

/** Tile colours: bread, coffee, tea, cake, snacks, dairy, everything else. */
export type TileColor = '#c99a4b' | '#7a5a43' | '#6b8f71' | '#b9606b' | '#8c7bb0' | '#5b86a8' | '#a39c8f'

export type DemoCategory = {
  readonly id: CategoryId
  readonly nameZh: string
  readonly nameEn: string
  readonly sortOrder: number
  readonly color: TileColor
}

const CATEGORIES: readonly DemoCategory[] = [
  { id: 'bread', nameZh: '面包', nameEn: 'Bread', sortOrder: 1, color: '#c99a4b' },
  { id: 'cake', nameZh: '蛋糕', nameEn: 'Cakes', sortOrder: 2, color: '#b9606b' },
  { id: 'coffee', nameZh: '咖啡', nameEn: 'Coffee', sortOrder: 3, color: '#7a5a43' },
  { id: 'tea', nameZh: '茶饮', nameEn: 'Tea', sortOrder: 4, color: '#6b8f71' },
  { id: 'drinks', nameZh: '饮料', nameEn: 'Drinks', sortOrder: 5, color: '#6b8f71' },
  { id: 'dairy', nameZh: '乳品', nameEn: 'Dairy', sortOrder: 6, color: '#5b86a8' },
  { id: 'snacks', nameZh: '零食', nameEn: 'Snacks', sortOrder: 7, color: '#8c7bb0' },
  { id: 'pantry', nameZh: '粮油', nameEn: 'Pantry', sortOrder: 8, color: '#a39c8f' },
  { id: 'weighed', nameZh: '称重', nameEn: 'By weight', sortOrder: 9, color: '#8c7bb0' },
  { id: 'household', nameZh: '日用', nameEn: 'Household', sortOrder: 10, color: '#a39c8f' },
]

export function demoCategories(): readonly DemoCategory[] {
  return CATEGORIES
}

export function categoryColor(id: CategoryId): TileColor {
  const category = CATEGORIES.find((candidate) => candidate.id === id)
  if (category === undefined) throw new RangeError(`no such category: ${id}`)
  return category.color
}
