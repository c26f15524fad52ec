/** A taxonomy prepared for reading: its forms as a tree, and the conditions of each tag. */
import type { TagDefinition } from '../../paper';
import { hasTrait } from '../../tag-knowledge';
import { addForm, addMark, closeTree, createTree, type FormTree } from './form-tree';
import { findForms } from './match';
import { fold } from './vocabulary';
import { tasksWithImages, type WithImages } from './with-images';
import { MEDICAL_WORDS } from './words';

/** The mark that is seen if the paper has a word of medicine. */
export const MEDICINE = 'medicine';

/** Among the words that a form needs: it counts in a title without the others. */
export const IN_TITLE = 'in title';

/** A form that counts only under conditions; it is found under its own id. */
export interface Conditional {
  readonly id: string;
  /** One of them must be present, if there are any. */
  readonly words: readonly string[];
  readonly isVague: boolean;
}

/** What reading needs of a taxonomy. */
export interface Matcher {
  readonly tree: FormTree;
  readonly tags: ReadonlyMap<string, TagDefinition>;
  readonly conditional: ReadonlyMap<string, Conditional>;
  /** Ids of methods, those of their conditional forms among them. */
  readonly methods: ReadonlySet<string>;
  /** Ids under which modalities are found by the words that usually stand for them. */
  readonly usual: ReadonlyMap<string, string>;
  /** By tag, the forms for which one mention is not enough. */
  readonly faint: ReadonlyMap<string, ReadonlySet<string>>;
  /** By tag, the forms that in a paper on pictures say where these were found. */
  readonly archives: ReadonlyMap<string, ReadonlySet<string>>;
  readonly withImages: readonly WithImages[];
  /** By category or method, the task for which it stands. */
  readonly standsFor: ReadonlyMap<string, string>;
}

/** A form in the common spelling of its words, with hyphens as spaces: the key by which faint forms are compared. */
export const evened = (form: string): string =>
  form
    .trim()
    .split(/[\s-]+/)
    .map(fold)
    .join(' ');

const FIRST_YEAR = 2012;
const YEARS = 16;

/**
 * "ISIC#" becomes "ISIC", "ISIC18" and "ISIC2018": challenges keep their name for years and print it in
 * several ways.
 */
function withYears(form: string): string[] {
  if (!form.endsWith('#')) return [form];
  const name = form.slice(0, -1);
  const years = Array.from({ length: YEARS }, (_, year) => String(FIRST_YEAR + year));
  return [name, ...years.flatMap((year) => [name + year, name + year.slice(2)])];
}

/**
 * Tasks that make the thing before them a subject: in "polyp detection" the polyp is detected, in "eye
 * tracking" the eye is only the means.
 */
const DONE_TO_A_PART =
  /(?:segmentation|detection|classification|localization|diagnosis|grading|screening|biometry)$/;

/** A form to be found besides those of the taxonomy, and the tag that it names. */
type Added = readonly [id: string, form: string];

/**
 * Longer forms of tasks and methods that contain a modality, an organ or a disease: "MRI reconstruction" is
 * on MRI.
 */
function namedInOthers(tags: readonly TagDefinition[]): Added[] {
  const names = createTree();
  const phrases = new Set(tags.flatMap((tag) => tag.not ?? []));
  const facets = new Map(tags.map(({ id, facet }) => [id, facet]));
  for (const { id, facet, forms, signs = [], beside = {} } of tags)
    if (facet === 'modality' || facet === 'anatomy' || facet === 'disease')
      for (const form of [...forms, ...signs]) if (!(form in beside)) addForm(names, id, form);
  return tags
    .filter(({ facet }) => facet === 'task' || facet === 'method')
    .flatMap(({ forms }) => forms.filter((form) => !phrases.has(form)))
    .flatMap((form) =>
      findForms(form, names, new Set(), () => true)
        .filter(({ id }) => facets.get(id) === 'modality' || DONE_TO_A_PART.test(form))
        .map(({ id }) => [id, form] as const),
    );
}

/**
 * What is named within a phrase that only indicates a modality: "brain tumor segmentation" indicates MRI, but
 * names the brain's tumours and segmentation, which are not found apart from the longer phrase.
 */
function namedInSigns(tags: readonly TagDefinition[]): Added[] {
  const phrases = tags.flatMap(({ id, signs = [], usual = [], beside = {} }): Added[] =>
    [...signs, ...usual].flatMap((phrase): Added[] => (phrase in beside ? [] : [[id, phrase]])),
  );
  // Most forms are in none of the phrases, and need no place in the tree.
  const all = phrases.map(([, phrase]) => phrase.toLowerCase()).join('; ');
  const names = createTree();
  for (const { id, facet, forms, beside = {} } of tags)
    if (facet === 'task' || facet === 'anatomy' || facet === 'disease')
      for (const form of forms)
        if (all.includes(form.toLowerCase()) && !(form in beside)) addForm(names, id, form);
  return phrases.flatMap(([own, phrase]) =>
    findForms(phrase, names, new Set(), () => true).flatMap(({ id }): Added[] =>
      id === own ? [] : [[id, phrase]],
    ),
  );
}

