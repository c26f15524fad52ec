/**
 * Texts for a paper's parts and pages, in the user's language. The labels of tags are the field's English
 * terms.
 */
import { isFilm } from '@/lib/domain/describe';
import type { Facet, LinkKind, PaperLink } from '@/lib/domain/paper';
import { t, type TextKey } from './texts';

/** Facets as headings in a list of tags. */
export const FACET_TEXTS: Readonly<Record<Facet, TextKey>> = {
  modality: 'facet_modality',
  anatomy: 'facet_anatomy',
  disease: 'facet_disease',
  task: 'facet_task',
  method: 'facet_method',
  contribution: 'facet_contribution',
  data: 'facet_data',
};

const LINK_TEXTS: Readonly<Record<LinkKind, TextKey>> = {
  code: 'link_code',
  data: 'link_data',
  model: 'link_model',
  project: 'link_project',
  demo: 'link_demo',
  paper: 'link_paper',
};

/** The label of a link's button: its kind, or "Video" for a demonstration that is one. */
export const linkLabel = (link: Pick<PaperLink, 'kind' | 'url'>): string =>
  t(isFilm(link) ? 'link_video' : LINK_TEXTS[link.kind]);

/** The label of a paper's page; most are the same in all languages. */
export const pageLabel = ({ kind, label }: { readonly kind: string; readonly label: string }): string =>
  kind === 'abs' ? t('page_abstract') : label;
