/** Names of data and systems that papers of many fields use, as headers and captions print them. */
import { findMetric } from '../metrics';
import { KNOWN_DATA } from '../reading/names/known-names';

const SYSTEM =
  /GPT|BERT|\bT5\b|LLa[Mm][Aa]|Llama|Qwen|Gemini|Gemma|Claude|DeepSeek|Mi[sx]tral|InternVL|LLaVA|BLOOM|\bOPT|PaLM|ResNet|DenseNet|VGG|EfficientNet|ConvNeXt|\bViT|Swin|U-?Net|UNet|[Ff]ormer\b|CNN|LSTM|GRU|GAN\b|\bVAE|CLIP|DETR|YOLO|Mamba|\bSAM\b|\bSVM|XGBoost|[Rr]andom [Ff]orest|Transformer|\bMLP\b|[Bb]aseline|[Hh]uman\b|[Oo]racle|Diffusion|NeRF|wav2vec|Whisper|\bDPO\b|\bPPO\b|LoRA/;

/** Whether a label names a system, or begins or ends with such a name. */
export const isKnownSystem = (label: string): boolean => SYSTEM.test(label);

/** Metrics whose names are also what models are tested for ("Hallucination", "Myopic Reward"). */
const ALSO_TESTED: ReadonlySet<string> = new Set(['Hallucination rate', 'Reward', 'Bias']);
/** Whether a metric of the lexicon, by its standard name, has a name that is also what models are tested for. */
export const isAlsoTested = (metric: string | undefined): boolean => ALSO_TESTED.has(metric ?? '');

/** Benchmarks that stand in headers of tables more often than in abstracts, with their versions. */
const BENCHMARK =
  /^(?:[MQ]NLI|MRPC|CoLA|SST-2|BoolQ|PIQA|HellaSwag|Cora|[Cc]ite[Ss]eer|[Pp]ubmed|ETT[hm][12]|Yelp|Gowalla|VQAv2|GQA|Set5|Set14|Urban100|VLCS|DomainNet)(?=$|-mm?$)/;

/** Most letters of names that are also words or short forms of something else. */
const AMBIGUOUS = 3;

/** Whether a word is the name of data; names of metrics are not. */
export const isKnownData = (word: string): boolean =>
  word.length > AMBIGUOUS &&
  (KNOWN_DATA.has(word) || BENCHMARK.test(word) || /.Bench$/i.test(word)) &&
  findMetric(word) === undefined;
