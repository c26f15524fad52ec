/** Texts of a list's tools, the same in the toolbar on the page and in the popup. */
import { isFiltering, type ListingReport, type Question } from '@/lib/domain/entry/filter';
import { t, tCount, type TextKey } from '@/lib/shared/texts';

/** The switches of a filter, in the order in which they are shown. */
export const SWITCHES: readonly (readonly [name: Question, label: TextKey])[] = [
  ['catalogue', 'tools_catalogue'],
  ['results', 'tools_results'],
  ['code', 'tools_code'],
  ['watched', 'tools_watched'],
  ['saved', 'tools_saved'],
  ['unread', 'tools_unread'],
  ['hideRead', 'tools_hideRead'],
];

const ABOUT_MARKS: ReadonlySet<Question> = new Set<Question>(['saved', 'unread', 'hideRead']);

/**
 * Whether a switch is shown: those for saved papers and watched words only if the list has any, or they are
 * on.
 */
export const isOffered = ({ marked, watched, filter }: ListingReport, question: Question): boolean =>
  filter[question] || (question === 'watched' ? watched > 0 : !ABOUT_MARKS.has(question) || marked > 0);

/** Whether the filter has hidden all entries of a list, and none are still to come. */
export const isNothingLeft = ({ filter, shown, unread, total }: ListingReport): boolean =>
  isFiltering(filter) && total > 0 && shown === 0 && unread === 0;

/** How many papers of the list are shown. */
export function countWords({ filter, shown, total, unread }: ListingReport): string {
  const count = isFiltering(filter) ? t('tools_shown', shown, total) : tCount('count_papers', total);
  return unread > 0 ? t('tools_reading', count) : count;
}
