/** Every entry of the account, newest first, older ones as they are asked for. */
import { useState } from 'react'
import type { AccountEntry, MemberFile } from '../../shared/contract/members.ts'
import { membersText } from '../../shared/text/members-screen.ts'
import { useLabel, useLocale, useText } from '../i18n.ts'
import { Button } from '../kit/Button.tsx'
import { shortDayText, timeText } from '../kit/instant-text.ts'
import { yuan } from '../kit/money-text.ts'
import { run } from '../state/run.ts'
import { Section } from './Section.tsx'
import css from './Members.module.css'

interface Older {
  /** the newest entry that these were read under: a newer one means that they are read anew */
  readonly under: number
  readonly entries: readonly AccountEntry[]
  readonly more: boolean
}

export function EntriesSection({ file }: { file: MemberFile }) {
  const t = useText(membersText)
  const label = useLabel()
  const locale = useLocale()
  const [read, setRead] = useState<Older | null>(null)
  const [busy, setBusy] = useState(false)
  const newest = file.entries[0]?.seq ?? 0
  const older = read?.under === newest ? read : { under: newest, entries: [], more: file.moreEntries }
  const entries = [...file.entries, ...older.entries]
  const readMore = async (): Promise<void> => {
    setBusy(true)
    const beforeSeq = entries.at(-1)?.seq ?? 0
    const outcome = await run((client) => client.members.entries({ memberId: file.memberId, beforeSeq }))
    setBusy(false)
    if (outcome.ok)
      setRead({ under: newest, entries: [...older.entries, ...outcome.value.entries], more: outcome.value.more })
  }
  return (
    <Section title={t('entries')} testId="member-entries">
      {entries.length === 0 ? <p className={css['quiet']}>{t('entriesNone')}</p> : null}
      {entries.map((entry) => (
        <p key={`${entry.seq}-${entry.asset}`} className={css['row']}>
          <span className={css['when']}>
            {shortDayText(entry.at, locale)} {timeText(entry.at, locale)}
          </span>
          <span className={css['what']}>
            {label(entry.kind)} <small>{entry.receiptNo ?? ''}</small>
          </span>
          <span>
            <small className={css['quiet']}>{t(`asset${entry.asset}`)}</small>{' '}
            <b className={css['amount']}>{amountText(entry)}</b>
          </span>
        </p>
      ))}
      {older.more ? (
        <Button variant="quiet" block busy={busy} onClick={() => void readMore()} data-testid="entries-more">
          {t('entriesMore')}
        </Button>
      ) : null}
    </Section>
  )
}

function amountText({ asset, amount }: AccountEntry): string {
  const size = Math.abs(amount)
  return `${amount < 0 ? '−' : '+'}${asset === 'POINTS' ? size.toLocaleString('en-US') : yuan(size)}`
}
