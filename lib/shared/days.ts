/** Dates in the user's language. */
import { formatDay } from '@/lib/domain/describe';
import { t } from './texts';

/** Kept, because a list writes a date in each row and making a format takes longer than all of a row. */
let written: { readonly language: string; readonly format: Intl.DateTimeFormat } | undefined;

function formatIn(language: string): Intl.DateTimeFormat {
  if (written?.language !== language)
    written = {
      language,
      format: new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }),
    };
  return written.format;
}

/**
 * "2024-07-11" -> "11 Jul 2024", or as the language of the texts writes it; other text is returned as it is.
 */
export function tDay(day: string): string {
  const language = t('language');
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  if (language === 'en' || Number.isNaN(date.getTime())) return formatDay(day);
  return formatIn(language).format(date);
}
