/** What is being counted: pieces of each kind, or a total at once. `fen` is null where the total is no amount yet. */
import { useState } from 'react'
import { type KeypadKey, typeKey, YUAN_RULE } from '../kit/keypad-text.ts'
import { fenFromYuanText } from '../kit/money-text.ts'
import {
  countedFen,
  type DenominationFen,
  DENOMINATIONS_FEN,
  emptyCount,
  isUntouched,
  piecesText,
} from './drawer-count.ts'

export function useDrawerCount() {
  const [count, setCount] = useState(emptyCount)
  const [active, setActive] = useState<DenominationFen>(DENOMINATIONS_FEN[0])
  /** null while pieces are counted */
  const [total, setTotal] = useState<string | null>(null)
  const change = (denomination: DenominationFen, text: string): void =>
    setCount((was) => ({ ...was, [denomination]: piecesText(text) }))
  const onKey = (key: KeypadKey): void => {
    if (total !== null) return setTotal(typeKey(total, key, YUAN_RULE))
    if (key === '.') return
    const text = count[active]
    change(active, key === 'back' || key === 'clear' ? typeKey(text, key, YUAN_RULE) : text + key)
  }
  return {
    count,
    active,
    setActive,
    change,
    total,
    setTotal,
    onKey,
    fen: total === null ? countedFen(count) : total === '' ? 0 : fenFromYuanText(total),
    blank: total === null ? isUntouched(count) : total === '',
  }
}

export type DrawerCounting = ReturnType<typeof useDrawerCount>
