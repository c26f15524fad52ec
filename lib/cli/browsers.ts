/** Finding the browsers on a machine, and installing one where that is possible. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

interface BrowserKind {
  /** Environment variable that names one outright. */
  readonly variable: string;
  readonly commands: readonly string[];
  /** Where installers put it without adding it to PATH. */
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

/** The browsers that the tools can start. */
export type BrowserName = keyof typeof KINDS;

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Not there, or not ours to run: the next place is tried.
    return false;
  }
}

/** Path of a browser's executable, or undefined where the machine has none. */
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

/** Whether `apt-get` can install here without asking anybody. */
function canInstall(): boolean {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0;
}

/** A browser, installed first where the machine lacks it and lets us; else one line that says what to do. */
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
 * Switches for a Chromium that runs by itself: no sandbox (containers refuse
 * it), none of the browser's own traffic.
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
