/** On which goods: all of them, or goods and categories that are looked for by name, code or barcode. */
import { Radio, Select } from 'antd'
import { type ReactNode, useMemo } from 'react'
import type { CategoryView, ProductEdit } from '../../../../shared/contract/back-office.ts'
import { rulesScreenText } from '../../../../shared/text/rules-screen.ts'
import { type Locale, labelIn, useLabel, useLocale, useText } from '../../../i18n.ts'
import { yuanShort } from '../../../kit/money-text.ts'
import { DraftItem } from '../../DraftItem.tsx'
import { ProblemNote } from './Filled.tsx'
import type { RuleDrafting } from './use-rule-draft.ts'
import css from './RuleForm.module.css'

interface GoodsCardProps {
  drafting: RuleDrafting
  products: readonly ProductEdit[]
  categories: readonly CategoryView[]
}

export function GoodsCard({ drafting, products, categories }: GoodsCardProps) {
  const t = useText(rulesScreenText)
  const { draft, change } = drafting
  return (
    <section className={css['card']}>
      <h3 className={css['group']}>{t('cardGoods')}</h3>
      <Radio.Group
        className={css['choice'] ?? ''}
        optionType="button"
        value={draft.everything}
        aria-label={t('cardGoods')}
        options={[
          { value: false, label: <span data-testid="goods-these">{t('goodsThese')}</span> },
          { value: true, label: <span data-testid="goods-all">{t('goodsAll')}</span> },
        ]}
        onChange={({ target }) => change({ everything: target.value === true })}
      />
      {draft.everything ? (
        <p className={css['note']}>{t('goodsAllNote')}</p>
      ) : (
        <These drafting={drafting} products={products} categories={categories} />
      )}
      <Goods
        drafting={drafting}
        field="except"
        products={products}
        label={t('except')}
        placeholder={t('exceptPlaceholder')}
      />
    </section>
  )
}

function These({ drafting, products, categories }: GoodsCardProps) {
  const t = useText(rulesScreenText)
  const label = useLabel()
  const { draft, change, problemAt } = drafting
  return (
    <>
      <div className={css['goods']}>
        <DraftItem id="rule-categories" label={t('categories')} error={problemAt('scope.categories')?.text}>
          <Select
            id="rule-categories"
            mode="multiple"
            value={[...draft.categories]}
            placeholder={t('categoriesPlaceholder')}
            showSearch={{ optionFilterProp: 'label' }}
            data-testid="rule-categories"
            options={categories.map((category) => ({ value: category.categoryId, label: label(category.label) }))}
            onChange={(chosen: string[]) => change({ categories: chosen })}
          />
        </DraftItem>
        <Goods
          drafting={drafting}
          field="skus"
          products={products}
          label={t('skus')}
          placeholder={t('skusPlaceholder')}
        />
      </div>
      <ProblemNote drafting={drafting} paths={['scope']} />
    </>
  )
}

interface GoodsProps {
  drafting: RuleDrafting
  field: 'skus' | 'except'
  products: readonly ProductEdit[]
  label: string
  placeholder: string
}

function Goods({ drafting, field, products, label, placeholder }: GoodsProps) {
  const locale = useLocale()
  const { draft, change, problemAt } = drafting
  const options = useMemo(() => optionsOf(products, draft[field], locale), [products, draft, field, locale])
  return (
    <DraftItem id={`rule-${field}`} label={label} error={problemAt(`scope.${field}`)?.text}>
      <Select
        id={`rule-${field}`}
        mode="multiple"
        value={[...draft[field]]}
        placeholder={placeholder}
        options={options}
        optionRender={renderGoods}
        showSearch={SEARCH_GOODS}
        data-testid={`rule-${field}`}
        onChange={(chosen: string[]) => change({ [field]: chosen })}
      />
    </DraftItem>
  )
}

interface GoodsOption {
  readonly value: string
  readonly label: string
  readonly note: string
  /** what is typed is looked for in these */
  readonly words: string
}

const SEARCH_GOODS = {
  filterOption: (typed: string, option?: GoodsOption): boolean =>
    option?.words.includes(typed.trim().toLowerCase()) === true,
}

const renderGoods = ({ data }: { data: GoodsOption }): ReactNode => (
  <span className={css['option']}>
    {data.label} <small>{data.note}</small>
  </span>
)

/** Goods on sale, and those that the rule names already. */
function optionsOf(products: readonly ProductEdit[], chosen: readonly string[], locale: Locale): GoodsOption[] {
  return products
    .filter(({ disabled, sku }) => !disabled || chosen.includes(sku))
    .map((product) => ({
      value: product.sku,
      label: labelIn({ zh: product.nameZh, en: product.nameEn }, locale),
      note: product.openPrice ? product.sku : `¥${yuanShort(product.priceFen)}/${product.unit} · ${product.sku}`,
      words: `${product.nameZh} ${product.nameEn} ${product.sku} ${product.barcode ?? ''}`.toLowerCase(),
    }))
}
