/**
 * The tools of a listing together: the button on the page, the toolbar when it is shown, and the answers to
 * popup and card.
 */
import { NO_FILTER, reportOn, type EntryFilter, type ListingReport } from '@/lib/domain/entry/filter';
import type { ReorderManner } from '@/lib/dom/reorder';
import type { Handlers, Theme } from '@/lib/messages';
import type { LISTING_SCRIPT } from '@/lib/messages/table';
import type { Card } from './card';
import type { Entry, Listing } from './entries';
import { rememberTools } from './listing-settings';
import { createListButton } from './list-button';
import type { OrderMode } from './ordering';
import { createTools, linesOf, type Tools } from './tools';

/** The messages to the script on a listing that its tools answer. */
export type ToolsAnswers = Pick<
  Handlers<typeof LISTING_SCRIPT.messages>,
  'toggleTools' | 'readTools' | 'filterList'
>;

/** What the tools need. */
export interface ListToolsOptions {
  readonly listing: Listing;
  /** Available later than the tools. */
  readonly card: () => Card;
  readonly signal: AbortSignal;
  readonly theme: () => Theme;
  /** Lines of the page at whose end the button may be placed, the best first. */
  readonly findLines: () => readonly Element[];
  /** How entries are reordered on this page. */
  readonly manner: ReorderManner;
  /** Runs a step that moves entries. */
  readonly moving?: ((work: () => void) => void) | undefined;
  /** The initial order. */
  readonly firstMode: OrderMode;
  readonly isValid: () => boolean;
  /** Saves an entry's paper, or removes it. */
  readonly onSave: (entry: Entry) => void;
}

/** The events that the tools are notified of, and their answers to messages. */
export interface ListTools {
  /** Lines arrived or entries changed. */
  readonly refresh: () => void;
  readonly setTheme: (theme: Theme) => void;
  /** Shows the toolbar without storing that it is shown. */
  readonly show: () => void;
  readonly answers: ToolsAnswers;
}

/** Puts the button on the page; button and toolbar leave it when the signal aborts. */
export function createListTools({
  listing,
  card,
  signal,
  theme,
  findLines,
  manner,
  moving,
  firstMode,
  isValid,
  onSave,
}: ListToolsOptions): ListTools {
  let mode = firstMode;
  let open: { readonly tools: Tools; readonly life: AbortController } | undefined;

  const ensureOpen = (): Tools => {
    if (open) return open.tools;
    const life = new AbortController();
    const tools = createTools({
      listing,
      card: card(),
      signal: AbortSignal.any([signal, life.signal]),
      theme: theme(),
      manner,
      moving,
      firstMode: mode,
      isValid,
      onClose: toggle,
      onSave,
      onMode: (next) => {
        mode = next;
        void rememberTools({ tools: true, order: mode });
      },
    });
    open = { tools, life };
    button.setPressed(true);
    return tools;
  };
  const toggle = (): boolean => {
    const isWanted = open === undefined;
    if (isWanted) ensureOpen();
    else {
      open?.life.abort();
      open = undefined;
      button.setPressed(false);
    }
    void rememberTools({ tools: isWanted, order: mode });
    return isWanted;
  };
  // Without entries, as on the form of a search, there is nothing to filter.
  const findLinesOfEntries = (): readonly Element[] => (listing.entries().length > 0 ? findLines() : []);
  const button = createListButton(findLinesOfEntries, { theme: theme(), signal, onPress: toggle });

  const report = (): ListingReport => {
    listing.readAll();
    return open?.tools.report() ?? reportOn(linesOf(listing), NO_FILTER);
  };
  const filterList = (filter: EntryFilter): ListingReport => {
    ensureOpen().setFilter(filter);
    return report();
  };
  return {
    refresh: () => {
      button.refresh();
      open?.tools.refresh();
    },
    setTheme: (next) => {
      open?.tools.setTheme(next);
      button.setTheme(next);
    },
    show: ensureOpen,
    answers: {
      toggleTools: () => ({ open: toggle() }),
      readTools: report,
      filterList: ({ filter }) => filterList(filter),
    },
  };
}
