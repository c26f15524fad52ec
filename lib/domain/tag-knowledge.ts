/**
 * Facts about a tag besides its name and forms. They are in the tag's line of `data/taxonomy.json`, so that
 * reading, reasons and search need no lists of tag ids of their own.
 */

/**
 * `picture`: a modality that is a picture of a part of the body ("chest X-ray"). `words`: a modality of
 * words, spoken or written, that accompanies pictures. `signal`: one that is no picture (ECG). `everyday`: a modality that is not specific to
 * medicine. `backdrop`: one with which scans are compared in passing ("unlike natural images"). `quality`: a
 * task that accompanies others ("explainability for X-ray"). `broad`: a task that is a whole field, used only
 * if nothing narrower is named. `uncounted`: a part of the body or a disease that is used without an article
 * ("on skin"). `manner`: a tag about how a study was run, which makes papers little alike. `unspecific`: a
 * modality that says only that there are pictures of patients, used if it is named more than once and no
 * narrower one is.
 */
export const TAG_TRAITS = [
  'picture',
  'words',
  'signal',
  'everyday',
  'backdrop',
  'quality',
  'broad',
  'uncounted',
  'manner',
  'unspecific',
] as const;
type TagTrait = (typeof TAG_TRAITS)[number];

/**
 * The papers that can have a tag: `medicine` requires words of medicine in the paper, `learning` any field
 * that is read.
 */
export const TAG_FIELDS = ['learning', 'medicine'] as const;
type TagField = (typeof TAG_FIELDS)[number];

/** All fields are optional: the default is a tag in any field that is read, recognised by its forms alone. */
export interface TagKnowledge {
  readonly field?: TagField | undefined;
  readonly traits?: readonly TagTrait[] | undefined;
  /**
   * The words after "both" if two papers share it: "use large language models". For a task, up to three parts
   * separated by bars: the beginning, what follows with a subject (`$`), and what follows without: "segment |
   * $ | images".
   */
  readonly said?: string | undefined;
  /** The adjective before a picture, if it differs from the label: "abdominal" CT. */
  readonly adjective?: string | undefined;
  /** Ids of tags that follow from this one: a dataset's modality, a disease's organ. */
  readonly implies?: readonly string[] | undefined;
  /** arXiv categories for which it stands if the words of a paper name no task. */
  readonly categories?: readonly string[] | undefined;
  /**
   * Ids of the methods whose task it is if a title names them and the words of the paper name no task: "A survey of
   * graph neural networks" is on learning from graphs.
   */
  readonly methods?: readonly string[] | undefined;
  /**
   * What indicates it without naming it, and may indicate other tags too: a challenge ("ISIC#", with any
   * year), a sequence.
   */
  readonly signs?: readonly string[] | undefined;
  /** What indicates a modality if the paper names no other: brain tumours are usually imaged with MRI. */
  readonly usual?: readonly string[] | undefined;
  /** Words that name a task beside a disease: "glaucoma detection", "detection of glaucoma". */
  readonly withDisease?: readonly string[] | undefined;
  /** Words that name a task in a title that also names a modality of images: "Classification of thyroid ultrasound". */
  readonly withImages?: readonly string[] | undefined;
  /**
   * Forms that many papers use in passing, so they count only in a title or if repeated. Each is one of
   * `forms`.
   */
  readonly faint?: readonly string[] | undefined;
  /**
   * Forms of wide meaning ("tracking", "scheduling"), so they count only in a title, if named three times, or beside
   * another form of the tag. Each is one of `forms`.
   */
  readonly vague?: readonly string[] | undefined;
  /**
   * Forms that, named once in a paper on pictures, say where the pictures were found: "patient records". Each
   * is one of `forms` or `signs`.
   */
  readonly archives?: readonly string[] | undefined;
  /** Phrases in which a form means something else: "contrast agent". */
  readonly not?: readonly string[] | undefined;
  /**
   * Forms that count only if the paper also has one of these words or phrases: "ASR" with "speech". "in title"
   * among them: or if the title has the form.
   */
  readonly beside?: Readonly<Record<string, readonly string[]>> | undefined;
}

/** True if the tag has the trait. */
export const hasTrait = ({ traits }: TagKnowledge, trait: TagTrait): boolean =>
  traits?.includes(trait) ?? false;
