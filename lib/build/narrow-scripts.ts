/**
 * Writes letters outside Latin-1 in built scripts as escapes (`\u2013`). A browser keeps a script as text for as long
 * as it runs, with two bytes for each character if a single one is outside Latin-1.
 */
import type { Plugin } from 'vite';

/** A letter outside Latin-1, or a half of one that takes two units. */
const WIDE = /[\u0100-\uFFFF]/g;
/** Such a letter that is itself escaped: an escape behind its backslash would be one of the backslash. */
const ESCAPED_WIDE = /(?<!\\)(?:\\\\)*\\[\u0100-\uFFFF]/;

/**
 * A script that does the same and has no letters outside Latin-1. Throws for a backslash before such a letter, which
 * no minifier leaves. Texts and patterns mean the same; only the raw form of a tagged template differs.
 */
export function narrowScript(script: string): string {
  const found = ESCAPED_WIDE.exec(script);
  if (found) throw new Error(`A backslash before a letter outside Latin-1: ${found[0]}`);
  return script.replace(WIDE, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The Vite plugin that does this to all scripts of a build, and to nothing else: styles and data stay as they are. */
export const narrowScripts = (): Plugin => ({
  name: 'narrow-scripts',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler: (_options, bundle) => {
      for (const output of Object.values(bundle))
        if (output.type === 'chunk') output.code = narrowScript(output.code);
    },
  },
});
