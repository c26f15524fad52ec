/** The toolbar's popup in Firefox, in whichever window is in front. */
import { waitFor, WIDGET_ID, type Firefox } from './firefox';

/** The browser's window that is in front. */
export const FRONT = "Services.wm.getMostRecentWindow('navigator:browser')";

const find = (id: string) => `${FRONT}.document.getElementById('${id}')`;

/** Opens the toolbar's popup as a click on the icon does, from where Firefox keeps new extensions' icons. */
export async function openPopup({ window }: Firefox): Promise<void> {
  await window.evaluate(`${find('unified-extensions-button')}.click()`);
  await waitFor(() => window.evaluate(`${find(`${WIDGET_ID}-BAP`)} !== null`));
  await window.evaluate(`${find(`${WIDGET_ID}-BAP`)}.click()`);
}

/** Evaluates in the popup; undefined where none is open. */
export const evaluateInPopup = ({ window }: Firefox, expression: string): Promise<string | undefined> =>
  window.evaluateIn('popup.html', expression);
