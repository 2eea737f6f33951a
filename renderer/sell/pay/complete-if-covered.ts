/** Enter where nothing is typed: completes what is covered; says whether it did. */
import { useApp } from '../../state/app-store.ts'
import { complete } from '../commands.ts'

export function completeIfCovered(): boolean {
  const till = useApp.getState().till
  if (till === null || till.topUp?.chosen === null) return false
  if (till.dueFen > 0 || till.tenders.some((tender) => tender.state !== 'ready')) return false
  void complete()
  return true
}
