/**
 * Modalities that a text names only through what stands for them: a well-known
 * dataset, a stain, a sequence. "On BraTS and KiTS19" is MRI and CT to any reader.
 */

/** `modality: form; form`; forms with a capital match as printed, others in any case. After `#` stands a year or none. */
const TABLE = `
mri: TCGA-LGG; TCGA-GBM; CMR; CMRxRecon; ADNI; fastMRI; OASIS; ACDC; IXI; T1-weighted; T2-weighted; T1w; T2w; FLAIR; MR image; MR imaging; MR scan; MR volumes; MR to CT; MR; DWI; HCP; PROMISE12; ABIDE; M&Ms; WMH; BRISC; PI-CAI; cine MR; diffusion tensor; UCSF-PDGM; rs-fMRI; brain tumor segmentation; brain tumour segmentation; MM-WHS; MMWHS; CHAOS; VALDO; perivascular spaces; Medical Segmentation Decathlon; MSCMRseg; MyoPS; T1 mapping; T2 mapping; quantitative susceptibility mapping; QSM; BOLD; FastSurfer; MS lesion; VQA-RAD; SLAKE; BraTS#; ISLES#; brain tumor dataset
ct: Synapse dataset; and Synapse; Synapse and; on Synapse; MR to CT; MRI to CT; HECKTOR; X-ray CT; X-ray computed tomography; X-ray micro-CT; LIDC; LIDC-IDRI; BTCV; MosMedData; MosMed; MosMedData+; TotalSegmentator; DeepLesion; NLST; CTPA; CTA; CT-RATE; AbdomenCT-1K; COPDGene; VerSe; CBCT; LDCT; HU; RibFrac; low-dose CT; TCIA lung; NCCT; non-contrast CT; MM-WHS; MMWHS; CHAOS; Medical Segmentation Decathlon; Synapse multi-organ; Synapse abdominal; NIH Pancreas; Pancreas-NIH; MSD Pancreas; MSD Spleen; MSD Liver; MSD Lung; MSD Colon; ImageCAS; CCTA; CECT; RSNA-ICH; IRCADb; TBAD; ImageTBAD; 4DCT; CT coronary angiography; coronary CT angiography; tomography coronary angiography; OrganAMNIST; OrganCMNIST; OrganSMNIST; VQA-RAD; SLAKE; KiTS#; LiTS#; AMOS#; FLARE#; LUNA#; type B aortic dissection
x-ray: QaTa-COV19; MIMIC-CXR; CheXpert; ChestX-ray14; ChestX-ray8; NIH ChestX-ray; VinDr-CXR; PadChest; IU X-Ray; IU-Xray; OpenI; COVIDx; digital subtraction angiography; DSA; angiography videos; RSNA Pneumonia; fluoroscopy; fluoroscopic; X-ray angiography; radiographic; Medical-Diff-VQA; ChestXray14; ChestMNIST; PneumoniaMNIST; panoramic dental; dental panoramic; Kellgren-Lawrence; C-arm; VQA-RAD; SLAKE; MIMIC-Diff-VQA; Rad-ReStruct
ultrasound: EchoNet; EchoNet-Dynamic; CAMUS; BUSI; echocardiograms; echocardiographic; TTE; sonographic; sonograms; B-mode; POCUS; fetal ultrasound; US images; elastography; TN3K; TN5000; DDTI; BUS-BRA; BreastMNIST; MIMICEchoQA; sonographer; transcranial Doppler; color Doppler
mammography: CBIS-DDSM; INbreast; VinDr-Mammo; DDSM; tomosynthesis; DBT
pathology: CAMELYON; CAMELYON16; CAMELYON-17; CAMELYON17; TCGA; PanNuke; PanNuke; MoNuSeg; GlaS; PCam; PatchCamelyon; WSI; WSIs; H&E; haematoxylin; hematoxylin; immunohistochemistry; IHC; computational pathology; histologic; histological; histopathologic; tissue slides; biopsy slides; cytology; cytopathology; lymphocyte; tumor-infiltrating; PANDA challenge; BreakHis; pathological images; nuclei segmentation; slide-level; cell foundation model; whole slide; gigapixel; PathVQA; PathMNIST; LC25000; MIDOG; mitotic figure; Ki-67; Pap smear; SIPaKMeD; stained slides; immunohistochemical; nuclei instance segmentation; nuclei classification; nuclei detection; nuclear segmentation; CoNSeP; CPM17; pathology foundation model; BACH; BRACS
fundus: REFUGE; DRIVE; CHASE_DB1; Messidor; APTOS; IDRiD; EyePACS; RIGA; ORIGA; Drishti-GS; optic disc; optic cup; retinal vessel; retinal fundus; diabetic retinopathy; retinal photographs; retinal photography; color fundus; STARE; retinopathy of prematurity; retinal images; retinal imaging; ODIR; ODIR-5K; BRSET; AIROGS; CHASE; CHASEDB1; HRF; FIVES; RetinaMNIST; retinography; microaneurysm; DR grading
oct: OCTA; OCT2017; RETOUCH; OCTDL; retinal layer; OCTMNIST; OCTA-500
dermatology: HAM10000; PH2; Fitzpatrick17k; skin lesion; dermatological images; skin disease; dermatological; skin image; PAD-UFES-20; PAD-UFES; Derm7pt; DermaMNIST; DermNet; BCN20000; ISIC#
endoscopy: Kvasir; Kvasir-SEG; CVC-ClinicDB; CVC-ColonDB; ETIS; HyperKvasir; PolypGen; Polyp; polyp; colonoscopic; Cholec80; laparoscopic; laparoscopy; bronchoscopy; cystoscopy; endoscope; surgical video; CholecT50; arthroscopy; gastroscopic; EndoNeRF; SCARED; StereoMIS; CholecSeg8k; laryngoscopy; laryngoscopic; ureteroscopy; hysteroscopy; EndoVis#
microscopy: cryo-EM; electron microscopy; fluorescence microscopy; LIVECell; EM images; cell images; blood smear; live-cell; light-sheet; white blood cell; blood films; blood cell images; microscopic imaging; microscopic imagery; microscopic examination; microscopic analysis; microscopic slides; blood cell; SEM images; TEM images; BloodMNIST; TissueMNIST; sperm morphology; Cell Tracking Challenge
ecg: PTB-XL; MIT-BIH; electrocardiographic; Holter; 12-lead
eeg: electroencephalographic; EEGs; BCI Competition; TUH
pet: FDG; SUV; AutoPET; PET-CT; SPECT
ehr: tabular clinical; tabular data; clinical variables; patient records; MIMIC-III; MIMIC-IV; eICU; health records; medical records; laboratory values; vital signs; tabular records; clinical metadata; tabular; EMR; claims data; UK Biobank records; demographic and clinical features; clinical and demographic features; and clinical features; with clinical features; or clinical features
clinical-text: report generation; automated reporting; automatic reporting; report generator; image-report pairs; radiology reports; radiological reports; discharge summaries; clinical notes; clinical narratives; clinical language; textual reports; free-text reports; medical text; clinical documents; paired reports; image-report; diagnostic reports; MIMIC-CXR reports; biomedical text; discharge notes; clinical reports; medical dialogue; clinical dialogue; patient dialogue; medical consultation; multi-turn consultations; medical conversations; medical large language model; medical LLMs; clinical inquiry; HealthBench; MedQA; of reports; scans and reports; images and reports; clinical case reports; published case reports; from case reports; clinical vignettes; medical question answering; medical QA; MedMCQA; PubMedQA; USMLE
natural-images: CIFAR-10; CIFAR-100; CIFAR; COCO; MS COCO; natural image datasets; computer vision datasets; natural images; Pascal VOC; ADE20K; Cityscapes; CelebA; Natural Scenes Dataset
video: cine loops; video-based; surgical video; echocardiographic videos
`;

