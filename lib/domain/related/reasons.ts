/** Why two papers are neighbours, in a reader's words. */
import type { Facet, TagDefinition } from '@/lib/domain/paper';
import { hasTrait } from '@/lib/domain/tag-knowledge';

/** A tag that both papers bear. */
export interface SharedTag {
  readonly definition: TagDefinition;
  /** Natural logarithm of papers over papers that bear it: 0 = all do. */
  readonly rarity: number;
}

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

interface Candidate {
  readonly text: string;
  readonly weight: number;
  /** What it speaks of, so that no thing is said twice. */
  readonly about: readonly string[];
}

/** The label as it stands inside a sentence: "report generation", but "X-ray", "MRI", "Kolmogorov-Arnold network". */
const inSentence = ({ label, forms }: TagDefinition): string => {
  const [first = ''] = label.split(' ');
  const isName =
    !/^\p{Lu}\p{Ll}[\p{Ll}-]*$/u.test(first) || forms.some((form) => form.split(' ')[0] === first);
  return isName ? label : label.charAt(0).toLowerCase() + label.slice(1);
};

const PLURALS: readonly (readonly [RegExp, string])[] = [
  [/study$/, 'studies'],
  [/(model|network|autoencoder|map|graph|module|transformer|problem|method|ensemble)$/, '$1s'],
];

const plural = (text: string): string => {
  const rule = PLURALS.find(([pattern]) => pattern.test(text));
  return rule === undefined ? text : text.replace(rule[0], rule[1]);
};

/** A contribution is a reason only where two papers of the kind are worth reading side by side. */
const CONTRIBUTIONS: Readonly<Record<string, string>> = {
  dataset: 'both present a new dataset',
  benchmark: 'both present a new benchmark',
  survey: 'both are surveys',
  evaluation: 'both are evaluation studies',
  software: 'both present software',
  challenge: 'both report on a challenge',
  theory: 'both are theory',
};

/** What a tag says too; a dataset is a reason of its own and leaves its modality to the others. */
const impliedBy = ({ facet, implies = [] }: TagDefinition): readonly string[] =>
  facet === 'data' ? [] : implies;

/** The shared tags that no other of them implies; what implies takes over the rarity of what it implies. */
const withoutImplied = (tags: readonly SharedTag[]): SharedTag[] => {
  const implied = new Set(tags.flatMap(({ definition }) => impliedBy(definition)));
  return tags
    .filter(({ definition }) => !implied.has(definition.id))
    .map((tag) => {
      const under = new Set(impliedBy(tag.definition));
      const rarities = tags.filter(({ definition }) => under.has(definition.id)).map(({ rarity }) => rarity);
      return { ...tag, rarity: Math.max(tag.rarity, ...rarities) };
    });
};

/** "A", "A and B", "A, B and C". */
const listed = (names: readonly string[]): string => names.join(', ').replace(/, (?=[^,]*$)/, ' and ');

const byRarity = (a: SharedTag, b: SharedTag): number =>
  b.rarity - a.rarity || (a.definition.id < b.definition.id ? -1 : 1);

const rarest = (tags: readonly SharedTag[], facet: Facet): SharedTag | undefined =>
  tags.filter(({ definition }) => definition.facet === facet).toSorted(byRarity)[0];

interface Subject extends Candidate {
  /** A part of the body alone: it does not follow a task ("classification on the chest"). */
  readonly isPart: boolean;
}

/** So many modalities in common are named together: no single one of them is the subject. */
const MANY = 3;

const severalOf = (modalities: readonly SharedTag[]): Subject => {
  const named = modalities.toSorted(byRarity).slice(0, MANY);
  const names = named.map(({ definition }) => inSentence(definition));
  const list = modalities.length > MANY ? `${names.join(', ')} and more` : listed(names);
  return {
    text: `on ${list}`,
    weight: (named[0]?.rarity ?? 0) + 0.3,
    about: modalities.map(({ definition }) => definition.id),
    isPart: false,
  };
};

/** What both look at, with its preposition: "on chest X-ray", "on the eye", "on histopathology". */
const subjectOf = (shared: readonly SharedTag[]): Subject | undefined => {
  const tags = shared.filter(({ definition }) => !hasTrait(definition, 'words'));
  const modalities = tags.filter(({ definition }) => definition.facet === 'modality');
  if (modalities.length >= MANY) return severalOf(modalities);
  const modality = rarest(tags, 'modality');
  // A disease says more than the organ that it is a disease of.
  const anatomy = rarest(tags, 'disease') ?? rarest(tags, 'anatomy');
  if (modality && anatomy && hasTrait(modality.definition, 'picture')) {
    const [part, picture] = [inSentence(anatomy.definition), inSentence(modality.definition)];
    return {
      text:
        anatomy.definition.facet === 'disease'
          ? `on ${part} in ${picture}`
          : `on ${anatomy.definition.adjective ?? part} ${picture}`,
      weight: Math.max(modality.rarity, anatomy.rarity) + 0.3,
      about: [modality.definition.id, anatomy.definition.id],
      isPart: false,
    };
  }
  const [one] = [modality, anatomy].flatMap((tag) => tag ?? []).toSorted((a, b) => b.rarity - a.rarity);
  if (one === undefined) return undefined;
  const { definition, rarity } = one;
  const isPart = definition.facet !== 'modality';
  const article = definition.facet === 'anatomy' && !hasTrait(definition, 'uncounted') ? 'the ' : '';
  return { text: `on ${article}${inSentence(definition)}`, weight: rarity, about: [definition.id], isPart };
};

