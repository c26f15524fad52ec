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
  /^(?:MNLI|QNLI|MRPC|CoLA|SST-?[25]|STS-?B|WNLI|XNLI|PAWS|BoolQ|PIQA|SIQA|OBQA|OpenBookQA|ARC-?(?:[ce]|Easy|Challenge)|HellaSwag|Wino[Gg]rande|LAMBADA|BBH|AGIEval|C-?Eval|CMMLU|DROP|AQuA|SVAMP|ASDiv|MultiArith|StrategyQA|CSQA|LiveCodeBench|SWE-?[Bb]ench|Cora|[Cc]ite[Ss]eer|[Pp]ubmed|ogbn-\w+|ETT[hm][12]|Yelp|Gowalla|ML-\d+[MK]|VQAv2|GQA|TextVQA|ScienceQA|MMBench|MathVista|SEED(?:-?Bench)?|MM-?Vet|Set5|Set14|B(?:SD)?100|Urban100|Manga109|VLCS|Office-?Home|TerraInc(?:ognita)?|DomainNet|Caltech-?101|(?:Oxford)?Pets|(?:Stanford)?Cars|Flowers(?:102)?|Food-?101|FGVC-?Aircraft|SUN397|ADE20[Kk]|Cityscapes|WMT ?'?\d\d)(?=$|[-_ ]?(?:[\dv(]|mm?$|dev|test|val))/;

/** Most letters of names that are also words or short forms of something else. */
const AMBIGUOUS = 3;

/** Whether a word is the name of data; names of metrics are not. */
export const isKnownData = (word: string): boolean =>
  word.length > AMBIGUOUS && (KNOWN_DATA.has(word) || BENCHMARK.test(word)) && findMetric(word) === undefined;