/**
 * Organs, diseases and procedures that are looked at by one modality as a rule: they stand for it only where
 * the paper names no other. Brain tumours are seen in MRI unless a paper speaks of slides.
 */
const USUAL_TABLE = `
mri: neuroimaging; brain tumor classification; brain tumor detection; brain tumor diagnosis; brain tumors; brain lesion segmentation; stroke lesion segmentation; hippocampus segmentation; hippocampal segmentation; glioma segmentation; meningioma segmentation; brain age; brain connectome; functional connectivity; multiple sclerosis lesion; whole-brain segmentation; cardiac T1
ct: multi-organ segmentation; abdominal organ segmentation; multi-organ abdominal; organs-at-risk segmentation; OAR segmentation; liver segmentation; liver tumor segmentation; kidney tumor segmentation; pancreas segmentation; pulmonary nodule; airway segmentation; intracranial hemorrhage; coronary artery calcium; rib fracture; lung cancer screening
x-ray: coronary angiography; coronary angiogram; bone age; pneumonia detection; pneumonia classification; pneumonia diagnosis; thoracic diseases; radiology report generation; fracture detection; chest radiology
ultrasound: thyroid nodule; fetal head; cardiac view
pathology: Gleason grading; mitosis detection; cancer grading
fundus: glaucoma detection; glaucoma screening; glaucoma diagnosis; glaucoma classification; retinal disease; retinal vessels; ophthalmic images
dermatology: melanoma detection; melanoma diagnosis; melanoma classification; melanoma segmentation; psoriasis; dermatologists; skin cancer classification; skin cancer detection; skin cancer diagnosis; skin cancer dataset; wound image; wound segmentation; wound classification; diabetic foot ulcer
endoscopy: surgical instrument segmentation; surgical tool detection; surgical phase recognition; surgical scene segmentation; surgical triplet; colorectal polyp
microscopy: electron microscope; fluorescence microscope; malaria parasite; cell tracking; leukemia classification; leukemia detection
eeg: brain-computer interface
mammography: breast density; breast cancer screening
`;

/**
 * Phrases in which the word of a modality speaks of something else: what a network was trained on before, a
 * method made for another kind of data, another sense of the word.
 */
export const NOT_MODALITIES: readonly string[] =
  `pretrained on ImageNet; pre-trained on ImageNet; ImageNet-pretrained; ImageNet pretrained; ImageNet pre-trained;
   ImageNet pretraining; ImageNet pre-training; ImageNet weights; ImageNet initialization; transfer learning from ImageNet;
   learning from ImageNet; natural-image models; natural image models; trained on natural images; pretrained on natural images;
   pre-trained on natural images; tailored to natural images; perceived natural images; generalization in natural images; generalization on natural images; unlike natural images;
   ImageNet-based pretraining; ImageNet-based pre-training; natural images and videos;
   vital sign monitoring; monitoring of vital signs; monitoring vital signs; key vital sign; vital signs monitoring; vital sign estimation;
   histological subtype; histological subtypes; histological grade; histological grading; histological type;
   success in natural images; success on natural images; than natural images; natural and medical images;
   natural to medical images; natural images to medical images; video frame interpolation; video-based memory;
   video foundation models; video object segmentation models; hate speech; part-of-speech; video games; figures of speech; SNOMED CT`
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
