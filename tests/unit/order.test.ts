import { describe, expect, it } from 'vitest';
import { MOST_SAVED, openOrder, orderEntries, profileOf, type SavedOrderPaper } from '@/lib/domain/order';
import { indexSaved } from '@/lib/domain/order/nearness';
import type { TagDefinition } from '@/lib/domain/paper';
import { salientTerms } from '@/lib/domain/text/terms';
import { TAGS } from '../fixtures/ui-papers';

/** Words that many papers have are common here, all others are unknown. */
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
/** Papers about nothing that anybody here saved: what stands out needs something to stand out from. */
const OTHERS = 'tides whales rivers glaciers forests deserts meadows volcanoes corals caves'
  .split(' ')
  .map((subject) => paper(subject, `About ${subject}`, `Of ${subject}, deep and broad.`));

const order = (saved: readonly SavedOrderPaper<string>[], entries = DAY) =>
  orderEntries(openOrder(saved), entries, { idf });
const idsOf = (placed: readonly { readonly id: string }[]): readonly string[] => placed.map(({ id }) => id);

/** The first of two entries that lie equally near, where two papers were saved at these times. */
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
  it('has first what is near to them, and says to which and why', () => {
    const [first, second] = order(LAMPS, [...DAY, ...OTHERS]);
    expect(first).toMatchObject({ id: 'glaucoma', at: 1, near: ['s2', 's1'], isNear: true });
    expect(first?.reasons).toEqual(expect.arrayContaining(['glaucoma']));
    expect(second?.isNear).toBe(false);
  });

  it('has each of several interests before what is of none', () => {
    const placed = order([...LAMPS, ...ROBOTS]);
    expect(idsOf(placed).slice(0, 2).toSorted()).toEqual(['glaucoma', 'robots']);
    expect(placed.find(({ id }) => id === 'robots')?.near).toEqual(['s4']);
  });

  it('is not led by a saved paper that is a little like everything', () => {
    const broad = paper(
      'broad',
      'Deep models learn',
      'Deep models are trained on images, storms, rhymes and dust.',
    );
    expect(idsOf(order([...LAMPS, broad]))[0]).toBe('glaucoma');
  });

  it('counts what was saved lately for more, and only a little', () => {
    expect(aged('2026-01-31T00:00:00Z', '2024-01-31T00:00:00Z')).toBe('b');
    expect(aged('2024-01-31T00:00:00Z', '2026-01-31T00:00:00Z')).toBe('a');
  });

  it('has saved papers before all others, and counts them for nothing', () => {
    const [lamp] = LAMPS;
    const placed = order(LAMPS, [...DAY, ...OTHERS, ...(lamp ? [lamp] : [])]);
    expect(idsOf(placed).slice(0, 2)).toEqual(['s1', 'glaucoma']);
    expect(placed.map(({ isNear }) => isNear).slice(0, 3)).toEqual([false, true, false]);
  });

  it('explains what is near alone, where it is waited for', () => {
    const placed = orderEntries(openOrder(LAMPS), [...DAY, ...OTHERS], { idf, explain: 'near' });
    expect(placed.filter(({ reasons }) => reasons.length > 0).map(({ id }) => id)).toEqual(['glaucoma']);
  });

  it('leaves what has nothing in common as the page has it', () => {
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
  ])('stands for %s', (_, saved, entries) => {
    expect(idsOf(order(saved, entries))).toEqual(idsOf(entries));
  });

  it('compares with the newest of very many', () => {
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

describe('what a saved paper and an entry have in common', () => {
  it('are the tags of both, as they stand in a sentence, but no contribution', () => {
    const tags = [TAGS.fundus, TAGS.report, TAGS.model];
    expect(
      reasonsFor(paper('s', 'Eye reports', 'Eye reports', tags), paper('e', 'Eye texts', 'Eye texts', tags)),
    ).toEqual(['fundus photography', 'report generation', 'eye']);
  });

  it('are no tags that much of the list has', () => {
    const entries = ['a', 'b', 'c'].map((id) => paper(id, `Eye ${id}`, 'Eye', [TAGS.oct]));
    expect(order([paper('s', 'Eye reports', 'Eye', [TAGS.oct])], entries)[0]?.reasons).toEqual(['eye']);
  });

  it('are named words before others, and none by which every abstract speaks of itself', () => {
    expect(
      reasonsFor(
        paper('s', 'Reports', 'We propose novel methods that quickly improve MRI of lanterns.'),
        paper('e', 'Grading', 'Novel methods quickly improve MRI with lanterns.'),
      ),
    ).toEqual(['MRI']);
  });

  it('are at least the word that they share most', () => {
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

  it('made of kept terms is like that of the text', () => {
    const terms = salientTerms(title, abstract, { limit: 120 });
    const index = indexSaved([{ profile: profileOf({ title, terms }, idf) }]);
    expect(index.compare(profileOf({ title, abstract }, idf))[0]).toBeGreaterThan(0.9);
  });

  it('counts a word in the title for more', () => {
    expect(weightOf({ title: 'Glaucoma', abstract: 'Lamps light nerves.' })).toBeGreaterThan(
      weightOf({ title: 'Lamps', abstract: 'Glaucoma, light, nerves.' }),
    );
  });
});
