/** An entry's line in the user's language, as printed and for screen readers. */
import { lineParts, type EntryLine, type LinePart } from '@/lib/domain/entry';
import type { Marks } from '@/lib/domain/provenance';
import { STATUS_TEXTS } from '@/lib/shared/library/status-texts';
import { t, tCount, type TextKey } from '@/lib/shared/texts';

/** The user's marks on a paper in a word. */
export const marksWord = ({ status }: Marks): string => t(status ? STATUS_TEXTS[status] : 'mark_saved');

/** The longest title of a saved paper for which a line has space, in characters. */
const LONGEST_TITLE = 36;

/** The beginning of a title, up to the last whole word that fits. */
function shortTitle(title: string): string {
  if (title.length <= LONGEST_TITLE) return title;
  const cut = title.slice(0, LONGEST_TITLE);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_TITLE / 2)).replace(/[\s:,;–-]+$/, '')}…`;
}

/** One part of a line as printed. */
export function partWords(part: LinePart): string {
  switch (part.kind) {
    case 'best':
    case 'tag':
      return part.text;
    case 'count':
      return tCount('badge_results', part.count);
    case 'marks':
      return marksWord(part.marks);
    case 'watched':
      return t('badge_watched', part.watched.join(', '));
    case 'near':
      return t('badge_near', shortTitle(part.near.title), part.near.reasons.join(', '));
    case 'code':
      return t('badge_code');
    default:
      return t('badge_known');
  }
}

/** What a badge's mark says about the provenance of its line. */
export type MarkMeaning = EntryLine['provenance'] | 'title';

/** The mark of a line: its provenance, or that only the title was read. */
export const markOf = ({
  provenance,
  isTitleOnly,
}: Pick<EntryLine, 'provenance' | 'isTitleOnly'>): MarkMeaning => (isTitleOnly ? 'title' : provenance);

const MEANINGS: Readonly<Record<MarkMeaning, TextKey>> = {
  curated: 'badge_curated',
  page: 'badge_page',
  met: 'badge_met',
  automatic: 'badge_automatic',
  title: 'badge_title',
};

/** The line for screen readers, including the meaning of the mark; `words` are those of its parts, if they are known. */
export function lineLabel(line: EntryLine, words = lineParts(line).map(partWords)): string {
  const source = t(MEANINGS[markOf(line)]);
  const from = line.otherVersion === undefined ? source : t('badge_fromVersion', source, line.otherVersion);
  return t('badge_label', from, words.join(', '));
}
