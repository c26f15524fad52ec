/**
 * Trains word vectors contrastively: a text is the sum of its words' vectors, and in a batch of pairs each text
 * has to find its other half among all (symmetric InfoNCE, van den Oord et al. 2018,
 * https://arxiv.org/abs/1807.03748, as CLIP does with images and captions). In half of the batches, words that
 * both texts have are removed from the second, so that the model must use similar words instead of equal ones.
 */
import { multiplyRows, transpose, zeros } from './matrix';
import type { Matrix } from './matrix';
import { createNormal, createRandom, shuffled } from './random';
import type { PaperTexts, StemCounts, TextPairs } from './text-pairs';

/** The training options; the defaults are those of the shipped vectors. */
interface ContrastOptions {
  readonly dimensions: number;
  readonly seed: number;
  readonly steps: number;
  /** The number of pairs in a batch; a multiple of four. */
  readonly batch?: number | undefined;
  /** The temperature, by which similarities are divided. */
  readonly temperature?: number | undefined;
  /** Called after each step with the loss in nats. */
  readonly onStep?: ((step: number, loss: number) => void) | undefined;
}

const RATE = 0.01;
/** The share of batches in which the words of the first text are removed from the second. */
const MASKED = 0.5;
/** The share of words that are dropped at random. */
const DROPPED = 0.2;
const WARM_UP = 20;
const IDF_POWER = 0.6;
const START_DEVIATION = 0.1;
const MEAN_DECAY = 0.9;
const SQUARE_DECAY = 0.999;
const EPSILON = 1e-8;

/**
 * The texts of one side of a batch: word numbers and weights in sequence, and the offset at which each text
 * begins.
 */
interface Side {
  readonly words: number[];
  readonly weights: number[];
  readonly starts: number[];
}

const addText = (side: Side, { stems, counts }: StemCounts, isLost: (stem: number) => boolean): void => {
  for (const [at, number] of stems.entries()) {
    if (isLost(number)) continue;
    side.words.push(number);
    side.weights.push(1 + Math.log(counts[at] ?? 1));
  }
  side.starts.push(side.words.length);
};

const newSide = (): Side => ({ words: [], weights: [], starts: [0] });

/** Computes the sums of the words' vectors, normalised to unit length; returns each sum's length. */
const embed = ({ words, weights, starts }: Side, table: Matrix, into: Matrix): Float64Array => {
  const { columns } = table;
  const lengths = new Float64Array(into.rows);
  into.values.fill(0);
  for (let row = 0; row < into.rows; row += 1) {
    const base = row * columns;
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) {
      const word = (words[at] ?? 0) * columns;
      const weight = weights[at] ?? 0;
      for (let i = 0; i < columns; i += 1)
        into.values[base + i] = (into.values[base + i] ?? 0) + weight * (table.values[word + i] ?? 0);
    }
    let square = 0;
    for (let i = 0; i < columns; i += 1) square += (into.values[base + i] ?? 0) ** 2;
    const length = Math.sqrt(square) || 1;
    lengths[row] = length;
    for (let i = 0; i < columns; i += 1) into.values[base + i] = (into.values[base + i] ?? 0) / length;
  }
  return lengths;
};

/** Backpropagates the gradient of the unit vectors to the words that they are sums of. */
const backpropagate = (
  { words, weights, starts }: Side,
  unit: Matrix,
  lengths: Float64Array,
  gradient: Matrix,
  into: Matrix,
): void => {
  const { columns } = into;
  for (let row = 0; row < unit.rows; row += 1) {
    const base = row * columns;
    let along = 0;
    for (let i = 0; i < columns; i += 1)
      along += (unit.values[base + i] ?? 0) * (gradient.values[base + i] ?? 0);
    for (let i = 0; i < columns; i += 1)
      gradient.values[base + i] =
        ((gradient.values[base + i] ?? 0) - along * (unit.values[base + i] ?? 0)) / (lengths[row] ?? 1);
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) {
      const word = (words[at] ?? 0) * columns;
      const weight = weights[at] ?? 0;
      for (let i = 0; i < columns; i += 1)
        into.values[word + i] = (into.values[word + i] ?? 0) + weight * (gradient.values[base + i] ?? 0);
    }
  }
};

/**
 * The loss of a batch and its gradients, from the similarities of all texts of one side to all of the other,
 * with the right pairs on the diagonal.
 */
class Contrast {
  readonly #similarity: Matrix;
  readonly #transposed: Matrix;
  readonly #transposedSide: Matrix;
  readonly #temperature: number;

  constructor(batch: number, dimensions: number, temperature: number) {
    this.#similarity = zeros(batch, batch);
    this.#transposed = zeros(batch, batch);
    this.#transposedSide = zeros(dimensions, batch);
    this.#temperature = temperature;
  }

