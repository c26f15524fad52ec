/**
 * A paper as a Markdown note with YAML front matter, as Obsidian, Logseq, Zettlr and site generators read it
 * (https://help.obsidian.md/properties).
 */
import { plainMath } from '@/lib/domain/describe/math';
import { withoutControls } from '@/lib/domain/text/controls';
import { formatCitationKey, formatLink } from './citable';
import { codeOf, type ExportedPaper } from './exported';
import { escapeMarkdown } from './markdown';
import { listAuthors } from './names';
import { formatResult } from './results';

type Value = string | readonly string[] | undefined;

/** A YAML string; YAML accepts JSON's strings. */
const quote = (text: string): string => JSON.stringify(withoutControls(text));

/** Dates are not quoted, so that YAML reads them as dates. */
const scalar = (text: string): string => (/^\d{4}-\d\d-\d\d$/.test(text) ? text : quote(text));

function field([name, value]: readonly [name: string, value: Value]): string {
  if (value === undefined || value.length === 0) return '';
  if (typeof value === 'string') return `${name}: ${scalar(value)}\n`;
  return `${name}:\n${value.map((item) => `  - ${quote(item)}\n`).join('')}`;
}

/**
 * "Report generation" -> "report-generation": Obsidian's tags allow letters, digits, hyphens and slashes, but
 * no spaces.
 */
const noteTag = (label: string): string =>
  label
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}/]+/gu, '-')
    .replaceAll(/^-+|(?<!-)-+$/g, '');

/** The note: facts, title, results, and the user's own note at the end, unchanged. */
export function formatNote(paper: ExportedPaper): string {
  const { id, title, published, venue, doi, categories, tags, ownTags = [], status, savedAt } = paper;
  const fields: readonly (readonly [name: string, value: Value])[] = [
    ['title', plainMath(title)],
    ['authors', listAuthors(paper.authors).map(({ name }) => name)],
    ['published', published],
    ['venue', venue],
    ['arxiv', id],
    ['doi', doi],
    ['url', formatLink(id, paper.readVersion)],
    ['code', codeOf(paper)],
    ['citekey', formatCitationKey(paper)],
    ['categories', categories],
    ['status', status],
    ['saved', savedAt?.slice(0, 10)],
    ['tags', [...new Set([...ownTags, ...tags].map(noteTag))].filter(Boolean)],
  ];
  const results = paper.results.flatMap(({ role }, index) =>
    role === 'own' ? [`- ${escapeMarkdown(formatResult(paper.results, index))}\n`] : [],
  );
  const links = paper.links.map(({ kind, url }) => `- ${kind}: <${url}>\n`);
  const sections: readonly (readonly [head: string, body: string])[] = [
    ['Results', results.join('')],
    ['Links', links.join('')],
    ['Note', paper.note ? `${withoutControls(paper.note.replaceAll('\r\n', '\n'))}\n` : ''],
  ];
  const written = sections.flatMap(([head, body]) => (body ? [`\n## ${head}\n\n${body}`] : []));
  return `---\n${fields.map(field).join('')}---\n\n# ${escapeMarkdown(plainMath(title))}\n${written.join('')}`;
}
