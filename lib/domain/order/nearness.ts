/**
 * How near the entries of a list are to the user's saved papers. The nearest saved paper decides, together
 * with the few saved papers most similar to it, so that three papers on one subject count more than one,
 * while other subjects do not blur it. What a saved paper contributes to an entry is compared with what it
 * contributes to the whole list; otherwise papers that are a little similar to everything would lead every
 * list.
 */
import type { Profile } from './profile';

/** The facts about a saved paper that the order needs. */
interface SavedProfile {
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
interface RankedEntry {
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
    // Plain loops: this runs for every entry of a list and every word of it.
    for (let at = 0; at < keys.length; at += 1) {
      const list = holders.get(keys[at] ?? '');
      if (list === undefined) continue;
      const weight = weights[at] ?? 0;
      for (let i = 0; i < list.papers.length; i += 1) {
        const paper = list.papers[i] ?? 0;
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
    const alike: Companion[] = [];
    for (let paper = 0; paper < likenesses.length; paper += 1) {
      const share = full === 0 ? 0 : Math.min(1, ((likenesses[paper] ?? 0) - usual.mean) / full);
      if (paper !== self && share > 0) alike.push({ paper, share });
    }
    const others = alike.toSorted((a, b) => b.share - a.share || a.paper - b.paper).slice(0, COMPANIONS);
    const whole = 1 + others.reduce((sum, { share }) => sum + share, 0);
    return [{ paper: self, share: 1 }, ...others].map(({ paper, share }) => ({
      paper,
      share: share / whole,
    }));
  });
}

/** The few saved papers most similar to an entry, in one pass, since a list has thousands of entries. */
function nearestOf(likenesses: Likenesses): readonly number[] {
  const nearest: number[] = [];
  for (let paper = 0; paper < likenesses.length; paper += 1) {
    const likeness = likenesses[paper] ?? 0;
    if (likeness <= 0) continue;
    let place = nearest.length;
    while (place > 0 && likeness > (likenesses[nearest[place - 1] ?? 0] ?? 0)) place -= 1;
    if (place === MOST_NAMED) continue;
    nearest.splice(place, 0, paper);
    if (nearest.length > MOST_NAMED) nearest.pop();
  }
  const best = likenesses[nearest[0] ?? 0] ?? 0;
  return nearest.filter((paper) => (likenesses[paper] ?? 0) >= best / 2);
}

/** The similarities by saved paper: those of all entries to the first, then to the second, and so on. */
function transpose(entries: readonly Likenesses[], size: number): Float32Array {
  const columns = new Float32Array(size * entries.length);
  for (let at = 0; at < entries.length; at += 1) {
    const likenesses = entries[at];
    for (let paper = 0; paper < size; paper += 1)
      columns[paper * entries.length + at] = likenesses?.[paper] ?? 0;
  }
  return columns;
}

/** The entries of a list, nearest first; equally near ones in the order of the list. */
export function rankEntries(index: SavedIndex, entries: readonly Likenesses[]): readonly RankedEntry[] {
  const companions = findCompanions(index, momentsOf(entries));
  const columns = transpose(entries, index.size);
  const scores = new Float64Array(entries.length);
  const nearest = new Float64Array(entries.length);
  const row = new Float64Array(entries.length);
  for (const [paper, together] of companions.entries()) {
    row.fill(0);
    for (const { paper: other, share } of together) {
      const from = other * entries.length;
      for (let at = 0; at < row.length; at += 1) row[at] = (row[at] ?? 0) + share * (columns[from + at] ?? 0);
    }
    const { mean, deviation } = momentsOf([row]);
    const standsOut = mean + STANDS_OUT * deviation;
    if (standsOut === 0) continue;
    const recency = index.recency[paper] ?? 1;
    for (let at = 0; at < row.length; at += 1) {
      const likeness = row[at] ?? 0;
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
