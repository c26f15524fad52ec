/**
 * Modalities that a text names only through what stands for them: a well-known
 * dataset, a stain, a sequence. "On BraTS and KiTS19" is MRI and CT to any reader.
 */

/** `modality: form; form`; forms with a capital match as printed, others in any case. After `#` stands a year or none. */
const TABLE = `
mri: TCGA-LGG; TCGA-GBM; CMR; CMRxRecon; ADNI; OASIS; ACDC; IXI; T1-weighted; T2-weighted; T2w; FLAIR; MR image; MR to CT; MR; DWI; HCP; PROMISE12; BRISC; PI-CAI; diffusion tensor; brain tumor segmentation; brain tumour segmentation; MM-WHS; MMWHS; CHAOS; VALDO; perivascular spaces; Medical Segmentation Decathlon; MyoPS; T1 mapping; QSM; BOLD; MS lesion; VQA-RAD; SLAKE; BraTS#; ISLES#; brain tumor dataset
ct: Synapse dataset; and Synapse; Synapse and; on Synapse; HECKTOR; X-ray CT; X-ray computed tomography; LIDC; BTCV; MosMed; MosMedData+; TotalSegmentator; DeepLesion; NLST; CTPA; CTA; CBCT; LDCT; NCCT; non-contrast CT; MM-WHS; MMWHS; CHAOS; Medical Segmentation Decathlon; ImageCAS; CCTA; RSNA-ICH; 4DCT; OrganAMNIST; VQA-RAD; SLAKE; KiTS#; LiTS#; AMOS#; FLARE#; LUNA#; type B aortic dissection
x-ray: QaTa-COV19; MIMIC-CXR; CheXpert; ChestX-ray14; IU-Xray; OpenI; COVIDx; DSA; angiography videos; RSNA Pneumonia; fluoroscopy; fluoroscopic; radiographic; ChestXray14; ChestMNIST; PneumoniaMNIST; panoramic dental; C-arm; VQA-RAD; SLAKE
ultrasound: EchoNet-Dynamic; CAMUS; BUSI; echocardiographic; TTE; B-mode; elastography; TN3K; DDTI; BreastMNIST; sonographer
mammography: INbreast; DDSM; tomosynthesis
pathology: CAMELYON; CAMELYON17; TCGA; MoNuSeg; GlaS; PatchCamelyon; WSI; WSIs; hematoxylin; IHC; computational pathology; histologic; histological; histopathologic; cytology; lymphocyte; BreakHis; pathological images; nuclei segmentation; slide-level; cell foundation model; whole slide; gigapixel; PathVQA; PathMNIST; LC25000; mitotic figure; Ki-67; Pap smear; stained slides; pathology foundation model; BACH; BRACS
fundus: REFUGE; DRIVE; Messidor; APTOS; IDRiD; EyePACS; ORIGA; optic disc; optic cup; retinal vessel; diabetic retinopathy; retinopathy of prematurity; retinal images; retinal imaging; ODIR; BRSET; CHASE; HRF; FIVES; RetinaMNIST; microaneurysm
oct: OCTA; RETOUCH; OCTDL; OCTMNIST
dermatology: HAM10000; PAD-UFES; PH2; Fitzpatrick17k; skin lesion; skin disease; dermatological; skin image; Derm7pt; DermaMNIST; ISIC#
endoscopy: Kvasir; CVC-ClinicDB; CVC-ColonDB; ETIS; HyperKvasir; Polyp; polyp; colonoscopic; Cholec80; laparoscopic; laparoscopy; bronchoscopy; endoscope; surgical video; arthroscopy; SCARED; laryngoscopy; ureteroscopy; EndoVis#
microscopy: cryo-EM; cell images; blood smear; microscopic imaging; microscopic imagery; microscopic examination; blood cell; BloodMNIST; TissueMNIST; sperm morphology
ecg: PTB-XL; MIT-BIH
pet: AutoPET; PET-CT; SPECT
ehr: tabular data; clinical variables; patient records; MIMIC-III; MIMIC-IV; eICU; health records; medical records; laboratory values; vital signs; tabular records; clinical metadata; tabular; EMR; and clinical features; with clinical features
clinical-text: report generation; automated reporting; report generator; radiology reports; radiological reports; discharge summaries; clinical notes; clinical narratives; clinical language; textual reports; medical text; clinical documents; paired reports; image-report; diagnostic reports; biomedical text; discharge notes; clinical reports; medical dialogue; clinical dialogue; patient dialogue; medical consultation; multi-turn consultations; medical conversations; medical large language model; medical LLMs; clinical inquiry; HealthBench; MedQA; of reports; images and reports; clinical case reports; from case reports; clinical vignettes; medical question answering; medical QA; MedMCQA; PubMedQA; USMLE
natural-images: CIFAR; COCO; computer vision datasets; natural images; Pascal VOC; ADE20K; Cityscapes; CelebA
video: surgical video
`;

