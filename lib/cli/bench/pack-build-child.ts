/**
 * Builds a pack from a file in a process of its own, and prints what it took:
 * `pack-build-child.ts FILE FOLDER`.
 */
import { buildPack } from '@/lib/cli/pack/build';
import { createProgress } from '@/lib/cli/pack/progress';

const [file = '', folder = ''] = process.argv.slice(2);
const started = performance.now();
const { manifest, zipped } = await buildPack({
  files: [file],
  name: 'measured',
  folder,
  source: 'a bench',
  reader: 'a bench',
  limit: Infinity,
  zipped: Infinity,
  progress: createProgress(),
  onFault: () => {},
});
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
console.log(
  JSON.stringify({
    papers: manifest.papers,
    seconds: (performance.now() - started) / 1000,
    cpu: (userCPUTime + systemCPUTime) / 1e6,
    memory: maxRSS * 1024,
    zipped: zipped.all,
  }),
);
