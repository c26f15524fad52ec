/** Why a paper is related, in the user's language; the names in it stay the field's English terms. */
import type { Reason, ReasonForm } from '@/lib/domain/related/reason';
import { t, type TextKey } from './texts';

const FORM_TEXTS: Readonly<Record<ReasonForm, TextKey>> = {
  data: 'reason_data',
  subject: 'reason_subject',
  subjects: 'reason_subjects',
  task: 'reason_task',
  taskOn: 'reason_taskOn',
  method: 'reason_method',
  words: 'reason_words',
  mention: 'reason_mention',
  dataset: 'reason_dataset',
  benchmark: 'reason_benchmark',
  survey: 'reason_survey',
  evaluation: 'reason_evaluation',
  software: 'reason_software',
  challenge: 'reason_challenge',
  theory: 'reason_theory',
  cited: 'reason_cited',
  citedIn: 'reason_citedIn',
};

/**
 * The reason as a phrase. English has verbs of its own for many tasks ("both generate reports from chest CT"), which
 * are the taxonomy's; every other language names the task by its term.
 */
export function reasonWords({ form, names, text }: Reason): string {
  const language = t('language');
  if (language === 'en') return text;
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });
  return t(FORM_TEXTS[form], ...names.map((each) => lists.format(each)));
}
