import { createRoot } from 'react-dom/client';
import type { SearchAnswer } from '@/lib/extension/search';
import type { SearchState } from '@/lib/extension/search/state';
import { listAnswer } from './popup-option';
import { PopupView } from './PopupView';

const nothing = (): void => undefined;

/**
 * The markup of the view with a search's results, exactly as the next popup will draw it first: from the same components,
 * before anything is known of the user's marks. Undefined if one of the papers has marks.
 */
export function drawFound(
  { query, sort }: SearchState,
  answer: SearchAnswer,
  catalogueCount: number | undefined,
): string | undefined {
  const into = document.createElement('div');
  const root = createRoot(into);
  root.render(
    <PopupView
      query={query}
      sort={sort}
      options={listAnswer(answer)}
      answer={answer}
      recent={[]}
      topics={[]}
      catalogueCount={catalogueCount}
      start={null}
      onQuery={nothing}
      onSort={nothing}
      onToggleTag={nothing}
      onSuggestion={nothing}
      onOpen={nothing}
      onLink={nothing}
      onDetails={nothing}
    />,
  );
  const markup = into.innerHTML;
  const isMarked = into.querySelector('.hit-save-saved, .paper-marks') !== null;
  root.unmount();
  return isMarked ? undefined : markup;
}
