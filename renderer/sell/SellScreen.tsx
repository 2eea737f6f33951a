/**
 * 收银台: ticket on the left, finding and paying in the middle, member and keys on the right. Paying happens in the
 * middle column, so the ticket stays in sight. A scan works whatever has the focus.
 */
import { useEffect, useLayoutEffect, useRef } from 'react'
import { sellText } from '../../shared/text/sell.ts'
import { useText } from '../i18n.ts'
import { listenForScans } from '../scanner/wedge-listener.ts'
import { play } from '../sound/sounds.ts'
import { useApp } from '../state/app-store.ts'
import { refreshCatalog } from './catalog.ts'
import { scan } from './commands.ts'
import { DonePane } from './done/DonePane.tsx'
import { Browse } from './find/Browse.tsx'
import { KeysPanel } from './KeysPanel.tsx'
import { MemberPanel } from './member/MemberPanel.tsx'
import { NextButton } from './done/NextButton.tsx'
import { PaneSwitch } from './panes/PaneSwitch.tsx'
import { PayPane } from './pay/PayPane.tsx'
import { PaySide } from './pay/PaySide.tsx'
import { closePane, say, setQuery, useSellUi } from './sell-ui.ts'
import css from './SellScreen.module.css'
import { TopUpPane } from './stored-value/TopUpPane.tsx'
import { Ticket } from './ticket/Ticket.tsx'
import { useHomeFocus } from './use-home-focus.ts'
import { useSellKeys } from './use-sell-keys.ts'

export function SellScreen() {
  const screen = useApp((state) => state.till?.screen ?? null)
  const topUp = useApp((state) => state.till?.topUp != null)
  const home = useRef<HTMLDivElement>(null)
  useScanner()
  useSellKeys()
  useHomeFocus(home)
  useFocusStays()
  usePaneFollowsOrder()
  useEffect(() => void refreshCatalog(), [])
  if (screen === null) return null
  return (
    <div className={css['screen']} data-testid="sell-screen" data-screen={screen}>
      <Ticket home={home} />
      <section className={css['middle']}>
        {screen === 'done' ? <DonePane /> : screen === 'pay' ? topUp ? <TopUpPane /> : <PayPane /> : <BasketMiddle />}
      </section>
      <Side screen={screen} />
    </div>
  )
}

/** A press on a button leaves the focus where it was, so that the next Enter never presses it again. */
function useFocusStays(): void {
  useEffect(() => {
    const onMouseDown = (event: MouseEvent): void => {
      if (event.target instanceof Element && event.target.closest('button') !== null) event.preventDefault()
    }
    window.addEventListener('mousedown', onMouseDown)
    return () => window.removeEventListener('mousedown', onMouseDown)
  }, [])
}

/** The grid stays mounted below the panes, so that coming back costs nothing and keeps its place. */
function BasketMiddle() {
  const browsing = useSellUi((state) => state.pane.kind === 'browse')
  return (
    <>
      <div className={css['layer']} hidden={!browsing}>
        <Browse />
      </div>
      {browsing ? null : <PaneSwitch />}
    </>
  )
}

function Side({ screen }: { screen: 'basket' | 'pay' | 'done' }) {
  const t = useText(sellText)
  return (
    <aside className={css['side']} aria-label={t('keys')}>
      <MemberPanel />
      {screen === 'basket' ? <KeysPanel /> : screen === 'pay' ? <PaySide /> : <NextButton />}
    </aside>
  )
}

/** In place before the screen is painted: what can be seen takes a scan. */
function useScanner(): void {
  useLayoutEffect(
    () =>
      listenForScans({
        onScan: (code) => void scan(code),
        onTorn: () => {
          play('unknown')
          setQuery('')
          say({ kind: 'text', key: 'tornScan' })
        },
      }),
    [],
  )
}

/** A pane belongs to the order and the line that it was opened for; when these are gone, so is the pane. */
function usePaneFollowsOrder(): void {
  const orderId = useApp((state) => state.till?.orderId ?? null)
  const screen = useApp((state) => state.till?.screen ?? null)
  const pane = useSellUi((state) => state.pane)
  const lineGone = useApp(
    (state) => 'line' in pane && state.till?.lines.every((line) => line.line !== pane.line) === true,
  )
  const first = useRef(true)
  useEffect(() => {
    if (first.current) first.current = false
    else closePane()
  }, [orderId, screen])
  useEffect(() => {
    if (lineGone) closePane()
  }, [lineGone])
}
