/** A new PIN, typed twice. */
import { Input } from 'antd'
import { operatorsText } from '../../../shared/text/back-office.ts'
import { useText } from '../../i18n.ts'
import { DraftItem } from '../DraftItem.tsx'
import type { PinDraft } from './operator-draft.ts'
import css from '../BackOffice.module.css'

interface PinFieldsProps {
  draft: PinDraft
  onChange: (part: Partial<PinDraft>) => void
  errorOf: (field: 'pin' | 'pinAgain') => string | null
  autoFocus?: boolean
}

const PIN = { type: 'password', inputMode: 'numeric', autoComplete: 'new-password', maxLength: 8 } as const

export function PinFields({ draft, onChange, errorOf, autoFocus = false }: PinFieldsProps) {
  const t = useText(operatorsText)
  return (
    <div className={css['fields']}>
      <DraftItem id="operator-pin" label={t('pin')} help={t('pinHelp')} error={errorOf('pin')}>
        <Input
          {...PIN}
          id="operator-pin"
          autoFocus={autoFocus}
          value={draft.pin}
          data-testid="operator-pin"
          onChange={(event) => onChange({ pin: event.target.value })}
        />
      </DraftItem>
      <DraftItem id="operator-pin-again" label={t('pinAgain')} error={errorOf('pinAgain')}>
        <Input
          {...PIN}
          id="operator-pin-again"
          value={draft.pinAgain}
          data-testid="operator-pin-again"
          onChange={(event) => onChange({ pinAgain: event.target.value })}
        />
      </DraftItem>
    </div>
  )
}