/**
 * Organs, diseases and procedures that are looked at by one modality as a rule: they stand for it only where
 * the paper names no other. Brain tumours are seen in MRI unless a paper speaks of slides.
 */
const USUAL_TABLE = `
mri: neuroimaging; brain tumor classification; brain tumor detection; brain tumors; brain lesion segmentation; hippocampus segmentation; hippocampal segmentation; glioma segmentation; meningioma segmentation; brain age; brain connectome; functional connectivity; multiple sclerosis lesion
ct: multi-organ segmentation; multi-organ abdominal; liver segmentation; liver tumor segmentation; pancreas segmentation; pulmonary nodule; intracranial hemorrhage; rib fracture
x-ray: coronary angiography; bone age; pneumonia detection; thoracic diseases; radiology report generation; fracture detection
ultrasound: thyroid nodule; fetal head
fundus: glaucoma detection; glaucoma classification; retinal disease; ophthalmic images
dermatology: melanoma classification; psoriasis; skin cancer classification; skin cancer dataset; wound image; wound segmentation; diabetic foot ulcer
endoscopy: surgical instrument segmentation; surgical phase recognition; surgical scene segmentation; colorectal polyp
microscopy: electron microscope; malaria parasite
eeg: brain-computer interface
mammography: breast density
`;

/**
 * Phrases in which the word of a modality speaks of something else: what a network was trained on before, a
 * method made for another kind of data, another sense of the word.
 */
export const NOT_MODALITIES: readonly string[] =
  `pretrained on ImageNet; pre-trained on ImageNet; transfer learning from ImageNet; ImageNet pretrained; ImageNet pre-trained; ImageNet pretraining;
   ImageNet pre-training; ImageNet weights; ImageNet initialization; trained on natural images;
   pretrained on natural images; tailored to natural images; unlike natural images; ImageNet-based pretraining;
   natural images and videos; vital sign monitoring; monitoring of vital signs; monitoring vital signs;
   histological subtype; histological subtypes; histological grade;
   histological grading; than natural images; natural and medical images; video frame interpolation;
   video foundation models; hate speech; part-of-speech; video games; SNOMED CT`
    .split(';')
    .map((form) => form.trim().replace(/\s+/g, ' '));

/** "ISIC#" is "ISIC", "ISIC18" and "ISIC2018": challenges hold their name for years and print them as they like. */
function withYears(form: string): string[] {
  if (!form.endsWith('#')) return [form];
  const name = form.slice(0, -1);
  const years = Array.from({ length: 16 }, (_, year) => String(2012 + year));
  return [name, ...years.flatMap((year) => [name + year, name + year.slice(2)])];
}

/** Forms and the modality that each stands for. */
interface Implied {
  readonly id: string;
  readonly forms: readonly string[];
}

const rowsOf = (table: string): readonly Implied[] =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [id = '', forms = ''] = line.split(': ');
      return { id, forms: forms.split('; ').flatMap(withYears) };
    });

/** What stands for a modality wherever it is named. */
export const IMPLIED_MODALITIES = rowsOf(TABLE);

/** What stands for a modality where the paper names none. */
export const USUAL_MODALITIES = rowsOf(USUAL_TABLE);
