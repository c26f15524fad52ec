/**
 * Reads the venue in a paper's comments ("Accepted at MICCAI 2025", "CVPR 2024 (oral)"): a known meeting or
 * journal with its year. Submitted papers and papers under review have no venue yet, and a name without a
 * year is not enough.
 */

/** Usual short names of meetings and journals. */
const NAMES =
  'MICCAI MIDL ISBI IPMI CVPR ICCV ECCV ACCV WACV BMVC NeurIPS NIPS ICML ICLR AAAI IJCAI ECAI ACL EMNLP NAACL EACL AACL ' +
  'COLING LREC COLM CoNLL TACL INTERSPEECH ICASSP ASRU SIGIR KDD CIKM WSDM WWW RecSys ECIR CoRL ICRA IROS RSS UAI AISTATS ' +
  'MLHC CHIL TMLR JMLR TPAMI IJCV SIGGRAPH ISMIR ICIP ICPR 3DV CHI AAMAS ICDM FAccT';

const byLetters = new Map(NAMES.split(' ').map((name) => [name.toLowerCase(), name]));
const NAME = String.raw`(?<![\w-])(?<name>${NAMES.replaceAll(' ', '|')})`;
const STATED = new RegExp(
  String.raw`${NAME}(?:\s?(?:['’]|-|–)?\s?)(?<year>(?:20)?[0-3]\d)(?!\d)(?<rest>[^.;,\n]{0,40})`,
  'i',
);
/** Words that show that the paper is not, or not yet, published there. */
const UNSETTLED =
  /\b(?:submit|submission|under review|reject|withdraw|in review|extended version of|preprint)/i;

/** "MICCAI 2025", "CVPR 2024 Workshop"; undefined if the comments state none for certain. */
export const readVenue = (comments: string): string | undefined => {
  const text = comments.slice(0, 1000);
  if (UNSETTLED.test(text)) return undefined;
  const { name, year, rest } = STATED.exec(text)?.groups ?? {};
  const known = name === undefined ? undefined : byLetters.get(name.toLowerCase());
  if (known === undefined || year === undefined) return undefined;
  // A name in lower case is a word: "rss", "chi".
  if (name !== known && name !== known.toUpperCase()) return undefined;
  const full = year.length === 2 ? `20${year}` : year;
  return `${known} ${full}${/\bworkshop/i.test(rest ?? '') ? ' Workshop' : ''}`;
};
