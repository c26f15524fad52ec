import { t } from '../hooks/texts';
import { searchesElsewhere } from '../hooks/use-search';
import { SiteLinks } from '../shared/SiteLinks';

/** Links to the same search on arXiv and Hugging Face; nothing if the query has no words. */
export function SearchesElsewhere({
  query,
  onLink,
}: {
  readonly query: string;
  readonly onLink: (address: string) => void;
}) {
  const searches = searchesElsewhere(query);
  if (searches.length === 0) return null;
  return (
    <p className="elsewhere">
      {t('popup_elsewhere')}
      <SiteLinks links={searches} onOpen={onLink} />
    </p>
  );
}
