/** Vitest's global set-up of the unit tests: some of them check the built extension. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Builds what is missing; existing builds are used unchanged, since `npm test` has just made them. */
export default function ensureBuild(): void {
  for (const [folder, browser] of [
    ['chrome-mv3', 'chrome'],
    ['firefox-mv2', 'firefox'],
  ] as const) {
    if (existsSync(`.output/${folder}/manifest.json`)) continue;
    console.log(`No build for ${browser} in .output: making one (npm run build makes it again).`);
    const { status } = spawnSync('npx', ['wxt', 'build', '-b', browser], {
      stdio: ['ignore', 'ignore', 'inherit'],
      // Vitest sets this to `test`, which would include development code.
      env: { ...process.env, NODE_ENV: 'production' },
    });
    if (status !== 0) throw new Error(`The build for ${browser} failed: npx wxt build -b ${browser}`);
  }
}
