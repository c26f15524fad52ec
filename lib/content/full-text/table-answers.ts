/** The full-text script's answers about its tables. */
import type { Handlers } from '@/lib/messages';
import type { FULL_TEXT } from '@/lib/messages/full-text';
import type { FoundTable } from '@/lib/sites/full-texts';
import type { PlaceMarker } from './place-marker';

type Answers = Pick<Handlers<typeof FULL_TEXT.messages>, 'readTables' | 'showCell' | 'showTable'>;

/** Answers from the page's tables, which are read at the first question. */
export function answerTables(readTables: () => Promise<readonly FoundTable[]>, marker: PlaceMarker): Answers {
  return {
    readTables: async () => ({ tables: (await readTables()).map(({ source }) => source) }),
    showCell: async ({ table, row, index }) => ({
      found: marker.show((await readTables())[table]?.cells[row]?.[index]),
    }),
    showTable: async ({ table }) => {
      const whole = (await readTables())[table]?.whole;
      return { found: marker.show(whole?.querySelector('figcaption') ?? whole) };
    },
  };
}
