/** The keyboard shortcuts as the user has set them, and how to change them. */
import { browser } from 'wxt/browser';
import { t } from '@/lib/shared/texts';

/** One keyboard command. */
export interface Shortcut {
  readonly description: string;
  /** As the browser prints it ("Alt+Shift+S"); empty if none is set. */
  readonly keys: string;
}

/** All commands of the manifest, in its order. Rejects in a browser without commands. */
export async function readShortcuts(): Promise<readonly Shortcut[]> {
  const commands = await browser.commands.getAll();
  return commands.map(({ name, description, shortcut }) => ({
    // The command that opens the popup has no description of its own in some browsers.
    description: description || (name?.startsWith('_execute') ? t('command_search') : (name ?? '')),
    keys: shortcut ?? '',
  }));
}

function hasShortcutSettings(
  commands: object,
): commands is { readonly openShortcutSettings: () => Promise<void> } {
  return 'openShortcutSettings' in commands && typeof commands.openShortcutSettings === 'function';
}

/** Opens the browser's page for shortcuts; `manual` if extensions cannot open it. */
export async function openShortcutSettings(): Promise<'opened' | 'manual'> {
  try {
    if (hasShortcutSettings(browser.commands)) await browser.commands.openShortcutSettings();
    else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
    return 'opened';
  } catch {
    // The settings page describes how to get there.
    return 'manual';
  }
}
