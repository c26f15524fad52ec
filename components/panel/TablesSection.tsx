import { useState } from 'react';
import type { Result } from '@/lib/domain/paper';
import type { ReadTable } from '@/lib/domain/tables';
import { findSameNumbers } from '@/lib/domain/tables/compare';
import { nameOfTable } from '@/lib/domain/tables/saved-results';
import type { TablePlace } from '@/lib/pages/full-text';
import { t, tCount } from '../hooks/texts';
import type { PaperTables } from '../hooks/use-tables';
import { useAnnounce } from '../shared/Announcer';
import { Icon } from '../shared/Icon';
import { TableCard } from './TableCard';

/** A table of results with its index among the page's tables. */
interface NumberedTable {
  readonly table: ReadTable;
  readonly index: number;
}

/** The name of a table: as printed, or by its place if it has no number. */
const nameTable = ({ table, index }: NumberedTable): string => t('tables_name', nameOfTable(table, index));

/**
 * The paper's tables of results: its own numbers compared with the best others, and links to each on the
 * page.
 */
export function TablesSection({
  paperTables,
  results,
}: {
  readonly paperTables: PaperTables;
  /** The results of the abstract. */
  readonly results: readonly Result[];
}) {
  const announce = useAnnounce();
  /** What came of showing a place on the page; undefined before, and after the return. */
  const [shown, setShown] = useState<'tables_shown' | 'tables_gone'>();
  /** The table that is open as a whole, and the one that the user closed to see it on the page. */
  const [whole, setWhole] = useState<number>();
  const [leftFrom, setLeftFrom] = useState<number>();
  const found = paperTables.tables.flatMap((table, index): NumberedTable[] =>
    table.kind === 'results' ? [{ table, index }] : [],
  );
  const unreadable = paperTables.tables.filter(({ kind }) => kind === 'unreadable').length;
  const same = findSameNumbers(
    results,
    found.map(({ table }) => table.results),
  );
  if (found.length === 0 && unreadable === 0) return null;

  const openWhole = (index: number | undefined) => {
    setWhole(index);
    paperTables.widen(index !== undefined);
  };
  const show = async (place: TablePlace) => {
    setLeftFrom(whole);
    const outcome = (await paperTables.show(place)) ? 'tables_shown' : 'tables_gone';
    setShown(outcome);
    announce(t(outcome));
  };
  const goBack = () => {
    paperTables.goBack();
    setShown(undefined);
    if (leftFrom !== undefined) openWhole(leftFrom);
    announce(t('results_back'));
  };
  return (
    <section className="section" aria-labelledby="tables-title">
      <div className="section-head">
        <h2 className="section-title" id="tables-title">
          {t('tables_title')}
        </h2>
        {shown === 'tables_shown' ? (
          <button type="button" className="more" onClick={goBack}>
            <Icon name="back" />
            {t('panel_backToYourPlace')}
          </button>
        ) : null}
      </div>
      {shown === 'tables_gone' ? <p className="failure">{t(shown)}</p> : null}
      {same.length > 0 ? (
        <ul className="same-numbers" aria-label={t('tables_same')}>
          {same.map(({ value, table, result }) => {
            const numbered = found[table];
            const source = numbered?.table.body.grid[result.row]?.[result.column]?.source;
            return numbered && source ? (
              <li key={`${table} ${result.row} ${result.column}`}>
                <button
                  type="button"
                  className="more"
                  onClick={() => void show({ table: numbered.index, cell: source })}
                >
                  {t('tables_alsoIn', value, nameTable(numbered), result.row + 1)}
                </button>
              </li>
            ) : null;
          })}
        </ul>
      ) : null}
      {found.map((numbered) => (
        <TableCard
          key={numbered.index}
          name={nameTable(numbered)}
          table={numbered.table}
          isWhole={whole === numbered.index}
          onWhole={(isWhole) => openWhole(isWhole ? numbered.index : undefined)}
          onShow={(cell) => void show({ table: numbered.index, cell })}
          onCopy={paperTables.copy}
        />
      ))}
      {unreadable > 0 ? <p className="nothing">{tCount('tables_unreadable', unreadable)}</p> : null}
    </section>
  );
}
