import { t, type TextKey } from '../hooks/texts';
import { CopyForms } from './CopyForms';
import { COPY_FORMS, type CopyForm, type PanelActions } from './panel-actions';

const FORM_NAMES: Readonly<Record<CopyForm, TextKey>> = {
  link: 'copy_link',
  markdown: 'copy_markdown',
  bibtex: 'copy_bibtex',
  row: 'copy_row',
};

/** Copies the paper in four formats. */
export function CopyBar({ copy }: { readonly copy: PanelActions['copy'] }) {
  return <CopyForms label={t('panel_copyThisPaperAs')} forms={COPY_FORMS} names={FORM_NAMES} copy={copy} />;
}
