/** What a name's text alone says, kept because each text is a candidate for many numbers. */
import { createKept, type Kept } from './kept';
import { KNOWN_DATA, KNOWN_SYSTEMS } from './known-names';

/** What a candidate's words say without their place. */
export interface TextFacts {
  readonly isKnownData: boolean;
  readonly isKnownSystem: boolean;
  /** It looks like the name of a model. */
  readonly isModel: boolean;
  /** Hardware on which something runs: "a single A100 GPU". */
  readonly isHardware: boolean;
  readonly isPlural: boolean;
  readonly hasCapitalOrDigit: boolean;
  /** Its last word, in lower case and without the "s" of a plural. */
  readonly lastWord: string;
  /** What kinds of candidates ask of it, as bits of a number below `TEXT_BITS`. */
  readonly bits: number;
  /** The features that its words are. */
  readonly kept: Kept;
}

/** One more than the highest `bits`. */
export const TEXT_BITS = 2 ** 5;

/** "Aton-7B", "nnU-Net", "SmolLM2-1.7B": a size in parameters, or an ending or a family typical of models. */
const MODEL =
  /(?:^|[-\s])\d+(?:\.\d+)?[BM](?:$|[-\s])|(?:[Nn]et|[Ff]ormer|GAN|LM|GPT|BERT|AE)(?:v?\d*|-[\p{L}\d.]+)$|^(?:GPT|LL?a[Mm][Aa]|Llama|Qwen|DeepSeek|Mistral|Gemma|Gemini|Claude|Phi|Vicuna|LLaVA|InternVL|ViT|Swin|YOLO|CLIP|DINO|SAM|T5|Whisper)/u;
/** Without a capital and a digit, only what ends like these can look like a model's name. */
const isModel = (text: string, hasCapitalOrDigit: boolean): boolean =>
  (hasCapitalOrDigit || text.includes('net') || text.includes('former')) && MODEL.test(text);
const HARDWARE = /\b(?:[CGT]PUs?|A100s?|H100s?|V100s?|RTX\S*|NVIDIA|Jetson|FPGAs?)\b/;

/** The last texts; emptied when it holds `MOST_TEXTS`. */
const kept = new Map<string, TextFacts>();
const MOST_TEXTS = 500;

/** The words of a text in lower case, each once, those joined by hyphens apart. */
export const wordsOfText = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().split(/[\s-]+/));

/** The facts of a candidate's text. */
export function factsOfText(text: string): TextFacts {
  const known = kept.get(text);
  if (known) return known;
  const last = text.slice(text.lastIndexOf(' ') + 1);
  const lower = last.toLowerCase();
  const hasCapitalOrDigit = /\p{Lu}|\d/u.test(text);
  const words = hasCapitalOrDigit ? text.split(' ') : [];
  const isKnownData = words.some((word) => KNOWN_DATA.has(word));
  const isKnownSystem = words.some((word) => KNOWN_SYSTEMS.has(word));
  const looksLikeModel = isModel(text, hasCapitalOrDigit);
  const isPlural = last.endsWith('s') && /[a-z]s$/.test(last) && !last.endsWith('ss');
  const facts: TextFacts = {
    isKnownData,
    isKnownSystem,
    isModel: looksLikeModel,
    isHardware: hasCapitalOrDigit && HARDWARE.test(text),
    isPlural,
    hasCapitalOrDigit,
    lastWord: lower.endsWith('s') ? lower.slice(0, -1) : lower,
    bits:
      Number(isKnownData) +
      2 * Number(isKnownSystem) +
      4 * Number(looksLikeModel) +
      8 * Number(isPlural) +
      16 * Number(hasCapitalOrDigit),
    kept: createKept(),
  };
  if (kept.size >= MOST_TEXTS) kept.clear();
  kept.set(text, facts);
  return facts;
}
