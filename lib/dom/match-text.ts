/**
 * Finding words in what a page renders, although the words were taken from the
 * source: LaTeX marks stand in one and not in the other, dashes and spaces
 * differ, and a renderer of mathematics has cut the text into pieces.
 *
 * Both sides are reduced to what survives all that (letters, digits, percent,
 * point, sign), each kept with the place that it came from.
 */

/** Commands of LaTeX whose meaning is a character that counts; all others are formatting. */
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

/** What a renderer of mathematics leaves beside the visible glyphs, and what is never visible. */
const UNSEEN =
  'script, style, template, annotation, annotation-xml, .MathJax_Preview, .MJX_Assistive_MathML, mjx-assistive-mml, .katex-mathml';

/** Most text that is searched; an abstract has some two thousand characters. */
const LONGEST_TEXT = 200_000;

/**
 * The stretch of `root`'s visible text that says `words`, or undefined. Where a
 * short one occurs inside a longer number ("83.5" in "183.5"), the next
 * occurrence is taken.
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
