/**
 * Whether reading takes time in proportion to the length of a text, whatever a page prints: repeated fragments of what
 * the rules look for, short and several times as long, in CPU time: `tsx lib/cli/bench/hostile-texts.ts`. Exits with 1
 * if one grows faster.
 */
import { findLinks } from '@/lib/domain/links';
import { cleanText } from '@/lib/domain/reading/clean-text';
import { findResults } from '@/lib/domain/reading/result';
import { cpuOf } from './cpu-time';

/** How many times as long the long text is; quadratic work would take this many times this many times as long. */
const LONGER = 8;
/** The growth at which work is no longer taken for linear, and the milliseconds below which a clock tells no growth. */
const MOST = 32;
const LEAST_TIME = 150;
const RUNS = 3;

interface Hostile {
  readonly name: string;
  readonly read: (text: string) => unknown;
  /** Length of the short text. */
  readonly length: number;
  readonly fragments: readonly string[];
}

const HOSTILE: readonly Hostile[] = [
  {
    name: 'results',
    read: (text) => findResults(cleanText(text)),
    length: 4_000,
    fragments: [
      '0.9% of 1.2±',
      '((0.9 ',
      '1234567890',
      '1.,1.,',
      '\\times\\',
      'abcdefghij',
      'A',
      'from 0.1 to ',
      'a-1-',
      'accuracy and ',
      'any mean error (AME) ',
      '(A 0.9; vs. 0.8), ',
    ],
  },
  {
    name: 'links',
    read: findLinks,
    length: 25_000,
    fragments: [
      'https://',
      'a.',
      'www.',
      'http://a',
      'https://a.io/!',
      '$.$',
      'at a.b.',
      'x.github.io ',
      '(https://a.b/(',
      'a-',
      '!',
    ],
  },
];

for (const { name, read, length, fragments } of HOSTILE) {
  console.log(`\n${name}: ${length} characters, and ${LONGER} times as many (linear: ${LONGER.toFixed(1)})`);
  // The least of some runs, so that other load and the compiler's warm-up count little.
  const timeOf = (text: string): number =>
    Math.min(...Array.from({ length: RUNS }, () => cpuOf(() => read(text))));
  for (const fragment of fragments) {
    const short = fragment.repeat(Math.ceil(length / fragment.length));
    read(short);
    const [once, long] = [timeOf(short), timeOf(short.repeat(LONGER))];
    const isGood = long < MOST * once || long < LEAST_TIME;
    console.log(
      `  ${JSON.stringify(fragment).padEnd(26)} ${(long / once).toFixed(1).padStart(5)} times, ${long.toFixed(1)} ms${isGood ? '' : ', GROWS FASTER THAN THE TEXT'}`,
    );
    if (!isGood) process.exitCode = 1;
  }
}
