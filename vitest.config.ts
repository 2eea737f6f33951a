/**
 * The unit tests: everything under tests/ that needs neither a browser nor a window. The end-to-end suites have
 * their own configuration (tests/e2e/vitest.config.ts) and the benchmarks are run by tests/bench/run.ts.
 */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/e2e/**', 'tests/bench/**', 'node_modules/**', 'out/**'],
    environment: 'node',
    // Forks, because native modules and process-wide state (the working directory, file locks) belong to a process.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    typecheck: { enabled: false },
    reporters: ['default'],
    restoreMocks: true,
  },
})
