/** What must hold of the packages in `.output` before they are uploaded. */
import { outcomeOf, type StepOutcome } from '../steps';
import { describedIn, ownVersion, storeFaults, versionFaults } from './facts';
import { contentFaults, packagesOf, rebuildFaults, repackFaults } from './packages';

/**
 * Holds versions, texts and pictures for the stores and both packages against each other, as a step. The packages are
 * made again from their sources: whole, to the byte, or the build for Firefox alone.
 */
export async function rehearsePackages({ isWhole = false } = {}): Promise<StepOutcome> {
  const version = ownVersion();
  const packages = packagesOf(version);
  return outcomeOf([
    ...versionFaults(),
    ...storeFaults(describedIn()),
    ...contentFaults(packages, version),
    ...(await (isWhole ? repackFaults(packages) : rebuildFaults(packages))),
  ]);
}
