/** The faces of a paper between which a reader moves. */
import type { Page } from './page';

/** In the order in which they are shown. */
export const FACES = ['abs', 'pdf', 'html', 'hf-paper'] as const satisfies readonly Page['kind'][];
export type Face = (typeof FACES)[number];
