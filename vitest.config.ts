import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            '{shared,electron,renderer}/**/*.test.ts?(x)',
            'build/**/*.test.ts',
            'tests/architecture/**/*.test.ts',
          ],
        },
      },
      { test: { name: 'integration', include: ['tests/integration/**/*.test.ts'], testTimeout: 20_000 } },
    ],
  },
});
