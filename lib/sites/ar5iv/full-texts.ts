/** Reads ar5iv's full texts, which LaTeXML made like arXiv's. */
import { latexml } from '../latexml-full-text';
import type { SiteFullTexts } from '../site';

/** Its pages are of the kind `other`. */
export const fullTexts = { other: latexml } satisfies SiteFullTexts;