/**
 * "Glaucoma detection", "detection of glaucoma": forms of a task that a disease and a word of `withDisease` make;
 * the disease, and what it indicates, are still found in the longer form. Diseases that another task is said of
 * are left out: who says "polyp detection" looks for objects. `tree` has all other forms.
 */
function namedWithDiseases(tags: readonly TagDefinition[], tree: FormTree): Added[] {
  const facets = new Map(tags.map(({ id, facet }) => [id, facet]));
  const diseases = tags.filter(({ facet }) => facet === 'disease');
  const find = (phrase: string): string[] =>
    findForms(phrase, tree, new Set(), () => true).map(({ id }) => id);
  const owners = tags.filter(({ withDisease = [] }) => withDisease.length > 0);
  return owners.flatMap(({ id: own, withDisease = [] }) =>
    diseases.flatMap(({ forms, beside = {} }) =>
      forms.flatMap((form): Added[] => {
        if (form in beside) return [];
        const within = find(form);
        return withDisease.flatMap((word): Added[] => {
          const phrase = `${form} ${word}`;
          const isTaken = find(phrase).some((id) => id !== own && facets.get(id) === 'task');
          if (isTaken || forms.includes(phrase)) return [];
          return [phrase, `${word} of ${form}`].flatMap((each) =>
            [own, ...within].map((id): Added => [id, each]),
          );
        });
      }),
    ),
  );
}

/** The forms of a tag that are words of medicine: its datasets, and names of several words ("optic disc"). */
function ownMedicalWords(tag: TagDefinition): string[] {
  const { field, facet, forms, signs = [], usual = [] } = tag;
  if (field !== 'medicine') return [];
  if (facet === 'data') return [...forms, ...signs].flatMap(withYears);
  const isNamed = isScan(tag) || facet === 'anatomy' || facet === 'disease';
  return isNamed ? [...forms, ...usual].filter((form) => /\w \w/.test(form)) : [];
}

/** Builds the matcher of `taxonomy`. Contributions are left out, since they are read separately. */
export function createMatcher(taxonomy: readonly TagDefinition[]): Matcher {
  const tags = taxonomy.filter((tag) => tag.facet !== 'contribution');
  const tree = createTree();
  const conditional = new Map<string, Conditional>();
  const methods = new Set(tags.flatMap(({ id, facet }) => (facet === 'method' ? [id] : [])));
  const usual = new Map<string, string>();
  for (const tag of tags) {
    const { id, beside = {}, vague = [] } = tag;
    for (const form of [...tag.forms, ...(tag.signs ?? [])]) {
      const isVague = vague.includes(form);
      const words = beside[form] ?? [];
      if (words.length === 0 && !isVague) for (const each of withYears(form)) addForm(tree, id, each);
      else {
        const own = `${id} beside ${words.length > 0 ? form : ''}`;
        conditional.set(own, { id, words, isVague });
        if (methods.has(id)) methods.add(own);
        addForm(tree, own, form);
        for (const word of words) addMark(tree, word, word);
      }
    }
    for (const form of tag.usual ?? []) {
      usual.set(`usual ${id}`, id);
      addForm(tree, `usual ${id}`, form);
    }
    for (const phrase of tag.not ?? []) addForm(tree, '', phrase);
  }
  for (const [id, form] of [...namedInOthers(tags), ...namedInSigns(tags)]) addForm(tree, id, form);
  const withDiseases = namedWithDiseases(tags, tree);
  for (const [id, form] of withDiseases) addForm(tree, id, form);
  for (const word of [...MEDICAL_WORDS, ...tags.flatMap(ownMedicalWords)]) addMark(tree, MEDICINE, word);
  closeTree(tree);
  return {
    tree,
    tags: new Map(tags.map((tag) => [tag.id, tag])),
    conditional,
    methods,
    usual,
    faint: new Map(
      tags.flatMap(({ id, forms, faint = [], withDisease }) => {
        // An abstract may speak of the detection of a disease only to say why it matters.
        const composed = withDisease
          ? withDiseases.flatMap(([named, form]) => (named === id ? [evened(form)] : []))
          : [];
        const own = new Set(forms.map(evened));
        // Hundreds of empty sets would be a tenth of a megabyte in the background.
        const all = new Set([...faint.map(evened), ...composed.filter((form) => !own.has(form))]);
        return all.size > 0 ? [[id, all] as const] : [];
      }),
    ),
    archives: new Map(
      tags.flatMap(({ id, archives }) => (archives ? [[id, new Set(archives.map(evened))] as const] : [])),
    ),
    withImages: tasksWithImages(tags),
    standsFor: new Map(
      tags.flatMap(({ id, categories = [], methods: named = [] }) =>
        [...categories, ...named].map((each) => [each, id] as const),
      ),
    ),
  };
}

/** True for modalities that are pictures or signals of a body. */
export const isScan = (tag: TagDefinition): boolean =>
  tag.facet === 'modality' && !hasTrait(tag, 'everyday') && !hasTrait(tag, 'words');
