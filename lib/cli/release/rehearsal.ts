/** Checks the packages in `.output` before they are uploaded. */
import { outcomeOf, type StepOutcome } from '../steps';
import { describedIn, ownVersion, storeFaults, versionFaults } from './stated-facts';
import { contentFaults, packagesOf, rebuildFaults, repackFaults, sourceFaults } from './packages';

/**
 * A step that checks versions, texts and pictures for the stores, and both packages. The packages are rebuilt
 * from their sources: all of them to the same bytes, or only the build for Firefox.
 */
export async function rehearsePackages({ isWhole = false } = {}): Promise<StepOutcome> {
  const version = ownVersion();
  const packages = packagesOf(version);
  return outcomeOf([
    ...versionFaults(),
    ...storeFaults(describedIn()),
    ...contentFaults(packages, version),
    ...sourceFaults(packages),
    ...(await (isWhole ? repackFaults(packages) : rebuildFaults(packages))),
  ]);
}
