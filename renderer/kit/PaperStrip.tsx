/** Paper from a receipt printer: white, torn at both ends, as wide as the roll. What is on it comes from its owner. */
import type { ReactNode } from 'react'
import css from './PaperStrip.module.css'

export function PaperStrip({ widthPx, children }: { widthPx: number; children: ReactNode }) {
  return (
    <div className={css['shade']}>
      <div className={css['paper']} style={{ width: widthPx }}>
        {children}
      </div>
    </div>
  )
}
