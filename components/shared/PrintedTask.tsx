import { t } from '../hooks/texts';

/** A paper's task in its own words. Nothing to press: no other paper is listed under it. */
export function PrintedTask({ name }: { readonly name: string }) {
  return (
    <span className="tag tag-printed" title={t('tags_printedTask')}>
      {name}
    </span>
  );
}
