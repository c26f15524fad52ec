/** Formats a citation as a line of Markdown. */
import { plainMath } from '@/lib/domain/describe/math';
import type { Authors } from '@/lib/domain/paper';
import { onOneLine } from '@/lib/domain/text/controls';
import { citedYear, formatLink, type Citable } from './citable';
import { citedName, listAuthors } from './names';

/**
 * Text for a link, a heading or a table cell of Markdown: on one line, with the characters escaped that Markdown would
 * interpret there.
 */
export function escapeMarkdown(text: string): string {
  return onOneLine(text).replace(/[\\`*_[\]<>|$]/g, String.raw`\$&`);
}

/** "Holland et al., 2024"; shorter if less is known, and empty if nothing is. */
export function formatShortCitation(paper: Citable): string {
  return [shortAuthors(paper.authors), citedYear(paper)].filter(Boolean).join(', ');
}

function shortAuthors(authors: Authors | undefined): string {
  const [first, second, ...rest] = listAuthors(authors).map(citedName);
  if (first === undefined) return '';
  if (second === undefined) return first;
  return rest.length === 0 ? `${first} and ${second}` : `${first} et al.`;
}

/** `[Title](https://arxiv.org/abs/…) (Holland et al., 2024)` */
export function formatMarkdown(paper: Citable, version?: number): string {
  const short = formatShortCitation(paper);
  const link = `[${escapeMarkdown(plainMath(paper.title))}](${formatLink(paper.id, version)})`;
  return short ? `${link} (${escapeMarkdown(short)})` : link;
}
