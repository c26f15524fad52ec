/**
 * Rules for numbers with a unit: counts of parameters, physical measures, times, speeds. Each form has its
 * own conditions beside the unit.
 */
import { phrase, type Context } from '../../sentence/context';
import { isChange } from '../change';
import { isSetAgainst } from '../compared-values';
import {
  accept,
  hasCompany,
  hasVerdict,
  isToldPair,
  reject,
  type Candidate,
  type Judgement,
} from './candidate';

/** True for a count of what a model consists of, among other results. */
const isCountedBeside = (context: Context, at: number, { near }: Candidate): boolean =>
  near !== undefined && /^(?:Parameters|FLOPs|Model size)$/.test(near.name ?? '') && hasCompany(context, at);

/** Parameters, operations or a size, if the words say that there are few. */
export const COUNT: readonly Judgement[] = [
  accept(
    'few parameters in a bracket',
    ['It has the fewest parameters (14 M) and a Dice of 0.81.', '14 M, 0.81'],
    (context, at, candidate) =>
      isCountedBeside(context, at, candidate) &&
      candidate.near?.to === at - 1 &&
      context.tokens[at - 1]?.text === '(',
  ),
  accept(
    'few parameters',
    ['It needs only 3.6M parameters.', '3.6M'],
    (context, at, candidate) =>
      isCountedBeside(context, at, candidate) &&
      /\b(?:efficient|only|just|merely|at|using|requires?|requiring|uses|reduc\w*|than)\b/.test(
        phrase(context, at - 4, at),
      ),
  ),
];

const OF_THE_DATA =
  /\b(?:isotropic|resolution|spacing|thick\w*|voxels?|slices?|field of view|wavelength|magnets?|images?|files?|corpus|dataset|gpu with|gpus?|data|margin of)\b/;

/**
 * Lengths, levels, sizes: results by their metric, by the change they report, or by a verb of reporting near
 * the unit.
 */
export const MEASURE: readonly Judgement[] = [
  reject(
    'size of the data',
    ['With 2 mm voxels, lungs were lit.', ''],
    (context, at) =>
      !/\bmemory\b/.test(phrase(context, at + 1, at + 4)) &&
      OF_THE_DATA.test(phrase(context, at + 1, at + 3)),
  ),
  reject(
    'memory of a device',
    ['It runs on GPUs with 16GB of memory.', ''],
    (context, at, { number }) =>
      /^[GMT]i?B$/.test(number.unit) &&
      /\b(?:gpus?|cards?|cpus?|machines?|computers?|servers?|workstations?|laptops?) (?:with|having|of)(?: an?)?$/.test(
        phrase(context, at - 3, at),
      ),
  ),
  accept('measure with its metric', ['A PSNR of 31 dB is met.', '31 dB'], (_, __, { known }) => known),
  accept('measure from one to another', ['It cuts the drift from 5 mm to 3 mm.', '5 mm, 3 mm'], isToldPair),
  accept(
    'measures set against each other',
    ['The error is lower (3 mm vs. 6 mm).', '3 mm, 6 mm'],
    isSetAgainst,
  ),
  // "drift = 0.3 mm": assigned with a sign, whatever the verb is.
  accept(
    'measure of a named thing',
    ['A tracking error of 3 mm is found.', '3 mm'],
    (context, at, { near, number }) =>
      near !== undefined &&
      /[a-z°]/i.test(number.unit) &&
      (hasVerdict(context, at) || /^[=:]$/.test(context.tokens[at - 1]?.text ?? '')),
  ),
  reject(
    'measure without a verdict',
    ['A tracking error of 3 mm.', ''],
    (_, __, { near }) => near !== undefined,
  ),
  accept('change of a measure', ['It gains 3 dB.', '3 dB'], (context, at, { number }) =>
    isChange(context, at, number),
  ),
  accept(
    'decimal measure of the metric',
    ['In terms of RMSE our fit was good, with 0.3 mm in the end.', '0.3 mm'],
    (_, __, { far, number }) => far !== undefined && number.decimal,
  ),
  accept(
    'decibels reached',
    ['Our codec reaches 31 dB on Surrey.', '31 dB'],
    (context, at, { number }) => number.unit === 'dB' && hasVerdict(context, at),
  ),
  accept(
    'memory made do with',
    ['It runs within 8 GB.', '8 GB'],
    (context, at, { number }) =>
      /^[GMK]i?B$/.test(number.unit) &&
      /\b(?:only|just|requir\w*|using|less|than|consum\w*|within|memory)\b/.test(
        phrase(context, at - 5, at + 3),
      ),
  ),
  accept(
    'energy spent',
    ['Our chip consumes 0.4 kWh a day.', '0.4 kWh'],
    (context, at, { number }) =>
      /^(?:[mk]?W|kWh|[mµnp]?J)$/.test(number.unit) &&
      /\b(?:consum|requir|us|draw|dissipat|spend)\w*(?: only| just| about| merely)?$/.test(
        phrase(context, at - 3, at),
      ),
  ),
];

