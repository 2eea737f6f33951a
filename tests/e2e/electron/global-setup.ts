/** Builds the window's program, and gives it a screen where there is none. */
import type { TestProject } from 'vitest/node'
import { BUILD_PARTS } from '../../../build/freshness.ts'
import { makeStale } from '../../../build/make.ts'
import { makeDemoFolder } from '../launchers/demo-folder.ts'
import { startScreen } from '../launchers/screen.ts'

export default async function setup(project: TestProject): Promise<() => void> {
  await makeStale(BUILD_PARTS)
  const demo = await makeDemoFolder()
  project.provide('demoFolder', demo.path)
  if (process.env['DISPLAY'] || process.platform !== 'linux') return demo.remove
  const screen = await startScreen()
  process.env['DISPLAY'] = screen.display
  return () => {
    screen.stop()
    demo.remove()
  }
}
