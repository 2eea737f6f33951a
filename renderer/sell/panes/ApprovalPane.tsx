/** A second person's consent, in place: who, and their own PIN. Escape gives up. */
import { useEffect, useState } from 'react'
import type { OperatorView } from '../../../shared/contract/app.ts'
import { roleNames } from '../../../shared/text/roles.ts'
import { sellText } from '../../../shared/text/sell.ts'
import { useLabel, useLocale, useText } from '../../i18n.ts'
import { Empty } from '../../kit/Empty.tsx'
import { ErrorSentence } from '../../kit/ErrorSentence.tsx'
import { PinPad } from '../../kit/PinPad.tsx'
import { useApp } from '../../state/app-store.ts'
import { run, sentenceOf } from '../../state/run.ts'
import css from './Pane.module.css'
import { PaneFrame } from './PaneFrame.tsx'
import type { Approving } from './use-approval.ts'

export function ApprovalPane({ approving, about }: { approving: Approving; about: string }) {
  const t = useText(sellText)
  const locale = useLocale()
  const label = useLabel()
  const people = useApprovers(approving.asked?.params['roleEn'] === roleNames.manager.en)
  const [chosen, setChosen] = useState<string | null>(null)
  const operatorId = chosen ?? people?.[0]?.operatorId ?? null
  const refusal = approving.wrong ?? approving.asked
  if (people !== null && people.length === 0) {
    return (
      <PaneFrame title={t('approvalTitle')} about={about} onClose={approving.giveUp} testId="approval-pane">
        <Empty title={t('approvalNobody')} />
      </PaneFrame>
    )
  }
  return (
    <PaneFrame
      title={t('approvalTitle')}
      about={`${about} · ${t('approvalWho')}`}
      onClose={approving.giveUp}
      testId="approval-pane"
    >
      <div className={css['chips']} role="group" aria-label={t('approvalTitle')}>
        {(people ?? []).map((person) => (
          <button
            key={person.operatorId}
            type="button"
            className={css['person']}
            aria-pressed={person.operatorId === operatorId}
            data-testid={`approver-${person.code}`}
            onClick={() => setChosen(person.operatorId)}
          >
            {person.name}
            <small>{label(roleNames[person.role])}</small>
          </button>
        ))}
      </div>
      <PinPad
        submitLabel={t('approvalGive')}
        busy={approving.busy}
        disabled={operatorId === null}
        resetKey={`${approving.tries}/${operatorId}`}
        onSubmit={(pin) => {
          if (operatorId !== null) approving.approve({ operatorId, pin })
        }}
      >
        <ErrorSentence text={refusal === null ? null : sentenceOf(refusal, locale)} />
      </PinPad>
    </PaneFrame>
  )
}

/** Who might approve: the supervisors, where they may, and managers who are not the one that asks. The core decides. */
function useApprovers(managersOnly: boolean): readonly OperatorView[] | null {
  const own = useApp((state) => state.app?.operator?.operatorId)
  const [people, setPeople] = useState<readonly OperatorView[] | null>(null)
  useEffect(() => {
    let current = true
    void run((client) => client.session.operators()).then((outcome) => {
      if (!current || !outcome.ok) return
      const may = (role: OperatorView['role']): boolean =>
        role === 'manager' || (role === 'supervisor' && !managersOnly)
      setPeople(outcome.value.filter((one) => !one.disabled && may(one.role) && one.operatorId !== own))
    })
    return () => {
      current = false
    }
  }, [own, managersOnly])
  return people
}
