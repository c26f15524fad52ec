/** Checks that everything a release states in several places (version, summary, screenshots) is consistent. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from '@/lib/domain/is-record';

/** Limits of the stores. */
const LONGEST_SUMMARY = 132;
const MOST_PICTURES = 5;
const PICTURE = { width: 1280, height: 800 };

function readJson(file: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return isRecord(value) ? value : {};
}

/** The version in `package.json`. */
export function ownVersion(root = '.'): string {
  return String(readJson(join(root, 'package.json'))['version']);
}

/** The heading in the change log for changes that are not released yet. */
const UNRELEASED = 'Unreleased';

/** The sections of the change log, newest first: the first word of the heading, and the text. */
function changeLog(root: string): readonly { readonly heading: string; readonly text: string }[] {
  const [, ...sections] = readFileSync(join(root, 'CHANGELOG.md'), 'utf8').split(/^## /m);
  return sections.map((each) => {
    const [heading = '', ...lines] = each.split('\n');
    return { heading: heading.split(' ')[0] ?? '', text: lines.join('\n').trim() };
  });
}

/** The change log's text for a version, or undefined if its newest release is another one. */
function changesOf(version: string, root: string): string | undefined {
  const newest = changeLog(root).find(({ heading }) => heading !== UNRELEASED);
  return newest?.heading === version ? newest.text : undefined;
}

/** Whether the change log has unreleased changes, which a release must move under its version. */
export const hasUnreleased = (root = '.'): boolean =>
  changeLog(root).some(({ heading, text }) => heading === UNRELEASED && text !== '');

/** Checks that package, lock file and change log agree on the version. */
export function versionFaults(root = '.'): readonly string[] {
  const version = ownVersion(root);
  const lock = readJson(join(root, 'package-lock.json'));
  const packages = isRecord(lock['packages']) ? lock['packages'][''] : undefined;
  const locked = [lock['version'], isRecord(packages) ? packages['version'] : undefined];
  const changes = changesOf(version, root);
  return [
    /^\d+\.\d+\.\d+$/.test(version) ? [] : `package.json: "${version}" is no version that stores take`,
    locked.every((each) => each === version) ? [] : 'package-lock.json has another version: npm install',
    changes === undefined ? `CHANGELOG.md: its newest release is not ${version}` : [],
    changes === '' ? `CHANGELOG.md: says nothing of ${version}` : [],
  ].flat();
}

function section(text: string, heading: string): string {
  const found = text.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  return found.slice(found.indexOf('\n')).trim();
}

/** The width and height of a PNG file. */
function sizeOf(file: string): { readonly width: number; readonly height: number } {
  const bytes = readFileSync(file);
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** The extension's description in English; the manifest only has the name of the message. */
export function describedIn(root = '.'): string {
  const messages: unknown = JSON.parse(readFileSync(join(root, 'public/_locales/en/messages.json'), 'utf8'));
  const entry = isRecord(messages) ? messages['app_description'] : undefined;
  return isRecord(entry) ? String(entry['message']) : '';
}

/** Checks the texts and pictures for the stores. */
export function storeFaults(description: string, root = '.'): readonly string[] {
  const listing = readFileSync(join(root, '.store/listing.md'), 'utf8');
  const summary = section(listing, 'Summary');
  const pictures = [...section(listing, 'Pictures').matchAll(/^\d\. `(.+?)`/gm)].map(
    ([, path]) => path ?? '',
  );
  return [
    summary === description ? [] : '.store/listing.md: the summary is not the description of the manifest',
    summary.length <= LONGEST_SUMMARY ? [] : `.store/listing.md: the summary is over ${LONGEST_SUMMARY}`,
    pictures.length > 0 && pictures.length <= MOST_PICTURES
      ? []
      : `.store/listing.md: names ${pictures.length} pictures, not 1 to ${MOST_PICTURES}`,
    pictures.flatMap((path) => {
      if (!existsSync(join(root, path))) return `${path}: is not there: npm run screenshots`;
      const { width, height } = sizeOf(join(root, path));
      return width === PICTURE.width && height === PICTURE.height ? [] : `${path}: is ${width} by ${height}`;
    }),
    existsSync(join(root, '.store/privacy.md')) ? [] : '.store/privacy.md: is not there',
  ].flat();
}
