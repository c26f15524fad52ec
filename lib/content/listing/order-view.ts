/** The part of the toolbar that orders the list: a choice, and a line with the outcome. */
import { t, tCount, type TextKey } from '@/lib/shared/texts';
import { createChoice, createOption, setText } from './tool-elements';
import { ORDER_MODES, type OrderMode, type OrderState } from './ordering';

/** The elements, for insertion into the toolbar. */
export interface OrderView {
  readonly choice: HTMLSelectElement;
  readonly note: HTMLElement;
  readonly show: (mode: OrderMode, state: OrderState) => void;
}

const LABELS: Readonly<Record<OrderMode, TextKey>> = {
  page: 'order_page',
  mark: 'order_mark',
  nearest: 'order_nearest',
};

/** The message for a state; empty if there is none. */
function wordsOf(state: OrderState): string {
  switch (state.kind) {
    case 'working':
      return t('order_working');
    case 'done':
      return tCount('order_near', state.near);
    case 'few':
      return t('order_few', state.saved);
    case 'failed':
      return t('order_failed');
    default:
      return '';
  }
}

/** Builds the elements. */
export function createOrderView(onMode: (mode: OrderMode) => void): OrderView {
  const choice = createChoice(t('order_label'), (value) => {
    const mode = ORDER_MODES.find((each) => each === value);
    if (mode) onMode(mode);
  });
  choice.append(...ORDER_MODES.map((mode) => createOption(mode, t(LABELS[mode]))));
  const note = document.createElement('p');
  note.className = 'note';
  note.setAttribute('role', 'status');
  note.hidden = true;
  return {
    choice,
    note,
    show: (mode, state) => {
      choice.value = mode;
      choice.classList.toggle('chosen', mode !== 'page');
      const words = wordsOf(state);
      note.hidden = words === '';
      setText(note, words);
    },
  };
}
