import { describe, expect, it } from 'vitest';
import {
  MOST_SAVED,
  openOrder,
  orderEntries,
  orderInSteps,
  profileOf,
  type SavedOrderPaper,
} from '@/lib/domain/order';
import { indexSaved } from '@/lib/domain/order/nearness';
import type { TagDefinition } from '@/lib/domain/paper';
import { salientTerms } from '@/lib/domain/text/terms';
import { TAGS } from '../../../fixtures/ui-papers';

/** Words of many papers are common here, all others are unknown. */
const COMMON = new Set(['model', 'deep', 'learn', 'imag', 'train']);
const idf = (key: string): number | undefined => (COMMON.has(key) ? 1 : undefined);

const paper = (
  id: string,
  title: string,
  abstract = title,
  tags: readonly TagDefinition[] = [],
): SavedOrderPaper<string> => ({ id, title, tags, profile: profileOf({ title, abstract }, idf) });

const LAMPS = [
  paper(
    's1',
    'Retinal lamps for glaucoma screening',
    'Retinal lamps light the optic nerve of glaucoma patients.',
  ),
  paper('s2', 'Glaucoma from retinal photographs', 'Retinal photographs show glaucoma at the optic nerve.'),
  paper('s3', 'Optic nerve segmentation', 'The optic nerve is segmented for glaucoma screening.'),
];
const ROBOTS = [
  paper('s4', 'Robots that open doors', 'Robots learn grasping policies for door handles.'),
  paper('s5', 'Grasping policies from demonstrations', 'Demonstrations teach robots to open a door.'),
];
const DAY = [
  paper('weather', 'Storm forecasts with deep models', 'Deep models forecast storms over the ocean.'),
  paper('glaucoma', 'Glaucoma grading', 'Retinal photographs grade glaucoma by the optic nerve.'),
  paper('poems', 'Rhymes in deep language models', 'Deep models learn to rhyme.'),
  paper('robots', 'A robot for every door', 'Robots open doors by grasping policies.'),
  paper('sums', 'Sums of squares', 'Squares of integers are summed.'),
  paper('stars', 'Dust round young stars', 'Stars are seen through dust.'),
];
/** Papers on subjects that nobody here saved: what is special needs a background to differ from. */
const OTHERS = 'tides whales rivers glaciers forests deserts meadows volcanoes corals caves'
  .split(' ')
  .map((subject) => paper(subject, `About ${subject}`, `Of ${subject}, deep and broad.`));

const order = (saved: readonly SavedOrderPaper<string>[], entries = DAY) =>
  orderEntries(openOrder(saved), entries, { idf });
const idsOf = (placed: readonly { readonly id: string }[]): readonly string[] => placed.map(({ id }) => id);

/** The first of two equally near entries, with two papers saved at these times. */
const aged = (robots: string | undefined, lamps: string | undefined) => {
  const [lamp, robot] = [paper('lamp', 'Glaucoma'), paper('robot', 'Doors')];
  const saved = [
    { ...lamp, savedAt: lamps },
    { ...robot, savedAt: robots },
  ];
  const entries = [paper('a', 'Glaucoma in dust'), paper('b', 'Doors in dust'), ...DAY.slice(4)];
  return idsOf(order(saved, entries))[0];
};

