/** Builds the window's program, and gives it a screen where there is none. */
import { BUILD_PARTS } from '../../../build/freshness.ts'
import { makeStale } from '../../../build/make.ts'
import { startScreen } from '../launchers/screen.ts'

export default async function setup(): Promise<() => void> {
  await makeStale(BUILD_PARTS)
  if (process.env['DISPLAY'] || process.platform !== 'linux') return () => {}
  const screen = await startScreen()
  process.env['DISPLAY'] = screen.display
  return () => screen.stop()
}
