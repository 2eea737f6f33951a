/** Which screen a signed-in operator looks at. A screen leaves with `go('sell')`; signing out leads back there too. */
import { create } from 'zustand'

export type Route = 'sell' | 'receipts' | 'members' | 'close-shift' | 'back-office'

export const useRoute = create<{ readonly route: Route }>()(() => ({ route: 'sell' }))

export function go(route: Route): void {
  useRoute.setState({ route })
}
