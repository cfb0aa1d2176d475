// `npm run screenshots`: makes the pictures of README and docs anew, in the real app.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync(process.execPath, ['build/bootstrap/test.mjs', 'e2e', 'screenshots'], {
  stdio: 'inherit',
  env: { ...process.env, LODESTONE_KEEP_SCREENSHOTS: '1' },
});
process.exit(status ?? 1);
