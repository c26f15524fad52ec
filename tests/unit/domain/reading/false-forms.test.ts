/**
 * Forms with one meaning in one paper and another in the next (issue 14, point 7), each with texts of both kinds.
 * The sentences are our own, similar to those of abstracts.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { taxonomySchema } from '@/data/build/schema';
import { readPaper } from '@/lib/domain/reading';

const { tags } = taxonomySchema.parse(JSON.parse(readFileSync('data/taxonomy.json', 'utf8')));
const read = (
  text: string,
  title = 'A title',
  categories: readonly string[] = ['cs.LG', 'eess.IV'],
): string[] => readPaper({ title, abstract: text, categories }, tags).tags.map(({ id }) => id);

describe('a form with another meaning', () => {
  it.each<[form: string, text: string, wrong: string]>([
    ['MAE', 'The mean absolute error (MAE) of the ejection fraction is small.', 'masked-modeling'],
    ['MAE of a ViT', 'The ViT has an MAE of two years, and the CNN an MAE of four.', 'masked-modeling'],
    ['non-monotonic', 'The loss of the network is non-monotonic in its width.', 'knowledge-representation'],
    ['attention sink', 'The cache keeps the tokens of an attention sink.', 'neural-network-design'],
    ['VQA', 'Perceptual quality of films is tested by VQA metrics.', 'visual-question-answering'],
    [
      'data extraction',
      'Data extraction attacks on chatbots succeed; data extraction attacks are cheap.',
      'information-extraction',
    ],
    ['translation task', 'Networks learn image-to-image translation tasks.', 'machine-translation'],
    ['scores', 'Rankers derive scores based on terms, and scores based on topics.', 'diffusion-model'],
    ['continuous control', 'Continuous control of the strength of edits.', 'decision-making'],
    ['joint embedding', 'Pictures and words share a joint embedding space.', 'self-supervised-learning'],
    ['narrative', 'Topics of accident narratives; the narratives are clustered.', 'text-generation'],
    ['MDP', 'Matched demographic parity (MDP) is a measure, and MDP is met.', 'decision-making'],
    ['controller', 'A temperature controller rounds weights; the controller is soft.', 'control-systems'],
    ['activity', 'Human activity recognition from accelerometers on the wrist.', 'video-understanding'],
    ['grammar', 'Grammar-based fuzzing reads a context-free grammar.', 'linguistic-analysis'],
    ['prognostics', 'A prognostic score of patients with glioma is proposed.', 'time-series'],
    ['leaderboard', 'Our detector of cracks comes first on the leaderboard.', 'llm-evaluation'],
    ['part of speech', 'The part of speech of each word, and parts of speech in a corpus.', 'speech'],
    [
      'accessibility',
      'Synthetic accessibility of molecules and solvent accessibility.',
      'human-computer-interaction',
    ],
    ['faithfulness', 'The faithfulness of attribution maps; faithfulness is measured.', 'factuality'],
    ['DBT', 'Dialectical behavior therapy (DBT) guides the chatbot of patients; DBT calms.', 'mammography'],
    ['humanity', 'The goals of humanity, and a last exam for humanity.', 'domain-text'],
    ['multi-view', 'Multi-view stereo and multi-view cameras see the scene.', 'multi-view-learning'],
    [
      'late video',
      `${'The network restores old photographs. '.repeat(20)}It can also be applied to videos.`,
      'video',
    ],
    ['one mention', 'It shows good cross-domain transfer between hospitals.', 'domain-adaptation'],
    ['boosting', 'The loss helps, boosting performance and boosting accuracy.', 'ensemble'],
    ['agent', 'Contrast agents are given to patients; an LLM reads the note on the agent.', 'agent'],
    ['posterior', 'The posterior wall and the posterior fossa of patients are thick.', 'bayesian-method'],
    ['SSM', 'A statistical shape model (SSM) of the femur; the SSM fits patients.', 'state-space-model'],
    ['SSL', 'Semi-supervised learning (SSL) needs few labels, and SSL is cheap.', 'self-supervised-learning'],
    ['heatmap', 'Landmark heatmaps are regressed; heatmaps are decoded into points.', 'saliency-map'],
    [
      'curriculum',
      'ChatGPT answers the questions of a testing curriculum of students.',
      'curriculum-learning',
    ],
    ['attribution', 'Authorship attribution tells who wrote a letter; attribution is hard.', 'saliency-map'],
    ['video', 'Tasks such as video surveillance matter; the website has videos of the experiments.', 'video'],
    ['speech model', 'A text-to-speech model of one voice.', 'speech-recognition'],
    ['segmentation', 'A statistical subword segmentation is used.', 'image-segmentation'],
    ['beamforming', 'Binaural beamforming helps listeners with hearing aids.', 'communications'],
    ['model editing', 'The data may help other uses, such as model editing.', 'machine-unlearning'],
    ['cityscapes', 'Simulated traffic is shown in 4D digital cityscapes.', 'cityscapes'],
    ['skeleton', 'Skeleton-based action recognition of patients reads a human skeleton.', 'bone'],
    ['eye', "A bird's-eye view of the clinic is built for medical robots.", 'eye'],
    ['eye tracking', 'Eye tracking of radiologists gives eye movements.', 'eye'],
    ['heart', 'Trust is at the heart of medical AI and of clinical work.', 'heart'],
    ['brain', 'A brain-inspired network, brain-like in its wiring, reads medical notes.', 'brain'],
    [
      'supply chain',
      'Software supply chain attacks on agents; a software supply chain is long.',
      'logistics',
    ],
    ['recipe', 'Our training recipe is simple, and the data recipe is open.', 'food'],
    ['EHR', 'It could be built into electronic health record systems of clinics.', 'ehr'],
    ['TCGA', 'Glioma MRI of TCGA patients; MRI is read by a network.', 'pathology'],
    [
      'quality estimation',
      'Quality estimation of answers, and quality estimation of notes.',
      'machine-translation',
    ],
    ['ASR', 'The attack success rate (ASR) of jailbreaks falls, and ASR is near zero.', 'speech-recognition'],
    ['TTS', 'Test-time scaling (TTS) helps LLMs; TTS costs compute.', 'speech-synthesis'],
    ['age estimation', 'Brain age estimation from MRI of patients.', 'face-recognition'],
    [
      're-identification',
      'Polyp re-identification matches polyps over endoscopic video of patients.',
      'face-recognition',
    ],
    ['codec', 'A neural audio codec for speech; the codec works at low rates.', 'image-compression'],
    ['visual reasoning', 'Visual reasoning and multimodal reasoning for driving.', 'medical-reasoning'],
    ['grading', 'Automatic grading of essays; grading saves teachers time.', 'disease-grading'],
    ['grading of colours', 'Color grading of films and grading of scenes.', 'disease-grading'],
    ['registration', 'Point cloud registration of LiDAR scans; registration is fast.', 'image-registration'],
    ['preference alignment', 'Preference alignment of text-to-image models with DPO.', 'safety-alignment'],
    ['we prove', 'We prove that the method achieves a speed-up of one order.', 'theory'],
    [
      'prior studies',
      'Prior studies of report writing left this out; prior studies differ.',
      'longitudinal-analysis',
    ],
    ['PET', 'Parameter-efficient tuning (PET) of language models; PET is light.', 'pet'],
    ['DSA', 'DeepSeek sparse attention (DSA) is fast, and DSA scales.', 'x-ray'],
    ['FLAIR', 'FLAIR is a vision-language model of the retina for patients.', 'mri'],
    ['OASIS', 'OASIS simulates social media with a million LLM agents.', 'mri'],
    ['Generative Pre-trained Transformer', 'A Generative Pre-trained Transformer writes.', 'transformer'],
    ['domain knowledge', 'Fraud is found with domain knowledge of banks.', 'knowledge-injection'],
    ['ontology', 'An ontology in RDF describes films; the ontology is large.', 'knowledge-injection'],
    ['3D', '3D Gaussian splatting renders 3D scenes, and 3D is fast.', 'volumetric-modeling'],
    ['ImageNet', 'The backbone is pretrained on ImageNet.', 'imagenet'],
    ['ImageNet as pictures', 'An ImageNet-pretrained backbone is used.', 'natural-images'],
    ['AMR', 'Antimicrobial resistance (AMR) kills patients; AMR spreads.', 'sequence-labeling'],
    ['LMM', 'A linear mixed model (LMM) of patients; the LMM has random effects.', 'vision-language-model'],
  ])('is not a tag because of its letters: %s', (_form, text, wrong) => {
    expect(read(text)).not.toContain(wrong);
  });

  it.each<[form: string, text: string, right: string]>([
    ['MAE', 'We pre-train an MAE with random masking; the MAE sees few patches.', 'masked-modeling'],
    ['ensemble', 'An ensemble of networks votes; the ensemble is robust.', 'ensemble'],
    ['agent', 'An LLM agent plans; the agent calls a tool.', 'agent'],
    ['posterior', 'Bayesian inference of the posterior distribution by MCMC.', 'bayesian-method'],
    ['SSM', 'A selective state space model; the SSM scans the sequence like Mamba.', 'state-space-model'],
    ['SSL', 'Self-supervised learning (SSL) without labels; SSL helps.', 'self-supervised-learning'],
    ['Grad-CAM', 'Saliency maps by Grad-CAM show what decided; saliency maps are coarse.', 'saliency-map'],
    ['eye', 'The retinal vessels of the eye in patients with glaucoma.', 'eye'],
    ['heart', 'The heart of each patient is segmented in MRI; the heart moves.', 'heart'],
    ['ASR', 'ASR of noisy speech; ASR errors fall.', 'speech-recognition'],
    ['TTS', 'TTS with natural speech and prosody; TTS in real time.', 'speech-synthesis'],
    ['face recognition', 'Face recognition under masks.', 'face-recognition'],
    ['image codec', 'A learned image codec saves bits; image compression improves.', 'image-compression'],
    ['grading', 'Grading of diabetic retinopathy: grading by severity for patients.', 'disease-grading'],
    [
      'registration',
      'Deformable registration of MRI of patients: registration by a field.',
      'image-registration',
    ],
    [
      'preference alignment',
      'Preference alignment with direct preference optimization.',
      'preference-optimization',
    ],
    [
      'prior examinations',
      'Each report is compared with the prior examination of the patient.',
      'longitudinal-analysis',
    ],
    ['PET', 'PET with an FDG tracer in patients; PET shows uptake.', 'pet'],
    ['DSA', 'DSA of cerebral vessels in patients: angiography by contrast.', 'fluoroscopy'],
    ['FLAIR', 'FLAIR and T1 images of brain lesions of patients.', 'mri'],
    ['volumes', 'Volumetric segmentation of CT of patients with a 3D CNN.', 'volumetric-modeling'],
    ['ImageNet', 'Accuracy on ImageNet-1K rises.', 'imagenet'],
    ['ontology', 'An ontology in RDF describes films; the ontology is large.', 'knowledge-representation'],
    ['LMM', 'LMMs are multimodal models; an LMM reads pictures.', 'vision-language-model'],
  ])('is read in its own sense: %s', (_form, text, right) => {
    expect(read(text)).toContain(right);
  });
});

describe('what is mentioned in passing or in contrast', () => {
  it.each<[what: string, text: string, wrong: string]>([
    [
      'what a paper goes beyond',
      'Arithmetic beyond prompts and chain-of-thought is learned.',
      'chain-of-thought',
    ],
    ['one step of operations', 'Operators use log search and root cause analysis.', 'causal-inference'],
    ['one use of materials', 'Shading, shadows and relighting are of interest.', 'image-editing'],
    ['one step of a search', 'Texts are rebuilt by nearest neighbor search.', 'information-retrieval'],
    ['a place of use', 'Tags of users are of interest for the semantic web.', 'knowledge-representation'],
    ['a change of meaning', 'Novelty is a semantic change of an image.', 'linguistic-analysis'],
    [
      'a rival by kind',
      'Ensembles of specialists do more than one; a generalist model is weak.',
      'foundation-model',
    ],
    ['what was beaten', 'Our method outperforms deep ensembles and ensemble methods.', 'ensemble'],
    ['what is compared with', 'It is compared with deep ensembles on all sets.', 'ensemble'],
    [
      'what existed before',
      'Conventional convolutional networks and a classical convolutional network fail.',
      'cnn',
    ],
    ['what is replaced', 'A mixer replaces convolutional networks.', 'cnn'],
    [
      'what others use',
      'Existing methods often rely on graph neural networks. We use none.',
      'graph-neural-network',
    ],
    [
      'what others study',
      'Prior work has mostly studied quantization of weights. We do not.',
      'quantization',
    ],
    ['a baseline', 'It is better by far; a graph neural network baseline is slow.', 'graph-neural-network'],
  ])('does not belong to the paper: %s', (_what, text, wrong) => {
    expect(read(text)).not.toContain(wrong);
  });

  it('is not a tag if it is a disease or an organ mentioned once, beside one in the title', () => {
    const ids = read(
      'Patients had stroke before. Kidneys of patients are seen.',
      'Kidney disease in patients',
    );
    expect(ids).toContain('kidney');
    expect(ids).not.toContain('stroke');
  });
});

describe('the field of a paper', () => {
  const text =
    'The magnetorotational instability (MRI) grows; MRI saturates at a Hausdorff distance of 3.5 m.';

  it.each<[what: string, categories: readonly string[], isOutside: boolean]>([
    ['astronomy', ['astro-ph.HE'], true],
    ['algebraic geometry', ['math.AG'], true],
    ['markets', ['q-fin.ST'], true],
    ['only statistics', ['stat.ME'], true],
    ['computer science', ['cs.CV'], false],
    ['medical physics', ['physics.med-ph'], false],
    ['machine learning in statistics', ['stat.ML'], false],
    ['biology', ['q-bio.NC'], false],
    ['astronomy with computer science', ['astro-ph.IM', 'cs.LG'], false],
    ['computational linguistics by its old category', ['cmp-lg'], false],
  ])('is known from its categories: %s', (_what, categories, isOutside) => {
    const reading = readPaper({ title: 'A title', abstract: text, categories }, tags);
    expect(reading.isOutside).toBe(isOutside);
    expect(isOutside ? [...reading.tags, ...reading.results] : []).toEqual([]);
  });

  it.each<[what: string, abstract: string, isOutside: boolean]>([
    ['another field', 'The accretion disc of a neutron star shows MRI and gamma-rays.', true],
    ['machine learning on stars', 'A neural network trained on datasets of galaxies finds quasars.', false],
    ['an unclear field', 'We go deeper with more layers than before.', false],
    ['medicine', 'The MRI of patients with cancer is segmented.', false],
  ])('is known from its words if there is no category: %s', (_what, abstract, isOutside) => {
    expect(readPaper({ title: 'A title', abstract, categories: [] }, tags).isOutside).toBe(isOutside);
  });

  it('does not affect links, or contributions that are stated explicitly', () => {
    const reading = readPaper(
      {
        title: 'A theorem on moduli',
        abstract: 'We prove a theorem on lower bounds. Code: https://github.com/lamp/moduli',
        categories: ['math.AG'],
      },
      tags,
    );
    expect(reading.links.map(({ url }) => url)).toEqual(['https://github.com/lamp/moduli']);
    expect(reading.contribution).toEqual(['theory']);
  });

  it('requires a medical word for a medical tag', () => {
    expect(read('The robot moves its spine and chest.', 'A title', ['cs.RO'])).not.toContain('spine');
    expect(read('The spine of a patient is seen; the spine bends.', 'A title', ['cs.CV'])).toContain('spine');
  });
});

describe('a task that the title names', () => {
  it.each([
    ['Monocular 3D object detection with few labels', '3d-object-detection'],
    ['Cephalometric landmark detection', 'landmark-detection'],
    ['Contour detection in photographs', 'edge-detection'],
    ['Instruction following under many constraints', 'instruction-following'],
    ['Process mining of hospital logs', 'data-mining'],
    ['Adaptive bitrate for video streaming', 'multimedia-streaming'],
    ['Inventory management by agents', 'logistics'],
    ['Rehabilitation of patients at home', 'rehabilitation'],
    ['Fraud on a blockchain', 'blockchain'],
    ['Tracking players in sports', 'sports'],
    ['Counting calories in food images', 'food'],
    ['Infrared small target detection', 'object-detection'],
    ['Vision-language navigation indoors', 'robot-navigation'],
    ['Weakly supervised object localization', 'object-detection'],
    ['Fall detection at home', 'video-understanding'],
    ['Morphing attack detection', 'face-recognition'],
    ['RF fingerprinting of drones', 'communications'],
    ['Semantic coding with hybrid beamforming', 'communications'],
    ['An AI scientist that proposes ideas', 'scientific-discovery'],
    ['Safe reinforcement learning on highways', 'reinforcement-learning'],
    ['Quality estimation for machine translation', 'machine-translation'],
  ])('is found: %s', (title, expected) => {
    expect(read('We look at it.', title)).toContain(expected);
  });
});
