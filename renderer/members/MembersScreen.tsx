/**
 * Members between two customers: found on the left while typing, their whole page on the right. Nothing typed shows the
 * follow-ups that wait. Escape empties the search, then goes back to the till.
 */
import { useEffect, useEffectEvent, useState } from 'react'
import { frameText } from '../../shared/text/frame.ts'
import { membersText } from '../../shared/text/members-screen.ts'
import { useText } from '../i18n.ts'
import { Button } from '../kit/Button.tsx'
import { Empty } from '../kit/Empty.tsx'
import { useMay } from '../state/app-store.ts'
import { go } from '../state/route.ts'
import { FoundList } from './FoundList.tsx'
import { MemberPage } from './MemberPage.tsx'
import { RegisterForm } from './RegisterForm.tsx'
import css from './Members.module.css'

type Shown = { readonly kind: 'nobody' | 'register' } | { readonly kind: 'member'; readonly memberId: string }

export function MembersScreen() {
  const t = useText(membersText)
  const tFrame = useText(frameText)
  const [query, setQuery] = useState('')
  const [shown, setShown] = useState<Shown>({ kind: 'nobody' })
  const mayRegister = useMay('member.register')
  const open = (memberId: string): void => setShown({ kind: 'member', memberId })
  useEscape(() => {
    if (shown.kind === 'register') setShown({ kind: 'nobody' })
    else if (query === '') go('sell')
    else setQuery('')
  })
  return (
    <div className={css['screen']} data-testid="members-screen">
      <section className={css['left']}>
        <header className={css['head']}>
          <h1 className={css['title']}>{t('title')}</h1>
          <Button keyName={tFrame('escapeKey')} onClick={() => go('sell')} data-testid="members-back">
            {t('back')}
          </Button>
        </header>
        <FoundList
          query={query}
          onQuery={setQuery}
          chosenId={shown.kind === 'member' ? shown.memberId : null}
          onChoose={open}
        />
        {mayRegister ? (
          <Button
            variant="primary"
            size="large"
            block
            onClick={() => setShown({ kind: 'register' })}
            data-testid="members-register"
          >
            {t('registerNew')}
          </Button>
        ) : null}
      </section>
      <section className={css['right']}>
        {shown.kind === 'member' ? <MemberPage key={shown.memberId} memberId={shown.memberId} onOpen={open} /> : null}
        {shown.kind === 'nobody' ? <Empty title={t('pick')} hint={t('pickHint')} /> : null}
        {shown.kind === 'register' ? (
          <div className={css['sheet']}>
            <h2 className={css['sheetTitle']}>{t('registerTitle')}</h2>
            <p className={css['quiet']}>{t('registerHint')}</p>
            <RegisterForm
              query={query.trim()}
              scanned={null}
              onRegistered={open}
              onOpen={(member) => open(member.memberId)}
            />
          </div>
        ) : null}
      </section>
    </div>
  )
}

function useEscape(onEscape: () => void): void {
  const act = useEffectEvent(onEscape)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
      // what is open on the page takes the key first
      if (document.querySelector('[data-testid="approval-pane"], [data-testid="member-edit-form"]') !== null) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
