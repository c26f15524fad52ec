/** The words by which a printed task is recognised, and those that are no part of one. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Nouns that name what is done to the words before them: "polyp counting". */
export const HEADS = words(
  `detection segmentation classification recognition prediction forecasting estimation generation synthesis
   reconstruction retrieval localization localisation tracking registration translation summarization
   summarisation captioning grading staging counting identification re-identification reidentification
   verification authentication extraction parsing tagging disambiguation linking matching completion
   inpainting denoising deblurring dehazing deraining enhancement restoration super-resolution compression
   colorization harmonization recommendation ranking reranking clustering diagnosis prognosis screening
   monitoring transcription diarization separation conversion planning navigation manipulation grasping
   scheduling rendering editing stylization customization personalization animation retargeting answering
   entailment paraphrasing simplification correction transliteration punctuation debugging repair
   decompilation transpilation backporting refactoring fuzzing testing moderation watermarking unlearning
   anonymization de-identification defacing redaction inspection surveillance profiling genotyping
   phenotyping subtyping typing docking folding odometry relocalization relighting matting upsampling
   downscaling interpolation imputation nowcasting pricing placement interpretation judging judgement
   judgment assessment scoring rating discovery mining quantification measurement sensing delineation
   contouring triage stratification steganography steganalysis cryptanalysis deanonymization defense defence
   stitching mosaicing demosaicing unmixing pansharpening anticipation spotting grounding dubbing
   comprehension proving annotation labeling labelling structuring coding deduplication curation transport
   locomotion patrolling avoidance parking flight teleoperation assembly handover rearrangement cancellation
   suppression removal elimination negotiation persuasion tutoring indexing offloading beamforming
   equalization demodulation diversification vectorization parallelization diagnostics categorization`,
);

/** Nouns that name a task only where the title says that something is made for it: "for power control". */
export const VAGUE_HEADS = words(
  `control routing reduction resolution alignment exploration perception understanding attribution filtering
   normalization decoding calibration induction composition hashing search assignment allocation simulation
   modeling modelling mapping tuning adaptation selection management mitigation recovery acceleration analytics
   serving coordination construction decomposition protection encoding expansion inversion automation
   collaboration finding streaming steering quantization pruning stabilization`,
);

/** Nouns that name a task with what follows them: "estimation of bolus size". */
export const HEADS_WITH_OF = words(
  `detection segmentation classification recognition prediction forecasting estimation generation synthesis
   reconstruction retrieval localization localisation tracking registration translation summarization
   extraction diagnosis identification counting grading screening verification removal delineation`,
);

/** Verbs with which a title says what is done: "detecting emboli". */
export const VERBS = words(
  `detecting segmenting classifying recognizing recognising predicting forecasting estimating generating
   synthesizing reconstructing retrieving localizing tracking registering translating summarizing captioning
   grading counting identifying verifying extracting parsing matching completing denoising restoring
   recommending ranking clustering diagnosing planning scheduling grasping manipulating simulating rendering
   editing answering correcting repairing debugging attributing screening quantifying measuring sensing
   delineating annotating removing locating monitoring inferring mapping`,
);

/** Of these, the ones after which one word is enough: "detecting emboli". */
export const PLAIN_VERBS = words(
  `detecting segmenting classifying recognizing recognising predicting forecasting estimating localizing
   counting`,
);

/** Words after a task that say what is made for it: "polyp counting benchmark". */
export const CONTAINERS = words(
  `dataset datasets benchmark benchmarks challenge challenges task tasks problem problems method methods
   model models system systems framework frameworks pipeline pipelines approach approaches algorithm
   algorithms tool tools toolkit competition study network networks applications application research
   performance techniques technique strategies services agents agent architectures architecture literature
   accuracy studies evaluation`,
);

/** What a task is done in or for, where a title goes on with it: "citation generation for language models". */
export const RECIPIENTS = words(
  `llm llms vlm vlms mllm mllms lvlm lvlms lmms models model transformers transformer networks imaging images image
   videos video scans agents robots vehicles humanoids systems healthcare medicine languages`,
);

