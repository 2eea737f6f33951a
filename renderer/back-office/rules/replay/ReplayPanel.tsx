/** 试算: the rule as it stands on the form, tried on the receipts of some past days before it is published. */
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { rulesScreenText } from '../../../../shared/text/rules-screen.ts'
import { useLocale, useText } from '../../../i18n.ts'
import { ErrorSentence } from '../../../kit/ErrorSentence.tsx'
import { dayOf } from '../../../kit/instant-text.ts'
import { useRead } from '../../../kit/use-read.ts'
import { useTillNow } from '../../../kit/use-till-now.ts'
import { sentenceOf } from '../../../state/run.ts'
import { dayPlus, isDay } from '../draft/day-times.ts'
import { DayField } from '../form/DayField.tsx'
import type { RuleDrafting } from '../form/use-rule-draft.ts'
import { ReplayResultView } from './ReplayResultView.tsx'
import { type Replay, replayKey, useReplay } from './use-replay.ts'
import css from './Replay.module.css'

const SPANS = [
  ['replayLast7', 7],
  ['replayLast30', 30],
  ['replayLast90', 90],
] as const
const USUAL_DAYS = 30

export function ReplayPanel({ drafting }: { drafting: RuleDrafting }) {
  const t = useText(rulesScreenText)
  const locale = useLocale()
  const replay = useReplay()
  const { asked } = drafting
  const stale = replay.progress !== null && (asked === null || replayKey(asked) !== replay.key)
  const result = replay.progress?.result ?? null
  const panel = useRef<HTMLElement>(null)
  const done = result !== null
  useEffect(() => {
    if (done) panel.current?.scrollIntoView({ block: 'start', behavior: 'smooth' })
  }, [done])
  return (
    <section ref={panel} className={css['panel']} data-testid="replay">
      <h3 className={css['title']}>{t('replay')}</h3>
      <p className={css['lead']}>{t('replayLead')}</p>
      <Range drafting={drafting} replay={replay} />
      <Progress replay={replay} />
      <ErrorSentence text={replay.refusal === null ? null : sentenceOf(replay.refusal, locale)} testId="replay-error" />
      {stale && result !== null ? <p className={css['stale']}>{t('replayStale')}</p> : null}
      {result === null ? null : <ReplayResultView result={result} />}
    </section>
  )
}

function Range({ drafting, replay }: { drafting: RuleDrafting; replay: Replay }) {
  const t = useText(rulesScreenText)
  const today = dayOf(useTillNow(60_000))
  const range = useRead('replay-range', (client) => client.replay.range()).value
  const last = range?.lastDay ?? today
  const [chosen, setChosen] = useState<{ readonly from: string; readonly to: string } | null>(null)
  const from = chosen?.from ?? dayPlus(last, 1 - USUAL_DAYS)
  const to = chosen?.to ?? last
  const { asked, errors } = drafting
  const wrong = !isDay(from) || !isDay(to) || from > to
  const start = (): void => {
    if (asked !== null && !wrong) replay.start(asked, from, to)
  }
  if (range !== null && range.firstDay === null) return <p className={css['hint']}>{t('replayNoneYet')}</p>
  return (
    <>
      <div className={css['range']}>
        <DayField
          id="replay-from"
          value={from}
          label={t('replayFrom')}
          onChange={(day) => setChosen({ from: day, to })}
        />
        <span aria-hidden="true">–</span>
        <DayField id="replay-to" value={to} label={t('replayTo')} onChange={(day) => setChosen({ from, to: day })} />
      </div>
      <div className={css['start']}>
        {SPANS.map(([text, days]) => (
          <Button
            key={text}
            size="small"
            type="text"
            className={to === last && from === dayPlus(last, 1 - days) ? (css['on'] ?? '') : ''}
            onClick={() => setChosen({ from: dayPlus(last, 1 - days), to: last })}
          >
            {t(text)}
          </Button>
        ))}
        <span className={css['space']} />
        {replay.busy ? (
          <Button onClick={replay.cancel} data-testid="replay-cancel">
            {t('replayCancel')}
          </Button>
        ) : (
          <Button
            className={css['go'] ?? ''}
            disabled={asked === null || errors.length > 0 || wrong}
            onClick={start}
            data-testid="replay-start"
          >
            {t(replay.progress === null ? 'replayStart' : 'replayAgain')}
          </Button>
        )}
      </div>
      {wrong ? <p className={css['stale']}>{t('replayWrongRange')}</p> : null}
      {asked === null ? <p className={css['hint']}>{t('replayNotReady')}</p> : null}
    </>
  )
}

function Progress({ replay: { progress, busy } }: { replay: Replay }) {
  const t = useText(rulesScreenText)
  if (!busy) {
    if (progress?.state === 'cancelled')
      return <p className={css['hint']}>{t('replayCancelled', { done: progress.done })}</p>
    return progress?.state === 'failed' ? <p className={css['stale']}>{t('replayFailed')}</p> : null
  }
  const done = progress?.done ?? 0
  const total = progress?.total ?? 0
  const text = total === 0 ? t('replayStarting') : t('replayRunning', { done, total })
  return (
    <div className={css['progress']}>
      <div
        className={css['track']}
        role="progressbar"
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        aria-valuetext={text}
      >
        <i style={{ transform: `scaleX(${total === 0 ? 0 : done / total})` }} />
      </div>
      <span data-testid="replay-count">{text}</span>
    </div>
  )
}
