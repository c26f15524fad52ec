/**
 * What is known of a tag beyond its name and forms. It stands in the tag's own line of `data/taxonomy.json`, so
 * that reading, reasons and search need no lists of tag ids of their own.
 */

/**
 * `picture`: a modality that names a picture of a part of the body ("chest X-ray"). `words`: one of words,
 * spoken or written, that goes with pictures. `everyday`: one that is not medicine's own. `backdrop`: one that
 * scans are set against in passing ("unlike natural images"). `quality`: a task that goes with others ("explainability
 * for X-ray"). `broad`: a task that names a whole field, said only where nothing narrower can be. `uncounted`: a part
 * of the body, or a disease, that stands without an article ("on skin"). `manner`: it says how a study was run, and
 * makes papers little alike.
 */
export const TAG_TRAITS = [
  'picture',
  'words',
  'everyday',
  'backdrop',
  'quality',
  'broad',
  'uncounted',
  'manner',
] as const;
export type TagTrait = (typeof TAG_TRAITS)[number];

/** Where a tag can be meant: `medicine` wants words of medicine in the paper, `learning` any field that is read. */
export const TAG_FIELDS = ['learning', 'medicine'] as const;
export type TagField = (typeof TAG_FIELDS)[number];

/** Absent where the usual holds: a tag in any field that is read, told by its forms alone. */
export interface TagKnowledge {
  readonly field?: TagField | undefined;
  readonly traits?: readonly TagTrait[] | undefined;
  /**
   * What stands after "both" where two papers share it: "use large language models". Of a task in up to three parts
   * with bars between: the beginning, what follows with a subject (`$`), what follows without: "segment | $ | images".
   */
  readonly said?: string | undefined;
  /** The adjective that stands before a picture, where the label does not serve: "abdominal" CT. */
  readonly adjective?: string | undefined;
  /** Ids of tags that every paper with this one has too: a dataset's modality, a disease's organ. */
  readonly implies?: readonly string[] | undefined;
  /** arXiv categories whose papers it stands for where their words name no task. */
  readonly categories?: readonly string[] | undefined;
  /** What stands for it without naming it, which other tags may share: a challenge ("ISIC#", with any year), a sequence. */
  readonly signs?: readonly string[] | undefined;
  /** What stands for a modality where the paper names no other: brain tumours are seen in MRI as a rule. */
  readonly usual?: readonly string[] | undefined;
  /** Forms that many papers use in passing: they count in a title, or said twice. Each is one of `forms`. */
  readonly faint?: readonly string[] | undefined;
  /** Phrases in which a form speaks of something else: "contrast agent". */
  readonly not?: readonly string[] | undefined;
  /** Forms that count only beside one of these words or phrases anywhere in the paper: "ASR" beside "speech". */
  readonly beside?: Readonly<Record<string, readonly string[]>> | undefined;
}

/** True where the tag has the trait. */
export const hasTrait = ({ traits }: TagKnowledge, trait: TagTrait): boolean =>
  traits?.includes(trait) ?? false;
