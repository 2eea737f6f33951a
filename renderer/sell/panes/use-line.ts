/** A line of the snapshot by its id; undefined once it is gone. */
import type { LineView } from '../../../shared/contract/till.ts'
import { useApp } from '../../state/app-store.ts'

export function useLine(id: string): LineView | undefined {
  return useApp((state) => state.till?.lines.find((line) => line.line === id))
}
