import { useEffect, useId, useRef, useState } from 'react';
import type { ReadTable } from '@/lib/domain/tables';
import { TABLE_COPY_FORMS, type TableCopyForm } from '@/lib/domain/tables/copy';
import { allHeaders } from '@/lib/domain/tables/levels';
import { pickLines, type TableLines } from '@/lib/domain/tables/pick';
import { sortRows, type RowOrder } from '@/lib/domain/tables/sort';
import type { CopyOutcome } from '@/lib/pages/clipboard';
import { t, type TextKey } from '../hooks/texts';
import { IconButton } from '../shared/IconButton';
import { CopyForms } from './CopyForms';
import type { CellSource } from './TableCard';
import { TableView } from './TableView';

/** Actions on a whole table. */
export interface SheetActions {
  /** Shows a cell on the page, or with undefined the whole table. */
  readonly onShow: (cell: CellSource | undefined) => void;
  readonly onCopy: (lines: TableLines, form: TableCopyForm) => Promise<CopyOutcome>;
}

const FORM_NAMES: Readonly<Record<TableCopyForm, TextKey>> = {
  tsv: 'tables_tsv',
  csv: 'tables_csv',
  markdown: 'tables_markdown',
  latex: 'tables_latex',
};

/** Chooses the visible columns; header columns are always visible. */
function ColumnPicker({
  names,
  first,
  hidden,
  onHide,
}: {
  /** The names of all columns. */
  readonly names: readonly string[];
  /** The first column that can be hidden. */
  readonly first: number;
  readonly hidden: ReadonlySet<number>;
  readonly onHide: (hidden: ReadonlySet<number>) => void;
}) {
  const all = names.length - first;
  const toggle = (column: number) => {
    const next = new Set(hidden);
    if (!next.delete(column)) next.add(column);
    onHide(next);
  };
  return (
    <details className="sheet-columns">
      <summary className="more">{t('tables_columns', all - hidden.size, all)}</summary>
      <fieldset className="sheet-choices">
        <legend className="visually-hidden">{t('tables_columnsShown')}</legend>
        {names.map((name, column) =>
          column < first ? null : (
            <label key={column} className="sheet-choice">
              <input type="checkbox" checked={!hidden.has(column)} onChange={() => toggle(column)} />
              {name || t('tables_column', column + 1)}
            </label>
          ),
        )}
        {hidden.size > 0 ? (
          <button type="button" className="more" onClick={() => onHide(new Set())}>
            {t('tables_allColumns')}
          </button>
        ) : null}
      </fieldset>
    </details>
  );
}

/**
 * A whole table over everything else in the panel, which is meanwhile as wide as the window allows: sortable
 * by any column, with a choice of columns, and copied as shown. Both choices are kept while it is closed.
 */
export function TableSheet({
  name,
  caption,
  table,
  isOpen,
  onClose,
  onShow,
  onCopy,
}: {
  readonly name: string;
  readonly caption: string;
  readonly table: ReadTable;
  readonly isOpen: boolean;
  readonly onClose: () => void;
} & SheetActions) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [order, setOrder] = useState<RowOrder>();
  const [hidden, setHidden] = useState<ReadonlySet<number>>(new Set());
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
  }, [isOpen]);
  if (!isOpen) return null;
  const { body } = table;
  const names = allHeaders(body).columns;
  const columns = names.map((_, column) => column).filter((column) => !hidden.has(column));
  // The first click sorts descending, the second ascending, the third restores the page's order.
  const sort = (column: number) =>
    setOrder((old) => {
      if (old?.column !== column) return { column, isDescending: true };
      return old.isDescending ? { column, isDescending: false } : undefined;
    });
  return (
    <dialog
      ref={dialog}
      className="sheet"
      aria-labelledby={id}
      onClose={onClose}
      // While it is open, keys belong to the table and not to the panel behind it.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <header className="sheet-head">
        <h2 className="sheet-title" id={id}>
          {name} <span className="table-caption">{caption}</span>
        </h2>
        <IconButton icon="close" label={t('tables_close')} onClick={() => dialog.current?.close()} />
      </header>
      <div className="sheet-tools">
        <ColumnPicker names={names} first={body.headerColumns} hidden={hidden} onHide={setHidden} />
        <CopyForms
          label={t('tables_copy')}
          forms={TABLE_COPY_FORMS}
          names={FORM_NAMES}
          copy={(form) => onCopy(pickLines(body, sortRows(body, order), columns), form)}
        />
      </div>
      <TableView
        table={table}
        label={name}
        columns={columns}
        order={order}
        onSort={sort}
        onShow={(cell) => {
          dialog.current?.close();
          onShow(cell);
        }}
      />
    </dialog>
  );
}
