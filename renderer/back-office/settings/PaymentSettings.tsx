/** Rounding, mobile payment, and which part of a member's stored value is spent first, each with what it means. */
import { Radio } from 'antd'
import { Settings } from '../../../shared/contract/back-office.ts'
import { settingsText } from '../../../shared/text/back-office.ts'
import { useText } from '../../i18n.ts'
import { DraftItem } from '../DraftItem.tsx'
import type { SettingsDrafting } from './use-settings-draft.ts'
import css from '../BackOffice.module.css'

const ROUNDING = [
  { unit: 1, text: 'rounding1', example: '12.87' },
  { unit: 10, text: 'rounding10', example: '12.80' },
  { unit: 50, text: 'rounding50', example: '12.50' },
  { unit: 100, text: 'rounding100', example: '12.00' },
] as const

const WALLETS = [
  { order: 'proportional', text: 'walletProportional', help: 'walletProportionalHelp' },
  { order: 'principal-first', text: 'walletPrincipal', help: 'walletPrincipalHelp' },
  { order: 'bonus-first', text: 'walletBonus', help: 'walletBonusHelp' },
] as const

const TERMINALS = [
  { terminal: 'none', text: 'terminalNone', help: 'terminalNoneHelp' },
  { terminal: 'simulated', text: 'terminalSimulated', help: 'terminalSimulatedHelp' },
] as const

export function PaymentSettings({ drafting: { draft, change } }: { drafting: SettingsDrafting }) {
  const t = useText(settingsText)
  const rounding = ROUNDING.find(({ unit }) => unit === draft.roundingUnitFen) ?? ROUNDING[0]
  return (
    <section className={css['card']}>
      <h2 className={css['group']}>{t('money')}</h2>
      <DraftItem
        id="settings-rounding"
        label={t('rounding')}
        help={`${t('roundingHelp')} · ${t('roundingExample', { amount: rounding.example })}`}
      >
        <Radio.Group
          id="settings-rounding"
          optionType="button"
          value={draft.roundingUnitFen}
          options={ROUNDING.map(({ unit, text }) => ({ value: unit, label: t(text) }))}
          data-testid="settings-rounding"
          onChange={({ target }) => change({ roundingUnitFen: Settings.shape.roundingUnitFen.parse(target.value) })}
        />
      </DraftItem>
      <DraftItem id="settings-terminal" label={t('terminal')}>
        <Radio.Group
          id="settings-terminal"
          className={css['roles'] ?? ''}
          value={draft.terminal}
          data-testid="settings-terminal"
          onChange={({ target }) => change({ terminal: Settings.shape.terminal.parse(target.value) })}
        >
          {TERMINALS.map(({ terminal, text, help }) => (
            <Radio key={terminal} value={terminal}>
              {t(text)} <small className={css['quiet']}>{t(help)}</small>
            </Radio>
          ))}
        </Radio.Group>
      </DraftItem>
      <DraftItem id="settings-wallet" label={t('wallet')}>
        <Radio.Group
          id="settings-wallet"
          className={css['roles'] ?? ''}
          value={draft.walletOrder}
          data-testid="settings-wallet"
          onChange={({ target }) => change({ walletOrder: Settings.shape.walletOrder.parse(target.value) })}
        >
          {WALLETS.map(({ order, text, help }) => (
            <Radio key={order} value={order}>
              {t(text)}
              <small className={css['explained']}>{t(help)}</small>
            </Radio>
          ))}
        </Radio.Group>
      </DraftItem>
    </section>
  )
}
