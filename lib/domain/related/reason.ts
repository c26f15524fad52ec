/**
 * A reason for a related paper: an English sentence for the command line and English pages, and its parts, from
 * which pages in other languages make their own. Names stay the field's English terms.
 */
import { list, oneOf, shape, text } from '@/lib/domain/guard';

/** What two papers may share. Each form has a message, `reason_<form>`, that takes the names in their order. */
export const REASON_FORMS = [
  /** The datasets. */
  'data',
  /** What both are about: a picture, a part of the body, a disease. */
  'subject',
  /** The same, of which only the first are named. */
  'subjects',
  'task',
  /** A task, and what it is done on. */
  'taskOn',
  'method',
  /** The kind of text that both work with. */
  'words',
  /** Words that both use. */
  'mention',
  'dataset',
  'benchmark',
  'survey',
  'evaluation',
  'software',
  'challenge',
  'theory',
  /** The page in front cites it. */
  'cited',
  /** The page in front cites it in a table or figure. */
  'citedIn',
] as const;
/** Which of the sentences gives a reason. */
export type ReasonForm = (typeof REASON_FORMS)[number];

/** Why a paper is near. */
export interface Reason {
  readonly form: ReasonForm;
  /** What fills the form's places, in their order; each is a list, most often of one name. */
  readonly names: readonly (readonly string[])[];
  /** All of it in English: "both generate reports from chest CT". */
  readonly text: string;
}

/** Whether a value that was sent or stored is a reason. */
export const isReason = shape<Reason>({
  form: oneOf(REASON_FORMS),
  names: list(list(text(), 20), 4),
  text: text(),
});

/** "A", "A and B", "A, B and C". */
export const listed = (names: readonly string[]): string => names.join(', ').replace(/, (?=[^,]*$)/, ' and ');
