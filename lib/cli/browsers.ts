/** Finds the browsers on a machine, and installs one if possible. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

interface BrowserKind {
  /** The environment variable with the path of the executable, which takes precedence. */
  readonly variable: string;
  readonly commands: readonly string[];
  /** Where installers put the executable without adding it to PATH. */
  readonly places: readonly string[];
  readonly debianPackage: string;
}

const local = process.env['LOCALAPPDATA'] ?? '';
const programs = [process.env['PROGRAMFILES'] ?? '', process.env['PROGRAMFILES(X86)'] ?? '', local].filter(
  Boolean,
);

const KINDS = {
  chromium: {
    variable: 'CHROME_PATH',
    commands: [
      'chromium',
      'chromium-browser',
      'google-chrome-stable',
      'google-chrome',
      'chrome',
      'microsoft-edge-stable',
      'microsoft-edge',
      'msedge',
    ],
    places: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ...programs.flatMap((folder) => [
        join(folder, 'Chromium', 'Application', 'chrome.exe'),
        join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ]),
    ],
    debianPackage: 'chromium',
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    commands: ['firefox-esr', 'firefox'],
    places: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      ...programs.map((folder) => join(folder, 'Mozilla Firefox', 'firefox.exe')),
    ],
    debianPackage: 'firefox-esr',
  },
} satisfies Record<string, BrowserKind>;

/** The browsers that the commands can start. */
export type BrowserName = keyof typeof KINDS;

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Missing or not executable for us, so the next path is tried.
    return false;
  }
}

/** The path of a browser's executable, or undefined if none is installed. */
export function findBrowser(name: BrowserName): string | undefined {
  const { variable, commands, places } = KINDS[name];
  const named = process.env[variable];
  if (named) return isExecutable(named) ? named : undefined;
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const endings = process.platform === 'win32' ? ['.exe'] : [''];
  const onPath = commands.flatMap((command) =>
    folders.flatMap((folder) => endings.map((ending) => join(folder, command + ending))),
  );
  return [...onPath, ...places].find(isExecutable);
}

/** Whether `apt-get` can install without a password. */
function canInstall(): boolean {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0;
}

/**
 * Returns the path of a browser, which is installed first if it is missing and we have the rights; otherwise
 * one line with what the user can do.
 */
export function ensureBrowser(
  name: BrowserName,
): { readonly ok: true; readonly path: string } | { readonly ok: false; readonly message: string } {
  const found = findBrowser(name);
  if (found) return { ok: true, path: found };
  const { debianPackage, variable } = KINDS[name];
  if (canInstall()) {
    console.log(`No ${name} here: installing it (apt-get install ${debianPackage}).`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', debianPackage]]) {
      spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
    }
    const installed = findBrowser(name);
    if (installed) return { ok: true, path: installed };
  }
  const how = existsSync('/etc/debian_version')
    ? `sudo apt-get install ${debianPackage}`
    : `install ${name === 'chromium' ? 'Chromium, Chrome or Edge' : 'Firefox'}, or set ${variable} to its executable`;
  return { ok: false, message: `No ${name} found. Please run: ${how}` };
}

/**
 * Switches for an automated Chromium: without the sandbox, which does not work in most containers, and without
 * the browser's own network traffic.
 */
export const CHROMIUM_SWITCHES: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
