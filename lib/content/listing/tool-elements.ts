/** Elements that the parts of the toolbar share. */

/** A button with words on it. */
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

/** Sets a text that may be read aloud only where it changed. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * A choice among options, told of its value. A letter typed in it chooses, so the keyboard leaves it once a pointer
 * has chosen.
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
