/**
 * A sample of the shop's receipt while its words are being typed: as wide as the paper, made of an invented sale.
 * The paper of a real sale is drawn by the core.
 */
import { paperSampleText } from '../../shared/text/paper-sample.ts'
import { useText } from '../i18n.ts'
import { classes } from './classes.ts'
import { PaperStrip } from './PaperStrip.tsx'
import css from './PaperSample.module.css'

export interface PaperSampleProps {
  shopName: string
  header: readonly string[]
  footer: readonly string[]
  paperMm: 58 | 80
}

const WIDTH_PX = { 58: 286, 80: 366 }

export function PaperSample({ shopName, header, footer, paperMm }: PaperSampleProps) {
  const t = useText(paperSampleText)
  return (
    <PaperStrip widthPx={WIDTH_PX[paperMm]}>
      <div className={css['paper']} data-testid="paper-sample">
        <b className={classes(css['shop'], shopName === '' && css['blank'])}>
          {shopName === '' ? t('shopName') : shopName}
        </b>
        {header.length === 0 ? (
          <span className={classes(css['center'], css['blank'])}>{t('headerLine')}</span>
        ) : (
          <Centered lines={header} />
        )}
        <i className={css['rule']} />
        <Line left={t('receiptNo')} right="K7-000001" />
        <Line left={t('time')} right="2026-11-21 10:42" />
        <i className={css['rule']} />
        <Line left={`${t('item')} ×2`} right="24.00" />
        <Line left={`${t('item2')} ×1`} right="18.00" />
        <i className={css['rule']} />
        <span className={css['total']}>
          <span>{t('total')}</span>
          <span>￥42.00</span>
        </span>
        <i className={css['rule']} />
        <Centered lines={footer} />
      </div>
    </PaperStrip>
  )
}

/** Lines under each other as they are printed; a blank one keeps its height. */
function Centered({ lines }: { lines: readonly string[] }) {
  return <span className={classes(css['center'], css['lines'])}>{lines.join('\n')}</span>
}

function Line({ left, right }: { left: string; right: string }) {
  return (
    <span className={css['line']}>
      <span>{left}</span>
      <span>{right}</span>
    </span>
  )
}
