/** One product in plain words, new or known. Enter in a field saves; what is wrong stands at its field. */
import { App, Button, Drawer } from 'antd'
import { useRef } from 'react'
import { backOfficeText, productsText } from '../../../shared/text/back-office.ts'
import { useText } from '../../i18n.ts'
import { ErrorSentence } from '../../kit/ErrorSentence.tsx'
import { overlayContainer } from '../office-theme.ts'
import { useReturnFocus } from '../use-return-focus.ts'
import { ProductFields } from './ProductFields.tsx'
import { type ProductDrawerProps, useProductDraft } from './use-product-draft.ts'
import css from '../BackOffice.module.css'

const FORM_ID = 'product-form'

export function ProductDrawer(props: ProductDrawerProps) {
  const { product, categories, onClose } = props
  const t = useText(productsText)
  const tOffice = useText(backOfficeText)
  const { modal } = App.useApp()
  const drafting = useProductDraft(props)
  useReturnFocus()
  const form = useRef<HTMLFormElement>(null)
  const close = (): void => {
    if (drafting.busy) return
    if (!drafting.changed) return onClose()
    modal.confirm({
      title: tOffice('leaveTitle'),
      content: tOffice('leaveSentence'),
      okText: tOffice('leave'),
      cancelText: tOffice('stay'),
      getContainer: overlayContainer,
      focusable: { autoFocusButton: 'cancel' },
      onOk: onClose,
    })
  }
  const save = async (): Promise<void> => {
    await drafting.save()
    form.current?.querySelector<HTMLElement>('[data-wrong] input')?.focus()
  }
  const footer = (
    <div className={css['drawerFoot']}>
      <ErrorSentence text={drafting.sentence} testId="product-error" />
      <Button onClick={close} disabled={drafting.busy}>
        {tOffice('cancel')}
      </Button>
      <Button type="primary" htmlType="submit" form={FORM_ID} loading={drafting.busy} data-testid="product-save">
        {drafting.busy ? tOffice('saving') : tOffice('save')}
      </Button>
    </div>
  )
  return (
    <Drawer
      open
      getContainer={overlayContainer}
      size={680}
      title={product === null ? t('newTitle') : product.nameZh}
      onClose={close}
      footer={footer}
      data-testid="product-drawer"
    >
      <form
        ref={form}
        id={FORM_ID}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <ProductFields drafting={drafting} categories={categories} isNew={product === null} />
      </form>
    </Drawer>
  )
}
