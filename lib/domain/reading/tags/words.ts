/** Words that tell by what a paper is whether forms of the taxonomy are meant. */
/**
 * Words that only papers on medicine use. Without one of them "heart" may be the heart of a matter and
 * "skeleton" the joints of a person in a video.
 */
export const MEDICAL_WORDS: readonly string[] =
  `patient; clinical; clinically; clinician; clinic; medical; medicine; biomedical; disease; radiology;
   radiologist; radiological; radiograph; radiotherapy; hospital; healthcare; health care; physician; surgeon;
   surgical; surgery; lesion; tumor; cancer; carcinoma; anatomy; anatomical; pathologist; pathological;
   histopathology; physiological; therapy; therapeutic; treatment planning; MRI; fMRI; EEG; ECG; PET/CT; CT scan;
   CT image; computed tomography; magnetic resonance imaging; neuroimaging; ultrasound image; biopsy; symptom;
   comorbidity; cardiac; pulmonary; hepatic; retinal; ophthalmic; ophthalmology; vertebral; cerebral; polyp;
   endoscopy; endoscopic; mammography; dermoscopic; dermatology; echocardiography; COVID-19; pneumonia; glioma;
   diabetic; Alzheimer; dementia; Parkinson; epilepsy; sepsis; bone age; whole slide; in vivo; in-vivo; nurse;
   EHR; electronic health record; ICU; intensive care; optical coherence tomography; chest X-ray; CXR; fetal;
   brain imaging; pathology slide; fundus image; medical diagnosis; healthy controls; renal cell; ischemic;
   rodent; gigapixel; stained`
    .split(';')
    .map((word) => word.trim().replace(/\s+/g, ' '));
