/** Parses a venue as catalogues state it ("Applied Sciences 12(4), 1834 (2022)") into citation fields. */

/** A venue in the fields of BibTeX's entry types. */
type Venue =
  | {
      readonly type: 'article';
      readonly journal: string;
      readonly volume?: string | undefined;
      readonly number?: string | undefined;
      /** A page range or an article number. */
      readonly pages?: string | undefined;
      readonly year?: string | undefined;
    }
  | {
      readonly type: 'inproceedings';
      readonly booktitle: string;
      readonly pages?: string | undefined;
      readonly year?: string | undefined;
    };

/** Words that only occur in the names of periodicals, not of meetings. */
const JOURNAL_WORDS =
  /\b(?:journal|transactions|letters|review|reviews|magazine|annals|bulletin|nature|science|sciences|medicine|engineering|radiology|computing|analysis|physics|biology|bioinformatics|neurocomputing|melba|tmlr|jmlr)\b/i;
const MEETING_WORDS =
  /@|\b(?:workshop|workshops|conference|proceedings|proc\.|symposium|challenge|track|spotlight|poster|oral|findings|papers|pmlr|acl|emnlp|naacl|eacl|aaai|ijcai|iclr|icml|neurips|nips|cvpr|iccv|eccv|wacv|bmvc|miccai|midl|isbi|ipmi|mlhc|ml4h|chil|colm|kdd|interspeech|icassp|sigir|coling|corl|icra|iros|uai|aistats)\b/i;

/** A year in brackets, also as "(04 June 2015)". */
const YEAR_IN_BRACKETS = /[\s,]{0,2}\([^()]{0,20}\b((?:19|20)\d\d)\)/;
const YEAR = /\b(?:19|20)\d\d\b/g;
const PAGES = /\b(?:pp?\.|pages)\s?(\d+)\s?[-–]{1,2}\s?(\d+)/i;
/** What BibTeX's styles print themselves: pages, and the word "In" before the proceedings. */
const PAGES_OF_MEETING = /(?:\s?\(pp?\.[^)]*\)|,\s(?:pp?\.|pages)\s?\d+\s?[-–]{1,2}\s?\d+)/i;
const IN_FRONT = /^In:?\s(?=\p{Lu}|the\s)/u;
/** The word before a volume, where it was left at the end of the journal's name. */
const VOLUME_WORD = /,?\s(?:vol\.?|volume)$/i;
/**
 * Volume, issue and pages at the end, after the year is removed: " 12(4), 1834", " 8, 532", ", 103551", "
 * 36(10), 17613-17622".
 */
const VOLUME_ISSUE_PAGES =
  /^(.*?[^\d\s,])(?:\s(\d{1,4})(?:\((\d{1,3})\))?)?(?:,\s?([A-Za-z]?\d{1,12}(?:[-–]\d{1,12})?))?$/;

/**
 * The same in notations of physics and engineering: "Prog.Theor.Phys.101:1155-1171", "Phys. Rev. D 82,
 * 12345", "Access, vol. 8, no. 2, pp. 1-10".
 */
const REFERENCE =
  /^(\p{L}.*?[^\d\s,:;]),?\s{0,2}(?:vol(?:ume|\.)?\s?)?((?:(?<!\p{L})[A-Z])?\d{1,4})(?:\s?\((\d{1,3})\)|,?\s?(?:no\.|issue|number)\s?(\d{1,3}))?\s?[,:;]?\s?(?:(?:pp?\.|pages?|article)\s?)?([A-Z]?\d{1,12}(?:\s?[-–]{1,2}\s?[A-Z]?\d{1,12})?)?[\s.,;]{0,3}$/iu;

const pageRange = (pages: string | undefined): string | undefined =>
  pages?.replace(/\s?[-–]{1,2}\s?/, '--').toUpperCase();

/**
 * The type of publication and its fields; undefined if the text names neither a journal nor a meeting ("to
 * appear", "under review", an unknown acronym), and then the paper is cited as a preprint. An unknown name is
 * a journal's if volume and year follow, or if a year follows and there is a DOI from the publisher.
 */
export function parseVenue(text: string, doi?: string): Venue | undefined {
  const venue = text.trim().replace(/\s+/g, ' ').slice(0, 300);
  const inBrackets = YEAR_IN_BRACKETS.exec(venue);
  const year = inBrackets?.[1] ?? venue.match(YEAR)?.at(-1);
  if (MEETING_WORDS.test(venue)) {
    const pages = PAGES.exec(venue);
    const booktitle = venue.replace(PAGES_OF_MEETING, '').replace(IN_FRONT, '').trim();
    return {
      type: 'inproceedings',
      booktitle,
      pages: pages ? `${pages[1]}--${pages[2]}` : undefined,
      year,
    };
  }
  const withoutYear = (
    inBrackets ? venue.replace(YEAR_IN_BRACKETS, '') : venue.replace(/[\s,;:]{1,2}(?:19|20)\d\d\.?$/, '')
  ).trim();
  const isKnown = JOURNAL_WORDS.test(venue);
  const known = isKnown ? VOLUME_ISSUE_PAGES.exec(withoutYear) : undefined;
  if (known && (known[2] !== undefined || known[4] !== undefined)) {
    const [, journal = '', volume, number, pages] = known;
    return {
      type: 'article',
      journal: journal.trim().replace(VOLUME_WORD, ''),
      volume,
      number,
      pages: pageRange(pages),
      year,
    };
  }
  const [, journal, volume, issue, number = issue, pages] = REFERENCE.exec(withoutYear) ?? [];
  if (journal !== undefined && (isKnown || year !== undefined)) {
    return { type: 'article', journal: journal.trim(), volume, number, pages: pageRange(pages), year };
  }
  if (!isKnown && (doi === undefined || year === undefined)) return undefined;
  return {
    type: 'article',
    journal: withoutYear,
    volume: undefined,
    number: undefined,
    pages: undefined,
    year,
  };
}
