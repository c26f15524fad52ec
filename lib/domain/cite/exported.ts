/** A paper in exported files: its citation, what was read about it, and the user's additions. */
import type { PaperLink, Result } from '@/lib/domain/paper';
import type { ReadingStatus } from '@/lib/domain/provenance';
import type { Citable } from './citable';

/**
 * The facts in exported notes and tables. A saved paper has all of them, an annotation those that are not
 * optional.
 */
export interface ExportedPaper extends Citable {
  /** Labels of tags, most informative first. */
  readonly tags: readonly string[];
  readonly results: readonly Result[];
  readonly links: readonly PaperLink[];
  /** The version that was read. */
  readonly readVersion?: number | undefined;
  readonly status?: ReadingStatus | undefined;
  readonly ownTags?: readonly string[] | undefined;
  /** The user's note, which may have several lines. */
  readonly note?: string | undefined;
  /** When it was saved: an ISO 8601 date, or date and time. */
  readonly savedAt?: string | undefined;
}

/** The address of the paper's code; undefined if none is known. */
export const codeOf = ({ links }: Pick<ExportedPaper, 'links'>): string | undefined =>
  links.find(({ kind }) => kind === 'code')?.url;
