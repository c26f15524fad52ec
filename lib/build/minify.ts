/**
 * How built scripts are made small: by Terser, whose scripts are 1 to 4 % smaller zipped than those of the bundler's own
 * minifier.
 */
import type { BuildEnvironmentOptions } from 'vite';

/**
 * The options of a build. In the background, `areFunctionsKept`: functions that are called once stay functions. Inlined
 * into one that waits, their variables live as long as it does: a search held 2 MB of the index more (17.0 MB for 14.9).
 */
export const minified = (
  areFunctionsKept: boolean,
): Pick<BuildEnvironmentOptions, 'minify' | 'terserOptions'> => ({
  minify: 'terser',
  // The oldest browsers (`minimum.ts`) know all of the newest language that Terser does, and none is Safari.
  terserOptions: { ecma: 2020, safari10: false, compress: { passes: 2, reduce_funcs: !areFunctionsKept } },
});
