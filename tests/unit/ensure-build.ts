/** Vitest's global set-up of the unit tests: those that look into the built extension need one. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Builds what is not there; what is there is taken as it is, as `npm test` has just built it. */
export default function ensureBuild(): void {
  for (const [folder, browser] of [
    ['chrome-mv3', 'chrome'],
    ['firefox-mv2', 'firefox'],
  ] as const) {
    if (existsSync(`.output/${folder}/manifest.json`)) continue;
    console.log(`No build for ${browser} in .output: making one (npm run build makes it again).`);
    const { status } = spawnSync('npx', ['wxt', 'build', '-b', browser], {
      stdio: ['ignore', 'ignore', 'inherit'],
      // Vitest's own `test` would put development code in.
      env: { ...process.env, NODE_ENV: 'production' },
    });
    if (status !== 0) throw new Error(`The build for ${browser} failed: npx wxt build -b ${browser}`);
  }
}
