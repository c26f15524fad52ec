/**
 * How near the entries of a list are to the user's saved papers. The nearest saved paper decides, together
 * with the few saved papers most similar to it, so that three papers on one subject count more than one,
 * while other subjects do not blur it. What a saved paper contributes to an entry is compared with what it
 * contributes to the whole list; otherwise papers that are a little similar to everything would lead every
 * list.
 */
import type { Profile } from './profile';

/** The facts about a saved paper that the order needs. */
export interface SavedProfile {
  readonly profile: Profile;
  /** Date and time in ISO 8601; absent if unknown. */
  readonly savedAt?: string | undefined;
}

/** The similarity of an entry to each saved paper, 0 to 1, in their order. */
export type Likenesses = Float32Array;

/** Saved papers, prepared for comparison. */
export interface SavedIndex {
  readonly size: number;
  /** Compares one entry; in a long list it is called in slices. */
  readonly compare: (profile: Profile) => Likenesses;
  /** Similarities between the saved papers themselves. */
  readonly own: readonly Likenesses[];
  /** The weight of each by its age, at most 1. */
  readonly recency: Float32Array;
}

/** An entry with its rank. */
export interface RankedEntry {
  /** Its index in the given list. */
  readonly at: number;
  /** From 1 on it stands out in the list; 0 means no word in common with any saved paper. */
  readonly score: number;
  /**
   * Indexes of the nearest saved papers, nearest first: those at least half as near as the first. Empty if
   * the score is 0.
   */
  readonly near: readonly number[];
  /** Whether it is near enough to be marked, whatever the rest of the list is. */
  readonly isNear: boolean;
}

/** How many companions each saved paper has. */
const COMPANIONS = 5;
/** Standard deviations above the mean similarity of entries from which a companion has full weight. */
const FULL_COMPANION = 2;
/** Standard deviations above the mean from which an entry stands out. */
const STANDS_OUT = 2;
/** How many saved papers are named for one entry at most. */
const MOST_NAMED = 3;
/**
 * The bounds from which an entry is marked as near: it stands out in its list, and has something in common at
 * all. On papers grouped by topic, they mark four fifths of a topic's papers, and four fifths of the marked
 * papers are of the topic.
 */
const NEAR = { score: 1.25, likeness: 0.06 } as const;
/** The weight of a very old saved paper, and the days after which half of the loss has occurred. */
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

/** The saved papers that have a term, and its weight in each. */
interface Holders {
  readonly papers: number[];
  readonly weights: number[];
}

/** Prepares saved papers for comparison. */
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

/** Mean and standard deviation of the numbers in several lists. */
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

/** A saved paper that is considered together with another, itself included; the shares add up to 1. */
interface Companion {
  readonly paper: number;
  readonly share: number;
}

/**
 * The companions of each saved paper; `usual` are the moments of the similarity between entries and saved
 * papers.
 */
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

/** The entries of a list, nearest first; equally near ones in the order of the list. */
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
