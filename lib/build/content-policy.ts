/** What pages and background of the extension may load and ask for. */

/** WXT's development server: pages load their modules and styles from it, and hear over a socket what changed. */
const DEVELOPMENT_SERVER = 'http://localhost:*';
const DEVELOPMENT_SOCKET = 'ws://localhost:*';

/**
 * The content security policy of a manifest. What ships loads its own files and asks nobody; only under `npm run dev`
 * (`isServed`) is the development server let in. WXT itself adds it to `script-src` alone
 * (`addDevModeCsp` in its `core/utils/manifest`), which leaves the socket refused where `connect-src` is given.
 */
export const contentPolicy = (isServed: boolean): string => {
  const files = isServed ? `'self' ${DEVELOPMENT_SERVER}` : "'self'";
  const requests = isServed ? `${files} ${DEVELOPMENT_SOCKET}` : files;
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${files} 'unsafe-inline'`,
    `img-src ${files} data:`,
    `font-src ${files}`,
    `connect-src ${requests}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
};
