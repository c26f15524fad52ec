/**
 * Forms that name a task in the paper which is about it, and stand in passing in
 * many that are not: an optimizer that was used, a benchmark of summaries in a
 * list, robots that might profit. Said once, and not in the title, they tell nothing.
 */
const FORMS = `
  treatment planning; LLM-as-a-judge; topic model; topic models; network design; benchmark contamination;
  fine-grained classification; creative writing; diagnostic; staging; grading; bounding box;
  lesion detection; registration; upsampling; tumor growth; longitudinal; multi-image;
  multiple images; visual encoder; embedding model; conversational; multi-turn; chatbot; consultation;
  role-playing; explanation; interpretable; explainable; interpretability; explainability;
  feature importance; robustness; domain shift; distribution shift; out-of-distribution; fairness;
  hallucination; privacy; memorization; calibration; well-calibrated; tracking; tracker; text recognition;
  point cloud; LiDAR; pruning; on-device; low-precision; FPGA; stochastic gradient descent;
  gradient descent; optimizer; training dynamics; convergence rate; non-convex; loss landscape;
  loss curves; batch normalization; genetic algorithm; evolutionary algorithm; minimax; bandit; bandits;
  activation function; knowledge graph; imitation learning; policy gradient;
  optimal control; video games; Atari; game playing; model predictive control; robot; robotic;
  embodied AI; autonomous driving; tabular; gradient boosting; feature selection; missing data;
  imputation; feature engineering; quantum; protein; molecule; agriculture; cosmology;
  scientific discovery; density estimation; meta-learning; multi-task learning; instruction tuning;
  unlabeled data; data annotation; annotation cost; data curation; semi-supervised; active learning;
  federated; music; phoneme; diarization; multiple-choice; parsing; syntactic; tokenization; perplexity;
  long-context; word embedding; semantic similarity; chain-of-thought; compiler; software engineering;
  re-ranking; reranking; search engine; legal; financial; educational; scholarly; scientific literature;
  attention heads; internal representations; brain activity; nearest neighbor; dictionary learning;
  sparse coding; clustering; dimensionality reduction; kernel methods; persistent homology;
  metric learning; representation alignment; low-resource language; social science; treatment efficacy;
  intraoperative; open-vocabulary; open-world; style transfer; catastrophic forgetting`;

/** In lower case, hyphens as spaces, as `isFaint` compares them; each is a form of a task in the taxonomy. */
export const FAINT: ReadonlySet<string> = new Set(FORMS.split(';').map((form) => evened(form)));

function evened(form: string): string {
  return form
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, ' ');
}

/** True where the printed form, or its singular, is one that a paper uses in passing. */
export function isFaint(printed: string): boolean {
  const form = evened(printed);
  return FAINT.has(form) || FAINT.has(form.replace(/s$/, ''));
}
