/** The toolbar's elements: a strip of our own pinned over the lower edge, which no entry makes room for. */
import { type countAnswers, type EntryFilter, NO_FILTER } from '@/lib/domain/entry/filter';
import type { Theme } from '@/lib/services/messages';

/** Element name of the host; what a former copy of ourselves left is found by it. */
export const TOOLS = 'sidelight-tools';

const CSS = `
:host {
  all: initial !important; direction: ltr !important; position: fixed !important; z-index: 2147483646 !important;
  inset: auto 8px 12px !important; width: fit-content !important; margin: 0 auto !important;
  font: 12px/1.4 system-ui, sans-serif !important;
  --back: #fff; --ink: #182022; --soft: #46534f; --line: #d5dddb; --accent: #0b6166; --on: #fff;
}
:host([data-theme=dark]) { --back: #14181a; --ink: #e6ebea; --soft: #b3bfbd; --line: #2b3437; --accent: #74c8c6; --on: #06282a; }
@media print { :host { display: none !important; } }
[role=toolbar] {
  display: flex; flex-wrap: wrap; align-items: center; gap: 6px; padding: 6px 10px; border: 1px solid var(--line);
  border-radius: 10px; background: var(--back); color: var(--soft); box-shadow: 0 1px 2px #0f1e1e14, 0 8px 24px #0f1e1e33;
}
button, select {
  all: unset; box-sizing: border-box; min-height: 24px; padding: 1px 9px; border: 1px solid var(--line); border-radius: 12px;
  color: var(--ink); cursor: pointer; white-space: nowrap;
}
button b { margin-inline-start: 2px; font-weight: 400; font-variant-numeric: tabular-nums; opacity: .75; }
select {
  max-width: 170px; line-height: 20px; padding-inline-end: 22px; overflow: hidden; text-overflow: ellipsis;
  background: linear-gradient(45deg, transparent 50%, var(--soft) 50%) right 12px center / 4px 4px no-repeat,
    linear-gradient(-45deg, transparent 50%, var(--soft) 50%) right 8px center / 4px 4px no-repeat var(--back);
}
select.chosen { border-color: var(--accent); }
option { background: var(--back); color: var(--ink); }
button[aria-pressed=true] { background: var(--accent); border-color: var(--accent); color: var(--on); }
button:disabled { opacity: .5; cursor: default; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
output { min-width: 76px; text-align: center; font-variant-numeric: tabular-nums; }
@media (forced-colors: active) { button[aria-pressed=true] { outline: 2px solid Highlight; } }
`;

const TOGGLES = [
  ['catalogue', 'In the catalogue'],
  ['results', 'Has results'],
  ['code', 'Has code'],
] as const;

/** The toolbar's elements and what they can show. */
export interface ToolsView {
  readonly host: HTMLElement;
  readonly setTheme: (theme: Theme) => void;
  readonly setCount: (text: string) => void;
  /** The tags to choose from; the chosen one stays. */
  readonly setTags: (
    tags: readonly { readonly id: string; readonly label: string; readonly count: number }[],
  ) => void;
  readonly setFilter: (filter: EntryFilter) => void;
  /** For how many entries each switch holds. */
  readonly setAnswers: (counts: ReturnType<typeof countAnswers>) => void;
}

/** What the reader can ask of the toolbar. */
export interface ToolsActions {
  readonly onFilter: (filter: EntryFilter) => void;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}

function createButton(label: string, onClick: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.addEventListener('click', onClick);
  return button;
}

function createOption(value: string, label: string): HTMLOptionElement {
  const option = document.createElement('option');
  option.value = value;
  option.textContent = label;
  return option;
}

/** Builds the toolbar, not yet inserted. */
export function createToolsView({ onFilter, onUndo, onClose }: ToolsActions): ToolsView {
  let filter = NO_FILTER;
  const change = (next: Partial<EntryFilter>): void => onFilter({ ...filter, ...next });
  const host = document.createElement(TOOLS);
  const style = document.createElement('style');
  style.textContent = CSS;
  const bar = document.createElement('div');
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute(
    'aria-label',
    'Sidelight: filter this list. Keys: J and K move, Enter opens, O opens the card.',
  );
  const toggles = TOGGLES.map(([name, label]) => {
    const button = createButton(label, () => change({ [name]: !filter[name] }));
    const times = document.createElement('b');
    button.append(' ', times);
    return { name, button, times };
  });
  const tag = document.createElement('select');
  tag.setAttribute('aria-label', 'Tag');
  tag.addEventListener('change', () => change({ tag: tag.value === '' ? undefined : tag.value }));
  const count = document.createElement('output');
  count.setAttribute('aria-live', 'polite');
  const undo = createButton('Undo', onUndo);
  undo.title = 'Unfold everything: the list as it was';
  const close = createButton('×', onClose);
  close.setAttribute('aria-label', 'Put the toolbar away');
  bar.append(...toggles.map(({ button }) => button), tag, count, undo, close);
  host.attachShadow({ mode: 'closed' }).append(style, bar);

  const setFilter = (next: EntryFilter): void => {
    filter = next;
    for (const { name, button } of toggles) button.setAttribute('aria-pressed', String(filter[name]));
    tag.value = filter.tag ?? '';
    tag.className = filter.tag === undefined ? '' : 'chosen';
    undo.disabled = !(filter.catalogue || filter.results || filter.code || filter.tag !== undefined);
  };
  const setTags: ToolsView['setTags'] = (tags) => {
    if (host.ownerDocument.activeElement === host) return;
    tag.replaceChildren(
      createOption('', 'Any tag'),
      ...tags.map(({ id, label, count: times }) => createOption(id, `${label} (${times})`)),
    );
    tag.value = filter.tag ?? '';
  };
  setTags([]);
  setFilter(NO_FILTER);
  return {
    host,
    setTheme: (theme) => host.setAttribute('data-theme', theme),
    setCount: (text) => {
      if (count.textContent !== text) count.textContent = text;
    },
    setTags,
    setFilter,
    setAnswers: (counts) => {
      for (const { name, times } of toggles) {
        const text = String(counts[name]);
        if (times.textContent !== text) times.textContent = text;
      }
    },
  };
}
