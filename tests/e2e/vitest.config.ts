/**
 * The end-to-end suites: the same stories in Debian's Chromium against `serve`, and in a real Electron. One test at a
 * time, because each has a till, a window and a disk of its own to itself.
 */
import { fileURLToPath } from 'node:url'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import type { Host } from './till-page.ts'

const project = (host: Host): TestProjectInlineConfiguration => ({
  test: {
    name: host,
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['tests/e2e/stories/**/*.test.ts', `tests/e2e/${host}/**/*.test.ts`],
    globalSetup: [`tests/e2e/${host}/global-setup.ts`],
    provide: { host },
    environment: 'node',
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})

export default defineConfig({
  test: { projects: [project('chromium'), project('electron')] },
})
