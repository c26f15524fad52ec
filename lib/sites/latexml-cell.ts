/** The text of a table cell made by LaTeXML: formulas once, exponents kept, footnote marks separated from values. */

/** What a cell says, on one line. */
export interface CellText {
  readonly text: string;
  /** The parts in bold, and those underlined; empty where none are. */
  readonly bold: string;
  readonly underlined: string;
  readonly isCited: boolean;
}

interface Style {
  readonly isBold: boolean;
  readonly isUnderlined: boolean;
}

/** Nodes that are looked at in one cell; no cell that people read comes near. */
const MOST_NODES = 4_000;
const MOST_DEPTH = 120;
/** Longest text of a cell. */
const MOST_TEXT = 1_000;

/** Whether an element is one of these, by class or by name: far faster than selectors, for each node of a table. */
const isAny =
  (classes: readonly string[], names: ReadonlySet<string>) =>
  ({ classList, localName }: Element): boolean =>
    names.has(localName) || classes.some((name) => classList.contains(name));

/** Not of the text: footnotes, macros that LaTeXML did not know, copies of formulas for other programs, controls. */
const isAside = isAny(
  ['ltx_note', 'ltx_ERROR', 'ltx_phantom'],
  new Set(['annotation', 'annotation-xml', 'style', 'script', 'button']),
);

/** Elements that stand apart from what is beside them: lines, rows and cells of a table within the cell. */
const isApartFromOthers = isAny(['ltx_tr', 'ltx_td', 'ltx_p'], new Set(['br', 'p', 'div', 'li']));

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
/** Signs without a width that say how a formula is meant, and blanks of all widths. */
const INVISIBLE = /[\u200b-\u200d\u2060-\u2064\ufeff]/g;

/**
 * A number by itself at the end of what was written so far, so that what is raised or lowered behind it is no part of
 * it.
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
    const plain = words.replace(INVISIBLE, '').replace(FACES, (face) => face.normalize('NFKC'));
    this.text += plain;
    if (isBold || BOLD_FACES.test(words)) this.bold += plain;
    if (isUnderlined) this.underlined += plain;
  }

  /** Writes what stands above or below the line, as far as it says something of what it stands at. */
  writeScript(words: string, isAbove: boolean, style: Style): void {
    const script = words.replace(/\s+/g, ' ').trim();
    const before = this.text.trimEnd().slice(-24);
    if (script === '') return;
    if (isAbove && /^[-−+]?\d{1,3}$/.test(script) && (ENDS_IN_TEN.test(before) || /\p{L}$/u.test(before)))
      this.write(raise(script), style);
    else if (ENDS_IN_NUMBER.test(before)) {
      // "36.2" with an index is no longer number; a mark of a footnote says nothing of it.
      if (script.startsWith('±')) this.write(script, style);
      else if (/[\d.]/.test(script) && (!isAbove || /[.+−-]/.test(script))) this.write(` (${script})`, style);
      else if (!isAbove || !/^[\d,\p{Ll}*†‡§]{1,5}$/u.test(script)) this.write(` (${script})`, style);
    } else this.write(/^\p{L}{3,}$/u.test(script) && /\p{L}$/u.test(before) ? ` ${script}` : script, style);
  }
}

const isElement = (node: Node): node is Element => node.nodeType === 1;

/** The text of a part by itself. */
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

/** Reads elements of mathematics; false where the element is none of those that need care. */
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
      // An accent over a letter is left out.
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

function styleOf(element: Element, style: Style): Style {
  const { classList } = element;
  const variant = element.getAttribute('mathvariant');
  return {
    isBold:
      (style.isBold || classList.contains('ltx_font_bold') || variant?.includes('bold') === true) &&
      !classList.contains('ltx_font_medium'),
    isUnderlined:
      style.isUnderlined ||
      classList.contains('ltx_framed_underline') ||
      classList.contains('ltx_underline') ||
      element.localName === 'u',
  };
}

function read(node: Node, to: Writer, style: Style, depth: number): void {
  to.nodes += 1;
  if (to.nodes > MOST_NODES || depth > MOST_DEPTH) return;
  if (!isElement(node)) {
    if (node.nodeType === 3) to.write(node.nodeValue ?? '', style);
    return;
  }
  if (isAside(node)) return;
  const own = styleOf(node, style);
  if (node.localName === 'cite') {
    to.isCited = true;
    return;
  }
  if (readMath(node, to, own, depth)) return;
  if (node.localName === 'sup' || node.localName === 'sub') {
    const part = new Writer();
    readChildren(node, part, own, depth);
    to.nodes += part.nodes;
    to.isCited ||= part.isCited;
    to.writeScript(part.text, node.localName === 'sup', own);
    return;
  }
  const isApart = isApartFromOthers(node);
  if (isApart) to.write(' ', own);
  // A corner that a line divides is drawn as a picture with words in it.
  if (node.localName === 'text') to.write(to.text.trim() === '' ? '' : String.raw` \ `, own);
  readChildren(node, to, own, depth);
  if (isApart) to.write(' ', own);
}

function readChildren(element: Element, to: Writer, style: Style, depth: number): void {
  for (let child = element.firstChild; child; child = child.nextSibling) read(child, to, style, depth + 1);
}

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Reads a cell. A cell that holds nothing but a citation is called as the citation is printed. */
export function readCellText(cell: Element): CellText {
  const writer = new Writer();
  readChildren(cell, writer, styleOf(cell, { isBold: false, isUnderlined: false }), 0);
  const text = fold(writer.text);
  const hasName = /[\p{L}\p{N}]/u.test(text);
  return {
    text: (hasName || !writer.isCited ? text : fold(cell.textContent)).slice(0, MOST_TEXT),
    bold: fold(writer.bold).slice(0, MOST_TEXT),
    underlined: fold(writer.underlined).slice(0, MOST_TEXT),
    isCited: writer.isCited,
  };
}