/** A dataset in common is what a reader asks for first, however common it is. */
const dataCandidates = (tags: readonly SharedTag[]): Candidate[] => {
  const data = tags.filter(({ definition }) => definition.facet === 'data').toSorted(byRarity);
  const [first] = data;
  if (first === undefined) return [];
  const names = listed(data.map(({ definition }) => definition.label));
  const text = `same ${data.length > 1 ? 'datasets' : 'dataset'}: ${names}`;
  return [{ text, weight: first.rarity + 2, about: data.map(({ definition }) => definition.id) }];
};

/** Task and subject, together where they go together, and a second task. */
const taskCandidates = (tags: readonly SharedTag[]): Candidate[] => {
  const task = rarest(tags, 'task');
  const subject = subjectOf(tags);
  const second = rarest(
    tags.filter((tag) => tag !== task),
    'task',
  );
  const candidates: Candidate[] = [];
  if (task && subject && !subject.isPart) {
    // Task and subject together are rarer than either.
    const weight = Math.max(task.rarity, subject.weight) + Math.min(task.rarity, subject.weight) / 2;
    const about = [task.definition.id, ...subject.about];
    const name = inSentence(task.definition);
    const text = hasTrait(task.definition, 'quality')
      ? `both on ${name} ${subject.text.replace(/^on /, 'for ')}`
      : `both ${name} ${subject.text}`;
    candidates.push({ text, weight, about });
  } else {
    if (subject) candidates.push({ ...subject, text: `both ${subject.text}` });
    if (task) candidates.push(onTask(task, task.rarity));
  }
  if (second) candidates.push(onTask(second, second.rarity * 0.8));
  return candidates;
};

const onTask = ({ definition }: SharedTag, weight: number): Candidate => ({
  text: `both on ${inSentence(definition)}`,
  weight,
  about: [definition.id],
});

const tagCandidates = (tags: readonly SharedTag[]): Candidate[] => {
  const candidates: Candidate[] = [];
  for (const { definition, rarity } of tags) {
    const about = [definition.id];
    if (definition.facet === 'method') {
      candidates.push({ text: `both use ${plural(inSentence(definition))}`, weight: rarity, about });
    } else if (hasTrait(definition, 'words')) {
      candidates.push({ text: `both work with ${inSentence(definition)}`, weight: rarity * 0.6, about });
    } else if (definition.facet === 'contribution') {
      const text = CONTRIBUTIONS[definition.id];
      if (text !== undefined) candidates.push({ text, weight: rarity * 0.75, about });
    }
  }
  return [...dataCandidates(tags), ...candidates, ...taskCandidates(tags)];
};

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

const termCandidates = (terms: readonly SharedTerm[]): Candidate[] => {
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
  return [{ text, weight: first.rarity * (second ? 0.6 : 0.45), about }];
};

/** A second reason must tell something: that both use what half the papers use does not. */
const LEAST_SECOND = 0.8;

/**
 * One or two reasons, rarest shared thing first; never empty. `stemsOf` gives
 * the stems of a tag's forms, so that a term does not repeat a tag.
 */
export const explainNeighbour = (
  tags: readonly SharedTag[],
  terms: readonly SharedTerm[],
  stemsOf: (tag: TagDefinition) => ReadonlySet<string>,
): string[] => {
  const said = new Set(tags.flatMap(({ definition }) => [...stemsOf(definition)]));
  const unsaid = terms.filter(({ key }) => !key.split(' ').every((word) => said.has(word)));
  const candidates = [...tagCandidates(withoutImplied(tags)), ...termCandidates(unsaid)].toSorted(
    (a, b) => b.weight - a.weight,
  );
  const chosen: Candidate[] = [];
  for (const candidate of candidates) {
    const isNew = !chosen.some(({ about }) => about.some((each) => candidate.about.includes(each)));
    if (isNew && (chosen.length === 0 || candidate.weight >= LEAST_SECOND)) chosen.push(candidate);
    if (chosen.length === 2) break;
  }
  if (chosen.length > 0) return chosen.map(({ text }) => text);
  const [nearest] = [...unsaid, ...terms].toSorted(
    (a, b) => Number(b.isSubject) - Number(a.isSubject) || telling(b) - telling(a),
  );
  return [nearest === undefined ? 'similar wording throughout' : `both mention ${nearest.surface}`];
};
