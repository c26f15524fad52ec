/** Reads arXiv's full texts, which LaTeXML makes. */
import { latexml } from '../latexml-full-text';
import type { SiteFullTexts } from '../site';

/** By page kind. */
export const fullTexts = { html: latexml } satisfies SiteFullTexts;
