/** The full-text script's answers about its bibliography. */
import type { Handlers } from '@/lib/messages';
import { fitEntries, fitReferences, type FULL_TEXT } from '@/lib/messages/full-text';
import type { PageReferences } from './page-references';
import type { PlaceMarker } from './place-marker';

type Answers = Pick<
  Handlers<typeof FULL_TEXT.messages>,
  'readReferences' | 'findCited' | 'showCitation' | 'showEntry' | 'back'
>;

/** Answers from the page's references. */
export function answerReferences(references: PageReferences, marker: PlaceMarker): Answers {
  return {
    readReferences: async () => ({ references: fitReferences(await references.readAll()) }),
    findCited: async ({ papers }) => ({ entries: fitEntries(await references.findCited(papers)) }),
    showCitation: ({ anchor, index }) => ({
      found: marker.show(references.placesOf(anchor)?.[index]?.element),
    }),
    showEntry: ({ anchor }) => ({ found: marker.show(references.elementAt(anchor)) }),
    back: () => ({ done: marker.back() }),
  };
}
