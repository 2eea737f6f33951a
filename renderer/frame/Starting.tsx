/** Shown until the first snapshot arrives; the sentence comes only if that takes a moment. */
import { useEffect, useState } from 'react'
import { frameText } from '../../shared/text/frame.ts'
import { useText } from '../i18n.ts'
import { useApp } from '../state/app-store.ts'
import css from './Starting.module.css'

const PATIENCE_MS = 1200

export function Starting() {
  const t = useText(frameText)
  const refused = useApp((state) => state.connection === 'refused')
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <main className={css['starting']}>
      <h1 className={css['brand']}>{t('brand')}</h1>
      <p role="status">{refused ? t('tokenRefused') : slow ? t('starting') : ''}</p>
    </main>
  )
}
