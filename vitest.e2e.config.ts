import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { include: ['test/e2e/**/*.test.ts'], maxWorkers: 1, testTimeout: 240_000, hookTimeout: 120_000 },
})
