/** The keys of a cashier, each with what it would do now, and the way to the money. */
import { sellText } from '../../shared/text/sell.ts'
import { frameText } from '../../shared/text/frame.ts'
import { whyText } from '../../shared/text/why-screen.ts'
import { useLabel, useText } from '../i18n.ts'
import { KeyCap } from '../kit/KeyCap.tsx'
import { Key } from '../kit/Key.tsx'
import { yuanShort } from '../kit/money-text.ts'
import { useApp } from '../state/app-store.ts'
import { beginPay, removeLine } from './commands.ts'
import css from './KeysPanel.module.css'
import { type Pane, closePane, openPane, useSellUi } from './sell-ui.ts'

export function KeysPanel() {
  return (
    <>
      <div className={css['keys']}>
        <LineKeys />
        <OrderKeys />
      </div>
      <PayButton />
    </>
  )
}

/** Opens a pane, or closes it where it is open already. */
function toggle(open: Pane['kind'], pane: Pane): void {
  if (open === pane.kind) closePane()
  else openPane(pane)
}

function LineKeys() {
  const t = useText(sellText)
  const f = useText(frameText)
  const open = useSellUi((state) => state.pane.kind)
  const line = useApp((state) => state.till?.selectedLine ?? null)
  const countable = useApp((state) => state.till?.lines.find((one) => one.line === line)?.countable !== false)
  const served = useApp((state) => state.till?.lines.find((one) => one.line === line)?.servedBy?.name)
  const none = line === null
  const id = line ?? ''
  return (
    <>
      <Key
        keyName="F2"
        label={t('keyMember')}
        selected={open === 'member'}
        data-testid="key-member"
        onClick={() => toggle(open, { kind: 'member' })}
      />
      <Key
        keyName="F4"
        label={countable ? t('keyQuantity') : t('keyWeight')}
        disabled={none}
        selected={open === 'quantity'}
        data-testid="key-quantity"
        onClick={() => toggle(open, { kind: 'quantity', line: id })}
      />
      <Key
        keyName="F5"
        label={t('keyPrice')}
        disabled={none}
        selected={open === 'price'}
        data-testid="key-price"
        onClick={() => toggle(open, { kind: 'price', line: id })}
      />
      <Key
        keyName="F8"
        label={t('keyServe')}
        note={served}
        disabled={none}
        selected={open === 'serve'}
        data-testid="key-serve"
        onClick={() => toggle(open, { kind: 'serve', line: id })}
      />
      <Key
        keyName={f('deleteKey')}
        label={t('keyRemove')}
        disabled={none}
        data-testid="key-remove"
        onClick={() => void removeLine(id)}
      />
    </>
  )
}

function OrderKeys() {
  const t = useText(sellText)
  const f = useText(frameText)
  const open = useSellUi((state) => state.pane.kind)
  const empty = useApp((state) => state.till?.lines.length === 0)
  const usable = useApp((state) => state.till?.coupons.filter((coupon) => coupon.state !== 'unusable').length ?? 0)
  const points = useApp((state) => state.till?.points)
  const w = useText(whyText)
  const label = useLabel()
  const discounts = useApp((state) => state.till?.discounts)
  const given = (discounts ?? []).map((discount) => label(discount.label)).join(' · ')
  const pointsNote =
    points === undefined
      ? null
      : points.redeemed > 0
        ? t('keyPointsUsed', { yuan: yuanShort(points.valueFen) })
        : points.redeemableFen > 0
          ? t('keyPointsWorth', { yuan: yuanShort(points.redeemableFen) })
          : null
  return (
    <>
      <Key
        keyName={`⇧${f('deleteKey')}`}
        label={t('keyClear')}
        disabled={empty}
        selected={open === 'clear'}
        data-testid="key-clear"
        onClick={() => toggle(open, { kind: 'clear' })}
      />
      <Key
        keyName="F6"
        label={t('keyCoupons')}
        note={usable > 0 ? t('keyCouponsUsable', { count: usable }) : null}
        saving
        selected={open === 'coupons'}
        data-testid="key-coupons"
        onClick={() => toggle(open, { kind: 'coupons' })}
      />
      <Key
        keyName="F7"
        label={t('keyPoints')}
        note={pointsNote}
        saving
        selected={open === 'points'}
        data-testid="key-points"
        onClick={() => toggle(open, { kind: 'points' })}
      />
      <Key
        keyName="⇧F5"
        label={w('discountKey')}
        note={given === '' ? null : given}
        saving
        disabled={empty}
        selected={open === 'discount'}
        data-testid="key-discount"
        onClick={() => toggle(open, { kind: 'discount' })}
      />
      <Key
        keyName="F1"
        label={w('key')}
        disabled={empty}
        selected={open === 'why'}
        data-testid="key-why"
        onClick={() => toggle(open, { kind: 'why' })}
      />
    </>
  )
}

function PayButton() {
  const t = useText(sellText)
  const f = useText(frameText)
  const empty = useApp((state) => state.till?.lines.length === 0)
  return (
    <button type="button" className={css['pay']} disabled={empty} data-testid="pay" onClick={() => void beginPay()}>
      <span>
        {t('pay')}
        <small>{t('payHint')}</small>
      </span>
      <KeyCap name={f('spaceKey')} dark />
    </button>
  )
}
