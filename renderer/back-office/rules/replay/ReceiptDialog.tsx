/** A receipt that the rule would change, as it stands on paper: what it was, not what it would be. */
import { Modal } from 'antd'
import type { ReplayChange } from '../../../../shared/contract/replay.ts'
import { rulesScreenText } from '../../../../shared/text/rules-screen.ts'
import { useLocale, useText } from '../../../i18n.ts'
import { PaperStrip } from '../../../kit/PaperStrip.tsx'
import { useRead } from '../../../kit/use-read.ts'
import { sentenceOf } from '../../../state/run.ts'
import { overlayContainer } from '../../office-theme.ts'
import { useReturnFocus } from '../../use-return-focus.ts'
import css from './Replay.module.css'

const PX_PER_DOT = 2 / 3
const MARGIN_PX = 28

export function ReceiptDialog({ change, onClose }: { change: ReplayChange; onClose: () => void }) {
  const t = useText(rulesScreenText)
  useReturnFocus()
  return (
    <Modal
      open
      centered
      width={520}
      getContainer={overlayContainer}
      title={change.receiptNo}
      okText={t('close')}
      cancelButtonProps={{ hidden: true }}
      onOk={onClose}
      onCancel={onClose}
    >
      <div className={css['desk']}>
        <Paper saleId={change.saleId} />
      </div>
    </Modal>
  )
}

function Paper({ saleId }: { saleId: string }) {
  const locale = useLocale()
  const paper = useRead(saleId, (client) => client.receipts.preview({ saleId }))
  if (paper.value === null) return <p>{paper.refusal === null ? '…' : sentenceOf(paper.refusal, locale)}</p>
  const { svg, widthDots, heightDots } = paper.value
  const width = Math.round(widthDots * PX_PER_DOT)
  return (
    <PaperStrip widthPx={width + MARGIN_PX}>
      <img
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`}
        width={width}
        height={Math.round(heightDots * PX_PER_DOT)}
        alt=""
      />
    </PaperStrip>
  )
}
