/**
 * Topping up, in the middle column: first how much, on the tiles of the shop's plans; then the tenders, as for any order.
 * What is bought and what it leaves stands on the ticket.
 */
import { useState } from 'react'
import type { TopUpTile, TopUpView } from '../../../shared/contract/top-up.ts'
import { frameText } from '../../../shared/text/frame.ts'
import { storedValueText } from '../../../shared/text/stored-value.ts'
import { useLabel, useText } from '../../i18n.ts'
import { Button } from '../../kit/Button.tsx'
import { Keypad } from '../../kit/Keypad.tsx'
import { YUAN_RULE } from '../../kit/keypad-text.ts'
import { Money } from '../../kit/Money.tsx'
import { fenFromYuanText, yuan, yuanShort } from '../../kit/money-text.ts'
import { useApp } from '../../state/app-store.ts'
import { backToBasket, order, runOrder } from '../commands.ts'
import { ApprovalPane } from '../panes/ApprovalPane.tsx'
import { Entry } from '../panes/Entry.tsx'
import { PaneFrame } from '../panes/PaneFrame.tsx'
import { useApproval } from '../panes/use-approval.ts'
import { useKeypad } from '../panes/use-keypad.ts'
import { PayPane } from '../pay/PayPane.tsx'
import { useGiftText } from './gift-text.ts'
import css from './TopUpPane.module.css'

interface Wish {
  readonly principalFen: number
  readonly planId: string | null
}

export function TopUpPane() {
  const topUp = useApp((state) => state.till?.topUp ?? null)
  const paying = useApp((state) => (state.till?.tenders.length ?? 0) > 0)
  const [changing, setChanging] = useState(false)
  if (topUp === null) return null
  if (topUp.chosen === null || (changing && !paying))
    return <Choose topUp={topUp} onChosen={() => setChanging(false)} />
  return (
    <PayPane
      onBack={() => {
        if (paying) void backToBasket()
        else setChanging(true)
      }}
    />
  )
}

function Choose({ topUp, onChosen }: { topUp: TopUpView; onChosen: () => void }) {
  const t = useText(storedValueText)
  const member = useApp((state) => state.till?.member ?? null)
  const approving = useApproval<Wish>((wish, approval) => {
    const given = approval === null ? {} : { approval }
    return runOrder((client, of) => client.till.chooseTopUp({ ...of, ...wish, ...given }))
  }, onChosen)
  const [wanted, setWanted] = useState(0)
  const [typing, setTyping] = useState(topUp.tiles.length === 0)
  const choose = (wish: Wish): void => {
    setWanted(wish.principalFen)
    void approving.start(wish)
  }
  if (approving.asked !== null)
    return <ApprovalPane approving={approving} about={t('approvalAbout', { yuan: yuanShort(wanted) })} />
  const about =
    member === null
      ? undefined
      : t('topUpFor', { name: member.name, principal: yuan(member.principalFen), bonus: yuan(member.bonusFen) })
  return (
    <PaneFrame
      title={t('topUpTitle')}
      about={about}
      onClose={() => (typing && topUp.tiles.length > 0 ? setTyping(false) : void backToBasket())}
      testId="top-up-pane"
    >
      {typing ? null : <Tiles topUp={topUp} busy={approving.busy} onChoose={choose} />}
      <Served topUp={topUp} />
      <OtherAmount
        mostFen={topUp.mostFen}
        busy={approving.busy}
        open={typing}
        onOpen={() => setTyping(true)}
        onChoose={choose}
      />
    </PaneFrame>
  )
}

interface ChoosingProps {
  busy: boolean
  onChoose: (wish: Wish) => void
}

