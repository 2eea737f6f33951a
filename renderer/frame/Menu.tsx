/** The menu of the status line. Opens with F10 or a tap; arrows walk it, Escape closes it and gives the focus back. */
import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import { frameText } from '../../shared/text/frame.ts'
import { currentLocale, setLocale, useText } from '../i18n.ts'
import { KeyCap } from '../kit/KeyCap.tsx'
import { muteSounds, soundsMuted } from '../sound/sounds.ts'
import { useApp, useMay } from '../state/app-store.ts'
import { go } from '../state/route.ts'
import { runApp } from '../state/run.ts'
import css from './Menu.module.css'

interface Item {
  readonly id: string
  readonly text: string
  readonly keyName?: string
  readonly act: () => void
}

export function Menu() {
  const t = useText(frameText)
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const close = (refocus: boolean): void => {
    setOpen(false)
    if (refocus) opener.current?.focus()
  }
  useOutsideAndKeys({ box, open, onToggle: () => setOpen((was) => !was), onClose: close })
  const items = useItems()
  return (
    <div ref={box} className={css['menu']}>
      <button
        ref={opener}
        type="button"
        className={css['opener']}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={t('menu')}
        data-testid="menu"
        onClick={() => setOpen(!open)}
      >
        <KeyCap name="F10" />
        <span aria-hidden="true">☰</span>
      </button>
      {open ? <Items items={items} onChosen={() => close(false)} /> : null}
    </div>
  )
}

function Items({ items, onChosen }: { items: readonly Item[]; onChosen: () => void }) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => list.current?.querySelector('button')?.focus(), [])
  const walk = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    buttons[(at + step + buttons.length) % buttons.length]?.focus()
  }
  return (
    <div ref={list} role="menu" className={css['list']} onKeyDown={walk}>
      {items.map((item) => (
        <button
          key={item.id}
          type="button"
          role="menuitem"
          className={css['item']}
          data-testid={`menu-${item.id}`}
          onClick={() => {
            onChosen()
            item.act()
          }}
        >
          {item.text}
          {item.keyName === undefined ? null : <KeyCap name={item.keyName} />}
        </button>
      ))}
    </div>
  )
}

function useItems(): readonly Item[] {
  const t = useText(frameText)
  const [muted, setMuted] = useState(soundsMuted)
  const signedIn = useApp((state) => state.app !== null && state.app.operator !== null)
  const inShift = useApp((state) => state.app !== null && state.app.shift !== null)
  const maySell = useMay('sell')
  const mayClose = useMay('shift.close')
  const mayProducts = useMay('product.edit')
  const mayOperators = useMay('operator.manage')
  const maySettings = useMay('settings.edit')
  const items: Item[] = []
  if (signedIn) {
    items.push({ id: 'receipts', text: t('menuReceipts'), keyName: 'F9', act: () => go('receipts') })
    if (maySell) items.push({ id: 'members', text: t('menuMembers'), act: () => go('members') })
    if (inShift && mayClose) items.push({ id: 'close-shift', text: t('menuCloseShift'), act: () => go('close-shift') })
    if (mayProducts || mayOperators || maySettings) {
      items.push({ id: 'back-office', text: t('menuBackOffice'), act: () => go('back-office') })
    }
  }
  items.push({
    id: 'language',
    text: t('menuLanguage'),
    act: () => setLocale(currentLocale() === 'zh' ? 'en' : 'zh'),
  })
  items.push({
    id: 'sound',
    text: muted ? t('menuUnmute') : t('menuMute'),
    act: () => {
      muteSounds(!muted)
      setMuted(!muted)
    },
  })
  if (signedIn) {
    items.push({
      id: 'sign-out',
      text: t('menuSignOut'),
      act: () => void runApp((client, commandId) => client.session.signOut({ commandId })),
    })
  }
  return items
}

interface Watching {
  box: RefObject<HTMLDivElement | null>
  open: boolean
  onToggle: () => void
  onClose: (refocus: boolean) => void
}

function useOutsideAndKeys({ box, open, onToggle, onClose }: Watching): void {
  const onKeyDown = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (event.code === 'F10') {
      event.preventDefault()
      onToggle()
    } else if (open && event.code === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      onClose(true)
    }
  })
  const onPointerDown = useEffectEvent((event: PointerEvent) => {
    if (open && event.target instanceof Node && box.current?.contains(event.target) !== true) onClose(false)
  })
  useEffect(() => {
    const keys = (event: globalThis.KeyboardEvent): void => onKeyDown(event)
    const pointer = (event: PointerEvent): void => onPointerDown(event)
    window.addEventListener('keydown', keys, true)
    window.addEventListener('pointerdown', pointer, true)
    return () => {
      window.removeEventListener('keydown', keys, true)
      window.removeEventListener('pointerdown', pointer, true)
    }
  }, [])
}
