/** What must hold of the packages in `.output` before they are uploaded. */
import { readFileSync } from 'node:fs';
import { isRecord } from '@/lib/domain/is-record';
import { outcomeOf, type StepOutcome } from '../steps';
import { ownVersion, storeFaults, versionFaults } from './facts';
import { contentFaults, packagesOf, rebuildFaults } from './packages';

function shippedDescription(): string {
  const manifest: unknown = JSON.parse(readFileSync('.output/chrome-mv3/manifest.json', 'utf8'));
  return isRecord(manifest) ? String(manifest['description']) : '';
}

/** Holds versions, texts and pictures for the stores and both packages against each other, as a step. */
export async function rehearsePackages(): Promise<StepOutcome> {
  const version = ownVersion();
  const packages = packagesOf(version);
  return outcomeOf([
    ...versionFaults(),
    ...storeFaults(shippedDescription()),
    ...contentFaults(packages, version),
    ...(await rebuildFaults(packages)),
  ]);
}
