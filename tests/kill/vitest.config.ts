/**
 * The kill tests at full length: `KILLS=500 npx vitest run --config tests/kill/vitest.config.ts`. They are part of
 * `npm test` too, with twenty kills. One file at a time: each wants the machine to itself.
 */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['tests/kill/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 120_000,
  },
})
