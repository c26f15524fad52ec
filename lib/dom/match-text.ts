/**
 * Finds words of an abstract's source in the rendered page, where LaTeX markup is gone, dashes and spaces differ,
 * and MathJax has split the text into many elements.
 *
 * Both texts are reduced to the characters that survive rendering (letters, digits, percent, decimal point, sign),
 * each with its original offset.
 */

/** LaTeX commands that print a character that is compared; all others are dropped as formatting. */
const COMMANDS: Readonly<Record<string, string>> = { times: 'x', cdot: 'x', pm: '±', mp: '±', sim: '' };

const ALIKE: Readonly<Record<string, string>> = {
  '×': 'x',
  '–': '-',
  '—': '-',
  '−': '-',
  '‑': '-',
  '‐': '-',
  '\u00b7': 'x',
};

const COUNTS = /[\p{L}\p{N}%.+\-±]/u;
const LETTER = /[a-z]/i;

/** Reduced text, and for every UTF-16 unit of it the offset in the original that it came from. */
interface Reduced {
  readonly text: string;
  readonly offsets: readonly number[];
}

/** Reduces a text; linear in its length. */
export function reduceText(original: string): Reduced {
  let text = '';
  const offsets: number[] = [];
  const push = (piece: string, offset: number): void => {
    for (const unit of piece.split('')) {
      text += unit;
      offsets.push(offset);
    }
  };
  let at = 0;
  while (at < original.length) {
    const char = String.fromCodePoint(original.codePointAt(at) ?? 0);
    if (char === '\\') {
      let end = at + 1;
      while (end < original.length && LETTER.test(original.charAt(end))) end += 1;
      const command = original.slice(at + 1, end);
      if (Object.hasOwn(COMMANDS, command)) push(COMMANDS[command] ?? '', at);
      at = end;
      continue;
    }
    const plain = (ALIKE[char] ?? char).normalize('NFKD').toLowerCase();
    for (const piece of plain) if (COUNTS.test(piece)) push(piece, at);
    at += char.length;
  }
  return { text, offsets };
}

/** Copies of formulas that MathJax keeps beside the visible glyphs, and elements that are never visible. */
const UNSEEN =
  'script, style, template, annotation, annotation-xml, .MathJax_Preview, .MJX_Assistive_MathML, mjx-assistive-mml, .katex-mathml';

/** Longest text that is searched, in UTF-16 units; an abstract has about two thousand. */
const LONGEST_TEXT = 200_000;

/**
 * The range of `root`'s visible text that matches `words`, or undefined. A match inside a longer number ("83.5" in
 * "183.5") is skipped for the next one.
 */
export function findWords(words: string, root: Element): Range | undefined {
  const wanted = reduceText(words).text;
  if (wanted === '') return undefined;

  const nodes: { readonly node: Text; readonly start: number }[] = [];
  let whole = '';
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node && whole.length < LONGEST_TEXT; node = walker.nextNode()) {
    if (!(node instanceof Text) || node.parentElement?.closest(UNSEEN)) continue;
    nodes.push({ node, start: whole.length });
    whole += node.data;
  }

  const { text, offsets } = reduceText(whole);
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (isInsideNumber(text, at, wanted.length)) continue;
    const start = offsets[at];
    const last = offsets[at + wanted.length - 1];
    if (start === undefined || last === undefined) return undefined;
    return rangeOf(nodes, start, last + 1);
  }
  return undefined;
}

const DIGIT = /\d/;

function isInsideNumber(text: string, start: number, length: number): boolean {
  const end = start + length;
  const cutsBefore = DIGIT.test(text.charAt(start)) && DIGIT.test(text.charAt(start - 1));
  const cutsAfter = DIGIT.test(text.charAt(end - 1)) && DIGIT.test(text.charAt(end));
  return cutsBefore || cutsAfter;
}

function rangeOf(
  nodes: readonly { readonly node: Text; readonly start: number }[],
  start: number,
  end: number,
): Range | undefined {
  const first = nodes.findLast((piece) => piece.start <= start);
  const last = nodes.findLast((piece) => piece.start < end);
  if (!first || !last) return undefined;
  const range = document.createRange();
  range.setStart(first.node, start - first.start);
  range.setEnd(last.node, Math.min(end - last.start, last.node.length));
  return range;
}