/** Words that end a noun phrase. */
export const BOUNDS = words(
  `for via using with by through in on from to under towards toward at without as and of against across over
   beyond during into between among within when is are be or versus vs how can do does a an the that which
   their its your our leveraging exploiting applying employing improving enhancing boosting advancing
   evaluating benchmarking rethinking utilizing combining integrating incorporating accelerating optimizing
   addressing tackling revisiting exploring understanding enabling investigating assessing comparing
   learning making building developing designing unlocking bridging unifying scaling automating automate
   mitigating overcoming beating solving harnessing based improves improve enhances boost boosts enhance
   enables enable helps help what why where who should not it they we this these those than if but about
   after before while per upon around along given analyzing analysing reducing training adapting
   augmenting introducing supporting aided assisted powered augmented driven guided aware inspired informed
   oriented constrained conditioned enhanced induced unifies meets meet use uses facilitating streamlining
   empowering simplifying according evaluate predict detect generate learn understand unlock build make
   create design implementing implement whether need needs enter turning let's lets perform explore accelerate
   accelerates evaluates predicts detects generates learns supports support drives shapes matter matters
   reveals reveal fails fail still know see think act will would must may might really just only also makes
   balancing rebalancing outperforms outperform guides guide advance advances measure estimate segment
   classify recognize track plan retrieve quantify aid aids stop solve answer tell find explain extract
   align speak listen ask imagine next out up down off near inside outside behind above below enabled infer
   synthesize reconstruct characterize localize interpret compute derive discover empower empowers`,
);

/** Of these, the ones after which a paper names its means or what it compares with, not its task. */
export const MEANS = words(
  `via using with by through from under without as against beyond leveraging exploiting applying employing
   utilizing combining integrating incorporating versus vs harnessing based over than not unlike instead can
   do does could will would should training given after according`,
);

/** Of these, participles that make the words before them a means: "X guided Y". */
export const BY_MEANS_OF = words(
  `enhanced guided aided assisted driven based augmented aware powered informed conditioned constrained
   inspired oriented induced enabled`,
);

/** Of these, the ones that say nothing about what follows. */
export const NEUTRAL = words(`and or a an the their its your our`);

/** Words before a task that say how well or by what it is done; left out of the phrase. */
export const MANNERS = words(
  `automatic automated automatically fully robust efficient accurate improved fast faster scalable reliable
   novel new effective practical lightweight deep unsupervised supervised semi-supervised self-supervised
   weakly-supervised weakly few-shot zero-shot one-shot multi-task end-to-end real-time realtime online
   offline large-scale generalizable interpretable explainable trustworthy federated adaptive hierarchical
   joint simultaneous unified universal general simple better precise high-quality high-fidelity
   high-precision low-cost low-resource state-of-the-art intelligent smart ai-based data-driven learned
   neural generative probabilistic bayesian contrastive adversarial hybrid enhanced advanced training-free
   annotation-free label-free cross-domain cross-modal multimodal multi-modal multi-scale multiscale optimal
   progressive iterative dynamic differentiable stochastic distributed decentralized privacy-preserving
   open-source automating rapid early comprehensive systematic controllable consistent quantum evolutionary
   ai ml llm llms llm-based agentic multi-agent generic open-world open-set source-free context-aware
   fine-grained-aware uncertainty-aware next-generation cost-effective sample-efficient data-efficient
   faithful realistic plausible personalized successful interactive parallel sequential robustly accurately
   efficiently effectively jointly correctly reliably safely high-performance mobile-friendly
   resource-efficient memory-efficient energy-efficient parameter-efficient various multiple many two three four several
   different diverse some any all each every other such certain common best worst fine-grained
   coarse-grained autonomous reinforced asynchronous compliant guided integrated safe high-resolution
   long-term short-term large small scale in-the-wild real-world fair shallow secure versatile accuracy
   precision fidelity modern self-evolving multicentre multicenter cross-hospital cross-cohort cross-site
   challenging complex difficult important main key specific related similar single-stage two-stage
   multi-stage`,
);

/** Words of methods: they, and what stands before them, are left out of the phrase. */
export const METHODS = words(
  `network networks learning transformer transformers diffusion framework frameworks llms llm mamba cnn cnns
   gan gans vae bert gpt algorithm algorithms autoencoder autoencoders ai ml rnn lstm gnn gnns mllm mllms
   vlm vlms pre-training pretraining post-training fine-tuning finetuning data-driven driven guided based
   aware enhanced assisted aided augmented method methods approach approaches miccai isbi semeval
   interspeech asnr cvpr iccv eccv ntire icassp neurips acl emnlp kdd ijcai aaai dcase clef trec brats ismrm
   self-attention clip sam unet u-net yolo convolutional recurrent`,
);

/** Words that may belong to a method or be what is worked on ("prompt injection detection"): none is read. */
export const UNCLEAR = words(
  `compressive agent agents prompt prompts prompting policy policies model models embedding embeddings
   representation representations features kernel kernels attention dataset datasets training reasoning
   study analysis benchmark distillation fusion optimization regression supervision module modules
   instruction instructions`,
);

/** Words that say too little of a task if they are all that stands before it: "feature extraction". */
export const EMPTY = words(
  `feature features data task tasks memory system systems complexity bias difficulty information knowledge
   domain scale context token tokens parameter parameters sample samples action state gradient quality
   uncertainty progress meaning value values time problem semantic instance concept pattern patterns error
   errors score sequence content input output candidate goal decision response high low modality modalities
   theory evidence accuracy precision fidelity performance latent`,
);
