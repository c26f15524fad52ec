/**
 * The metrics of machine learning and medical imaging: standard name, which
 * direction is better, and the forms by which papers print it. Forms are lower
 * case, hyphens as spaces; a form with a capital in it matches only as printed
 * ("AP" is a metric, "ap" is not; "SE" is sensitivity, "se" is French).
 * Plurals need no form of their own.
 */
import type { Direction } from '../paper';

export interface MetricRow {
  readonly name: string;
  readonly better: Direction | undefined;
  readonly forms: readonly string[];
}

/** One metric a line: `name | direction | form; form`; `-` where neither direction is better. */
const TABLE = String.raw`
# Classification
Accuracy | higher | accuracy; accuracies; acc; ACC; classification rate; correct classification rate; recognition rate
Subset accuracy | higher | subset accuracy
Balanced accuracy | higher | balanced accuracy; BACC; bacc; balanced acc; BAcc
Top-1 accuracy | higher | top 1 accuracy; top 1; top1 accuracy; rank 1 accuracy; rank 1; top 1 acc
Top-5 accuracy | higher | top 5 accuracy; top 5; top5 accuracy
Error rate | lower | error rate; classification error; test error; misclassification rate; top 1 error; top 5 error
F1 | higher | f1; f1 score; f1 measure; f score; f measure; f1score; dice f1; f 1; f 1 score; f1 value
Macro F1 | higher | macro f1; macro f1 score; macro averaged f1; macro averaged f1 score; macro average f1; macro f score; f1 macro
Micro F1 | higher | micro f1; micro f1 score; micro averaged f1; micro averaged f1 score; f1 micro
Weighted F1 | higher | weighted f1; weighted f1 score; weighted average f1
F2 | higher | f2; f2 score
Precision | higher | precision; Prec
Recall | higher | recall; recall rate
Sensitivity | higher | sensitivity; sensitivities; SEN; Sens
Specificity | higher | specificity; specificities; SPE; Spec
True positive rate | higher | true positive rate; TPR; hit rate
Detection rate | higher | detection rate; TDR
False positive rate | lower | false positive rate; FPR; false alarm rate; FAR; false positives rate
FPR95 | lower | FPR95; FPR@95; fpr 95
False negative rate | lower | false negative rate; FNR; miss rate
False positives | lower | false positive; false positives per image; false positives per scan
PPV | higher | positive predictive value; PPV
NPV | higher | negative predictive value; NPV
AUROC | higher | auroc; auc; roc auc; auc roc; rocauc; aucroc; area under the curve; area under curve; area under the roc curve; area under the receiver operating characteristic curve; area under the receiver operating characteristic; area under the receiver operating curve; area under receiver operating characteristic curve; area under roc curve; area under the receiver operator characteristic curve; area under the roc
AUPRC | higher | auprc; pr auc; auc pr; aupr; area under the precision recall curve; area under precision recall curve; prauc
Average precision | higher | average precision; AP
mAP | higher | map; mean average precision; mAP
AP50 | higher | ap50; AP_50; ap 50; AP@50; AP@0.5
mAP50 | higher | map50; mAP_50; map 50; mAP@50; mAP@0.5; mAP@.5; map0.5
mAP50-95 | higher | map50 95; mAP@50-95; mAP@0.5:0.95; map 50 95
NDS | higher | NDS; nuscenes detection score
Equal error rate | lower | equal error rate; EER; eer
minDCF | lower | mindcf; min dcf; minimum detection cost function
MCC | higher | matthews correlation coefficient; MCC; matthew's correlation coefficient; matthews correlation
Cohen's kappa | higher | cohen's kappa; cohens kappa; cohen kappa; kappa; kappa score; kappa coefficient; κ; weighted kappa; quadratic weighted kappa; QWK; cohen's κ; quadratic weighted kappa score
Fleiss' kappa | higher | fleiss' kappa; fleiss kappa; fleiss's kappa
C-index | higher | c index; concordance index; c statistic; cindex; harrell's c index; concordance
Exact match | higher | exact match; EM; exact match accuracy; exact match score
ECE | lower | ece; expected calibration error; calibration error
Brier score | lower | brier score; brier
Log loss | lower | log loss; cross entropy loss; negative log likelihood; NLL
KL divergence | lower | kl divergence; kullback leibler divergence; kl
# Segmentation and geometry
Dice | higher | dice; dice score; dice coefficient; dice similarity coefficient; dice similarity; DSC; dice index; dsc; dice similarity score; dice scoreby; sørensen dice; sorensen dice coefficient; dice similarity index; dice overlap
mDice | higher | mdice; mDice score
IoU | higher | iou; intersection over union; jaccard; jaccard index; jaccard score; jaccard coefficient; jaccard similarity; IoU score
mIoU | higher | miou; mean intersection over union; mean iou; mean intersection of union; mIOU; mean jaccard
Hausdorff distance | lower | hausdorff distance; hausdorff; HD; average hausdorff distance
HD95 | lower | hd95; 95 hausdorff distance; 95th percentile hausdorff distance; HD_95; hausdorff distance 95; 95hd; 95% hausdorff distance
ASSD | lower | assd; average symmetric surface distance; ASD; average surface distance; mean surface distance
NSD | higher | nsd; normalized surface distance; normalised surface distance; normalized surface dice; surface dice; normalised surface dice
clDice | higher | cldice; centerline dice
PQ | higher | panoptic quality; PQ
PCK | higher | pck; percentage of correct keypoints
MPJPE | lower | mpjpe; mean per joint position error; pa mpjpe; PA-MPJPE
Chamfer distance | lower | chamfer distance; CD
ADE | lower | ADE; minADE; average displacement error
FDE | lower | FDE; minFDE; final displacement error
ATE | lower | ATE; absolute trajectory error
TRE | lower | TRE; target registration error
HOTA | higher | HOTA
MOTA | higher | MOTA
IDF1 | higher | IDF1
# Regression and agreement
Error | lower | error; errors
MAE | lower | mae; mean absolute error; average absolute error; mean absolute errors
MSE | lower | mse; mean squared error; mean square error
RMSE | lower | rmse; root mean squared error; root mean square error; root mean square deviation; RMSD; rms error
NRMSE | lower | nrmse; normalized root mean squared error; normalized rmse
NMSE | lower | nmse; normalized mean squared error; normalized mean square error
MASE | lower | MASE; mean absolute scaled error
CRPS | lower | crps; continuous ranked probability score
MAPE | lower | mape; mean absolute percentage error; smape; sMAPE
Mean error | lower | mean error; average error; median error
R² | higher | r2; r^2; r²; r squared; r square; coefficient of determination; R2
Pearson correlation | higher | pearson correlation; pearson correlation coefficient; pearson's correlation; pearson's r; pearson's correlation coefficient; PCC; PLCC; pearson linear correlation coefficient; pearson linear correlation; pearson product moment correlation; pearson; pearson r
Spearman correlation | higher | spearman correlation; spearman's correlation; spearman rank correlation; spearman's rho; SRCC; spearman; spearman's rank correlation; spearman correlation coefficient; spearman's ρ; srocc; spearman's rank correlation coefficient; spearman rank correlation coefficient; spearman ρ; spearman rank order correlation coefficient; spearman rank order correlation
Kendall's tau | higher | kendall's tau; kendall tau; kendall's τ; kendall
Correlation | higher | correlation coefficient; correlation; r; ρ; rho
ICC | higher | ICC; intraclass correlation coefficient; intraclass correlation; intra class correlation coefficient
Krippendorff's alpha | higher | krippendorff's alpha; krippendorff alpha; krippendorff's α
Bias | lower | bias; mean bias
Coefficient of variation | lower | coefficient of variation; CoV; COV
Standard deviation | lower | standard deviation; std; STD
Hazard ratio | - | hazard ratio; HR; aHR
Odds ratio | - | odds ratio; OR; aOR
Effect size | - | effect size; cohen's d
Agreement | higher | agreement; agreement rate; human agreement; inter rater agreement; inter annotator agreement; inter observer agreement; concordance rate
p-value | lower | p value
# Image quality
PSNR | higher | psnr; peak signal to noise ratio
BD-rate | lower | bd rate; bjontegaard delta rate; bjøntegaard delta rate; BDBR
BD-PSNR | higher | bd psnr
SSIM | higher | ssim; structural similarity; structural similarity index; structural similarity index measure; MS-SSIM; ms ssim; structural similarity index metric
LPIPS | lower | lpips; learned perceptual image patch similarity
VMAF | higher | vmaf
NIQE | lower | niqe
SAM | lower | spectral angle mapper
Delta E | lower | delta e; Δe; ΔE; δe
FID | lower | fid; frechet inception distance; fréchet inception distance; FID score; gFID; rFID
FVD | lower | fvd; frechet video distance; fréchet video distance
KID | lower | kid; kernel inception distance
Inception score | higher | inception score
CLIP score | higher | clip score; clipscore; clip i; clip t; clip similarity
SNR | higher | snr; signal to noise ratio; CNR; contrast to noise ratio
# Language
BLEU | higher | bleu; bleu score; sacrebleu; sacre bleu
BLEU-1 | higher | bleu 1; b 1; b@1
BLEU-2 | higher | bleu 2; b 2; b@2
BLEU-3 | higher | bleu 3; b 3; b@3
BLEU-4 | higher | bleu 4; b 4; b@4; bleu@4; BLEU4
chrF | higher | chrf; chrf++; chrF2; chr f
COMET | higher | COMET; COMET score; comet score; xCOMET
METEOR | higher | meteor; meteor score
ROUGE | higher | rouge; rouge score
ROUGE-1 | higher | rouge 1; ROUGE1
ROUGE-2 | higher | rouge 2
ROUGE-L | higher | rouge l; rougel; ROUGE-L score; rouge lsum
CIDEr | higher | cider; cider score; CIDEr-D
SPICE | higher | SPICE
BERTScore | higher | bertscore; bert score
RadGraph F1 | higher | radgraph f1; radgraph
CheXbert F1 | higher | chexbert f1; chexbert
GREEN score | higher | green score; average green score
Perplexity | lower | perplexity; perplexities; ppl
WER | lower | wer; word error rate
CER | lower | cer; character error rate
TER | lower | TER; translation edit rate; translation error rate
LAS | higher | LAS; labeled attachment score; labelled attachment score
UAS | higher | UAS; unlabeled attachment score; unlabelled attachment score
Bits per byte | lower | bits per byte; bits per character; bits per dim; bpb; bpc; bpd
Pass@1 | higher | pass@1; pass at 1; Pass@1 accuracy; pass@1 score
Pass rate | higher | pass rate; resolve rate; resolved rate; resolution rate
Win rate | higher | win rate; winning rate; win rates; length controlled win rate
Elo | higher | elo; elo rating; elo score
Success rate | higher | success rate; task success rate; completion rate; task completion rate; SR; task success; success; solve rate; success percentage
Collision rate | lower | collision rate; crash rate
SPL | higher | SPL; success weighted by path length
PDMS | higher | PDMS; EPDMS
Attack success rate | lower | attack success rate; ASR; jailbreak success rate; attack success; attack success rates
Hallucination rate | lower | hallucination rate; hallucination
MOS | higher | MOS; mean opinion score
PESQ | higher | pesq; perceptual evaluation of speech quality
STOI | higher | stoi; short time objective intelligibility; eSTOI
SDR | higher | sdr; SI-SDR; signal to distortion ratio; si sdr; SI-SDRi; SI-SNR; si snr; SI-SNRi
Raw pitch accuracy | higher | raw pitch accuracy; RPA
DER | lower | DER; diarization error rate
# Retrieval and recommendation
MRR | higher | mrr; mean reciprocal rank
NDCG | higher | ndcg; normalized discounted cumulative gain; normalised discounted cumulative gain; nDCG; n dcg
Conversion rate | higher | conversion rate; CVR
Click-through rate | higher | click through rate; CTR
Hits | higher | hits; hit ratio
Recall@K | higher | recall at k
# Clustering
NMI | higher | nmi; normalized mutual information
ARI | higher | adjusted rand index; ARI
Purity | higher | cluster purity; purity score
V-measure | higher | v measure; v measure score
Cosine similarity | higher | cosine similarity; cosine similarities
Silhouette score | higher | silhouette score; silhouette coefficient
# Cost, speed, size
FPS | higher | fps; frames per second; frame rate; frames second; frame per second
Throughput | higher | throughput
Goodput | higher | goodput
Inference speed | higher | inference speed; processing speed; generation speed; decoding speed; rendering speed; training speed; speed
Speedup | higher | speedup; speed up; speed ups; acceleration; wall clock speedup; inference speedup; training speedup; speedup factor
Inference time | lower | inference time; running time; runtime; run time; computation time; computational time; processing time; execution time; wall clock time; reconstruction time; prediction time; test time
Training time | lower | training time; training cost; training costs
Latency | lower | latency; latencies; inference latency; end to end latency; response time; time to first token; TTFT
Memory | lower | memory; memory use; memory usage; memory consumption; memory footprint; gpu memory; peak memory; memory cost; memory requirement; vram; memory overhead; peak gpu memory; gpu memory usage; kv cache
Parameters | lower | parameters; parameter; trainable parameters; params; number of parameters; parameter count; model parameters; learnable parameters
FLOPs | lower | flops; gflops; gmacs; macs; tflops; floating point operations; mflops; GMac; multiply accumulate operations; multiply adds
Computational cost | lower | computational cost; compute; computation; computation cost; compute cost; inference cost; computational complexity; computational overhead; computations
Cost | lower | cost; api cost; api costs; annotation cost; labeling cost; operating cost; token cost
Energy consumption | lower | energy consumption; energy; power consumption; energy usage; energy use; energy cost; energy efficiency
Carbon emissions | lower | carbon emissions; carbon footprint; co2 emissions
Model size | lower | model size; storage; storage size; file size; storage cost
Compression ratio | higher | compression ratio; compression rate; compression
Sparsity | higher | sparsity
Acceptance length | higher | acceptance length; accepted length; mean accepted length
Acceptance rate | higher | acceptance rate
Token usage | lower | token usage; token consumption; tokens; token count; visual tokens; number of tokens
Communication cost | lower | communication cost; communication overhead; communication load
Labelled data | - | labeled data; labelled data; labels; annotations; annotated data; labeled samples; labelled samples; labeled examples; training labels
Training data | - | training data; training samples; training set; training examples; data
# Other
Loss | lower | loss; training loss; validation loss; test loss
Regret | lower | regret
Upper bound | - | upper bound
Lower bound | - | lower bound
Reward | higher | reward; return; cumulative reward; average return; episode reward
Maximum drawdown | lower | maximum drawdown; max drawdown
Sharpe ratio | higher | sharpe ratio; sharpe
Forgetting | lower | forgetting; average forgetting; forgetting rate
Fidelity | higher | fidelity
Coverage | higher | coverage
Rank | lower | rank; place
`;

function readRow(line: string): MetricRow[] {
  const [name = '', direction = '', forms = ''] = line.split(' | ');
  if (name === '' || name.startsWith('#')) return [];
  const better = direction === 'higher' || direction === 'lower' ? direction : undefined;
  return [{ name, better, forms: forms.split('; ') }];
}

export const METRIC_ROWS: readonly MetricRow[] = TABLE.split('\n').flatMap(readRow);
