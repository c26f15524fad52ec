/**
 * How near the entries of a list are to papers that the user saved. The nearest saved paper counts, and stands for
 * those saved beside it: each is seen together with the few saved papers most like it, so that three papers of one
 * subject say more than one, while other subjects do not blur it. What a saved paper gives its entries is measured
 * against what it gives the list on the whole, or papers that are a little like everything would lead every list.
 */
import type { Profile } from './profile';

/** A saved paper as far as order needs it. */
export interface SavedProfile {
  readonly profile: Profile;
  /** Date and time of ISO 8601; absent where nobody knows. */
  readonly savedAt?: string | undefined;
}

/** Likeness of one entry to each saved paper, 0 to 1, in their order. */
export type Likenesses = Float32Array;

/** Saved papers, ready to be compared with. */
export interface SavedIndex {
  readonly size: number;
  /** Made an entry at a time, in slices where a list is long. */
  readonly compare: (profile: Profile) => Likenesses;
  /** Among the saved papers themselves. */
  readonly own: readonly Likenesses[];
  /** What each counts for by its age, at most 1. */
  readonly recency: Float32Array;
}

/** An entry's place in the order. */
export interface RankedEntry {
  /** Its number in the list that was given. */
  readonly at: number;
  /** 1 and more stands out in the list; 0 has no word in common with any saved paper. */
  readonly score: number;
  /** Saved papers by number, the nearest first: those at least half as near as it. Empty where the score is 0. */
  readonly near: readonly number[];
  /** Whether it is near enough to be marked, whatever else is in the list. */
  readonly isNear: boolean;
}

/** Number of companions of each saved paper. */
const COMPANIONS = 5;
/** Standard deviations above the usual likeness of entries from which a companion counts in full. */
const FULL_COMPANION = 2;
/** Standard deviations above the mean from which an entry stands out. */
const STANDS_OUT = 2;
/** At most so many saved papers are named for one entry. */
const MOST_NAMED = 3;
/**
 * Where an entry is marked as near: it stands out in its list, and has something in common at all. On the papers by
 * topic these bounds mark four fifths of a topic's papers, and four fifths of what they mark is of the topic.
 */
const NEAR = { score: 1.25, likeness: 0.06 } as const;
/** What is left of a saved paper's weight after long, and the days after which half of that loss has come. */
const OLDEST_COUNTS = 0.85;
const HALF_LIFE_DAYS = 90;

const DAY = 86_400_000;

function recencyOf(saved: readonly SavedProfile[]): Float32Array {
  const times = saved.map(({ savedAt }) => (savedAt === undefined ? Number.NaN : Date.parse(savedAt)));
  const newest = times.reduce((most, time) => (time > most ? time : most), -Infinity);
  return Float32Array.from(times, (time) =>
    Number.isNaN(time)
      ? 1
      : OLDEST_COUNTS + (1 - OLDEST_COUNTS) * 2 ** (-(newest - time) / DAY / HALF_LIFE_DAYS),
  );
}

/** Saved papers that hold a term, and its weight in each. */
interface Holders {
  readonly papers: number[];
  readonly weights: number[];
}

/** Makes saved papers ready. */
export function indexSaved(saved: readonly SavedProfile[]): SavedIndex {
  const holders = new Map<string, Holders>();
  for (const [paper, { profile }] of saved.entries()) {
    for (const [at, key] of profile.keys.entries()) {
      let list = holders.get(key);
      if (list === undefined) holders.set(key, (list = { papers: [], weights: [] }));
      list.papers.push(paper);
      list.weights.push(profile.weights[at] ?? 0);
    }
  }
  const compare = ({ keys, weights }: Profile): Likenesses => {
    const likenesses = new Float32Array(saved.length);
    for (const [at, key] of keys.entries()) {
      const list = holders.get(key);
      if (list === undefined) continue;
      const weight = weights[at] ?? 0;
      for (const [i, paper] of list.papers.entries()) {
        likenesses[paper] = (likenesses[paper] ?? 0) + weight * (list.weights[i] ?? 0);
      }
    }
    return likenesses;
  };
  return {
    size: saved.length,
    compare,
    own: saved.map(({ profile }) => compare(profile)),
    recency: recencyOf(saved),
  };
}

