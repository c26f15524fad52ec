/** Asks the background for the texts of a script on a page. */
import { askOwn } from '@/lib/messages';
import { PAGE_TEXTS } from '@/lib/messages/page-texts';
import { keepTexts, type TextKey } from '@/lib/shared/texts';

/** How long a script waits for them, in milliseconds. */
const PATIENCE = 1500;

/** Resolves when the texts are there; without an answer, the browser is asked for each when it is needed. */
export async function askForTexts(names: readonly TextKey[]): Promise<void> {
  const patience = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE));
  const answer = await Promise.race([askOwn(PAGE_TEXTS, 'read', { names: [...names] }), patience]);
  if (!answer) return;
  const texts = new Map<string, string>();
  names.forEach((name, index) => {
    const text = answer.texts[index];
    if (text) texts.set(name, text);
  });
  keepTexts({ language: answer.language, texts });
}
