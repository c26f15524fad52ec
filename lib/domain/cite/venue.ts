/** Reads a venue as a catalogue states it ("Applied Sciences 12(4), 1834 (2022)") into citation fields. */

/** A venue in the fields of BibTeX's entry types. */
export type Venue =
  | {
      readonly type: 'article';
      readonly journal: string;
      readonly volume?: string | undefined;
      readonly number?: string | undefined;
      /** Page range or article number. */
      readonly pages?: string | undefined;
      readonly year?: string | undefined;
    }
  | {
      readonly type: 'inproceedings';
      readonly booktitle: string;
      readonly pages?: string | undefined;
      readonly year?: string | undefined;
    };

/** Journals whose name alone says so: these words begin or end the names of periodicals, not of meetings. */
const JOURNAL_WORDS =
  /\b(?:journal|transactions|letters|review|reviews|magazine|annals|bulletin|nature|science|sciences|medicine|engineering|radiology|computing|analysis|physics|biology|bioinformatics|neurocomputing|melba|tmlr|jmlr)\b/i;
const MEETING_WORDS =
  /@|\b(?:workshop|workshops|conference|proceedings|proc\.|symposium|challenge|track|spotlight|poster|oral|findings|papers|pmlr|acl|emnlp|naacl|eacl|aaai|ijcai|iclr|icml|neurips|nips|cvpr|iccv|eccv|wacv|bmvc|miccai|midl|isbi|ipmi|mlhc|ml4h|chil|colm|kdd|interspeech|icassp|sigir|coling|corl|icra|iros|uai|aistats)\b/i;

const YEAR = /\b(?:19|20)\d\d\b/;
const PAGES = /\bpp?\.\s?(\d+)\s?[-–]\s?(\d+)/;
/** " 12(4), 1834", " 8, 532", ", 103551", " 36(10), 17613-17622": at the end, once the year is gone. */
const VOLUME_ISSUE_PAGES =
  /^(.*?[^\d\s,])(?:\s(\d{1,4})(?:\((\d{1,3})\))?)?(?:,\s?([A-Za-z]?\d{1,12}(?:[-–]\d{1,12})?))?$/;

/**
 * The kind of publication and its parts, or undefined where the text names neither a journal nor a
 * meeting ("to appear", "under review", an unknown acronym): then the paper is cited as a preprint.
 */
export function parseVenue(text: string): Venue | undefined {
  const venue = text.trim().slice(0, 300);
  const year = YEAR.exec(venue)?.[0];
  if (MEETING_WORDS.test(venue)) {
    const pages = PAGES.exec(venue);
    const booktitle = venue.replace(/\s?\(pp?\.[^)]*\)/, '').trim();
    return {
      type: 'inproceedings',
      booktitle,
      pages: pages ? `${pages[1]}--${pages[2]}` : undefined,
      year,
    };
  }
  if (!JOURNAL_WORDS.test(venue)) return undefined;
  const withoutYear = venue.replace(/\s?\((?:19|20)\d\d\)$/, '').replace(/\s(?:19|20)\d\d$/, '');
  const parts = VOLUME_ISSUE_PAGES.exec(withoutYear);
  return {
    type: 'article',
    journal: (parts?.[1] ?? withoutYear).trim(),
    volume: parts?.[2],
    number: parts?.[3],
    pages: parts?.[4]?.replace(/[-–]/, '--'),
    year,
  };
}
