/** Reads Hugging Face's pages of papers. */
import type { SitePapers } from '../site';
import { paperPage } from './paper-page';
import { roomRules } from './room';

/** By page kind. */
export const papers = { adapters: { 'hf-paper': paperPage }, roomRules } satisfies SitePapers;
