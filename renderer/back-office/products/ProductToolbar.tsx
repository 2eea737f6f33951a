/** Finding products, and the two ways to add some. */
import { Button, Checkbox, Input, Select } from 'antd'
import type { CategoryView } from '../../../shared/contract/back-office.ts'
import { productsText } from '../../../shared/text/back-office.ts'
import { useLabel, useText } from '../../i18n.ts'
import type { ProductFilter } from './product-filter.ts'
import css from '../BackOffice.module.css'

interface ProductToolbarProps {
  filter: ProductFilter
  onFilter: (filter: ProductFilter) => void
  categories: readonly CategoryView[]
  shownCount: number
  totalCount: number
  onImport: () => void
  onAdd: () => void
}

export function ProductToolbar(props: ProductToolbarProps) {
  const { filter, onFilter, categories, shownCount, totalCount, onImport, onAdd } = props
  const t = useText(productsText)
  const label = useLabel()
  const options = [
    { value: '', label: t('allCategories') },
    ...categories.map((category) => ({ value: category.categoryId, label: label(category.label) })),
  ]
  return (
    <div className={css['toolbar']}>
      <Input
        className={css['search'] ?? ''}
        value={filter.words}
        allowClear
        autoFocus
        placeholder={t('search')}
        aria-label={t('searchLabel')}
        data-testid="product-search"
        onChange={(event) => onFilter({ ...filter, words: event.target.value })}
      />
      <Select
        className={css['category'] ?? ''}
        value={filter.categoryId}
        options={options}
        aria-label={t('colCategory')}
        data-testid="product-category"
        onChange={(categoryId: string) => onFilter({ ...filter, categoryId })}
      />
      <Checkbox
        checked={filter.withDisabled}
        onChange={(event) => onFilter({ ...filter, withDisabled: event.target.checked })}
      >
        {t('showDisabled')}
      </Checkbox>
      <span className={css['count']} data-testid="product-count">
        {shownCount === totalCount
          ? t('count', { count: totalCount })
          : t('found', { count: shownCount, total: totalCount })}
      </span>
      <span className={css['space']} />
      <Button onClick={onImport} data-testid="product-import">
        {t('import')}
      </Button>
      <Button type="primary" onClick={onAdd} data-testid="product-add">
        {t('add')}
      </Button>
    </div>
  )
}
