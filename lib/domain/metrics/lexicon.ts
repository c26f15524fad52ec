/**
 * The metrics of machine learning and medical imaging: standard name, better direction, and the forms in
 * which papers print it. Forms are in lower case with hyphens as spaces; a form with a capital matches only
 * as printed ("AP" is a metric, "ap" is not; "SE" is sensitivity, "se" is French). Plurals need no separate
 * form.
 */
import type { Direction } from '../paper';

/**
 * Facts about a metric besides its direction. `everyday`: its names are common words, or describe what a
 * system merely has, so it counts only beside its number. `cost`: it is spent, not reached. `resource`: a
 * method is given it or made of it. `share`: never above 1 or 100 %, and without a unit. `sided`: an attack wants it
 * the other way.
 */
export type MetricFact = 'everyday' | 'cost' | 'resource' | 'share' | 'sided';

/** A line of the table. */
interface MetricRow {
  readonly name: string;
  readonly better: Direction | undefined;
  readonly forms: readonly string[];
  readonly facts: ReadonlySet<MetricFact>;
}

/**
 * One metric per line: `name | direction | form; form | fact, fact`; `-` if neither direction is better.
 * Facts are optional.
 */
const TABLE = String.raw`
# Classification
Accuracy | higher | acc; classification rate; correct classification rate; recognition rate | share
Subset accuracy | higher | subset accuracy | share
Balanced accuracy | higher | bacc; balanced acc | share
Top-1 accuracy | higher | top 1; top1 accuracy; rank 1 accuracy; rank 1; top 1 acc | share
Top-5 accuracy | higher | top 5; top5 accuracy | share
Error rate | lower | classification error; test error; misclassification rate; top 1 error; top 5 error | share
F1 | higher | f1; f1 score; f1 measure; f score; f measure; f1score; dice f1; f 1; f 1 score; f1 value | share
Macro F1 | higher | macro f1 score; macro averaged f1; macro averaged f1 score; macro average f1; macro f score; f1 macro | share
Micro F1 | higher | micro f1 score; micro averaged f1; micro averaged f1 score; f1 micro | share
Weighted F1 | higher | weighted f1 score; weighted average f1 | share
F2 | higher | f2; f2 score | share
Precision | higher | Prec | share
Recall | higher | recall rate | share
Sensitivity | higher | SEN; Sen; Sens | share
Specificity | higher | SPE; Spe; Spec | share
True positive rate | higher | TPR; hit rate | share
Detection rate | higher | TDR | share
False positive rate | lower | FPR; false alarm rate; FAR | share
FPR95 | lower | FPR@95; fpr 95 | share
False negative rate | lower | FNR; miss rate | share
False positives | lower | false positives per image; false positives per scan
PPV | higher | positive predictive value | share
UAR | higher | unweighted average recall | share
G-mean | higher | gmean; geometric mean of sensitivity and specificity | share
Youden's index | higher | youden index; youden's j | share
NPV | higher | negative predictive value | share
AUROC | higher | auc; roc auc; auc roc; rocauc; aucroc; area under the curve; area under curve; area under the roc curve; area under the receiver operating characteristic curve; area under the receiver operating characteristic; area under the receiver operating curve; area under receiver operating characteristic curve; area under roc curve; area under the receiver operator characteristic curve; area under the roc | share
AUPRC | higher | pr auc; auc pr; au prc; au pr; aupr; area under the precision recall curve; area under precision recall curve; prauc | share
PRO | higher | AUPRO; per region overlap; pro score | share
Average precision | higher | AP | share
mAP | higher | map; mean average precision | share
Fmax | higher | F_max; f max; maximum f score | share
AP50 | higher | ap50; ap 50; AP@50; AP@0.5 | share
mAP50 | higher | map 50; mAP@50; mAP@0.5; mAP@.5; map0.5 | share
PCP | higher | PCP; percentage of correct parts; percentage of correctly estimated parts | share
mAP50-95 | higher | mAP@50-95; mAP@0.5:0.95; map 50 95 | share
mAR | higher | mAR; mean average recall | share
NDS | higher | nuscenes detection score | share
Equal error rate | lower | eer | share
ACER | lower | ACER; average classification error rate | share
HTER | lower | HTER; half total error rate | share
minDCF | lower | min dcf; minimum detection cost function
MCC | higher | matthews correlation coefficient; matthew's correlation coefficient; matthews correlation | share
Cohen's kappa | higher | cohen kappa; kappa; kappa score; kappa coefficient; κ; weighted kappa; quadratic weighted kappa; QWK; cohen's κ; quadratic weighted kappa score | share
Fleiss' kappa | higher | fleiss kappa | share
C-index | higher | concordance index; c statistic; cindex; harrell's c index; concordance | share
Exact match | higher | EM; exact match accuracy; exact match score | share
ECE | lower | ece; expected calibration error; calibration error | share
Brier score | lower | brier
Log loss | lower | cross entropy loss; negative log likelihood; NLL
KL divergence | lower | kullback leibler divergence; kl
Jensen-Shannon divergence | lower | JSD; jensen shannon distance; js divergence
Wasserstein distance | lower | earth mover's distance; EMD; wasserstein 1 distance; sliced wasserstein distance
MMD | lower | maximum mean discrepancy
# Segmentation and geometry
Dice | higher | dice; dice score; dice coefficient; dice similarity coefficient; dice similarity; dice index; dsc; dice similarity score; dice scoreby; sørensen dice; sorensen dice coefficient; dice similarity index; dice overlap | share
mDice | higher | mDice score | share
IoU | higher | iou; intersection over union; jaccard; jaccard index; jaccard score; jaccard coefficient; jaccard similarity; IoU score | share
mIoU | higher | miou; mean intersection over union; mean iou; mean intersection of union; mean jaccard | share
Hausdorff distance | lower | hausdorff; HD; average hausdorff distance
HD95 | lower | hd95; 95 hausdorff distance; 95th percentile hausdorff distance; HD_95; hausdorff distance 95; hausdorff 95; 95hd; 95% hausdorff distance
ASSD | lower | assd; average symmetric surface distance; ASD; average surface distance; mean surface distance
J&F | higher | j & f; j and f | share
NSD | higher | nsd; normalized surface distance; normalised surface distance; normalized surface dice; surface dice; normalised surface dice | share
Gamma passing rate | higher | gamma pass rate; gamma index passing rate; GPR | share
clDice | higher | centerline dice | share
PQ | higher | panoptic quality | share
PCK | higher | pck; pck50; pck20; percentage of correct keypoints; probability of correct keypoint; probability of correct keypoints | share
MPJPE | lower | mean per joint position error; PA-MPJPE
EPE | lower | end point error; endpoint error; average endpoint error; average end point error
Chamfer distance | lower | CD
ADE | lower | minADE; average displacement error
FDE | lower | minFDE; final displacement error
ATE | lower | absolute trajectory error
RPE | lower | relative pose error
RTE | lower | relative trajectory error; relative translation error
RRE | lower | relative rotation error
TRE | lower | target registration error
Fiducial registration error | lower | FRE
HOTA | higher | HOTA | share
MOTA | higher | MOTA
IDF1 | higher | IDF1 | share
# Regression and agreement
Error | lower | error | everyday
MAE | lower | mae; average absolute error; mean absolute errors
MSE | lower | mse; mean squared error; mean square error
RMSE | lower | rmse; root mean squared error; root mean square error; root mean square deviation; RMSD; rms error
Absolute relative error | lower | AbsRel; Abs Rel
NRMSE | lower | normalized root mean squared error; normalized rmse
NMSE | lower | nmse; normalized mean squared error; normalized mean square error
MASE | lower | mean absolute scaled error
CRPS | lower | crps; continuous ranked probability score
MAPE | lower | mape; mean absolute percentage error; sMAPE
Nash-Sutcliffe efficiency | higher | NSE; nash sutcliffe | share
Mean error | lower | average error; median error
MedAE | lower | MedAE
R² | higher | r2; r^2; r²; r squared; r square; coefficient of determination | share
Pearson correlation | higher | pearson correlation coefficient; pearson's correlation; pearson's r; pearson's correlation coefficient; PCC; PLCC; pearson linear correlation coefficient; pearson linear correlation; pearson product moment correlation; pearson; pearson r | share
Spearman correlation | higher | spearman's correlation; spearman rank correlation; spearman's rho; SRCC; spearman; spearman's rank correlation; spearman correlation coefficient; spearman's ρ; srocc; spearman's rank correlation coefficient; spearman rank correlation coefficient; spearman ρ; spearman rank order correlation coefficient; spearman rank order correlation | share
Kendall's tau | higher | kendall tau; kendall's τ; kendall; krocc; krcc | share
CCC | higher | ccc; concordance correlation coefficient; lin's concordance correlation coefficient | share
Correlation | higher | correlation coefficient; r; ρ; rho | share
ICC | higher | intraclass correlation coefficient; intraclass correlation; intra class correlation coefficient | share
Krippendorff's alpha | higher | krippendorff alpha; krippendorff's α | share
Bias | lower | bias; mean bias | everyday
Coefficient of variation | lower | CoV; COV
Standard deviation | lower | std
Hazard ratio | - | HR; aHR
Odds ratio | - | OR; aOR
Effect size | - | cohen's d
Agreement | higher | agreement rate; human agreement; inter rater agreement; inter annotator agreement; inter observer agreement; concordance rate
p-value | lower | p value
# Image quality
PSNR | higher | psnr; peak signal to noise ratio
BD-rate | lower | bjontegaard delta rate; bjøntegaard delta rate; BDBR
BD-PSNR | higher | bd psnr
SSIM | higher | ssim; structural similarity; structural similarity index; structural similarity index measure; ms ssim; structural similarity index metric | share
FSIM | higher | fsim; feature similarity index | share
VIF | higher | visual information fidelity
LPIPS | lower | learned perceptual image patch similarity
DISTS | lower | DISTS
VMAF | higher | vmaf
NIQE | lower | niqe
BRISQUE | lower | brisque
PIQE | lower | piqe
MUSIQ | higher | musiq
MANIQA | higher | maniqa
ERGAS | lower | ergas
SAM | lower | spectral angle mapper
Delta E | lower | δe
FID | lower | fid; frechet inception distance; fréchet inception distance; FID score; gFID; rFID
FVD | lower | fvd; frechet video distance; fréchet video distance
FAD | lower | fréchet audio distance; frechet audio distance
KID | lower | kid; kernel inception distance
Inception score | higher | inception score; IS
CLIP score | higher | clipscore; clip i; clip t; clip similarity
SNR | higher | snr; signal to noise ratio
CNR | higher | cnr; contrast to noise ratio
# Language
BLEU | higher | bleu; bleu score; sacrebleu; sacre bleu
CodeBLEU | higher | codebleu
BLEU-1 | higher | b 1; b@1
BLEU-2 | higher | b 2; b@2
BLEU-3 | higher | b 3; b@3
BLEU-4 | higher | b 4; b@4; bleu@4; BLEU4
chrF | higher | chrf; chrf++; chrF2; chr f
COMET | higher | comet score; xCOMET
METEOR | higher | meteor score
BLEURT | higher | bleurt
BARTScore | higher | bart score
ROUGE | higher | rouge score
ROUGE-1 | higher | ROUGE1
ROUGE-2 | higher | rouge 2
ROUGE-L | higher | rougel; ROUGE-L score; rouge lsum
CIDEr | higher | cider score; CIDEr-D
SPICE | higher | SPICE
BERTScore | higher | bert score
RadGraph F1 | higher | radgraph
CheXbert F1 | higher | chexbert
RadCliQ | lower | radcliq
GREEN score | higher | average green score
Perplexity | lower | ppl
WER | lower | wer; word error rate
PER | lower | PER; phoneme error rate; phone error rate
CER | lower | cer; character error rate
TER | lower | translation edit rate; translation error rate
LAS | higher | labeled attachment score; labelled attachment score
UAS | higher | unlabeled attachment score; unlabelled attachment score
Bits per byte | lower | bits per character; bits per dim; bpb; bpc; bpd
Pass@1 | higher | pass at 1; Pass@1 accuracy; pass@1 score | share
Pass rate | higher | resolve rate; resolved rate; resolution rate | share
Func@1 | higher | func at 1 | share
Win rate | higher | winning rate; length controlled win rate; WR | share
Elo | higher | elo; elo rating; elo score
Success rate | higher | successful rate; task success rate; completion rate; task completion rate; SR; task success; success; solve rate; success percentage | share
Collision rate | lower | crash rate | share
SPL | higher | success weighted by path length
PDMS | higher | EPDMS
Differential diagnosis accuracy | higher | correct diagnosis in its differential; correct diagnosis in the differential; differential accuracy | share
Attack success rate | lower | ASR; jailbreak success rate; attack success | share, sided
Hallucination rate | lower | hallucination | share
MOS | higher | mean opinion score
UTMOS | higher | UTMOSv2
DNSMOS | higher | dnsmos
PESQ | higher | pesq; perceptual evaluation of speech quality
STOI | higher | stoi; short time objective intelligibility; eSTOI
SDR | higher | sdr; signal to distortion ratio; si sdr; SI-SDRi; si snr; SI-SNRi
Raw pitch accuracy | higher | RPA
DER | lower | diarization error rate
MCD | lower | mel cepstral distortion
Real-time factor | lower | RTF; real time factor | cost
# Retrieval and recommendation
MRR | higher | mrr; mean reciprocal rank | share
NDCG | higher | ndcg; normalized discounted cumulative gain; normalised discounted cumulative gain; n dcg | share
Conversion rate | higher | CVR
Click-through rate | higher | CTR
Hits | higher | hits; hit ratio
Recall@K | higher | recall at k
# Clustering
NMI | higher | nmi; normalized mutual information | share
ARI | higher | adjusted rand index | share
Purity | higher | cluster purity; purity score | share
V-measure | higher | v measure score
Cosine similarity | higher | cosine similarity | share
Silhouette score | higher | silhouette coefficient
# Cost, speed, size
FPS | higher | fps; frame rate; frames second; frame per second | cost
Throughput | higher | throughput; TPS; tokens per second | cost
Goodput | higher | goodput
Inference speed | higher | processing speed; generation speed; decoding speed; rendering speed; training speed | everyday, cost
Speed | higher | speed | everyday, cost
Speedup | higher | speed up; speed ups; acceleration; wall clock speedup; inference speedup; training speedup; speedup factor | cost
Inference time | lower | running time; runtime; run time; computation time; computational time; processing time; execution time; wall clock time; reconstruction time; prediction time; test time | cost
Training time | lower | training costs | cost
Latency | lower | inference latency; end to end latency; response time; time to first token; TTFT | cost
Memory | lower | memory use; memory usage; memory consumption; memory footprint; gpu memory; peak memory; memory cost; memory requirement; vram; memory overhead; peak gpu memory; gpu memory usage; kv cache | everyday, cost
Parameters | lower | trainable parameters; params; number of parameters; parameter count; model parameters; learnable parameters | everyday, cost, resource
FLOPs | lower | gflops; gmacs; macs; tflops; floating point operations; mflops; multiply accumulate operations; multiply adds | everyday, cost, resource
Computational cost | lower | compute; computation cost; compute cost; inference cost; computational complexity; computational overhead; computations | everyday, cost
Cost | lower | cost; api costs; annotation cost; labeling cost; operating cost; token cost | everyday, cost
Energy consumption | lower | energy; power consumption; energy usage; energy use; energy cost | everyday, cost
Energy efficiency | higher | power efficiency | everyday, cost
Token efficiency | higher | token efficiency | everyday, cost
Average power | lower | power draw; power dissipation
GPU hours | lower | gpu hours
Carbon emissions | lower | carbon footprint; co2 emissions
Model size | lower | storage; storage size; file size; storage cost | everyday, cost, resource
Compression ratio | higher | compression rate; compression | everyday, cost
Sparsity | higher | sparsity | everyday, cost
Acceptance length | higher | accepted length; mean accepted length
Acceptance rate | higher | acceptance rate
Token usage | lower | token consumption; tokens; token count; visual tokens; number of tokens | everyday, cost, resource
Communication cost | lower | communication overhead; communication load | everyday, cost
Labelled data | - | labeled data; labels; annotations; annotated data; labeled samples; labelled samples; labeled examples; labeled instances; labelled instances; labeled points; training labels | everyday, cost, resource
Training data | - | training samples; training set; training examples; data | everyday, cost, resource
# Other
Loss | lower | loss; training loss; validation loss; test loss | everyday, cost
Regret | lower | regret
EVM | lower | error vector magnitude
ACPR | lower | adjacent channel power ratio; ACLR; adjacent channel leakage ratio
Upper bound | - | upper bound
Lower bound | - | lower bound
Reward | higher | return; cumulative reward; average return; episode reward | everyday
Maximum drawdown | lower | max drawdown
Sharpe ratio | higher | sharpe
Forgetting | lower | average forgetting; forgetting rate
Fidelity | higher | fidelity | everyday
Coverage | higher | coverage | everyday
Rank | lower | rank; place | everyday
`;

const FACTS: readonly string[] = [
  'everyday',
  'cost',
  'resource',
  'share',
  'sided',
] satisfies readonly MetricFact[];
const isFact = (word: string): word is MetricFact => FACTS.includes(word);

function readRow(line: string): MetricRow[] {
  const [name = '', direction = '', forms = '', facts = ''] = line.split(' | ');
  if (name === '' || name.startsWith('#')) return [];
  const better = direction === 'higher' || direction === 'lower' ? direction : undefined;
  return [{ name, better, forms: forms.split('; '), facts: new Set(facts.split(', ').filter(isFact)) }];
}

/** The lexicon's rows, in the order of the table. */
export const readMetricRows = (): readonly MetricRow[] => TABLE.split('\n').flatMap(readRow);
