import { useEffect, useRef } from 'react';
import { t } from '../hooks/texts';
import { useRowLimit } from '../hooks/use-row-limit';
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { Place } from '@/lib/extension/navigation';
import { openOnClick } from '../shared/place-of-click';
import { Icon } from '../shared/Icon';
import { HitFacts, HitFound, HitSaveButton, Marked } from './HitRow';
import type { PopupOption } from './popup-option';

/** The id of a row's element, which the search field refers to as its active option. */
export const optionId = (id: PaperId) => `option-${id.replace(/[^\w.-]/g, '_')}`;

function OptionBody({
  option,
  onSave,
  onSearch,
}: {
  readonly option: PopupOption;
  readonly onSave: (option: PopupOption) => void;
  readonly onSearch: (query: string) => void;
}) {
  if (option.kind === 'uncatalogued') {
    return (
      <>
        <span className="hit-title">
          {t('popup_openId', option.id)} <Icon name="out" />
        </span>
        <span className="hit-facts">{t('popup_notInCatalogue')}</span>
      </>
    );
  }
  return (
    <>
      <span className="hit-title">
        <Marked text={option.hit.title} spans={option.hit.titleSpans} />
      </span>
      <HitFound found={option.hit.found} />
      <HitFacts row={option.hit} onSearch={onSearch} />
      <HitSaveButton id={option.id} onSave={() => onSave(option)} />
    </>
  );
}

/** As many rows as the popup shows without scrolling if each has one line of title, and one more. */
const ROWS_IN_SIGHT = 9;

/** The found papers. The focus stays in the search field; the active option follows the arrow keys. */
export function HitList({
  id,
  label,
  query,
  options,
  active,
  onOpen,
  onSave,
  onSearch,
  onActive,
}: {
  readonly id: string;
  readonly label: string;
  /** The query of the options. */
  readonly query: string;
  readonly options: readonly PopupOption[];
  readonly active: number;
  readonly onOpen: (option: PopupOption, place: Place) => void;
  /** Saves or removes a paper. */
  readonly onSave: (option: PopupOption) => void;
  /** Replaces the query. */
  readonly onSearch: (query: string) => void;
  readonly onActive: (index: number) => void;
}) {
  const list = useRef<HTMLUListElement>(null);
  // Rendering invisible rows would double the time of a keystroke, only for the next one to replace them.
  const rows = options.slice(0, Math.max(useRowLimit(query, ROWS_IN_SIGHT), active + 2));
  const before = useRef(active);
  useEffect(() => {
    // The first row of a new list is visible; measuring that would force a layout.
    if (active > 0 || before.current > 0)
      list.current?.children[active]?.scrollIntoView?.({ block: 'nearest' });
    before.current = active;
  }, [active]);
  return (
    <ul ref={list} id={id} className="hits" role="listbox" aria-label={label}>
      {rows.map((option, index) => (
        // The keyboard is handled by the search field, as in every combobox
        // (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/).
        <li
          key={option.id}
          id={optionId(option.id)}
          className="hit"
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          aria-setsize={options.length}
          aria-posinset={index + 1}
          onMouseMove={() => onActive(index)}
          onMouseDown={(event) => event.preventDefault()}
          {...openOnClick((place) => onOpen(option, place))}
        >
          <OptionBody option={option} onSave={onSave} onSearch={onSearch} />
        </li>
      ))}
    </ul>
  );
}
