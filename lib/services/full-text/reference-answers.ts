/** What the script within a full text answers about its bibliography. */
import { markRange } from '@/lib/dom/mark-range';
import type { Handlers } from '@/lib/services/messages';
import { fitReferences, type FULL_TEXT } from '@/lib/services/messages/full-text';
import type { PageReferences } from './page-references';

type Answers = Pick<
  Handlers<typeof FULL_TEXT.messages>,
  'readReferences' | 'showCitation' | 'showEntry' | 'back'
>;

/** Answers for as long as the signal lives; one place is marked at a time. */
export function answerReferences(references: PageReferences, signal: AbortSignal): Answers {
  let mark: AbortController | undefined;
  const back = (): { done: boolean } => {
    const done = mark !== undefined;
    mark?.abort();
    mark = undefined;
    return { done };
  };
  const show = (element: Element | undefined): { found: boolean } => {
    back();
    if (!element?.isConnected) return { found: false };
    const range = document.createRange();
    range.selectNodeContents(element);
    mark = new AbortController();
    markRange(range, { signal: AbortSignal.any([signal, mark.signal]) });
    return { found: true };
  };
  return {
    readReferences: async () => ({ references: fitReferences(await references.all) }),
    showCitation: ({ anchor, index }) => show(references.placesOf(anchor)?.[index]?.element),
    showEntry: ({ anchor }) => show(references.elementAt(anchor)),
    back,
  };
}
