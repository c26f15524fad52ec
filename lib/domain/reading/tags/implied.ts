/**
 * Modalities that a text names only through what stands for them: a well-known
 * dataset, a stain, a sequence. "On BraTS and KiTS19" is MRI and CT to any reader.
 */

/** `modality: form; form`; forms with a capital match as printed, others in any case. */
const TABLE = `
mri: TCGA-LGG; TCGA-GBM; CMR; CMRxRecon; BraTS; ADNI; fastMRI; OASIS; ACDC; IXI; T1-weighted; T2-weighted; T1w; T2w; FLAIR; MR image; MR images; MR imaging; MR scan; MR scans; MR volumes; MR to CT; MR; DWI; HCP; PROMISE12; ABIDE; M&Ms; ISLES; WMH; brain tumor dataset; brain tumour dataset; BRISC; PI-CAI; cine MR; neuroimaging; diffusion tensor; UCSF-PDGM; rs-fMRI; brain tumor segmentation; brain tumour segmentation
ct: MR to CT; MRI to CT; HECKTOR; X-ray CT; X-ray computed tomography; X-ray micro-CT; KiTS; KiTS19; KiTS21; KiTS23; LiTS; LIDC; LIDC-IDRI; LUNA16; BTCV; FLARE; FLARE22; MosMedData; MosMed; MosMedData+; TotalSegmentator; DeepLesion; NLST; CTPA; CTA; CT-RATE; AbdomenCT-1K; COPDGene; VerSe; CBCT; LDCT; HU; RibFrac; low-dose CT; AMOS; TCIA lung; NCCT; non-contrast CT
x-ray: QaTa-COV19; MIMIC-CXR; CheXpert; ChestX-ray14; ChestX-ray8; NIH ChestX-ray; VinDr-CXR; PadChest; IU X-Ray; IU-Xray; OpenI; COVIDx; digital subtraction angiography; DSA; angiography videos; RSNA Pneumonia; fluoroscopy; fluoroscopic; X-ray angiography; radiographic; Medical-Diff-VQA
ultrasound: EchoNet; EchoNet-Dynamic; CAMUS; BUSI; echocardiograms; echocardiographic; TTE; sonographic; sonograms; B-mode; POCUS; fetal ultrasound; US images; elastography
mammography: CBIS-DDSM; INbreast; VinDr-Mammo; DDSM; tomosynthesis; DBT
pathology: CAMELYON; CAMELYON16; CAMELYON-17; CAMELYON17; TCGA; PanNuke; BACH; BRACS; PanNuke; MoNuSeg; GlaS; PCam; PatchCamelyon; WSI; WSIs; H&E; haematoxylin; hematoxylin; immunohistochemistry; IHC; computational pathology; histologic; histological; histopathologic; tissue slides; biopsy slides; cytology; cytopathology; lymphocyte; tumor-infiltrating; PANDA challenge; BreakHis; pathological images; nuclei segmentation; slide-level; cell foundation model; whole slide; gigapixel
fundus: REFUGE; DRIVE; CHASE_DB1; Messidor; APTOS; IDRiD; EyePACS; RIGA; ORIGA; Drishti-GS; optic disc; optic cup; retinal vessel; retinal fundus; diabetic retinopathy; retinal photographs; retinal photography; color fundus; STARE; retinopathy of prematurity; retinal images; retinal imaging
oct: OCTA; OCT2017; RETOUCH; OCTDL; retinal layer
dermatology: ISIC; HAM10000; ISIC2018; PH2; Fitzpatrick17k; skin lesion; skin lesions; skin cancer classification; dermatological images; melanoma classification; skin disease; skin diseases; dermatological
endoscopy: Kvasir; Kvasir-SEG; CVC-ClinicDB; CVC-ColonDB; ETIS; HyperKvasir; PolypGen; Polyp; polyp; polyps; colonoscopic; Cholec80; laparoscopic; laparoscopy; EndoVis; bronchoscopy; cystoscopy; endoscope; surgical video; CholecT50; arthroscopy; gastroscopic
microscopy: cryo-EM; electron microscopy; fluorescence microscopy; LIVECell; EM images; cell images; blood smear; live-cell; microscopic; light-sheet; white blood cell; white blood cells; blood films; blood cell images
ecg: PTB-XL; MIT-BIH; electrocardiographic; Holter; 12-lead
eeg: electroencephalographic; EEGs; BCI Competition; brain-computer interface; TUH
pet: FDG; SUV; AutoPET; PET-CT; SPECT
ehr: tabular clinical; tabular data; clinical variables; patient records; MIMIC-III; MIMIC-IV; eICU; health records; medical records; laboratory values; vital signs; tabular records; clinical metadata; tabular; EMR; claims data; clinical features; UK Biobank records
clinical-text: report generation; automated reporting; automatic reporting; report generator; image-report pairs; radiology reports; radiological reports; discharge summaries; clinical notes; clinical narratives; clinical language; textual reports; free-text reports; medical text; clinical documents; paired reports; image-report; diagnostic reports; MIMIC-CXR reports; biomedical text; discharge notes; clinical reports; medical dialogue; medical dialogues; clinical dialogue; patient dialogue; medical consultations; medical consultation; multi-turn consultations; medical conversations; medical large language model; medical large language models; medical LLMs; clinical inquiry; HealthBench; MedQA
natural-images: CIFAR-10; CIFAR-100; CIFAR; COCO; MS COCO; natural image datasets; computer vision datasets; natural images; Pascal VOC; ADE20K; Cityscapes; CelebA; Natural Scenes Dataset
video: cine loops; video-based; surgical video; echocardiographic videos
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
   success in natural images; success on natural images; than natural images; natural and medical images;
   natural to medical images; natural images to medical images; video frame interpolation; video-based memory;
   video foundation models; video object segmentation models; hate speech; part-of-speech; video games; figures of speech; SNOMED CT`
    .split(';')
    .map((form) => form.trim().replace(/\s+/g, ' '));

/** Forms and the modality that each stands for. */
export const IMPLIED_MODALITIES: readonly { readonly id: string; readonly forms: readonly string[] }[] =
  TABLE.trim()
    .split('\n')
    .map((line) => {
      const [id = '', forms = ''] = line.split(': ');
      return { id, forms: forms.split('; ') };
    });
