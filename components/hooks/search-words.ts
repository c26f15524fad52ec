/** Messages about a query in the user's language; filters are written in the same way in every language. */
import type { SearchMessage } from '@/lib/domain/search/message';
import { t, type TextKey } from './texts';

const TEXTS: Readonly<Record<SearchMessage['kind'], TextKey>> = {
  'unknown-filter': 'search_unknownFilter',
  'unknown-value': 'search_unknownValue',
  unfinished: 'search_unfinished',
  'some-words': 'search_someWords',
  respelled: 'search_respelled',
  'none-saved': 'library_emptyHint',
  'no-paper': 'search_noPaper',
};

/** The message as a sentence; English mostly has more detailed ones, which the search makes itself. */
export function searchWords({ kind, text, words, taken = [] }: SearchMessage): string {
  const language = t('language');
  if (language === 'en' && kind !== 'none-saved' && kind !== 'no-paper') return text;
  if (kind === 'some-words' && words.length === 0) return t('search_noneHasAll');
  const list = (parts: readonly string[], type: 'disjunction' | 'conjunction'): string =>
    new Intl.ListFormat(language, { type }).format(parts.map((part) => t('search_quoted', part)));
  return t(TEXTS[kind], list(words, 'disjunction'), list(taken, 'conjunction'));
}
