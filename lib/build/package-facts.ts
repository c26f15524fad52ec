/** Reads the project's addresses from `package.json`; absent ones stay absent. */
import { readFileSync } from 'node:fs';

/** Addresses that the build puts into the extension. */
interface PackageFacts {
  /** The project's homepage. */
  readonly homepage?: string;
  /** Where to report a fault, as an address to open: a web form or a mailto: address. */
  readonly bugs?: string;
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

const isAddress = (value: unknown): value is string =>
  typeof value === 'string' && URL.canParse(value) && new URL(value).protocol === 'https:';

const isMailbox = (value: unknown): value is string =>
  typeof value === 'string' && /^[^\s@?&]+@[^\s@?&]+$/.test(value);

/**
 * Reads `homepage` and `bugs` as npm defines them
 * (https://docs.npmjs.com/cli/configuring-npm/package-json#bugs): an address, or an object with `url` or
 * `email`. Anything but an https address or a mailbox is left out.
 */
export function readPackageFacts(text: string = readFileSync('package.json', 'utf8')): PackageFacts {
  const parsed: unknown = JSON.parse(text);
  const [homepage, bugs] = [memberOf(parsed, 'homepage'), memberOf(parsed, 'bugs')];
  const form = [bugs, memberOf(bugs, 'url')].find(isAddress);
  const mailbox = memberOf(bugs, 'email');
  const door = form ?? (isMailbox(mailbox) ? `mailto:${mailbox}` : undefined);
  return { ...(isAddress(homepage) && { homepage }), ...(door !== undefined && { bugs: door }) };
}