describe('a day in the order of saved papers', () => {
  it('starts with what is near to them, and says to which and why', () => {
    const [first, second] = order(LAMPS, [...DAY, ...OTHERS]);
    expect(first).toMatchObject({ id: 'glaucoma', at: 1, near: ['s2', 's1'], isNear: true });
    expect(first?.reasons).toEqual(expect.arrayContaining(['glaucoma']));
    expect(second?.isNear).toBe(false);
  });

  it('lists each of several interests before what matches none', () => {
    const placed = order([...LAMPS, ...ROBOTS]);
    expect(idsOf(placed).slice(0, 2).toSorted()).toEqual(['glaucoma', 'robots']);
    expect(placed.find(({ id }) => id === 'robots')?.near).toEqual(['s4']);
  });

  it('is not dominated by a saved paper that is slightly similar to everything', () => {
    const broad = paper(
      'broad',
      'Deep models learn',
      'Deep models are trained on images, storms, rhymes and dust.',
    );
    expect(idsOf(order([...LAMPS, broad]))[0]).toBe('glaucoma');
  });

  it('gives recently saved papers slightly more weight', () => {
    expect(aged('2026-01-31T00:00:00Z', '2024-01-31T00:00:00Z')).toBe('b');
    expect(aged('2024-01-31T00:00:00Z', '2026-01-31T00:00:00Z')).toBe('a');
  });

  it('lists saved papers first, and ignores them as evidence', () => {
    const [lamp] = LAMPS;
    const placed = order(LAMPS, [...DAY, ...OTHERS, ...(lamp ? [lamp] : [])]);
    expect(idsOf(placed).slice(0, 2)).toEqual(['s1', 'glaucoma']);
    expect(placed.map(({ isNear }) => isNear).slice(0, 3)).toEqual([false, true, false]);
  });

  it('explains only near entries on request', () => {
    const placed = orderEntries(openOrder(LAMPS), [...DAY, ...OTHERS], { idf, explain: 'near' });
    expect(placed.filter(({ reasons }) => reasons.length > 0).map(({ id }) => id)).toEqual(['glaucoma']);
  });

  it('yields after each entry, both when comparing and when explaining', () => {
    const entries = [...DAY, ...OTHERS];
    const steps = [...orderInSteps(openOrder(LAMPS), entries, { idf })];
    expect(steps).toHaveLength(2 * entries.length);
  });

  it('names at most three saved papers, the nearest first', () => {
    const saved = [...ROBOTS, ...LAMPS, paper('s6', 'Glaucoma'), paper('s7', 'Glaucoma grading')];
    const [nearest] = order(saved, [...DAY, ...OTHERS]);
    expect(nearest?.id).toBe('glaucoma');
    expect(nearest?.near[0]).toBe('s7');
    expect(nearest?.near.length).toBeLessThanOrEqual(3);
    expect(nearest?.near).not.toContain('s4');
  });

  it('leaves entries with nothing in common in the page’s order', () => {
    const placed = order(
      LAMPS,
      [DAY[4], DAY[1], DAY[5]].flatMap((entry) => entry ?? []),
    );
    expect(idsOf(placed)).toEqual(['glaucoma', 'sums', 'stars']);
    expect(placed[1]).toMatchObject({ score: 0, near: [], reasons: [], isNear: false });
  });

  it.each([
    ['an empty list', LAMPS, []],
    ['no saved paper', [], DAY],
    ['papers without words', [paper('x', '')], [paper('y', ''), paper('z', '…')]],
  ])('is the page’s own order for %s', (_, saved, entries) => {
    expect(idsOf(order(saved, entries))).toEqual(idsOf(entries));
  });

  it('compares with the newest papers if there are very many', () => {
    const many = Array.from({ length: MOST_SAVED + 2 }, (_, at) => ({
      ...paper(`s${at}`, `Lamp ${at}`),
      savedAt: new Date(Date.UTC(2020, 0, 1 + at)).toISOString(),
    }));
    const { saved } = openOrder(many);
    expect(saved).toHaveLength(MOST_SAVED);
    expect(idsOf(saved)).not.toContain('s1');
    expect(idsOf(saved)).toContain(`s${MOST_SAVED + 1}`);
  });
});

const reasonsFor = (saved: SavedOrderPaper<string>, entry: SavedOrderPaper<string>) =>
  order([saved], [entry, ...DAY])[0]?.reasons;

describe('the reasons shared by a saved paper and an entry', () => {
  it('are the tags of both, as written inside a sentence, but no contribution', () => {
    const tags = [TAGS.fundus, TAGS.report, TAGS.model];
    expect(
      reasonsFor(paper('s', 'Eye reports', 'Eye reports', tags), paper('e', 'Eye texts', 'Eye texts', tags)),
    ).toEqual(['fundus photography', 'report generation', 'eye']);
  });

  it('are not tags that much of the list has', () => {
    const entries = ['a', 'b', 'c'].map((id) => paper(id, `Eye ${id}`, 'Eye', [TAGS.oct]));
    expect(order([paper('s', 'Eye reports', 'Eye', [TAGS.oct])], entries)[0]?.reasons).toEqual(['eye']);
  });

  it('are proper names before other words, and no words by which every abstract describes itself', () => {
    expect(
      reasonsFor(
        paper('s', 'Reports', 'We propose novel methods that quickly improve MRI of lanterns.'),
        paper('e', 'Grading', 'Novel methods quickly improve MRI with lanterns.'),
      ),
    ).toEqual(['MRI']);
  });

  it('include at least the word that they share most', () => {
    expect(
      reasonsFor(paper('s', 'Reports', 'Lanterns glow.'), paper('e', 'Grading', 'Some lanterns.')),
    ).toEqual(['lanterns']);
  });
});

const weightOf = (text: { title: string; abstract: string }) => {
  const { keys, weights } = profileOf(text, idf);
  return weights[keys.indexOf('glaucoma')] ?? 0;
};

describe('a profile', () => {
  const title = 'Retinal lamps for glaucoma';
  const abstract = 'Retinal lamps light the optic nerve. Lamps cost little, and the optic nerve is seen.';

  it('built from stored terms equals that of the text', () => {
    const terms = salientTerms(title, abstract, { limit: 120 });
    const index = indexSaved([{ profile: profileOf({ title, terms }, idf) }]);
    expect(index.compare(profileOf({ title, abstract }, idf))[0]).toBeGreaterThan(0.9);
  });

  it('gives more weight to a word in the title', () => {
    expect(weightOf({ title: 'Glaucoma', abstract: 'Lamps light nerves.' })).toBeGreaterThan(
      weightOf({ title: 'Lamps', abstract: 'Glaucoma, light, nerves.' }),
    );
  });
});
