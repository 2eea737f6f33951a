/** What every measurement in a window needs: the program built from today's sources, and a screen. */
import { BUILD_PARTS } from '../../../build/freshness.ts'
import { makeStale } from '../../../build/make.ts'
import { startScreen } from '../../e2e/launchers/screen.ts'

/** The returned function takes the screen away again. */
export async function readyForWindows(): Promise<() => void> {
  await makeStale(BUILD_PARTS)
  if (process.env['DISPLAY'] || process.platform !== 'linux') return () => undefined
  const screen = await startScreen()
  process.env['DISPLAY'] = screen.display
  return () => {
    screen.stop()
    delete process.env['DISPLAY']
  }
}
