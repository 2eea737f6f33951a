/** Which page is open, and the way back. Unsaved changes of a page are asked about before it is left. */
import { Button, Tabs } from 'antd'
import { useEffect, useEffectEvent, useState } from 'react'
import { backOfficeText } from '../../shared/text/back-office.ts'
import { useText } from '../i18n.ts'
import { Empty } from '../kit/Empty.tsx'
import { KeyCap } from '../kit/KeyCap.tsx'
import { useMay } from '../state/app-store.ts'
import { go } from '../state/route.ts'
import { LeaveGuard, type UnsavedMark } from './leave-guard.ts'
import { MemberImportPage } from './member-import/MemberImportPage.tsx'
import { OperatorsPage } from './operators/OperatorsPage.tsx'
import { ProductsPage } from './products/ProductsPage.tsx'
import { RulesPage } from './rules/RulesPage.tsx'
import { StoredValuePage } from './stored-value/StoredValuePage.tsx'
import { SettingsPage } from './settings/SettingsPage.tsx'
import { useLeaveQuestion } from './use-leave-question.ts'
import css from './BackOffice.module.css'

const PAGES = ['products', 'rules', 'storedValue', 'memberImport', 'operators', 'settings'] as const
type Page = (typeof PAGES)[number]

export function BackOfficePages() {
  const t = useText(backOfficeText)
  const allowed: Record<Page, boolean> = {
    products: useMay('product.edit'),
    rules: useMay('rules.edit'),
    storedValue: useMay('value.plans'),
    memberImport: useMay('member.import'),
    operators: useMay('operator.manage'),
    settings: useMay('settings.edit'),
  }
  const [chosen, setChosen] = useState<Page | null>(null)
  const page = chosen ?? PAGES.find((candidate) => allowed[candidate]) ?? 'products'
  const [guard] = useState<UnsavedMark>(() => ({ current: false }))
  const ask = useLeaveQuestion(guard)
  useEscape(() => (guard.back === undefined ? ask(() => go('sell')) : guard.back()))
  const back = (
    <Button onClick={() => ask(() => go('sell'))} data-testid="back-office-back">
      {t('back')} <KeyCap name="Esc" />
    </Button>
  )
  return (
    <LeaveGuard value={guard}>
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
  if (page === 'rules') return <RulesPage />
  if (page === 'storedValue') return <StoredValuePage />
  if (page === 'memberImport') return <MemberImportPage />
  return page === 'operators' ? <OperatorsPage /> : <SettingsPage />
}

const OPEN_ABOVE = [
  '.ant-drawer-open',
  '.ant-modal-wrap:not([style*="none"])',
  '.ant-select-open',
  '.ant-dropdown:not(.ant-dropdown-hidden)',
  '.ant-popover:not(.ant-popover-hidden)',
].join(', ')

/** A drawer, a dialog or a list that is open takes the key first; then it leaves. */
function useEscape(onEscape: () => void): void {
  const act = useEffectEvent(onEscape)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      if (document.querySelector(OPEN_ABOVE) !== null) return
      event.preventDefault()
      // A question that this key opens must not be closed by it again.
      event.stopPropagation()
      act()
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [])
}