interface Moments {
  readonly mean: number;
  readonly deviation: number;
}

/** Mean and standard deviation of numbers that are not all kept at once. */
function momentsOf(lists: readonly ArrayLike<number>[]): Moments {
  let [count, sum, squares] = [0, 0, 0];
  for (const list of lists) {
    for (let at = 0; at < list.length; at += 1) {
      const value = list[at] ?? 0;
      sum += value;
      squares += value * value;
    }
    count += list.length;
  }
  const mean = count === 0 ? 0 : sum / count;
  return { mean, deviation: count === 0 ? 0 : Math.sqrt(Math.max(0, squares / count - mean * mean)) };
}

/** A saved paper that is seen together with another, itself among them; shares come to 1. */
interface Companion {
  readonly paper: number;
  readonly share: number;
}

/** The companions of each saved paper; `usual`: what entries are like to saved papers. */
function findCompanions({ own }: SavedIndex, usual: Moments): readonly (readonly Companion[])[] {
  const full = usual.deviation * FULL_COMPANION;
  return own.map((likenesses, self) => {
    const others = Array.from(likenesses, (likeness, paper) => ({
      paper,
      share: full === 0 ? 0 : Math.min(1, Math.max(0, (likeness - usual.mean) / full)),
    }))
      .filter(({ paper, share }) => paper !== self && share > 0)
      .toSorted((a, b) => b.share - a.share || a.paper - b.paper)
      .slice(0, COMPANIONS);
    const whole = 1 + others.reduce((sum, { share }) => sum + share, 0);
    return [{ paper: self, share: 1 }, ...others].map(({ paper, share }) => ({
      paper,
      share: share / whole,
    }));
  });
}

const nearestOf = (likenesses: Likenesses): readonly number[] => {
  const best = likenesses.reduce((most, each) => Math.max(most, each), 0);
  return Array.from(likenesses.keys())
    .filter((paper) => best > 0 && (likenesses[paper] ?? 0) >= best / 2)
    .toSorted((a, b) => (likenesses[b] ?? 0) - (likenesses[a] ?? 0) || a - b)
    .slice(0, MOST_NAMED);
};

/** The entries of a list, nearest first; equally near ones as the list has them. */
export function rankEntries(index: SavedIndex, entries: readonly Likenesses[]): readonly RankedEntry[] {
  const companions = findCompanions(index, momentsOf(entries));
  const scores = new Float64Array(entries.length);
  const nearest = new Float64Array(entries.length);
  const row = new Float64Array(entries.length);
  for (const [paper, together] of companions.entries()) {
    row.fill(0);
    for (const [at, likenesses] of entries.entries()) {
      for (const { paper: other, share } of together)
        row[at] = (row[at] ?? 0) + share * (likenesses[other] ?? 0);
    }
    const { mean, deviation } = momentsOf([row]);
    const standsOut = mean + STANDS_OUT * deviation;
    if (standsOut === 0) continue;
    const recency = index.recency[paper] ?? 1;
    for (const [at, likeness] of row.entries()) {
      const score = (recency * likeness) / standsOut;
      if (score <= (scores[at] ?? 0)) continue;
      scores[at] = score;
      nearest[at] = likeness;
    }
  }
  return entries
    .map((likenesses, at) => {
      const score = scores[at] ?? 0;
      const isNear = score >= NEAR.score && (nearest[at] ?? 0) >= NEAR.likeness;
      return { at, score, near: nearestOf(likenesses), isNear };
    })
    .toSorted((a, b) => b.score - a.score || a.at - b.at);
}
