/** The toolbar's elements: a bar fixed over the lower edge of the window, so that the page does not move. */
import { accent, ink, inkSoft, line, onAccent, paper, shadow } from 'virtual:tokens';
import { isFiltering, NO_FILTER, type EntryFilter, type ListingReport } from '@/lib/domain/entry/filter';
import type { Theme } from '@/lib/messages';
import { t, tCount } from '@/lib/shared/texts';
import type { OrderView } from './order-view';
import { createButton, createChoice, createOption, setText } from './tool-elements';
import { countWords, isNothingLeft, isOffered, SWITCHES } from '@/lib/shared/listing/tool-texts';

/** Element name of the host, by which leftovers of an earlier copy of the script are found. */
export const TOOLS = 'sidelight-tools';

const CSS = `
:host {
  all: initial !important; direction: ltr !important; position: fixed !important; z-index: 2147483646 !important;
  inset: auto 8px 12px !important; width: fit-content !important; margin: 0 auto !important;
  font: 12px/1.4 system-ui, sans-serif !important;
  color-scheme: light !important;
}
:host([data-theme=dark]) { color-scheme: dark !important; }
@media print { :host { display: none !important; } }
[role=toolbar] {
  display: flex; flex-wrap: wrap; align-items: center; gap: 6px; padding: 6px 10px; border: 1px solid ${line};
  border-radius: 10px; background: ${paper}; color: ${inkSoft}; box-shadow: ${shadow};
}
button, select {
  all: unset; box-sizing: border-box; min-height: 24px; padding: 1px 9px; border: 1px solid ${line}; border-radius: 12px;
  color: ${ink}; cursor: pointer; white-space: nowrap;
}
button b { margin-inline-start: 2px; font-weight: 400; font-variant-numeric: tabular-nums; opacity: .75; }
select {
  max-width: 170px; line-height: 20px; padding-inline-end: 22px; overflow: hidden; text-overflow: ellipsis;
  background: linear-gradient(45deg, transparent 50%, ${inkSoft} 50%) right 12px center / 4px 4px no-repeat,
    linear-gradient(-45deg, transparent 50%, ${inkSoft} 50%) right 8px center / 4px 4px no-repeat ${paper};
}
select.chosen { border-color: ${accent}; }
option { background: ${paper}; color: ${ink}; }
button[aria-pressed=true] { background: ${accent}; border-color: ${accent}; color: ${onAccent}; }
button:disabled { opacity: .5; cursor: default; }
:focus-visible { outline: 2px solid ${accent}; outline-offset: 1px; }
output { min-width: 76px; text-align: center; font-variant-numeric: tabular-nums; }
[hidden] { display: none !important; }
/* As wide as the row of controls, which it does not widen. */
.nothing, .note { width: 0; min-width: 100%; display: flex; flex-wrap: wrap; align-items: center; gap: 6px; margin: 0; color: ${ink}; font-weight: 600; }
.note { font-weight: 400; }
@media (forced-colors: active) { button[aria-pressed=true] { outline: 2px solid Highlight; } }
`;

/** The toolbar's elements. */
export interface ToolsView {
  readonly host: HTMLElement;
  readonly setTheme: (theme: Theme) => void;
  /** Shows the state of the filtered listing. */
  readonly show: (report: ListingReport) => void;
  /** Whether the focused control uses letter keys itself: in the list of tags they choose an option. */
  readonly isTyping: () => boolean;
}

/** What the user can do with the toolbar. */
export interface ToolsActions {
  readonly onFilter: (filter: EntryFilter) => void;
  readonly onClear: () => void;
  readonly onClose: () => void;
}

/** Builds the toolbar, not yet inserted; the choice of order comes after the filters, its message above them. */
export function createToolsView({ onFilter, onClear, onClose }: ToolsActions, order: OrderView): ToolsView {
  let filter = NO_FILTER;
  const change = (next: Partial<EntryFilter>): void => onFilter({ ...filter, ...next });
  const host = document.createElement(TOOLS);
  const style = document.createElement('style');
  style.textContent = CSS;
  const bar = document.createElement('div');
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', t('tools_label'));
  const toggles = SWITCHES.map(([name, label]) => {
    const button = createButton(t(label), () => change({ [name]: !filter[name] }));
    const times = document.createElement('b');
    button.append(' ', times);
    return { name, button, times };
  });
  const tag = createChoice(t('tools_tag'), (value) => change({ tag: value === '' ? undefined : value }));
  const count = document.createElement('output');
  count.setAttribute('aria-live', 'polite');
  const clear = createButton(t('tools_clear'), onClear);
  clear.title = t('tools_clearHint');
  const close = createButton('×', onClose);
  close.setAttribute('aria-label', t('tools_close'));
  const nothing = document.createElement('p');
  nothing.className = 'nothing';
  nothing.setAttribute('role', 'status');
  bar.append(
    order.note,
    nothing,
    ...toggles.map(({ button }) => button),
    tag,
    order.choice,
    count,
    clear,
    close,
  );
  const root = host.attachShadow({ mode: 'closed' });
  root.append(style, bar);

  const showNothing = (report: ListingReport): void => {
    nothing.hidden = !isNothingLeft(report);
    if (nothing.hidden) nothing.replaceChildren();
    else if (nothing.childElementCount === 0)
      nothing.append(t('tools_nothing'), createButton(tCount('tools_showAll', report.total), onClear));
  };
  const showTags = ({ tags, filter: { tag: chosen } }: ListingReport): void => {
    // Options must not change while the list is open.
    if (root.activeElement === tag && tag.options.length > 1) return;
    const isListed = chosen === undefined || tags.some(({ id }) => id === chosen);
    const label = [...tag.options].find(({ value }) => value === chosen)?.textContent;
    tag.replaceChildren(
      createOption('', t('tools_anyTag')),
      ...(isListed ? [] : [createOption(chosen, label ?? chosen)]),
      ...tags.map(({ id, label: name, count: times }) => createOption(id, t('tools_tagCount', name, times))),
    );
  };
  const show: ToolsView['show'] = (report) => {
    ({ filter } = report);
    for (const { name, button, times } of toggles) {
      button.setAttribute('aria-pressed', String(filter[name]));
      button.hidden = !isOffered(report, name);
      button.disabled = report.counts[name] === 0 && !filter[name];
      setText(times, String(report.counts[name]));
    }
    showTags(report);
    tag.value = filter.tag ?? '';
    tag.className = filter.tag === undefined ? '' : 'chosen';
    tag.disabled = report.tags.length === 0 && filter.tag === undefined;
    clear.disabled = !isFiltering(filter);
    setText(count, countWords(report));
    showNothing(report);
  };
  return {
    host,
    setTheme: (theme) => host.setAttribute('data-theme', theme),
    show,
    isTyping: () => root.activeElement === tag || root.activeElement === order.choice,
  };
}
