/** The full-text script's answers about its tables. */
import type { Handlers } from '@/lib/messages';
import type { FULL_TEXT } from '@/lib/messages/full-text';
import { packSections, packTable } from '@/lib/messages/packed-tables';
import type { PageTables } from './page-tables';
import type { PlaceMarker } from './place-marker';

type Answers = Pick<
  Handlers<typeof FULL_TEXT.messages>,
  'readTables' | 'readSections' | 'showCell' | 'showTable'
>;

/** Answers from the page's tables, which are read at the first question, and in slices like their sections. */
export function answerTables({ readTables, readSections }: PageTables, marker: PlaceMarker): Answers {
  return {
    readTables: async () => ({ tables: (await readTables()).map(({ source }) => packTable(source)) }),
    readSections: async ({ tables }) => packSections(await readSections(tables)),
    showCell: async ({ table, row, index }) => ({
      found: marker.show((await readTables())[table]?.cellAt(row, index)),
    }),
    showTable: async ({ table }) => {
      const whole = (await readTables())[table]?.whole;
      return { found: marker.show(whole?.querySelector('figcaption') ?? whole) };
    },
  };
}
