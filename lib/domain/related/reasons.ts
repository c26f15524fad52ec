/**
 * Why two papers are related, in a researcher's words; nothing if there is no good reason. A task is combined
 * with a modality only if neither paper has another of either kind, since tags do not say which belongs to
 * which.
 */
import type { Facet, TagDefinition } from '@/lib/domain/paper';
import { hasTrait } from '@/lib/domain/tag-knowledge';
import { listed, type Reason, type ReasonForm } from './reason';
import { STRENGTH, termCandidates } from './term-reasons';
import type { Candidate, SharedTerm } from './term-reasons';

/** A tag that both papers have. */
export interface SharedTag {
  readonly definition: TagDefinition;
  /** The natural logarithm of the number of papers over those that have it; 0 if all do. */
  readonly rarity: number;
  /** True if neither paper has another tag of its kind: modality, part of the body, or disease. */
  readonly isOnly: boolean;
}

/**
 * The least total strength of the reasons for a related paper: one strong reason, or a plain one with
 * another.
 */
const LEAST_STRENGTH = 1.5;

/** A tag that at most an eighth of the papers have is narrow enough to be the only reason. */
const NARROW = Math.log(8);

/** A tag that more than a twentieth of the papers have is broad. */
const BROAD = Math.log(20);

const strengthOf = ({ definition, rarity }: SharedTag): number =>
  rarity >= NARROW && !hasTrait(definition, 'manner') ? STRENGTH.strong : STRENGTH.plain;

