/** Every line of the ticket: what it costs and what took something off it, in the order in which that happened. */
import type { LineWhy } from '../../../shared/contract/why.ts'
import { whyText } from '../../../shared/text/why-screen.ts'
import { useLabel, useText } from '../../i18n.ts'
import { Money } from '../../kit/Money.tsx'
import { quantityText } from '../../kit/money-text.ts'
import css from './WhyLines.module.css'

export function WhyLines({ lines }: { lines: readonly LineWhy[] }) {
  return (
    <ol className={css['lines']} data-testid="why-lines">
      {lines.map((line) => (
        <Line key={line.line} line={line} />
      ))}
    </ol>
  )
}

function Line({ line }: { line: LineWhy }) {
  const t = useText(whyText)
  const label = useLabel()
  return (
    <li className={css['line']} data-line={line.line}>
      <span className={css['name']}>
        {label(line.name)}
        <small>
          × {quantityText(line.qty, line.countable)}
          {line.countable ? '' : ` ${line.unit}`}
        </small>
      </span>
      <span className={css['gross']}>
        {line.grossFen === line.netFen ? null : <Money fen={line.grossFen} bare tone="quiet" strike />}
      </span>
      <span className={css['net']}>
        <Money fen={line.netFen} bare />
      </span>
      <ul className={css['parts']}>
        {line.parts.length === 0 ? <li className={css['list']}>{t('lineList')}</li> : null}
        {line.parts.map((part) => (
          <li key={part.source}>
            {label(part.label)}
            {part.shared ? <small>{t('shared')}</small> : null}
            <b>
              <Money fen={part.amountFen} bare tone={part.amountFen < 0 ? 'saved' : 'plain'} />
            </b>
          </li>
        ))}
      </ul>
    </li>
  )
}
