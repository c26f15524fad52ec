/**
 * Reads the text of a table cell made by LaTeXML: each formula once, with exponents, and without footnote
 * marks in values.
 */

import { factsIn, type ClassFacts } from './latexml-cell-classes';

/** The content of a cell, on one line. */
interface CellText {
  readonly text: string;
  /** The parts in bold, and those underlined; empty if there are none. */
  readonly bold: string;
  readonly underlined: string;
  readonly isCited: boolean;
}

interface Style {
  readonly isBold: boolean;
  readonly isUnderlined: boolean;
}

/** Most nodes that are read in a cell; real cells have far fewer. */
const MOST_NODES = 4_000;
const MOST_DEPTH = 120;
/** The longest text of a cell. */
export const MOST_TEXT = 1_000;

/** Not part of the text: machine-readable copies of formulas, controls. */
const ASIDE_NAMES: ReadonlySet<string> = new Set([
  'annotation',
  'annotation-xml',
  'style',
  'script',
  'button',
]);

/** Elements separated from their neighbours. */
const APART_NAMES: ReadonlySet<string> = new Set(['br', 'p', 'div', 'li']);

const factsOf = (element: Element): ClassFacts => factsIn(element.getAttribute('class') ?? '');

const RAISED = new Map(
  '0⁰ 1¹ 2² 3³ 4⁴ 5⁵ 6⁶ 7⁷ 8⁸ 9⁹ -⁻ −⁻ +⁺'
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(1)] as const),
);
const raise = (digits: string): string => digits.replace(/[\d−+-]/g, (sign) => RAISED.get(sign) ?? sign);

/**
 * Mathematical Alphanumeric Symbols: styled copies of letters and digits
 * (https://www.unicode.org/charts/PDF/U1D400.pdf).
 */
const FACES = /[\u{1D400}-\u{1D7FF}]/gu;
const BOLD_FACES =
  /[\u{1D400}-\u{1D433}\u{1D468}-\u{1D49B}\u{1D5D4}-\u{1D607}\u{1D7CE}-\u{1D7D7}\u{1D7EC}-\u{1D7F5}]/u;
/** Characters without width: invisible operators in formulas, joiners and zero-width spaces. */
const INVISIBLE = /[\u200b-\u200d\u2060-\u2064\ufeff]/g;

/** Any of these characters; most texts have none, and need one test only. */
const SPECIAL = /[\u200b-\u200d\u2060-\u2064\ufeff\u{1D400}-\u{1D7FF}]/u;

/**
 * True if the text so far ends with a number, so that a superscript or subscript after it is not part of it.
 */
