/** Words that say in which direction a quantity changes or differs. */
import { set } from '../sentence/words';

/**
 * `up`, `down`: the quantity rises or falls · `forward`, `backward`: it gets better or worse, and the metric
 * decides whether that is up or down · `open`: a difference of unknown direction.
 */
export type Turn = 'up' | 'down' | 'forward' | 'backward' | 'open';

const WORDS: readonly (readonly [turn: Turn, words: ReadonlySet<string>])[] = [
  [
    'up',
    set(`increase~ raise~ elevate~ extend~ widen~ double~ triple~ amplify~ expand~ lengthen~ multiply~ inflate~ increments increment
      rise rises rose rising growth grow grows grew growing climbs climbed soars higher more larger greater bigger longer
      ahead above doubling tripling jump jumps jumped uplift delta increased`),
  ],
  [
    'down',
    set(`reduce~ decrease~ lower~ shorten~ save~ eliminate~ decline~ collapse~ drop~ minimize~ minimise~ suppress~ mitigate~
      alleviate~ compress~ prune~ remove~ halve~ shave~ lessen~ dropped dropping trim trims trimmed trimming cut cuts cutting fall
      falls fell falling shrink shrinks shrank shrinking shrunk narrow narrows narrowing narrowed reduction reductions
      savings saving plummets plummeted lower fewer less smaller shorter lighter cheaper leaner tighter below reduced
      lesser drops decreases declines`),
  ],
  [
    'forward',
    set(`improve~ boost~ enhance~ outperform~ surpass~ exceed~ accelerate~ gain~ advance~ lift~ outpace~ outscore~ outrank~
      outclass~ overtake~ strengthen~ improvement improvements gain gains boost boosts enhancement enhancements speedup speedups
      speed-up speed-ups speed speeds speeding sped acceleration accelerations beat beats beating lead leads leading led
      outstrip outstrips advantage advantages margin margins better faster stronger quicker leap leaps improved`),
  ],
  [
    'backward',
    set(`degrade~ deteriorate~ underperform~ worsen~ sacrifice~ hurt hurts hurting harms lose loses losing slow slows
      slowed slowing slowdown slowdowns trail trails trailing lag lags lagging degradation
      degradations deterioration worse slower weaker behind loss losses penalty`),
  ],
  [
    'open',
    set(
      'difference differences gap gaps disparity disparities discrepancy discrepancies differ~ change~ shift shifts',
    ),
  ],
];

const TURNS: ReadonlyMap<string, Turn> = new Map(
  WORDS.flatMap(([turn, words]) => [...words].map((word) => [word, turn] as const)),
);

/** Falls that mean a loss unless the text names a quantity that should fall. */
const FALLS = set(
  `drop~ decline~ collapse~ dropped dropping drops declines fall falls fell falling plummets plummeted`,
);

/** The direction that a lower-case word gives; undefined if it gives none. */
export const turnOf = (lower: string): Turn | undefined => TURNS.get(lower);

/**
 * True for "drop" and similar verbs: without a metric they report a loss, while "reduce" reports a saving.
 */
export const isFall = (lower: string): boolean => FALLS.has(lower);