  measure(a: Matrix, b: Matrix, gradientA: Matrix, gradientB: Matrix): number {
    const { rows: size, values } = this.#similarity;
    multiplyRows(a, b, this.#similarity);
    const [rowSums, columnSums] = [new Float64Array(size), new Float64Array(size)];
    let right = 0;
    for (let row = 0; row < size; row += 1) {
      right += (values[row * size + row] ?? 0) / this.#temperature;
      let sum = 0;
      for (let column = 0; column < size; column += 1) {
        const power = Math.exp((values[row * size + column] ?? 0) / this.#temperature);
        values[row * size + column] = power;
        sum += power;
        columnSums[column] = (columnSums[column] ?? 0) + power;
      }
      rowSums[row] = sum;
    }
    for (let row = 0; row < size; row += 1)
      for (let column = 0; column < size; column += 1) {
        const share = 1 / (rowSums[row] ?? 1) + 1 / (columnSums[column] ?? 1);
        const at = row * size + column;
        values[at] = ((values[at] ?? 0) * share - (row === column ? 2 : 0)) / (2 * size * this.#temperature);
      }
    transpose(b, this.#transposedSide);
    multiplyRows(this.#similarity, this.#transposedSide, gradientA);
    transpose(this.#similarity, this.#transposed);
    transpose(a, this.#transposedSide);
    multiplyRows(this.#transposed, this.#transposedSide, gradientB);
    const logs = [...rowSums, ...columnSums].reduce((sum, each) => sum + Math.log(each), 0);
    return (logs / 2 - right) / size;
  }
}

/** The Adam optimiser (Kingma and Ba, 2015, https://arxiv.org/abs/1412.6980) over a whole table. */
class Adam {
  readonly #means: Float64Array;
  readonly #squares: Float64Array;
  #steps = 0;

  constructor(size: number) {
    this.#means = new Float64Array(size);
    this.#squares = new Float64Array(size);
  }

  /** Takes one step against the gradient, and resets the gradient to 0. */
  step(values: Float64Array, gradient: Float64Array, rate: number): void {
    this.#steps += 1;
    const own = rate / (1 - MEAN_DECAY ** this.#steps);
    const correction = 1 / (1 - SQUARE_DECAY ** this.#steps);
    const [means, squares] = [this.#means, this.#squares];
    for (let at = 0; at < values.length; at += 1) {
      const slope = gradient[at] ?? 0;
      const mean = MEAN_DECAY * (means[at] ?? 0) + (1 - MEAN_DECAY) * slope;
      const square = SQUARE_DECAY * (squares[at] ?? 0) + (1 - SQUARE_DECAY) * slope * slope;
      means[at] = mean;
      squares[at] = square;
      if (mean !== 0)
        values[at] = (values[at] ?? 0) - (own * mean) / (Math.sqrt(square * correction) + EPSILON);
    }
    gradient.fill(0);
  }
}

const sidesOf = (
  papers: readonly PaperTexts[],
  isMasked: boolean,
  dropped: number,
  random: () => number,
): readonly [Side, Side] => {
  const sides = [newSide(), newSide()] as const;
  for (const { title, abstract, firstHalf, secondHalf } of papers) {
    const [a, b] = random() < 0.5 ? [title, abstract] : [firstHalf, secondHalf];
    const first = new Set(isMasked ? a.stems : []);
    addText(sides[0], a, () => random() < dropped);
    addText(sides[1], b, (each) => first.has(each) || random() < dropped);
  }
  return sides;
};

/** Trains one vector for each word, as the rows of a matrix. Deterministic for the same pairs and options. */
export const trainByContrast = (pairs: TextPairs, options: ContrastOptions): Matrix => {
  const { dimensions, seed, steps, onStep } = options;
  const { batch = 1024, temperature = 0.05 } = options;
  const random = createRandom(seed);
  const normal = createNormal(random);
  const table = zeros(pairs.words.length, dimensions);
  for (const [word, idf] of pairs.idf.entries())
    for (let i = 0; i < dimensions; i += 1)
      table.values[word * dimensions + i] = normal() * START_DEVIATION * idf ** IDF_POWER;
  const gradient = zeros(table.rows, dimensions);
  const [a, b] = [zeros(batch, dimensions), zeros(batch, dimensions)];
  const [gradientA, gradientB] = [zeros(batch, dimensions), zeros(batch, dimensions)];
  const contrast = new Contrast(batch, dimensions, temperature);
  const adam = new Adam(table.values.length);
  let order = shuffled(pairs.papers.length, random);
  let next = 0;
  for (let step = 0; step < steps; step += 1) {
    if (next + batch > order.length) {
      order = shuffled(pairs.papers.length, random);
      next = 0;
    }
    const papers = Array.from(order.subarray(next, next + batch), (paper) => pairs.papers[paper]);
    next += batch;
    const [first, second] = sidesOf(
      papers.filter((paper) => paper !== undefined),
      random() < MASKED,
      DROPPED,
      random,
    );
    const lengths = [embed(first, table, a), embed(second, table, b)] as const;
    const loss = contrast.measure(a, b, gradientA, gradientB);
    backpropagate(first, a, lengths[0], gradientA, gradient);
    backpropagate(second, b, lengths[1], gradientB, gradient);
    const slope = Math.min(1, (step + 1) / WARM_UP) * (1 - step / steps);
    adam.step(table.values, gradient.values, RATE * slope);
    onStep?.(step, loss);
  }
  return table;
};
