/** Words for a paper's parts and pages, in the user's language. Tags themselves are the field's English terms. */
import { isFilm } from '@/lib/domain/describe';
import type { Facet, LinkKind, PaperLink } from '@/lib/domain/paper';
import { t, type TextKey } from './texts';

/** Facets as headings of a list of tags. */
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

/** What a link is called on its button: its kind, and "Video" where a demonstration is one. */
export const linkLabel = (link: Pick<PaperLink, 'kind' | 'url'>): string =>
  t(isFilm(link) ? 'link_video' : LINK_TEXTS[link.kind]);

/** What a page of a paper is called: most have a name that is the same in all languages. */
export const pageLabel = ({ kind, label }: { readonly kind: string; readonly label: string }): string =>
  kind === 'abs' ? t('page_abstract') : label;
