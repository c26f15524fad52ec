/** What a reason for a neighbour is made of, and the reasons that lie in the words of both papers alone. */

/** A term that both papers use. */
export interface SharedTerm {
  /** As one of them has it: "capsule endoscopy". */
  readonly surface: string;
  readonly key: string;
  readonly rarity: number;
  /** What it adds to the likeness of the two, 0 to 1. */
  readonly contribution: number;
  /** Whether it names a subject: it stands in a title, is a name, or is a set phrase of the field. */
  readonly isSubject: boolean;
}

/** A reason that could be given. */
export interface Candidate {
  readonly text: string;
  readonly weight: number;
  /** How good a reason it is: see `LEAST_STRENGTH` in reasons.ts. */
  readonly strength: number;
  /** What it speaks of, so that no thing is said twice. */
  readonly about: readonly string[];
}

/** Alone enough, enough beside any other, and no more than an addition. */
export const STRENGTH = { strong: 2, plain: 1, weak: 0.5 } as const;
/** A term below this share of the likeness is chance; one in more than a fifth of the papers tells nothing. */
const LEAST_CONTRIBUTION = 0.004;
const LEAST_RARITY = 1.6;

/** First halves of compounds: "pre-training", "fine-tuned" leave them behind, and alone they say nothing. */
const FRAGMENTS: ReadonlySet<string> = new Set(
  'pre post non multi cross self semi sub inter intra co fine long short free high low text image bench med rad tomography sota gpt dl gpu'.split(
    ' ',
  ),
);

const isWorthMention = ({ surface, isSubject, contribution, rarity }: SharedTerm): boolean =>
  isSubject &&
  contribution >= LEAST_CONTRIBUTION &&
  rarity >= LEAST_RARITY &&
  !FRAGMENTS.has(surface.toLowerCase());

/** A phrase says more than the words it is made of. */
const telling = ({ contribution, key }: SharedTerm): number => contribution * (key.includes(' ') ? 5 : 1);

/** What both mention: one or two terms, at most one candidate. */
export const termCandidates = (terms: readonly SharedTerm[]): Candidate[] => {
  const mentions = terms
    .filter(isWorthMention)
    .toSorted((a, b) => telling(b) - telling(a) || (a.key < b.key ? -1 : 1));
  const chosen: SharedTerm[] = [];
  for (const term of mentions) {
    const words = term.key.split(' ');
    // "capsule" says nothing beside "capsule endoscopy".
    const overlaps = chosen.some(({ key }) => key.split(' ').some((word) => words.includes(word)));
    if (!overlaps) chosen.push(term);
    if (chosen.length === 2) break;
  }
  const [first, second] = chosen;
  if (first === undefined) return [];
  const about = chosen.flatMap(({ key }) => key.split(' '));
  const text = `both mention ${chosen.map(({ surface }) => surface).join(' and ')}`;
  // Words are a poorer reason than tags, whose meaning somebody checked; two are better than one.
  const strength = second ? STRENGTH.plain : STRENGTH.weak;
  return [{ text, weight: first.rarity * (second ? 0.6 : 0.45), strength, about }];
};
