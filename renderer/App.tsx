/**
 * One screen at a time, by the phase that the core names; the frame stands around all but the first start.
 * Screens are separate chunks, so that the first paint carries only what it shows.
 */
import { Suspense, lazy, useEffect } from 'react'
import { ScreenGuard } from './frame/ScreenGuard.tsx'
import { Starting } from './frame/Starting.tsx'
import { StatusLine } from './frame/StatusLine.tsx'
import css from './App.module.css'
import { useApp } from './state/app-store.ts'
import { go, type Route, useRoute } from './state/route.ts'

const loadSell = () => import('./sell/SellScreen.tsx')
const SellScreen = lazy(async () => ({ default: (await loadSell()).SellScreen }))
const SignInScreen = lazy(async () => ({ default: (await import('./sign-in/SignInScreen.tsx')).SignInScreen }))
const FirstStartScreen = lazy(async () => ({
  default: (await import('./first-start/FirstStartScreen.tsx')).FirstStartScreen,
}))
const OpenShiftScreen = lazy(async () => ({ default: (await import('./shift/OpenShiftScreen.tsx')).OpenShiftScreen }))
const CloseShiftScreen = lazy(async () => ({
  default: (await import('./shift/CloseShiftScreen.tsx')).CloseShiftScreen,
}))
const ReceiptsScreen = lazy(async () => ({ default: (await import('./receipts/ReceiptsScreen.tsx')).ReceiptsScreen }))
const MembersScreen = lazy(async () => ({ default: (await import('./members/MembersScreen.tsx')).MembersScreen }))
const BackOfficeScreen = lazy(async () => ({
  default: (await import('./back-office/BackOfficeScreen.tsx')).BackOfficeScreen,
}))

type Phase = 'first-start' | 'sign-in' | 'no-shift' | 'selling'

function Screen({ phase, route }: { phase: Phase; route: Route }) {
  if (phase === 'first-start') return <FirstStartScreen />
  if (phase === 'sign-in') return <SignInScreen />
  // The close of a shift shows its figures after the phase has changed; it leaves by itself.
  if (route === 'close-shift') return <CloseShiftScreen />
  if (route === 'receipts') return <ReceiptsScreen />
  if (route === 'members') return <MembersScreen />
  if (route === 'back-office') return <BackOfficeScreen />
  return phase === 'no-shift' ? <OpenShiftScreen /> : <SellScreen />
}

export function App() {
  const phase = useApp((state) => state.app?.phase ?? null)
  const route = useRoute((state) => state.route)
  useEffect(() => {
    if (phase === 'sign-in' || phase === 'first-start') go('sell')
    // While somebody types a PIN or counts the float, the sell screen is fetched.
    if (phase === 'sign-in' || phase === 'no-shift') void loadSell()
  }, [phase])
  if (phase === null) return <Starting />
  return (
    <div className={css['app']}>
      {phase === 'first-start' ? null : <StatusLine />}
      <main className={css['main']}>
        <ScreenGuard key={`${phase}/${route}`}>
          <Suspense fallback={null}>
            <Screen phase={phase} route={route} />
          </Suspense>
        </ScreenGuard>
      </main>
    </div>
  )
}
