/** The price as a sum: list − saved − rounding = total. */
import type { WhyView } from '../../../shared/contract/why.ts'
import { whyText } from '../../../shared/text/why-screen.ts'
import { useText } from '../../i18n.ts'
import { classes } from '../../kit/classes.ts'
import { Money } from '../../kit/Money.tsx'
import css from './WhyPane.module.css'

export function WhySum({ why }: { why: WhyView }) {
  const t = useText(whyText)
  const saves = why.savedFen !== 0
  const rounds = why.roundingFen !== 0
  return (
    <dl className={css['sum']} data-testid="why-sum">
      <Term name={t('gross')} fen={why.grossFen} sign="" />
      {saves ? <Term name={t('saved')} fen={why.savedFen} sign={why.savedFen < 0 ? '+' : '−'} tone="saved" /> : null}
      {rounds ? <Term name={t('rounding')} fen={why.roundingFen} sign="−" /> : null}
      <Term name={t('payable')} fen={why.payableFen} sign="=" strong />
    </dl>
  )
}

interface TermProps {
  name: string
  fen: number
  sign: string
  tone?: 'saved'
  strong?: boolean
}

function Term({ name, fen, sign, tone, strong = false }: TermProps) {
  return (
    <>
      {sign === '' ? null : (
        <span className={classes(css['sign'], strong && css['equals'])} aria-hidden="true">
          {sign}
        </span>
      )}
      <div className={classes(css['term'], strong && css['total'])}>
        <dt>{name}</dt>
        <dd>
          <Money fen={Math.abs(fen)} bare={!strong} tone={tone ?? 'plain'} />
        </dd>
      </div>
    </>
  )
}
