/** Which page is open, and the way back. Unsaved changes of a page are asked about before it is left. */
import { App, Button, Tabs } from 'antd'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { backOfficeText } from '../../shared/text/back-office.ts'
import { useText } from '../i18n.ts'
import { Empty } from '../kit/Empty.tsx'
import { KeyCap } from '../kit/KeyCap.tsx'
import { useMay } from '../state/app-store.ts'
import { go } from '../state/route.ts'
import { LeaveGuard } from './leave-guard.ts'
import { overlayContainer } from './office-theme.ts'
import { OperatorsPage } from './operators/OperatorsPage.tsx'
import { ProductsPage } from './products/ProductsPage.tsx'
import { SettingsPage } from './settings/SettingsPage.tsx'
import css from './BackOffice.module.css'

const PAGES = ['products', 'operators', 'settings'] as const
type Page = (typeof PAGES)[number]

export function BackOfficePages() {
  const t = useText(backOfficeText)
  const allowed: Record<Page, boolean> = {
    products: useMay('product.edit'),
    operators: useMay('operator.manage'),
    settings: useMay('settings.edit'),
  }
  const [chosen, setChosen] = useState<Page | null>(null)
  const page = chosen ?? PAGES.find((candidate) => allowed[candidate]) ?? 'products'
  const dirty = useRef(false)
  const ask = useLeaveQuestion(dirty)
  useEscape(() => ask(() => go('sell')))
  const back = (
    <Button onClick={() => ask(() => go('sell'))} data-testid="back-office-back">
      {t('back')} <KeyCap name="Esc" />
    </Button>
  )
  return (
    <LeaveGuard value={dirty}>
      <Tabs
        className={css['tabs'] ?? ''}
        activeKey={page}
        onChange={(key) => ask(() => setChosen(PAGES.find((candidate) => candidate === key) ?? 'products'))}
        items={PAGES.map((key) => ({ key, label: <span data-testid={`tab-${key}`}>{t(key)}</span> }))}
        tabBarExtraContent={{ left: <h1 className={css['title']}>{t('title')}</h1>, right: back }}
      />
      {allowed[page] ? (
        <PageOf page={page} />
      ) : (
        <Empty title={t('notPermittedTitle')} hint={t('notPermitted', { page: t(page) })} />
      )}
    </LeaveGuard>
  )
}

function PageOf({ page }: { page: Page }) {
  if (page === 'products') return <ProductsPage />
  return page === 'operators' ? <OperatorsPage /> : <SettingsPage />
}

/** Does `leave` at once, or after a question where something is unsaved. */
function useLeaveQuestion(dirty: { current: boolean }): (leave: () => void) => void {
  const t = useText(backOfficeText)
  const { modal } = App.useApp()
  return (leave) => {
    if (!dirty.current) return leave()
    modal.confirm({
      title: t('leaveTitle'),
      content: t('leaveSentence'),
      okText: t('leave'),
      cancelText: t('stay'),
      getContainer: overlayContainer,
      focusable: { autoFocusButton: 'cancel' },
      onOk: () => {
        dirty.current = false
        leave()
      },
    })
  }
}

/** A drawer, a dialog or a list that is open takes the key first; then it leaves. */
function useEscape(onEscape: () => void): void {
  const act = useEffectEvent(onEscape)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      if (document.querySelector('.ant-drawer-open, .ant-modal-wrap:not([style*="none"]), .ant-select-open') !== null)
        return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [])
}
