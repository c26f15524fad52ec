/**
 * The words that decide, as the last noun of a phrase, whether it is data, a task, a system, people or none
 * of these.
 */

/** What a phrase stands for, by its head. `plain` heads decide nothing. */
export type Head = 'data' | 'cases' | 'task' | 'system' | 'people' | 'junk' | 'metric' | 'plain';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** In the singular; the last word of a phrase is compared without its plural ending. */
const HEADS: readonly (readonly [Head, ReadonlySet<string>])[] = [
  [
    'data',
    set(
      `dataset data benchmark corpus corpora cohort challenge database leaderboard suite collection set split subset
       testset track repository registry biobank bench testbed`,
    ),
  ],
  [
    'cases',
    set(
      `image scan patient subject participant volunteer sample phantom video volume slide record report radiograph
       hospital site question problem clip recording document sentence center centre eye lesion study survey respondent case
       nodule tumor tumour utterance pair trajectory institution item`,
    ),
  ],
  [
    'task',
    set(
      `task segmentation classification detection recognition prediction estimation generation translation retrieval
       reconstruction registration grading diagnosis staging screening answering captioning reasoning localization
       localisation identification forecasting tracking synthesis denoising verification understanding summarization
       planning navigation modeling setting scenario mode condition regime level category class view phase type domain
       referral group environment horizon categorization disentanglement completion resolution shift`,
    ),
  ],
  [
    'system',
    set(
      `model method approach framework network algorithm system baseline transformer llm vlm mllm cnn agent architecture
       pipeline technique classifier detector encoder decoder tool variant ensemble scheme strategy solver predictor
       module policy planner learner backbone paradigm competitor alternative counterpart svm cnn lstm gan vit mlp rag sft
       cot lora grpo ppo dpo rnn gnn dnn bert diffusion regression submission`,
    ),
  ],
  [
    'people',
    set(
      `radiologist expert clinician physician human reader dermatologist pathologist ophthalmologist surgeon annotator
       doctor resident people trainee cardiologist neurologist`,
    ),
  ],
  [
    'junk',
    set(
      `example instance par average art term contrast addition particular comparison fact order performance result time
       state-of-the-art sota paper work way improvement gain margin reduction increase basis experiment evaluation year
       metric one both others respect general turn detail practice effect range factor point number use total it
       accuracy score rate cost speed quality`,
    ),
  ],
];

const HEAD_OF: ReadonlyMap<string, Head> = new Map(
  HEADS.flatMap(([head, words]) => [...words].map((word) => [word, head] as const)),
);

/** What a phrase that ends in `word` (lower case, singular) stands for. */
export const headOf = (word: string): Head =>
  HEAD_OF.get(word) ?? HEAD_OF.get(word.slice(word.lastIndexOf('-') + 1)) ?? 'plain';

/**
 * Heads that a phrase with "of" continues: "dataset of 40 patients", "segmentation of white matter lesions".
 */
export const OPEN_HEADS = set(
  `dataset cohort set collection corpus sample segmentation detection classification prediction identification
   recognition localization reconstruction generation estimation diagnosis total group type task sub-task subtask problem`,
);

/** Verbs that the lists of reporting verbs lack, and gerunds with which no name begins or ends. */
export const OTHER_VERBS = set(
  `demonstrate demonstrates indicate indicates suggest suggests confirm confirms validate validates evaluate evaluates
   test tests train trains augment compare apply applies consist consists include includes comprise comprises conduct
   conducts introduce proves prove verify verifies illustrate illustrates highlight highlights establish establishes
   make makes leverage leverages enable help helps integrate integrates extend extends combine combines set sets remain
   outperforming using including achieving requiring demonstrating containing consisting comprising spanning covering
   surpassing indicating leading making reducing improving increasing showing yielding exceeding highlighting suggesting
   confirming validating comparing reaching attaining evaluating applying testing according regarding given based
   compared evaluated tested validated trained conducted performed applied demonstrated achieved obtained named called
   confirmed showed shown provided provides provide revealed indicated suggested validated required needed compared
   termed dubbed proposed do does did become becomes generalize generalizes generalizing beating`,
);

/** Prepositions, in lower case: a name ends before one, and a number's data often follow one. */
export const PREPOSITIONS = set(
  `on for in across over at under with using from to of by than against versus vs between among during when within
   without into per through via as`,
);

/** Words between a preposition and its noun that are not part of a name. */
export const DETERMINERS = set(
  `a an the our its their his her this that these those both all each every any some several various multiple different
   diverse many most other further two three four five six seven eight nine ten public challenging standard new existing
   real representative popular widely-used publicly available large-scale extensive additional`,
);

/** Short forms in common use, which do not name a system of the paper. */
export const COMMON_SHORT_FORMS = set(
  `AI ML DL LLM LLMs VLM VLMs MLLM MLLMs CT MRI PET ECG EEG MR CXR OCT US CNN CNNs RNN GAN GANs ViT NLP CV RL SFT QA VQA RAG
   3D 2D 4D GPU GPUs CPU API LSTM MLP SVM ICU EHR ROI RGB LiDAR UAV IoT KG GNN GNNs PDE ODE SOTA DNN DNNs FM FMs MoE CoT
   LoRA PEFT RLHF DPO GRPO PPO SGD ASR TTS OCR HPC FPGA WSI WSIs H&E IR AR VR SSL FL OOD MCQ ICA AUC`,
);

/** Words that do not say which one their noun is: "benchmark datasets", "our best model". */
export const SAYS_NOTHING = set(
  `dataset data benchmark baseline set challenging public available proposed best single resulting final selected simple entire
   complete full whole same respective corresponding experimental diverse real-world extensive comprehensive multiple
   model method approach framework system task test experiment evaluation study device ai deep learning-based result`,
);
