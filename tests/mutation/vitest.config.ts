/** The pricing's own tests with few random scenarios: what one planted mistake is held against. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/mutation/pricing-suite.ts'],
    environment: 'node',
    env: { PRICING_SCENARIOS: '400', PRICING_RUNS: '30' },
    testTimeout: 60_000,
  },
})
