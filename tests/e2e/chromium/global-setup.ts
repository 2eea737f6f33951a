/** The browser host needs its pages and nothing else of the build. */
import type { TestProject } from 'vitest/node'
import { makeStale } from '../../../build/make.ts'
import { makeDemoFolder } from '../launchers/demo-folder.ts'

export default async function setup(project: TestProject): Promise<() => void> {
  await makeStale(['client'])
  const demo = await makeDemoFolder()
  project.provide('demoFolder', demo.path)
  return demo.remove
}
