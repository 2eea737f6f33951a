/** A pane of the middle column: title, what it is about, and Escape or ✕ back to the tiles. */
import { type ReactNode, useEffect, useEffectEvent } from 'react'
import { frameText } from '../../../shared/text/frame.ts'
import { useText } from '../../i18n.ts'
import { KeyCap } from '../../kit/KeyCap.tsx'
import { closePane } from '../sell-ui.ts'
import css from './PaneFrame.module.css'

export interface PaneFrameProps {
  title: string
  about?: ReactNode
  children: ReactNode
  onClose?: () => void
  testId: string
}

export function PaneFrame({ title, about, children, onClose = closePane, testId }: PaneFrameProps) {
  const t = useText(frameText)
  useEscape(onClose)
  return (
    <section className={css['pane']} aria-label={title} data-testid={testId}>
      <header className={css['head']}>
        <div className={css['titles']}>
          <h2 className={css['title']}>{title}</h2>
          {about === undefined ? null : <p className={css['about']}>{about}</p>}
        </div>
        <button type="button" className={css['close']} aria-label={t('back')} onClick={onClose}>
          <KeyCap name={t('escapeKey')} /> {t('back')}
        </button>
      </header>
      {children}
    </section>
  )
}

/** Escape, wherever the focus is. */
export function useEscape(onEscape: () => void): void {
  const escaped = useEffectEvent(onEscape)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.code !== 'Escape' || event.defaultPrevented || event.isComposing) return
      event.preventDefault()
      escaped()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
