/** The toolbar popup in Firefox, in the current window. */
import { waitFor, WIDGET_ID, type Firefox } from './firefox';

const POPUP = 'popup.html';

/** The current browser window. */
export const FRONT = "Services.wm.getMostRecentWindow('navigator:browser')";

const find = (id: string) => `${FRONT}.document.getElementById('${id}')`;

/** Closes whatever menu or popup is open over the window, and waits until the toolbar popup is gone. */
export async function closePopup({ window }: Firefox): Promise<void> {
  await window.evaluate(
    `void [...${FRONT}.document.querySelectorAll('panel')].forEach((panel) => panel.hidePopup?.())`,
  );
  await waitFor(async () => !(await window.isShown(POPUP)));
}

/**
 * Opens the toolbar popup as a click on the icon does, from the menu in which Firefox puts the icons of new
 * extensions, and waits for its search field.
 */
export async function openPopup(firefox: Firefox): Promise<void> {
  const { window } = firefox;
  const icon = find(`${WIDGET_ID}-BAP`);
  await closePopup(firefox);
  await window.evaluate(`${find('unified-extensions-button')}.click()`);
  // The menu opens with an animation; its icons take clicks once they are drawn.
  await waitFor(() => window.evaluate(`(${icon}?.getBoundingClientRect().width ?? 0) > 0`));
  await window.evaluate(`${icon}.click()`);
  await waitFor(
    async () =>
      (await evaluateInPopup(firefox, "document.querySelector('[role=combobox]') !== null")) === 'true',
  );
}

/** Evaluates in the popup; undefined if none is open. */
export const evaluateInPopup = ({ window }: Firefox, expression: string): Promise<string | undefined> =>
  window.evaluateIn(POPUP, expression);

/** Waits until it has closed. */
export const waitForNoPopup = ({ window }: Firefox): Promise<unknown> =>
  waitFor(async () => !(await window.isShown(POPUP)));
