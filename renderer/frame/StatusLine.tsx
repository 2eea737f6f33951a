/** One calm line above every screen: shop, HQ, unsent rows, printer, open payments, shift, operator, clock, menu. */
import { memo } from 'react'
import type { AppView } from '../../shared/contract/app.ts'
import { frameText } from '../../shared/text/frame.ts'
import { useLabel, useText } from '../i18n.ts'
import { Pill } from '../kit/Pill.tsx'
import { useApp } from '../state/app-store.ts'
import { go } from '../state/route.ts'
import { Clock } from './Clock.tsx'
import { Menu } from './Menu.tsx'
import css from './StatusLine.module.css'

export function StatusLine() {
  const t = useText(frameText)
  const app = useApp((state) => state.app)
  const connection = useApp((state) => state.connection)
  if (app === null) return null
  return (
    <header className={css['bar']} aria-label={t('status')}>
      <b className={css['brand']}>{t('brand')}</b>
      {app.shop === null ? null : <ShopName shop={app.shop} />}
      <span className={css['space']} />
      {connection === 'lost' || connection === 'refused' ? (
        <Pill state="attention" testId="connection-lost">
          {connection === 'lost' ? t('reconnecting') : t('tokenRefused')}
        </Pill>
      ) : (
        <StatusPills status={app.status} />
      )}
      {app.operator === null ? null : (
        <Pill testId="operator">
          {app.shift === null
            ? t('noShift')
            : t('shiftOf', { day: app.shift.businessDay.slice(5), ordinal: app.shift.dayOrdinal })}
          <b className={css['operator']}>{app.operator.name}</b>
        </Pill>
      )}
      <Clock />
      <Menu />
    </header>
  )
}

function ShopName({ shop }: { shop: NonNullable<AppView['shop']> }) {
  const t = useText(frameText)
  const parts = [shop.name, shop.store, shop.till].filter((part) => part !== '')
  return (
    <span className={css['shop']}>
      {parts.join(' · ')}
      {shop.demo ? <span className={css['demo']}>{t('demoShop')}</span> : null}
    </span>
  )
}

const StatusPills = memo(function StatusPills({ status }: { status: AppView['status'] }) {
  const t = useText(frameText)
  const unsent = status.unsentRows > 0 && status.hq !== 'alone' ? ` · ${t('unsent', { count: status.unsentRows })}` : ''
  const hq = { alone: t('hqAlone'), online: t('hqOnline'), offline: t('hqOffline') }[status.hq]
  return (
    <>
      {status.openPayments === 0 ? null : (
        <Pill state="attention" testId="open-payments">
          {t('openPayments', { count: status.openPayments })}
        </Pill>
      )}
      <LeftOutPill rules={status.rulesLeftOut} />
      {status.hq === 'alone' ? null : (
        <Pill state={status.hq === 'online' ? 'good' : 'attention'} testId="hq">
          {hq}
          {unsent}
        </Pill>
      )}
      <PrinterPill printer={status.printer} />
    </>
  )
})

/** A longer name would push the rest out of the line. */
const MOST_IN_LINE = 16

/** A newer HQ's rules that this till does not know: the till sells on without them. */
function LeftOutPill({ rules }: { rules: AppView['status']['rulesLeftOut'] }) {
  const t = useText(frameText)
  const label = useLabel()
  const [first] = rules
  if (first === undefined) return null
  return (
    <Pill state="attention" testId="rules-left-out">
      {rules.length === 1 && label(first).length <= MOST_IN_LINE
        ? t('ruleLeftOut', { name: label(first) })
        : t('rulesLeftOut', { count: rules.length })}
    </Pill>
  )
}

function PrinterPill({ printer }: { printer: AppView['status']['printer'] }) {
  const t = useText(frameText)
  const wanted = printer.state === 'trouble' || printer.unsure > 0
  const text =
    printer.unsure > 0
      ? t('printerUnsure', { count: printer.unsure })
      : { ready: t('printerReady'), printing: t('printerPrinting'), trouble: t('printerTrouble') }[printer.state]
  const pill = (
    <Pill state={wanted ? 'attention' : 'good'} testId="printer">
      {text}
      {printer.queued > 0 ? ` · ${printer.queued}` : ''}
    </Pill>
  )
  if (!wanted) return pill
  return (
    <button type="button" className={css['pillButton']} onClick={() => go('receipts')}>
      {pill}
    </button>
  )
}
