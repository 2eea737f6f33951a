/** The fields of a product, in the order in which a shopkeeper thinks of them: what, how much, how. */
import { Input, Radio, Select, Switch } from 'antd'
import type { ReactNode } from 'react'
import type { CategoryView } from '../../../shared/contract/back-office.ts'
import { productsText } from '../../../shared/text/back-office.ts'
import { useLabel, useText } from '../../i18n.ts'
import { DraftItem } from '../DraftItem.tsx'
import type { ProductDrafting } from './use-product-draft.ts'
import css from '../BackOffice.module.css'

type TextField =
  | 'sku'
  | 'nameZh'
  | 'nameEn'
  | 'barcode'
  | 'plu'
  | 'unit'
  | 'price'
  | 'memberPrice'
  | 'cost'
  | 'taxPercent'
  | 'favourite'

interface FieldsProps {
  drafting: ProductDrafting
}

export function ProductFields({
  drafting,
  categories,
  isNew,
}: FieldsProps & { categories: readonly CategoryView[]; isNew: boolean }) {
  const t = useText(productsText)
  return (
    <>
      <h3 className={css['group']}>{t('basics')}</h3>
      <Basics drafting={drafting} categories={categories} isNew={isNew} />
      <h3 className={css['group']}>{t('pricing')}</h3>
      <Prices drafting={drafting} />
      <h3 className={css['group']}>{t('selling')}</h3>
      <Selling drafting={drafting} />
    </>
  )
}

function Basics({
  drafting,
  categories,
  isNew,
}: FieldsProps & { categories: readonly CategoryView[]; isNew: boolean }) {
  const t = useText(productsText)
  const label = useLabel()
  const { draft, change, errorOf } = drafting
  return (
    <div className={css['fields']}>
      <Text drafting={drafting} field="nameZh" label={t('nameZh')} maxLength={60} autoFocus={isNew} />
      <Text drafting={drafting} field="nameEn" label={t('nameEn')} help={t('nameEnHelp')} maxLength={60} />
      <Text drafting={drafting} field="barcode" label={t('barcode')} help={t('barcodeHelp')} maxLength={14} />
      <Text
        drafting={drafting}
        field="sku"
        label={t('sku')}
        help={isNew ? t('skuHelp') : undefined}
        maxLength={40}
        disabled={!isNew}
      />
      <DraftItem id="product-categoryId" label={t('category')} error={errorOf('categoryId')}>
        <Select
          id="product-categoryId"
          value={draft.categoryId}
          options={categories.map((category) => ({ value: category.categoryId, label: label(category.label) }))}
          onChange={(categoryId: string) => change({ categoryId })}
        />
      </DraftItem>
      <Text drafting={drafting} field="unit" label={t('unit')} help={t('unitHelp')} maxLength={6} />
      <DraftItem id="product-countable" label={t('countable')} help={draft.countable ? undefined : t('byWeightHelp')}>
        <Radio.Group
          id="product-countable"
          optionType="button"
          value={draft.countable}
          options={[
            { value: true, label: t('byPiece') },
            { value: false, label: t('byWeight') },
          ]}
          onChange={({ target }) => change({ countable: target.value === true })}
        />
      </DraftItem>
      {draft.countable ? null : (
        <Text drafting={drafting} field="plu" label={t('plu')} help={t('pluHelp')} maxLength={5} />
      )}
    </div>
  )
}

function Prices({ drafting }: FieldsProps) {
  const t = useText(productsText)
  const { draft } = drafting
  return (
    <>
      <div className={css['fields']}>
        <Text
          drafting={drafting}
          field="price"
          label={draft.countable ? t('price') : t('pricePerKg')}
          unit={t('yuan')}
          disabled={draft.openPrice}
        />
        <Text
          drafting={drafting}
          field="memberPrice"
          label={t('memberPrice')}
          help={t('memberPriceHelp')}
          unit={t('yuan')}
          disabled={draft.openPrice}
        />
        <Text drafting={drafting} field="cost" label={t('cost')} help={t('costHelp')} unit={t('yuan')} />
        <Text drafting={drafting} field="taxPercent" label={t('tax')} help={t('taxHelp')} unit="%" />
      </div>
      <Toggle drafting={drafting} field="openPrice" label={t('openPriceField')} help={t('openPriceHelp')} />
    </>
  )
}

function Selling({ drafting }: FieldsProps) {
  const t = useText(productsText)
  return (
    <>
      <Toggle drafting={drafting} field="onSale" label={t('onSaleField')} help={t('onSaleHelp')} />
      <Toggle drafting={drafting} field="discountable" label={t('discountable')} help={t('discountableHelp')} />
      <Toggle drafting={drafting} field="pointsEligible" label={t('points')} help={t('pointsHelp')} />
      <div className={css['fields']}>
        <Text
          drafting={drafting}
          field="favourite"
          label={t('favouriteField')}
          help={t('favouriteHelp')}
          maxLength={2}
        />
      </div>
    </>
  )
}

interface TextProps extends FieldsProps {
  field: TextField
  label: string
  help?: ReactNode
  unit?: string
  maxLength?: number
  disabled?: boolean
  autoFocus?: boolean
}

function Text({
  drafting: { draft, change, errorOf },
  field,
  label,
  help,
  unit,
  maxLength = 12,
  disabled = false,
  autoFocus = false,
}: TextProps) {
  const id = `product-${field}`
  return (
    <DraftItem id={id} label={label} help={help} error={disabled ? null : errorOf(field)}>
      <Input
        id={id}
        value={draft[field]}
        disabled={disabled}
        autoFocus={autoFocus}
        autoComplete="off"
        maxLength={maxLength}
        {...(unit === undefined ? {} : { suffix: unit, inputMode: 'decimal' as const })}
        data-testid={id}
        onChange={(event) => change({ [field]: event.target.value })}
      />
    </DraftItem>
  )
}

interface ToggleProps extends FieldsProps {
  field: 'openPrice' | 'discountable' | 'pointsEligible' | 'onSale'
  label: string
  help: string
}

function Toggle({ drafting: { draft, change }, field, label, help }: ToggleProps) {
  const id = `product-${field}`
  return (
    <div className={css['toggle']}>
      <label htmlFor={id}>
        {label}
        <small>{help}</small>
      </label>
      <Switch id={id} checked={draft[field]} onChange={(on) => change({ [field]: on })} data-testid={id} />
    </div>
  )
}
