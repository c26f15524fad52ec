/** Elements used by several parts of the toolbar. */

/** A button with a text. */
export function createButton(label: string, onClick: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.addEventListener('click', onClick);
  return button;
}

/** An option of a choice. */
export function createOption(value: string, label: string): HTMLOptionElement {
  const option = document.createElement('option');
  option.value = value;
  option.textContent = label;
  return option;
}

/** Sets a text, in a live region perhaps, only if it changed. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * A select element with a callback for its value. A typed letter would select an option, so the focus leaves
 * it after a choice with the pointer.
 */
export function createChoice(label: string, onChoose: (value: string) => void): HTMLSelectElement {
  const choice = document.createElement('select');
  choice.setAttribute('aria-label', label);
  let isByPointer = false;
  choice.addEventListener('pointerdown', () => (isByPointer = true));
  choice.addEventListener('keydown', () => (isByPointer = false));
  choice.addEventListener('change', () => {
    if (isByPointer) choice.blur();
    onChoose(choice.value);
  });
  return choice;
}
