/** The parts of a reason, and reasons from the words of both papers alone. */
import { listed, type Reason } from './reason';

/** A term that both papers use. */
export interface SharedTerm {
  /** As one of them prints it: "capsule endoscopy". */
  readonly surface: string;
  readonly key: string;
  readonly rarity: number;
  /** Its contribution to the similarity, 0 to 1. */
  readonly contribution: number;
  /** Whether it names a subject: it is in a title, a name, or a set phrase of the field. */
  readonly isSubject: boolean;
}

/** A possible reason. */
export interface Candidate {
  readonly reason: Reason;
  readonly weight: number;
  /** How good a reason it is; see `LEAST_STRENGTH` in reasons.ts. */
  readonly strength: number;
  /** Whether many papers share it, so that a narrower reason is said first. */
  readonly isBroad?: boolean;
  /** What it is about, so that nothing is said twice. */
  readonly about: readonly string[];
}

/** `strong` reasons suffice alone, `plain` ones together with another, `weak` ones only add to others. */
export const STRENGTH = { strong: 2, plain: 1, weak: 0.5 } as const;
/** Terms with a smaller contribution are chance, and terms in more than a fifth of the papers say nothing. */
const LEAST_CONTRIBUTION = 0.004;
const LEAST_RARITY = 1.6;

/** First halves of compounds such as "pre-training" and "fine-tuned", which say nothing alone. */
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

/** Phrases say more than the words in them. */
const informativeness = ({ contribution, key }: SharedTerm): number =>
  contribution * (key.includes(' ') ? 5 : 1);

/** A reason from one or two terms that both mention; at most one. */
export const termCandidates = (terms: readonly SharedTerm[]): Candidate[] => {
  const mentions = terms
    .filter(isWorthMention)
    .toSorted((a, b) => informativeness(b) - informativeness(a) || (a.key < b.key ? -1 : 1));
  const chosen: SharedTerm[] = [];
  for (const term of mentions) {
    const words = term.key.split(' ');
    // "capsule" adds nothing to "capsule endoscopy".
    const overlaps = chosen.some(({ key }) => key.split(' ').some((word) => words.includes(word)));
    if (!overlaps) chosen.push(term);
    if (chosen.length === 2) break;
  }
  const [first, second] = chosen;
  if (first === undefined) return [];
  const about = chosen.flatMap(({ key }) => key.split(' '));
  const names = chosen.map(({ surface }) => surface);
  const reason: Reason = { form: 'mention', names: [names], text: `both mention ${listed(names)}` };
  // Words are weaker reasons than tags, whose meaning was checked; two words are better than one.
  const strength = second ? STRENGTH.plain : STRENGTH.weak;
  return [{ reason, weight: first.rarity * (second ? 0.6 : 0.45), strength, about }];
};
