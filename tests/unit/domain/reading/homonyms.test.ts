/** Forms that are words of other fields too: what the paper has beside them decides. The sentences are our own. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { taxonomySchema } from '@/data/build/schema';
import { readPaper } from '@/lib/domain/reading';

const { tags } = taxonomySchema.parse(JSON.parse(readFileSync('data/taxonomy.json', 'utf8')));
const read = (abstract: string): string[] =>
  readPaper({ title: 'A title', abstract, categories: ['cs.LG', 'eess.IV'] }, tags).tags.map(({ id }) => id);

it.each<[form: string, text: string, wrong: string]>([
  ['CLIPS', 'Facts are kept by a CLIPS-based expert system; a CLIPS-based expert fires rules.', 'clip'],
  ['downscaling', 'Frames are made small by downscaling; downscaling loses detail.', 'weather-climate'],
  [
    'graph cut',
    'Graph cuts part the vertices of a road network; graph cuts are slow.',
    'statistical-shape-model',
  ],
  [
    'dynamic programming',
    'Dynamic programming finds short parses; dynamic programming is exact.',
    'decision-making',
  ],
  [
    'signed distance field',
    'A signed distance field of walls; the signed distance field is convex.',
    'neural-field',
  ],
  [
    'direct alignment',
    'Direct alignment of photos in odometry; direct alignment drifts.',
    'preference-optimization',
  ],
  ['BERT', 'Tweets are sorted by a BERT classifier; BERT is small.', 'language-modeling'],
  ['bilingual', 'A bilingual reader of receipts; bilingual receipts are rare.', 'machine-translation'],
  ['poem', 'Topics of old poems are counted, and poems are dated.', 'text-generation'],
  [
    'neural architecture',
    'Neural architectures for tagging; neural architectures for parsing.',
    'neural-network-design',
  ],
  [
    'query augmentation',
    'Query augmentation widens a search; query augmentation costs little.',
    'data-augmentation',
  ],
  ['cold start', 'After a cold-start phase, training goes on; the cold start is short.', 'recommendation'],
  ['closed loop', 'Closed-loop driving tests; closed-loop scores differ from others.', 'control-systems'],
  ['learner', 'A base learner and a meta learner vote.', 'education'],
  [
    'knowledge tracing',
    'Retrieval with knowledge tracing of entities; knowledge tracing helps.',
    'education',
  ],
  ['bank', 'A prototype bank stores features; the bank is updated.', 'finance'],
  ['trading off', 'Trading off speed and accuracy; trading off is hard.', 'finance'],
  ['disparity', 'Stereo disparity is refined, and the disparity map is dense.', 'fairness'],
  ['formalization', 'A formalization of context; the formalization is short.', 'reasoning'],
  ['morphological', 'Morphological features of cells; morphological criteria.', 'sequence-labeling'],
  ['chunking', 'Action chunking for robots; action chunking is smooth.', 'sequence-labeling'],
  [
    'video tokenization',
    'Video tokenization into discrete codes; video tokenization is lossy.',
    'sequence-labeling',
  ],
  ['resource allocation', 'Resource allocation in electricity auctions.', 'communications'],
  ['radio', 'A corpus of radio shows; radio hosts talk.', 'communications'],
  ['power system', 'A camera for low-power systems; low-power systems are small.', 'energy-systems'],
  ['catalyst', 'We hope it serves as a catalyst of change, a catalyst for all.', 'chemistry-materials'],
  ['spatiotemporal', 'Spatiotemporal action detection; spatiotemporal video clips.', 'time-series'],
  ['video game', 'Video games are worlds; a video game is played.', 'video'],
  ['skins', 'New skins for old clinical myths told to patients; new skins.', 'skin'],
  ['cancer classification', 'Cancer classification from gene counts of patients.', 'image-classification'],
  ['hyperbolic', 'Nonlinear hyperbolic conservation laws; hyperbolic PDEs.', 'clustering-and-embedding'],
  ['atmospheric', 'Atmospheric turbulence blurs; atmospheric scattering hazes.', 'weather-climate'],
  ['soil', 'A robot digs soil; the soil is pushed.', 'agriculture'],
  [
    'complex network',
    'Deep complex networks have complex weights; a complex network is dense.',
    'social-media',
  ],
  ['A*', 'A search system answers; a search is quick.', 'planning-and-search'],
  ['authorship', 'Style transfer of formality, toxicity and authorship; authorship.', 'text-classification'],
  ['plan generation', 'Floor plan generation of flats; floor plan generation.', 'planning-and-search'],
  ['UAV', 'Plants are counted in UAV images; UAV imagery of fields.', 'robotics'],
  [
    'sparse autoencoder',
    'A convolutional sparse autoencoder of muscle signals; sparse autoencoders.',
    'mechanistic-interpretability',
  ],
  [
    'quality assessment',
    'Quality assessment of texts in a graph; quality assessment.',
    'image-quality-assessment',
  ],
  ['debiasing', 'Debiasing of gradients; debiasing of an estimator.', 'fairness'],
  ['post-training', 'Post-training quantization of weights; post-training quantization.', 'post-training'],
  ['humanoid', 'A humanoid figure of clay; the humanoid is small.', 'robotics'],
  ['tracking', 'Load tracking of a plant; tracking follows a reference.', 'object-tracking'],
  ['denoising', 'An image comes out of denoising; denoising takes many steps.', 'image-restoration'],
  ['kinetic', 'Least action means little kinetic energy; kinetic energy of particles.', 'kinetics'],
  ['self-driving', 'A self-driving laboratory mixes dyes.', 'autonomous-driving'],
  ['belief network', 'A deep belief network of two layers.', 'probabilistic-graphical-models'],
  ['radiography', 'Proton radiography of patients.', 'x-ray'],
  ['Synapse', 'Neurons and synapses of a patient.', 'btcv'],
  ['avatar', 'Trust in meetings with avatars; avatars hide faces.', 'pose-estimation'],
  ['teacher', 'A frozen teacher guides students; students copy the teacher in a course.', 'education'],
  ['trading', 'Trading memory for time; trading is a choice.', 'finance'],
  ['strategies', 'We vary the decoding strategies.', 'text-generation'],
  [
    'tracker',
    'Browsers block each tracker; trackers follow readers, and one tracker stays.',
    'object-tracking',
  ],
  ['swarm', 'A salp swarm chooses weights; the salp swarm is fast.', 'multi-agent-systems'],
  ['backdoor', 'Backdoor adjustment of a treatment; backdoor adjustment is exact.', 'adversarial-robustness'],
  [
    'neural activity',
    'Neural activity of a language model; its neural activity is sparse.',
    'brain-decoding',
  ],
  ['agentic', 'An agentic controller of flow; agentic control of drag.', 'agent'],
  ['sparse-view', 'Meshes from sparse-view photos are smooth.', 'image-reconstruction'],
  ['negotiation', 'Negotiation of obstacles by legs; obstacle negotiation outdoors.', 'multi-agent-systems'],
  ['quantized', 'Quantized codebooks of motion; quantized gestures.', 'quantization'],
  ['score-based', 'Score-based ranking of alarms is common here.', 'diffusion-model'],
  ['text detection', 'Text detection tells who wrote an essay.', 'document-understanding'],
  [
    'information extraction',
    'A local information extraction branch of the decoder.',
    'information-extraction',
  ],
  ['self-training', 'Self-training athletes with a watch; self-training plans.', 'semi-supervised-learning'],
  ['image reconstruction', 'A masked image reconstruction loss for pretraining.', 'image-reconstruction'],
  ['docking', 'Docking of two spacecraft; docking is slow.', 'chemistry-materials'],
  ['SAR', 'The absorption rate is called SAR. SAR limits the field.', 'remote-sensing'],
])('%s is no tag where it means something else', (_form, text, wrong) => {
  expect(read(text)).not.toContain(wrong);
});

it.each<[form: string, text: string, right: string]>([
  ['downscaling', 'Downscaling of precipitation; downscaling adds detail.', 'weather-climate'],
  [
    'dynamic programming',
    'Approximate dynamic programming for a policy; dynamic programming.',
    'decision-making',
  ],
  ['signed distance field', 'An implicit surface as signed distance field.', 'neural-field'],
  ['direct alignment', 'Direct alignment with preferences.', 'preference-optimization'],
  ['BERT', 'Tweets are sorted by a BERT classifier; BERT is small.', 'transformer'],
  ['bilingual', 'Bilingual dictionaries help translation; bilingual words.', 'machine-translation'],
  ['poem', 'Generation of poems; poems rhyme.', 'text-generation'],
  ['a new sentence', 'No system goes beyond level two. Few-shot learning helps.', 'few-shot'],
  ['a dash', 'Attacks on vision–language models.', 'vision-language-model'],
  ['two hyphens', 'Attacks on vision--language models.', 'vision-language-model'],
  ['cold start', 'Cold-start items of a recommender; the cold start of users.', 'recommendation'],
  [
    'closed loop',
    'Stability of the closed loop by a Lyapunov function and feedback control.',
    'control-systems',
  ],
  ['learner', 'Learners in higher education: what learners ask a tutor.', 'education'],
  ['bank', 'Loans of a bank; the bank scores credit.', 'finance'],
  ['disparity', 'Disparities between racial groups; gender disparities.', 'fairness'],
  ['formalization', 'Formalization of theorems in Lean; formalization of a proof.', 'reasoning'],
  ['morphological', 'Morphological analysis of words; morphological rules and lemmas.', 'sequence-labeling'],
  ['resource allocation', 'Resource allocation in cellular MIMO; wireless channels.', 'communications'],
  ['soil', 'Soil moisture of fields; soil and crop yields.', 'agriculture'],
  ['authorship', 'Authorship of letters is told by stylometry.', 'text-classification'],
  ['UAV', 'A UAV plans its flight; the UAV avoids trees.', 'robotics'],
  [
    'sparse autoencoder',
    'Sparse autoencoders of a language model; sparse autoencoder features.',
    'mechanistic-interpretability',
  ],
  [
    'quality assessment',
    'Quality assessment of photos; quality assessment without reference images.',
    'image-quality-assessment',
  ],
  ['post-training', 'Post-training of LLMs with rewards; post-training data.', 'post-training'],
  ['stream processing', 'Stream processing in a database system.', 'data-mining'],
  ['humanoid', 'A humanoid robot walks; the humanoid carries boxes.', 'robotics'],
  [
    'tracking',
    'Tracking of pedestrians; tracking survives occlusions, and tracking is fast.',
    'object-tracking',
  ],
  ['denoising', 'Image denoising; denoising of photos.', 'image-restoration'],
  ['avatar', '3D avatars from one photo; avatars that talk.', 'pose-estimation'],
  ['trading', 'Trading on stock markets; trading at low prices.', 'finance'],
  ['Synapse', 'Tests of segmentation on ACDC and Synapse.', 'btcv'],
  ['facial expression', 'Facial expression recognition in videos.', 'emotion-recognition'],
  ['neural activity', 'Neural activity of the cortex; neural activity in monkeys.', 'brain-decoding'],
  ['agentic', 'Agentic search with LLMs; agentic loops call tools.', 'agent'],
  ['sparse-view', 'Sparse-view CT with few projections.', 'image-reconstruction'],
  ['negotiation', 'Negotiation between agents; negotiation ends in a deal.', 'multi-agent-systems'],
  ['text detection', 'Text detection in natural scenes before OCR.', 'document-understanding'],
  ['image reconstruction', 'Image reconstruction from undersampled k-space.', 'image-reconstruction'],
  ['docking', 'Docking of ligands; docking scores of proteins.', 'chemistry-materials'],
  ['SAR', 'SAR of ships at sea; SAR echoes of a radar.', 'remote-sensing'],
  ['personality', 'Personality of chatbots by a questionnaire; personality shifts.', 'psychology'],
  ['urban mobility', 'Urban mobility in two cities; urban mobility by bus.', 'mobility'],
  [
    'belief change',
    'Belief change by new evidence; postulates of belief change.',
    'knowledge-representation',
  ],
])('%s is a tag in its own sense', (_form, text, right) => {
  expect(read(text)).toContain(right);
});

const organs = (title: string): string[] =>
  readPaper({ title, abstract: 'Patients are imaged with OCT; OCT is fast.', categories: ['eess.IV'] }, tags)
    .tags.map(({ id }) => id)
    .filter((id) => id === 'eye' || id === 'skin');

it('an organ that a modality usually shows is no tag if the title names another one', () => {
  expect(organs('OCT of human skin')).toEqual(['skin']);
  expect(organs('OCT of patients')).toEqual(['eye']);
});

it.each<[text: string, isUsed: boolean]>([
  ['Networks do well on ImageNet. Yet blur confuses them. We propose a filter.', false],
  ['Networks are confused by blur. We propose a filter and try it on ImageNet.', true],
  ['Networks do well on ImageNet. Yet blur confuses them.', true],
])('data that are named only before the paper speaks of itself are of others: %s', (text, isUsed) => {
  expect(read(text).includes('imagenet')).toBe(isUsed);
});

it('videos that other works use are no tag', () => {
  expect(read('Existing approaches need long recorded video to adapt. We use none.')).not.toContain('video');
});
