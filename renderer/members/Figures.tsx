/** The four figures of a member that are asked for first. */
import type { ReactNode } from 'react'
import type { MemberFile } from '../../shared/contract/members.ts'
import { membersText } from '../../shared/text/members-screen.ts'
import { useLocale, useText } from '../i18n.ts'
import { shortDayText } from '../kit/instant-text.ts'
import { Money } from '../kit/Money.tsx'
import { yuan, yuanShort } from '../kit/money-text.ts'
import css from './Members.module.css'

export function Figures({ file }: { file: MemberFile }) {
  const t = useText(membersText)
  const locale = useLocale()
  const { account, visits } = file
  const lapsing = (asset: 'BONUS' | 'POINTS'): string | null => {
    const first = account.lapsing.find((lot) => lot.asset === asset)
    if (first === undefined) return null
    const amount = asset === 'BONUS' ? `¥${yuanShort(first.amount)}` : first.amount.toLocaleString('en-US')
    return t('lapsesOn', { amount, day: first.expiresOn })
  }
  const parts = t('ofPrincipal', { principal: yuan(account.principalFen), bonus: yuan(account.bonusFen) })
  return (
    <dl className={css['figures']}>
      <Figure title={t('storedValue')} note={[parts, lapsing('BONUS')]}>
        <Sum principalFen={account.principalFen} bonusFen={account.bonusFen} />
      </Figure>
      <Figure title={t('points')} note={[lapsing('POINTS') ?? t('nothingLapses')]}>
        {account.points.toLocaleString('en-US')}
      </Figure>
      <Figure
        title={t('average')}
        note={[t('visitsTotal', { count: visits.visits, yuan: yuanShort(visits.totalFen) })]}
      >
        <Money fen={visits.averageFen} />
      </Figure>
      <Figure
        title={t('rhythm')}
        note={[
          visits.lastAt === null ? null : t('lastVisit', { day: shortDayText(visits.lastAt, locale) }),
          visits.overdue ? t('longAway') : null,
        ]}
      >
        {visits.visits === 0
          ? t('noVisit')
          : visits.everyDays === null
            ? t('times', { count: visits.visits })
            : t('everyDays', { days: visits.everyDays })}
      </Figure>
    </dl>
  )
}

/** Principal stands large; bonus beside it as what it is. The screen adds nothing up. */
function Sum({ principalFen, bonusFen }: { principalFen: number; bonusFen: number }) {
  return (
    <>
      <Money fen={principalFen} testId="member-principal" />
      {bonusFen === 0 ? null : <small> + {yuan(bonusFen)}</small>}
    </>
  )
}

function Figure({ title, note, children }: { title: string; note: readonly (string | null)[]; children: ReactNode }) {
  return (
    <div className={css['figure']}>
      <dt>{title}</dt>
      <dd>{children}</dd>
      <dd className={css['quiet']}>{note.filter((part) => part !== null).join(' · ')}</dd>
    </div>
  )
}
