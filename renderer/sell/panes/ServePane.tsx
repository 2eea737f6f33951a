/** Who served a line: one tap, or nobody. */
import { useEffect, useState } from 'react'
import type { OperatorView } from '../../../shared/contract/app.ts'
import { roleNames } from '../../../shared/text/roles.ts'
import { sellText } from '../../../shared/text/sell.ts'
import { useLabel, useText } from '../../i18n.ts'
import { run } from '../../state/run.ts'
import { order } from '../commands.ts'
import { closePane } from '../sell-ui.ts'
import css from './Pane.module.css'
import { PaneFrame } from './PaneFrame.tsx'
import { useListKeys } from './use-list-keys.ts'
import { useLine } from './use-line.ts'

export function ServePane({ line: id }: { line: string }) {
  const t = useText(sellText)
  const label = useLabel()
  const line = useLine(id)
  const [people, setPeople] = useState<readonly OperatorView[] | null>(null)
  const list = useListKeys()
  useEffect(() => {
    let current = true
    void run((client) => client.session.operators()).then((outcome) => {
      if (current && outcome.ok) setPeople(outcome.value.filter((one) => !one.disabled))
    })
    return () => {
      current = false
    }
  }, [])
  const choose = async (operatorId: string | null): Promise<void> => {
    if (await order((client, of) => client.till.serve({ ...of, line: id, operatorId }))) closePane()
  }
  const servedBy = line?.servedBy?.operatorId ?? null
  return (
    <PaneFrame title={t('serveTitle')} about={line === undefined ? '' : label(line.name)} testId="serve-pane">
      <div ref={list} className={css['people']}>
        {(people ?? []).map((person) => (
          <button
            key={person.operatorId}
            type="button"
            className={css['person']}
            aria-pressed={person.operatorId === servedBy}
            data-testid={`serve-${person.code}`}
            onClick={() => void choose(person.operatorId)}
          >
            {person.name}
            <small>
              {person.code} · {label(roleNames[person.role])}
            </small>
          </button>
        ))}
        <button
          hidden={people === null}
          disabled={people === null}
          type="button"
          className={css['person']}
          aria-pressed={servedBy === null}
          onClick={() => void choose(null)}
        >
          {t('serveNobody')}
        </button>
      </div>
    </PaneFrame>
  )
}
