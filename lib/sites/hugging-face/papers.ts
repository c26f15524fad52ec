/** Reading Hugging Face's pages of papers. */
import type { SitePapers } from '../site';
import { paperPage } from './paper-page';

/** By page kind. */
export const papers = { readers: { 'hf-paper': paperPage } } satisfies SitePapers;
