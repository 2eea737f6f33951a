/** A small form in a dialog: Enter sends it, what the core refuses stands above its buttons or at its field. */
import { Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Refusal } from '../../../shared/contract/primitives.ts'
import { backOfficeText } from '../../../shared/text/back-office.ts'
import { useLocale, useText } from '../../i18n.ts'
import { ErrorSentence } from '../../kit/ErrorSentence.tsx'
import { sentenceOf } from '../../state/run.ts'
import { overlayContainer } from '../office-theme.ts'
import { useReturnFocus } from '../use-return-focus.ts'

const FORM_ID = 'dialog-form'
const OK_MARK = { 'data-testid': 'dialog-ok' }

interface DialogFormProps {
  title: string
  okText: string
  /** nothing is wrong that the screen could know */
  ready: boolean
  /** a refusal that stands at a field instead of here */
  isAtField: (refusal: Refusal) => boolean
  /** null once it is done */
  onSend: () => Promise<Refusal | null>
  onClose: () => void
  children: (state: { tried: boolean; refusal: Refusal | null }) => ReactNode
}

export function DialogForm({ title, okText, ready, isAtField, onSend, onClose, children }: DialogFormProps) {
  const t = useText(backOfficeText)
  const locale = useLocale()
  useReturnFocus()
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const send = async (): Promise<void> => {
    setTried(true)
    if (!ready || busy) return
    setBusy(true)
    const refused = await onSend()
    setBusy(false)
    setRefusal(refused)
    if (refused === null) onClose()
  }
  return (
    <Modal
      open
      centered
      width={600}
      getContainer={overlayContainer}
      title={title}
      okText={busy ? t('saving') : okText}
      cancelText={t('cancel')}
      confirmLoading={busy}
      onCancel={onClose}
      mask={{ closable: false }}
      okButtonProps={{ htmlType: 'submit', form: FORM_ID, ...OK_MARK }}
    >
      <form
        id={FORM_ID}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        {children({ tried, refusal })}
        <ErrorSentence
          text={refusal === null || isAtField(refusal) ? null : sentenceOf(refusal, locale)}
          testId="dialog-error"
        />
      </form>
    </Modal>
  )
}
