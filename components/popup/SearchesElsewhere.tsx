import { t } from '../hooks/texts';
import { searchesElsewhere } from '../hooks/use-search';

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
      {searches.map(({ label, address }) => (
        <a
          key={address}
          href={address}
          onClick={(event) => {
            event.preventDefault();
            onLink(address);
          }}
        >
          {label}
        </a>
      ))}
    </p>
  );
}
