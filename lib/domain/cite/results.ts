/** Formats results for copying. */
import { figureParts, joinParts, tidyValue } from '@/lib/domain/describe/figure';
import { setDashes } from '@/lib/domain/describe/math';
import { describeSubject } from '@/lib/domain/describe/subject';
import type { PaperLink, Result } from '@/lib/domain/paper';
import type { Citable } from './citable';
import { escapeMarkdown, formatMarkdown } from './markdown';

/** The baselines of a result, in the order of the list. */
export function findBaselines(results: readonly Result[], index: number): readonly Result[] {
  const own = results[index];
  return results.filter(
    (other, at) => other.role === 'baseline' && (other.comparedWith === index || own?.comparedWith === at),
  );
}

/** `F1 0.63 vs 0.11 (disease staging)` */
export function formatResult(results: readonly Result[], index: number): string {
  const result = results[index];
  if (!result) return '';
  const baselines = findBaselines(results, index).map(({ value }) => tidyValue(value));
  const versus = baselines.length > 0 ? ` vs ${baselines.join(', ')}` : '';
  const subject = describeSubject(result);
  const on = subject ? ` (${setDashes(subject)})` : '';
  return joinParts(figureParts(result)) + versus + on;
}

/** A row of a Markdown table: paper | own results, each with its baselines | code. */
export function formatResultsRow(
  paper: Citable & { readonly results: readonly Result[]; readonly links: readonly PaperLink[] },
  version?: number,
): string {
  const own = paper.results.flatMap((result, index) =>
    result.role === 'own' ? [formatResult(paper.results, index)] : [],
  );
  const code = paper.links.find((link) => link.kind === 'code')?.url;
  const cells = [formatMarkdown(paper, version), own.map(escapeMarkdown).join('; ') || '–', code ?? '–'];
  return `| ${cells.join(' | ')} |`;
}
