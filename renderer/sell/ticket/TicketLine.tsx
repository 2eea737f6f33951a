/** One line: name, quantity × price, every reduction with its reason and amount, net. Memoised by the snapshot's parts. */
import { memo } from 'react'
import type { LineView } from '../../../shared/contract/till.ts'
import type { Reduction } from '../../../shared/contract/why.ts'
import { sellText } from '../../../shared/text/sell.ts'
import { useLabel, useText } from '../../i18n.ts'
import { classes } from '../../kit/classes.ts'
import { Money } from '../../kit/Money.tsx'
import { quantityText } from '../../kit/money-text.ts'
import { selectLine } from '../commands.ts'
import css from './TicketLine.module.css'

interface Props {
  line: LineView
  number: number
  selected: boolean
  arrives: boolean
  /** payment has begun: lines are only looked at */
  locked: boolean
}

export const TicketLine = memo(function TicketLine({ line, number, selected, arrives, locked }: Props) {
  const t = useText(sellText)
  const label = useLabel()
  const quantity = quantityText(line.qty, line.countable)
  const changed = line.netFen !== line.grossFen
  return (
    <div
      id={`ticket-line-${line.line}`}
      role="option"
      aria-selected={selected}
      className={classes(css['line'], selected && css['selected'], arrives && css['arrives'])}
      data-testid={`line-${number}`}
      data-line={line.line}
      data-sku={line.sku}
      onClick={locked ? undefined : () => void selectLine(line.line)}
    >
      <span className={css['number']}>{number}</span>
      <span className={css['name']}>{label(line.name)}</span>
      <span className={css['net']}>
        <Money fen={line.netFen} bare />
      </span>
      <span className={classes(css['detail'], selected && css['whole'])}>
        <span className={css['quantity']}>
          {quantity}
          {line.countable ? '' : ` ${line.unit}`} × <Money fen={line.unitPriceFen} bare />
        </span>
        {line.manual && line.reductions.every((reduction) => reduction.source !== 'manual') ? (
          <span className={css['manual']}>{t('manualPrice')}</span>
        ) : null}
        <Reductions reductions={line.reductions} whole={selected} />
        {line.servedBy === null ? null : (
          <span className={css['served']}>{t('servedBy', { name: line.servedBy.name })}</span>
        )}
      </span>
      <span className={css['gross']}>{changed ? <Money fen={line.grossFen} bare tone="quiet" strike /> : null}</span>
    </div>
  )
})

/**
 * Why this line costs less: the selected line gives every amount, the others their reasons in one row. What rounding
 * took off stands below the ticket, once.
 */
function Reductions({ reductions, whole }: { reductions: readonly Reduction[]; whole: boolean }) {
  const label = useLabel()
  const shown = reductions.filter((reduction) => reduction.source !== 'rounding')
  if (whole || shown.length === 1) {
    return shown.map((reduction) => (
      <span key={reduction.source} className={css['why']}>
        {label(reduction.label)} <Money fen={reduction.amountFen} bare />
      </span>
    ))
  }
  if (shown.length === 0) return null
  return <span className={css['reasons']}>{shown.map((reduction) => label(reduction.label)).join(' · ')}</span>
}
