/** What is sold, what it costs and why; below, the sums and the total. The list is the home of the focus. */
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { sellText } from '../../../shared/text/sell.ts'
import { useText } from '../../i18n.ts'
import { KeyCap } from '../../kit/KeyCap.tsx'
import { Money } from '../../kit/Money.tsx'
import { useApp } from '../../state/app-store.ts'
import { useSellUi } from '../sell-ui.ts'
import { TopUpTicket } from '../stored-value/TopUpTicket.tsx'
import { Sums } from './Sums.tsx'
import css from './Ticket.module.css'
import { TicketLine } from './TicketLine.tsx'

export function Ticket({ home }: { home: RefObject<HTMLDivElement | null> }) {
  const t = useText(sellText)
  const lines = useApp((state) => state.till?.lines)
  const selected = useApp((state) => state.till?.selectedLine ?? null)
  const topUp = useApp((state) => state.till?.topUp ?? null)
  const toppedUp = useApp((state) => state.till?.done?.topUp ?? null)
  const locked = useApp((state) => state.till?.screen !== 'basket')
  const arrived = useArrived(lines?.map((line) => line.line) ?? [])
  useKeepInSight(home, selected, lines)
  if (lines === undefined) return null
  return (
    <section className={css['ticket']} aria-label={t('ticket')}>
      <div
        ref={home}
        className={css['lines']}
        role="listbox"
        tabIndex={0}
        aria-label={t('ticket')}
        aria-activedescendant={selected === null ? undefined : `ticket-line-${selected}`}
        data-testid="ticket"
      >
        {topUp !== null ? (
          <TopUpTicket part={topUp.chosen} waits={topUp.waits} servedBy={topUp.servedBy?.name ?? null} />
        ) : toppedUp !== null ? (
          <TopUpTicket part={toppedUp} waits={toppedUp.waits} servedBy={null} />
        ) : lines.length === 0 ? (
          <EmptyTicket />
        ) : (
          lines.map((line, index) => (
            <TicketLine
              key={line.line}
              line={line}
              number={index + 1}
              selected={line.line === selected && !locked}
              arrives={arrived.has(line.line)}
              locked={locked}
            />
          ))
        )}
      </div>
      <Sums />
    </section>
  )
}

function EmptyTicket() {
  const t = useText(sellText)
  const last = useSellUi((state) => state.lastDone)
  return (
    <div className={css['empty']}>
      <svg className={css['barcode']} viewBox="0 0 96 56" aria-hidden="true">
        {BARS.map(([x, width]) => (
          <rect key={x} x={x} y="0" width={width} height="56" rx="1" />
        ))}
      </svg>
      <p className={css['begin']}>{t('ticketEmpty')}</p>
      <p className={css['beginHint']}>{t('ticketEmptyHint')}</p>
      {last === null ? null : (
        <p className={css['last']} data-testid="last-sale">
          <span>
            {t('lastSale')} {last.receiptNo}
          </span>
          <span>
            {t('lastChange')} <Money fen={last.changeFen} />
          </span>
          <span>
            <KeyCap name="F9" /> {t('lastReceipts')}
          </span>
        </p>
      )}
    </div>
  )
}

const BARS: readonly (readonly [number, number])[] = [
  [0, 4],
  [7, 2],
  [12, 6],
  [21, 2],
  [26, 3],
  [33, 7],
  [43, 2],
  [48, 4],
  [55, 2],
  [60, 6],
  [69, 3],
  [75, 2],
  [80, 7],
  [90, 2],
  [94, 2],
]

/** Lines that were not there in the snapshot before; nothing arrives when a whole ticket is shown for the first time. */
function useArrived(ids: readonly string[]): ReadonlySet<string> {
  const known = useRef<ReadonlySet<string> | null>(null)
  const before = known.current
  const arrived = new Set(before === null || ids.length - before.size > 1 ? [] : ids.filter((id) => !before.has(id)))
  useEffect(() => {
    known.current = new Set(ids)
  })
  return arrived
}

function useKeepInSight(home: RefObject<HTMLDivElement | null>, selected: string | null, lines: unknown): void {
  useLayoutEffect(() => {
    if (selected === null) return
    const show = (): void => {
      const row = home.current?.querySelector(`[data-line="${CSS.escape(selected)}"]`)
      row?.scrollIntoView({ block: 'nearest' })
    }
    show()
    window.addEventListener('resize', show)
    return () => window.removeEventListener('resize', show)
  }, [home, selected, lines])
}