const OF_DATA =
  /^of (?:\w+ )?(?:data|audio|video|speech|recordings?|footage|\w+ data|training|music|monitoring|annotated|real|teleoperat\w+|human|interaction|robot|eeg|ecg|gameplay|play|follow-up)\b/;
const LASTS =
  /years?|months?|follow-up|segments?|clips?|windows?|recordings?|epochs? of|horizon|ahead|-long\b/;
const TAKEN =
  /\b(?:pass|inference|latency|runtime|training|fine-?tuning|optimi[sz]ation|reconstruction|processing|response|delay|computation|adaptation|speed)\b/;
const TAKES =
  /\b(?:takes?|took|taking|takes only|runs?|running|ran|inference|latency|runtime|real-time|per (?:image|scan|volume|frame|slice|sample|query|case|patient|step|token|video|second|iteration|study|inference|subject|prediction|request)|within|under|in (?:only|just|less|under|about|approximately|a few)|less than|train(?:s|ed)? in|complet\w+|requir\w+ (?:only|just|less|nearly|about|approximately|over|around|up to|at least)|generat\w+|fast|faster|speed|time to \w+)\b/;
const MAKES =
  /\b(?:synthesi[sz]|produc|reconstruct|render|segment|converg|optimi[sz]|reach|achiev|comput|solv|finish|register)(?:e|es|s|ed|ing)?\b/;

const isCompound = (context: Context, at: number): boolean =>
  /\d-\p{L}/u.test(context.tokens[at]?.text ?? '');

/** Times that something takes or is off by; not how long what was studied lasts. */
export const TIME: readonly Judgement[] = [
  reject("span of the world's time", ['Within the first 24 hours, it runs.', ''], (context, at) =>
    /^(?:first|last|next|past|previous|every)$/.test(context.tokens[at - 1]?.lower ?? ''),
  ),
  reject(
    'what there was to learn from',
    ['It is trained on only 960 hours of English.', ''],
    (context, at) =>
      context.tokens[at + 1]?.lower === 'of' && /\btrained on\b/.test(phrase(context, at - 4, at)),
  ),
  reject('hours of data', ['It takes 30 hours of speech.', ''], (context, at) =>
    OF_DATA.test(phrase(context, at + 1, at + 5)),
  ),
  reject('how long data lasts', ['It takes 30 s recordings.', ''], (context, at) =>
    LASTS.test(phrase(context, at + 1, at + 4)),
  ),
  accept(
    'compound of what takes it',
    ['A 2-second forward pass is enough.', '2-second'],
    (context, at) => isCompound(context, at) && TAKEN.test(phrase(context, at + 1, at + 4)),
  ),
  reject('compound of what lasts it', ['It takes 2-minute films.', ''], isCompound),
  accept('time with its metric', ['A latency of 12 ms is met.', '12 ms'], (_, __, { known }) => known),
  accept('time from one to another', ['It cuts the wait from 5 s to 3 s.', '5 s, 3 s'], isToldPair),
  accept('change of a time', ['It saves 3 s.', '3 s'], (context, at, { number }) =>
    isChange(context, at, number),
  ),
  accept('times set against each other', ['It is quicker (3 s vs. 6 s).', '3 s, 6 s'], isSetAgainst),
  accept('time of a named delay', ['The wake-up delay is 12 ms there.', '12 ms'], (_, __, { near }) =>
    /time|latency|delay|error|cost/i.test(near?.name ?? ''),
  ),
  accept('what it takes', ['It takes 12 ms.', '12 ms'], (context, at) =>
    TAKES.test(phrase(context, at - 9, at + 6)),
  ),
  accept(
    'what is made in it',
    ['It renders a house in 30 seconds.', '30 seconds'],
    (context, at) =>
      /\bin(?: (?:about|approximately|around|roughly|~|≈|<))?$/.test(phrase(context, at - 2, at)) &&
      MAKES.test(phrase(context, at - 14, at)),
  ),
];

const RUNS =
  /\b(?:runs?|running|ran|operat\w*|real-time|inference|throughput|updat\w*|process\w*|control\w*|speeds?|rates?)\b/;
const REACHES =
  /\b(?:runs?|running|ran|at|achiev\w*|reach\w*|attain\w*|deliver\w*|sustain\w*|yield\w*|maintain\w*|process\w*|speed|real-time|throughput|operat\w*|inference|up to|over|with|of)\b/;

/** Speeds, if the words say that something runs. */
export const SPEED: readonly Judgement[] = [
  reject(
    'frequency of something else',
    ['Waves of 12 Hz pass.', ''],
    (context, at, { number }) =>
      /hz$|hertz$/i.test(number.unit) && !RUNS.test(phrase(context, at - 10, at + 5)),
  ),
  accept('how fast it runs', ['It runs at 41 fps.', '41 fps'], (context, at) =>
    REACHES.test(phrase(context, at - 8, at + 3)),
  ),
];
