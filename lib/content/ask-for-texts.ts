/** Asks the background for the texts of a script on a page. */
import { askOwn } from '@/lib/messages';
import { PAGE_TEXTS } from '@/lib/messages/page-texts';
import { formsOf, keepTexts } from '@/lib/shared/texts';

/** How long a script waits for them, in milliseconds. */
const PATIENCE = 1500;

/** Resolves when the texts are there; without an answer, the browser is asked for each when it is needed. */
export async function askForTexts(names: readonly string[]): Promise<void> {
  const patience = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE));
  const answer = await Promise.race([askOwn(PAGE_TEXTS, 'read', { names: [...names] }), patience]);
  if (!answer) return;
  const entries = names.flatMap(formsOf).map((form, index) => [form, answer.texts[index] ?? ''] as const);
  keepTexts({ language: answer.language, texts: new Map(entries) });
}