function Tiles({ topUp, busy, onChoose }: ChoosingProps & { topUp: TopUpView }) {
  const t = useText(storedValueText)
  const { tiles, shortfallFen, mostFen } = topUp
  if (tiles.length === 0 && (shortfallFen ?? 0) === 0) return <p className={css['none']}>{t('noPlans')}</p>
  return (
    <div className={css['tiles']}>
      {shortfallFen === null || shortfallFen === 0 ? null : (
        <button
          type="button"
          className={css['tile']}
          disabled={busy || shortfallFen > mostFen}
          data-testid="top-up-shortfall"
          onClick={() => onChoose({ principalFen: shortfallFen, planId: null })}
        >
          <small>{t('shortfall')}</small>
          <b>
            <Money fen={shortfallFen} short />
          </b>
          <span className={css['quiet']}>{shortfallFen > mostFen ? t('aboveCap') : t('shortfallHint')}</span>
        </button>
      )}
      {tiles.map((tile) => (
        <Tile key={`${tile.planId}/${tile.principalFen}`} tile={tile} busy={busy} onChoose={onChoose} />
      ))}
    </div>
  )
}

function Tile({ tile, busy, onChoose }: ChoosingProps & { tile: TopUpTile }) {
  const t = useText(storedValueText)
  const label = useLabel()
  const gifts = useGiftText()(tile)
  const [first, ...more] = gifts
  return (
    <button
      type="button"
      className={css['tile']}
      disabled={busy || !tile.possible}
      data-testid={`top-up-${tile.principalFen}`}
      onClick={() => onChoose({ principalFen: tile.principalFen, planId: tile.planId })}
    >
      <small>{label(tile.plan)}</small>
      <b>
        {t('pay')} <Money fen={tile.principalFen} short />
      </b>
      {tile.possible ? (
        <>
          <strong className={css['gift']}>{first}</strong>
          <span className={css['quiet']}>{more.join(' · ')}</span>
        </>
      ) : (
        <span className={css['quiet']}>{t('aboveCap')}</span>
      )}
    </button>
  )
}

/** Who served, for the commission: one of the staff, or nobody. */
function Served({ topUp }: { topUp: TopUpView }) {
  const t = useText(storedValueText)
  const own = useApp((state) => state.app?.operator ?? null)
  const served = topUp.servedBy
  if (own === null) return null
  const serve = (operatorId: string | null): void => {
    void order((client, of) => client.till.serveTopUp({ ...of, operatorId }))
  }
  return (
    <div className={css['served']} role="group" aria-label={t('served')}>
      <span>{t('served')}</span>
      <button type="button" aria-pressed={served === null} className={css['chip']} onClick={() => serve(null)}>
        {t('nobody')}
      </button>
      <button
        type="button"
        aria-pressed={served?.operatorId === own.operatorId}
        className={css['chip']}
        data-testid="top-up-served-own"
        onClick={() => serve(own.operatorId)}
      >
        {own.name}
      </button>
      {served === null || served.operatorId === own.operatorId ? null : (
        <button type="button" aria-pressed className={css['chip']}>
          {served.name}
        </button>
      )}
    </div>
  )
}

interface OtherAmountProps extends ChoosingProps {
  mostFen: number
  /** the keypad stands in the place of the tiles */
  open: boolean
  onOpen: () => void
}

/** Any amount: digits typed on real keys begin it at once, a tap brings the keypad. */
function OtherAmount({ mostFen, busy, open, onOpen, onChoose }: OtherAmountProps) {
  const t = useText(storedValueText)
  const f = useText(frameText)
  const enter = (): void => {
    const principalFen = fenFromYuanText(keypad.text)
    if (principalFen !== null && !busy) onChoose({ principalFen, planId: null })
  }
  const keypad = useKeypad(YUAN_RULE, enter)
  return (
    <>
      <div className={css['entry']}>
        <Entry
          caption={`${t('other')} · ${t('most', { yuan: yuanShort(mostFen) })}`}
          text={keypad.text}
          placeholder="0.00"
          before="¥"
          active={open || keypad.text !== ''}
          {...(open || keypad.text !== '' ? {} : { onPress: onOpen })}
          testId="top-up-entry"
        >
          {keypad.text === '' ? null : (
            <Button variant="primary" keyName={f('enterKey')} busy={busy} onClick={enter} data-testid="top-up-other">
              {t('otherTake')}
            </Button>
          )}
        </Entry>
      </div>
      {open ? <Keypad onKey={keypad.press} /> : null}
    </>
  )
}
