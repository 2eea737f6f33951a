/** 当时的规则: what a receipt was priced with, each rule as it stood then, whatever became of it since. */
import type { PricedWithRule } from '../../shared/contract/rules.ts'
import { rulesScreenText } from '../../shared/text/rules-screen.ts'
import { useLabel, useText } from '../i18n.ts'
import { Money } from '../kit/Money.tsx'
import { useRead } from '../kit/use-read.ts'
import css from './PricedWith.module.css'

export function PricedWith({ saleId }: { saleId: string }) {
  const t = useText(rulesScreenText)
  const priced = useRead(saleId, (client) => client.rules.pricedWith({ saleId }))
  if (priced.value === null) return null
  const { rules } = priced.value
  return (
    <section className={css['rules']} aria-label={t('pricedWith')} data-testid="priced-with">
      <h3>{t('pricedWith')}</h3>
      {rules.length === 0 ? (
        <p className={css['none']}>{t('pricedWithNone')}</p>
      ) : (
        <ul>
          {rules.map((rule) => (
            <Rule key={`${rule.ruleId}-${rule.amountFen}`} rule={rule} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Rule({ rule: { name, version, sentence, amountFen } }: { rule: PricedWithRule }) {
  const t = useText(rulesScreenText)
  const label = useLabel()
  return (
    <li>
      <p className={css['line']}>
        <b>{label(name)}</b>
        <small>{version === null ? t('adHoc') : t('version', { version })}</small>
        <span className={css['amount']}>
          <Money fen={amountFen} bare tone="saved" />
        </span>
      </p>
      <p className={css['sentence']}>{label(sentence)}</p>
    </li>
  )
}
