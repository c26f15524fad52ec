/** What `package.json` says of the project's places on the web, and nothing where it does not know of any. */
import { readFileSync } from 'node:fs';

/** The addresses that the build puts into the extension. */
export interface PackageFacts {
  /** Where the project is at home. */
  readonly homepage?: string;
  /** Where a fault can be told, as an address to open: a form on the web, or a mail. */
  readonly bugs?: string;
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

const isAddress = (value: unknown): value is string =>
  typeof value === 'string' && URL.canParse(value) && new URL(value).protocol === 'https:';

const isMailbox = (value: unknown): value is string =>
  typeof value === 'string' && /^[^\s@?&]+@[^\s@?&]+$/.test(value);

/**
 * Reads `homepage` and `bugs` as npm has them (https://docs.npmjs.com/cli/configuring-npm/package-json#bugs): an
 * address, or an object with `url` or `email`. What is no https address and no mailbox is left out.
 */
export function readPackageFacts(text: string = readFileSync('package.json', 'utf8')): PackageFacts {
  const parsed: unknown = JSON.parse(text);
  const [homepage, bugs] = [memberOf(parsed, 'homepage'), memberOf(parsed, 'bugs')];
  const form = [bugs, memberOf(bugs, 'url')].find(isAddress);
  const mailbox = memberOf(bugs, 'email');
  const door = form ?? (isMailbox(mailbox) ? `mailto:${mailbox}` : undefined);
  return { ...(isAddress(homepage) && { homepage }), ...(door !== undefined && { bugs: door }) };
}
