/** What the class attribute of an element in a table cell made by LaTeXML says about its text. */
import { remember } from '@/lib/domain/remember';

/** What an element's classes say about its text. */
export interface ClassFacts {
  /** Not part of the text: a footnote, a macro unknown to LaTeXML. */
  readonly isAside: boolean;
  /** Separated from its neighbours: a line, or a row or cell of a table within the cell. */
  readonly isApart: boolean;
  readonly isBold: boolean;
  readonly isMedium: boolean;
  readonly isUnderlined: boolean;
}

const oneOfClasses = (names: string): RegExp => new RegExp(String.raw`(?:^|\s)(?:${names})(?:\s|$)`);

const ASIDE = oneOfClasses('ltx_note|ltx_ERROR|ltx_phantom');
const APART = oneOfClasses('ltx_tr|ltx_td|ltx_p');
const BOLD = oneOfClasses('ltx_font_bold');
const MEDIUM = oneOfClasses('ltx_font_medium');
const UNDERLINED = oneOfClasses('ltx_framed_underline|ltx_underline');

/** The facts in a class attribute. */
export const factsIn = remember((classes): ClassFacts => ({
  isAside: ASIDE.test(classes),
  isApart: APART.test(classes),
  isBold: BOLD.test(classes),
  isMedium: MEDIUM.test(classes),
  isUnderlined: UNDERLINED.test(classes),
}));