/** The label within a sentence: "report generation", but "X-ray", "MRI", "Kolmogorov-Arnold network". */
export const inSentence = ({ label, forms }: TagDefinition): string => {
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

/** Contributions that are a reason, because two papers of this kind are worth reading together. */
const CONTRIBUTIONS: ReadonlyMap<string, Reason> = new Map(
  (
    [
      ['dataset', 'both present a new dataset'],
      ['benchmark', 'both present a new benchmark'],
      ['survey', 'both are surveys'],
      ['evaluation', 'both are evaluation studies'],
      ['software', 'both present software'],
      ['challenge', 'both report on a challenge'],
      ['theory', 'both are theory'],
    ] satisfies readonly (readonly [ReasonForm, string])[]
  ).map(([form, text]): [string, Reason] => [form, { form, names: [], text }]),
);

/** Tags that a tag implies; a dataset is a reason of its own and does not replace its modality. */
const impliedBy = ({ facet, implies = [] }: TagDefinition): readonly string[] =>
  facet === 'data' ? [] : implies;

/** The shared tags without those implied by others; a tag takes over the rarity of what it implies. */
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

const byRarity = (a: SharedTag, b: SharedTag): number =>
  b.rarity - a.rarity || (a.definition.id < b.definition.id ? -1 : 1);

const rarest = (tags: readonly SharedTag[], facet: Facet): SharedTag | undefined =>
  tags.filter(({ definition }) => definition.facet === facet).toSorted(byRarity)[0];

interface Subject extends Omit<Candidate, 'reason'> {
  /** Within a sentence: "chest CT". */
  readonly text: string;
  /** What of it is named, and whether there is more. */
  readonly names: readonly string[];
  readonly hasMore?: boolean;
  /** Whether a shared task can be combined with it. */
  readonly takesTask: boolean;
}

/** From this many shared modalities on, they are named together, since no single one is the subject. */
const MANY = 3;

const severalOf = (modalities: readonly SharedTag[]): Subject => {
  const named = modalities.toSorted(byRarity).slice(0, MANY);
  const names = named.map(({ definition }) => inSentence(definition));
  const list = modalities.length > MANY ? `${names.join(', ')} and more` : listed(names);
  return {
    text: list,
    names,
    hasMore: modalities.length > MANY,
    weight: (named[0]?.rarity ?? 0) + 0.3,
    strength: STRENGTH.plain,
    about: modalities.map(({ definition }) => definition.id),
    takesTask: false,
  };
};

/** A modality and what it shows, if neither paper has another of either. */
const pictureOf = (modality: SharedTag, part: SharedTag): Subject => {
  const [name, picture] = [inSentence(part.definition), inSentence(modality.definition)];
  const text =
    part.definition.facet === 'disease'
      ? `${name} in ${picture}`
      : `${part.definition.adjective ?? name} ${picture}`;
  return {
    text,
    names: [text],
    weight: Math.max(modality.rarity, part.rarity) + 0.3,
    strength: STRENGTH.strong,
    about: [modality.definition.id, part.definition.id],
    takesTask: true,
  };
};

const subjectOf = (shared: readonly SharedTag[]): Subject | undefined => {
  const tags = shared.filter(({ definition }) => !hasTrait(definition, 'words'));
  const modalities = tags.filter(({ definition }) => definition.facet === 'modality');
  if (modalities.length >= MANY) return severalOf(modalities);
  const modality = rarest(tags, 'modality');
  // A disease says more than its organ.
  const part = rarest(tags, 'disease') ?? rarest(tags, 'anatomy');
  if (modality?.isOnly && part?.isOnly && hasTrait(modality.definition, 'picture'))
    return pictureOf(modality, part);
  const [one] = [modality, part].flatMap((tag) => tag ?? []).toSorted((a, b) => b.rarity - a.rarity);
  if (one === undefined) return undefined;
  const { definition, rarity, isOnly } = one;
  const article = definition.facet === 'anatomy' && !hasTrait(definition, 'uncounted') ? 'the ' : '';
  const name = inSentence(definition);
  return {
    text: `${article}${name}`,
    names: [name],
    weight: rarity,
    isBroad: rarity < BROAD,
    strength: strengthOf(one),
    about: [definition.id],
    takesTask: isOnly && definition.facet === 'modality',
  };
};

/** A shared dataset is the most useful reason, however common it is. */
const dataCandidates = (tags: readonly SharedTag[]): Candidate[] => {
  const data = tags.filter(({ definition }) => definition.facet === 'data').toSorted(byRarity);
  const [first] = data;
  if (first === undefined) return [];
  const names = data.map(({ definition }) => definition.label);
  const about = data.map(({ definition }) => definition.id);
  const reason: Reason = { form: 'data', names: [names], text: `same data: ${listed(names)}` };
  return [{ reason, weight: first.rarity + 2, strength: STRENGTH.strong, about }];
};

/**
 * Combines a task and a subject: "both generate reports from chest CT", "both on explainability for MRI",
 * "both on visual grounding".
 */
const sayTask = ({ said }: TagDefinition, task: string, subject: string | undefined): string => {
  if (said === undefined) return subject === undefined ? `both on ${task}` : `both on ${task} for ${subject}`;
  const [start = '', of = '', without = ''] = said.split('|').map((part) => part.trim());
  const rest = subject === undefined ? without : of.replace('$', subject);
  return `both ${start} ${rest}`.trim();
};

const onTask = ({ definition }: SharedTag, subject?: Subject): Reason => {
  const task = inSentence(definition);
  const text = sayTask(definition, task, subject?.text);
  return subject === undefined
    ? { form: 'task', names: [[task]], text }
    : { form: 'taskOn', names: [[task], subject.names], text };
};

const aboutSubject = ({ text, names, hasMore = false }: Subject): Reason => ({
  form: hasMore ? 'subjects' : 'subject',
  names: [names],
  text: `both about ${text}`,
});

/** Reasons from task and subject, combined where possible, and from a second task. */
const taskCandidates = (tags: readonly SharedTag[]): Candidate[] => {
  const task = rarest(tags, 'task');
  const subject = subjectOf(tags);
  const second = rarest(
    tags.filter((tag) => tag !== task),
    'task',
  );
  const candidates: Candidate[] = [];
  if (task && subject?.takesTask) {
    candidates.push({
      reason: onTask(task, subject),
      // A task combined with a subject is rarer than either.
      weight: Math.max(task.rarity, subject.weight) + Math.min(task.rarity, subject.weight) / 2,
      strength: STRENGTH.strong,
      about: [task.definition.id, ...subject.about],
    });
  } else {
    if (subject) candidates.push({ ...subject, reason: aboutSubject(subject) });
    if (task) candidates.push(ofTask(task, task.rarity));
  }
  if (second) candidates.push(ofTask(second, second.rarity * 0.8));
  return candidates;
};

const ofTask = (tag: SharedTag, weight: number): Candidate => ({
  reason: onTask(tag),
  weight,
  strength: strengthOf(tag),
  isBroad: tag.rarity < BROAD,
  about: [tag.definition.id],
});

const tagCandidates = (tags: readonly SharedTag[]): Candidate[] => {
  const candidates: Candidate[] = [];
  for (const { definition, rarity } of tags) {
    const about = [definition.id];
    const name = inSentence(definition);
    if (definition.facet === 'method') {
      const text = `both ${definition.said ?? `use ${plural(name)}`}`;
      const reason: Reason = { form: 'method', names: [[name]], text };
      candidates.push({ reason, weight: rarity, strength: STRENGTH.plain, isBroad: rarity < BROAD, about });
    } else if (hasTrait(definition, 'words')) {
      const reason: Reason = { form: 'words', names: [[name]], text: `both work with ${name}` };
      candidates.push({ reason, weight: rarity * 0.6, strength: STRENGTH.weak, isBroad: true, about });
    } else if (definition.facet === 'contribution') {
      const reason = CONTRIBUTIONS.get(definition.id);
      const strength = definition.id === 'survey' ? STRENGTH.plain : STRENGTH.weak;
      if (reason !== undefined)
        candidates.push({ reason, weight: rarity * 0.75, strength, isBroad: true, about });
    }
  }
  return [...dataCandidates(tags), ...candidates, ...taskCandidates(tags)];
};

/** The least strength of a second reason, since something that half of the papers share says nothing. */
const LEAST_SECOND = 0.8;
/** The least strength of a second reason if the first is not sufficient alone. */
const LEAST_COMPANY = 0.6;

/**
 * One or two reasons, the rarest shared feature first, but none that many papers share before a narrower one; none if what the papers share is too little or too
 * common, unless `anyWill` is set. `stemsOf` returns the stems of a tag's forms, so that a term does not
 * repeat a tag.
 */
export const explainNearness = (
  tags: readonly SharedTag[],
  terms: readonly SharedTerm[],
  stemsOf: (tag: TagDefinition) => ReadonlySet<string>,
  anyWill = false,
): Reason[] => {
  const said = new Set(tags.flatMap(({ definition }) => [...stemsOf(definition)]));
  const unsaid = terms.filter(({ key }) => !key.split(' ').every((word) => said.has(word)));
  const candidates = [...tagCandidates(withoutImplied(tags)), ...termCandidates(unsaid)].toSorted(
    (a, b) => b.weight - a.weight,
  );
  const chosen: Candidate[] = [];
  for (const candidate of candidates) {
    const isNew = !chosen.some(({ about }) => about.some((each) => candidate.about.includes(each)));
    const [first] = chosen;
    const least = first && first.strength < LEAST_STRENGTH ? LEAST_COMPANY : LEAST_SECOND;
    if (isNew && (first === undefined || candidate.weight >= least)) chosen.push(candidate);
    if (chosen.length === 2) break;
  }
  const strength = chosen.reduce((sum, candidate) => sum + candidate.strength, 0);
  const ordered = chosen.toSorted((a, b) => Number(a.isBroad ?? false) - Number(b.isBroad ?? false));
  return anyWill || strength >= LEAST_STRENGTH ? ordered.map(({ reason }) => reason) : [];
};