const ENDS_IN_NUMBER = /(?:^|[\s(/±×·⋅|,~∼<>≤≥+−-])[-−+]?\d[\d.,]*\s?%?$/;
const ENDS_IN_TEN = /(?:^|[^\d.,])10$/;

class Writer {
  text = '';
  bold = '';
  underlined = '';
  isCited = false;
  nodes = 0;

  write(words: string, { isBold, isUnderlined }: Style): void {
    if (this.text.length > MOST_TEXT) return;
    const isSpecial = SPECIAL.test(words);
    const plain = isSpecial
      ? words.replace(INVISIBLE, '').replace(FACES, (face) => face.normalize('NFKC'))
      : words;
    this.text += plain;
    if (isBold || (isSpecial && BOLD_FACES.test(words))) this.bold += plain;
    if (isUnderlined) this.underlined += plain;
  }

  /** Writes a superscript or subscript, unless it is only a footnote mark. */
  writeScript(words: string, isAbove: boolean, style: Style): void {
    const script = words.replace(/\s+/g, ' ').trim();
    const before = this.text.trimEnd().slice(-24);
    if (script === '') return;
    if (isAbove && /^[-−+]?\d{1,3}$/.test(script) && (ENDS_IN_TEN.test(before) || /\p{L}$/u.test(before)))
      this.write(raise(script), style);
    else if (ENDS_IN_NUMBER.test(before)) {
      // "36.2" with an index would no longer be a number, and a footnote mark is not part of it.
      if (script.startsWith('±')) this.write(script, style);
      else if (/[\d.]/.test(script) && (!isAbove || /[.+−-]/.test(script))) this.write(` (${script})`, style);
      else if (!isAbove || !/^[\d,\p{Ll}*†‡§]{1,5}$/u.test(script)) this.write(` (${script})`, style);
    } else this.write(/^\p{L}{3,}$/u.test(script) && /\p{L}$/u.test(before) ? ` ${script}` : script, style);
  }
}

const isElement = (node: Node): node is Element => node.nodeType === 1;

/** The text of a node by itself. */
function textOf(node: Node, style: Style, depth: number): Writer {
  const part = new Writer();
  read(node, part, style, depth);
  return part;
}

function writeScriptOf(
  node: Element | undefined,
  isAbove: boolean,
  to: Writer,
  style: Style,
  depth: number,
): void {
  if (!node) return;
  const part = textOf(node, style, depth + 1);
  to.nodes += part.nodes;
  to.writeScript(part.text, isAbove, style);
}

/** Elements of MathML that are not simply the text of their children. */
const MATHEMATICS: ReadonlySet<string> = new Set(
  'math semantics msup mover msub munder msubsup munderover mfrac mspace mphantom'.split(' '),
);

/** Reads such an element; false if the text of its children is enough. */
function readMath(element: Element, to: Writer, style: Style, depth: number): boolean {
  const [first, second, third] = element.children;
  const base = () => first && read(first, to, style, depth + 1);
  switch (element.localName) {
    case 'semantics':
      base();
      return true;
    case 'msup':
    case 'mover':
      base();
      // An accent above a letter is left out.
      if (element.localName === 'msup') writeScriptOf(second, true, to, style, depth);
      return true;
    case 'msub':
    case 'munder':
      base();
      writeScriptOf(second, false, to, style, depth);
      return true;
    case 'msubsup':
    case 'munderover':
      base();
      writeScriptOf(second, false, to, style, depth);
      writeScriptOf(third, true, to, style, depth);
      return true;
    case 'mfrac':
      base();
      to.write('/', style);
      if (second) read(second, to, style, depth + 1);
      return true;
    case 'mspace':
      to.write(' ', style);
      return true;
    case 'mphantom':
      return true;
    case 'math':
      if (first) return false;
      to.write(element.getAttribute('alttext') ?? '', style);
      return true;
  }
  return false;
}

function styleOf(element: Element, classes: ClassFacts, style: Style): Style {
  const isMath = element.localName.startsWith('m');
  const isBold = isMath && element.getAttribute('mathvariant')?.includes('bold') === true;
  return styleWith(classes, style, isBold, element.localName === 'u');
}

/** The style of an element's text by its classes and the style around it; `isBold` and `isUnderlined` by itself. */
function styleWith(classes: ClassFacts, style: Style, isBold = false, isUnderlined = false): Style {
  const own = {
    isBold: style.isBold || classes.isBold || isBold,
    isUnderlined: style.isUnderlined || classes.isUnderlined || isUnderlined,
  };
  if (own.isUnderlined === style.isUnderlined && !own.isBold) return style;
  return { ...own, isBold: own.isBold && !classes.isMedium };
}

const PLAIN: Style = { isBold: false, isUnderlined: false };

/** The style of words that are alone in an element alone in a cell; undefined if these classes may set them apart. */
export function styleOfWords(cell: string, element: string): Style | undefined {
  const inner = factsIn(element);
  return inner.isAside || inner.isApart ? undefined : styleWith(inner, styleWith(factsIn(cell), PLAIN));
}

function read(node: Node, to: Writer, style: Style, depth: number): void {
  to.nodes += 1;
  if (to.nodes > MOST_NODES || depth > MOST_DEPTH) return;
  if (!isElement(node)) {
    if (node.nodeType === 3) to.write(node.nodeValue ?? '', style);
    return;
  }
  const name = node.localName;
  const classes = factsOf(node);
  if (ASIDE_NAMES.has(name) || classes.isAside) return;
  if (name === 'cite') {
    to.isCited = true;
    return;
  }
  const own = styleOf(node, classes, style);
  if (MATHEMATICS.has(name) && readMath(node, to, own, depth)) return;
  if (name === 'sup' || name === 'sub') {
    const part = new Writer();
    readChildren(node, part, own, depth);
    to.nodes += part.nodes;
    to.isCited ||= part.isCited;
    to.writeScript(part.text, name === 'sup', own);
    return;
  }
  const isApart = APART_NAMES.has(name) || classes.isApart;
  if (isApart) to.write(' ', own);
  // A corner with a diagonal line is an SVG picture with words in it.
  if (name === 'text') to.write(to.text.trim() === '' ? '' : String.raw` \ `, own);
  readChildren(node, to, own, depth);
  if (isApart) to.write(' ', own);
}

function readChildren(element: Element, to: Writer, style: Style, depth: number): void {
  // Most elements contain only words; reading them here avoids an object for each text node.
  if (!element.firstElementChild) {
    to.nodes += 1;
    const words = element.textContent;
    if (words !== '' && depth < MOST_DEPTH) to.write(words, style);
    return;
  }
  for (let child = element.firstChild; child; child = child.nextSibling) read(child, to, style, depth + 1);
}

const fold = (text: string): string => text.replace(/\s{2,}|[^\S ]/g, ' ').trim();

/** Reads a cell. A cell that contains only a citation has the citation as its text. */
export function readCellText(cell: Element): CellText {
  const writer = new Writer();
  const style = styleOf(cell, factsOf(cell), PLAIN);
  readChildren(cell, writer, style, 0);
  const text = fold(writer.text);
  const part = (words: string): string =>
    words === '' ? '' : words === writer.text ? text.slice(0, MOST_TEXT) : fold(words).slice(0, MOST_TEXT);
  const hasName = !writer.isCited || /[\p{L}\p{N}]/u.test(text);
  return {
    text: (hasName ? text : fold(cell.textContent)).slice(0, MOST_TEXT),
    bold: part(writer.bold),
    underlined: part(writer.underlined),
    isCited: writer.isCited,
  };
}
