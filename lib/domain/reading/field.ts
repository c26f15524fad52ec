/**
 * Whether a paper is of a field that is read at all: machine learning, its applications, and medicine. In
 * other fields the same words mean other things ("MRI" is the magnetorotational instability), and a wrong tag
 * or number is worse than none.
 */
import type { PaperText } from '../paper';

/**
 * arXiv's archives and categories (https://arxiv.org/category_taxonomy) in which the words of the taxonomy
 * have the meaning that it gives them.
 */
const READ = /^(?:(?:cs|eess|q-bio|cmp-lg)(?:\.|$)|physics\.med-ph$|stat\.ML$)/;

/** Those of machine learning, in which costs and settings go by short names ("parameters", "data", "energy"). */
const LEARNING = /^(?:(?:cs|eess|cmp-lg)(?:\.|$)|stat\.ML$)/;

/** Words of papers that use machine learning in another field. */
const LEARNS =
  /\b(?:(?:machine|deep|reinforcement|transfer|supervised|self-supervised) learning|neural net\w*|CNNs?|GANs?|transformers?|language models?|LLMs?|U-?Nets?|random forests?|classifiers?)\b/i;

/** Words that show that a text without categories is of these fields. */
const SAYS_SO = new RegExp(
  String.raw`\b(?:${[
    String.raw`(?:machine|deep|reinforcement|supervised|representation|federated|transfer|contrastive|few-shot|zero-shot|imitation|continual) learning`,
    String.raw`neural|language models?|foundation models?|diffusion models?|generative|LLMs?|V?LMs?|GPT\S*|CNNs?|GANs?|transformers?|embeddings?|attention`,
    String.raw`artificial intelligence|AI|computer vision|natural language|fine-tun\w+|finetun\w+|pre-?train\w*|prompt(?:s|ing)?|agents?|agentic|chatbots?`,
    String.raw`benchmarks?|datasets?|classifiers?|segmentation|image|images|videos?|robot\w*|autonomous|recommend(?:er|ation)\w*|algorithms?|speech|corpus|corpora`,
    String.raw`patients?|clinical\w*|medical|medicine|disease\w*|radiolog\w+|patholog\w+|diagnos\w+|tumou?rs?|cancer|surg\w+`,
  ].join('|')})\b`,
  'gi',
);

/**
 * How many different ones it takes: one alone is not enough, since astronomers classify galaxies with an
 * algorithm too.
 */
const ENOUGH = 2;

/**
 * Words that show that a text without categories is of another field: astronomy, physics, mathematics,
 * finance.
 */
const SAYS_OTHERWISE = new RegExp(
  String.raw`\b(?:${[
    String.raw`galax\w+|stars?|stellar|redshifts?|supernova\w*|cosmolog\w+|telescopes?|accretion|exoplanets?|pulsars?|quasars?|black holes?|magnetorotational|solar|dwarfs?|halos?|luminosit\w+`,
    String.raw`quark\w*|hadron\w*|neutrino\w*|bosons?|Higgs|collider|gauge|superconduct\w+|qubits?|quantum|plasmas?|phonons?|lattice|Hamiltonian\w*|Ising|spins?|ferromagnet\w*|crystals?|semiconductors?`,
    String.raw`cohomolog\w+|homotop\w+|manifolds?|sheaf|sheaves|varieties|moduli|conjectures?|lemmas?|theorems?|algebra\w*|functors?|holomorphic|eigenvalues?|polynomials?`,
    String.raw`portfolios?|volatility|option pricing|hedging|stock returns|asset pric\w+|monetary`,
  ].join('|')})\b`,
  'i',
);

/**
 * True if tags and results should be read. Categories decide if any are known; otherwise a text is read
 * unless its words name another field and too few of its words name one of these.
 */
export function isFieldRead({ categories, title, abstract }: PaperText): boolean {
  if (categories.length > 0) return categories.some((category) => READ.test(category));
  const text = `${title} ${abstract}`;
  if (!SAYS_OTHERWISE.test(text)) return true;
  const said = new Set<string>();
  for (const [word] of text.matchAll(SAYS_SO)) {
    said.add(word.toLowerCase());
    if (said.size >= ENOUGH) return true;
  }
  return false;
}

/**
 * False for a paper of physics, biology or medicine: most of its numbers are conditions, quantities of nature and
 * settings of instruments. A paper is of the field that it names first; one of machine learning that names another
 * field too must use machine learning in its words.
 */
export const isOfLearning = ({ categories, title, abstract }: PaperText): boolean =>
  categories[0] === undefined ||
  (LEARNING.test(categories[0]) &&
    (categories.every((category) => LEARNING.test(category)) || LEARNS.test(`${title} ${abstract}`)));
