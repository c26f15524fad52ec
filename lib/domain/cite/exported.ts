/** A paper as it is handed on: its citation, what was read of it, and what the user keeps with it. */
import type { PaperLink, Result } from '@/lib/domain/paper';
import type { ReadingStatus } from '@/lib/domain/provenance';
import type { Citable } from './citable';

/** What notes and tables are made of; a saved paper has all of it, any annotation the first part. */
export interface ExportedPaper extends Citable {
  /** Labels of tags, most telling first. */
  readonly tags: readonly string[];
  readonly results: readonly Result[];
  readonly links: readonly PaperLink[];
  /** The version that was read. */
  readonly readVersion?: number | undefined;
  readonly status?: ReadingStatus | undefined;
  readonly ownTags?: readonly string[] | undefined;
  /** The user's own words, over as many lines as they like. */
  readonly note?: string | undefined;
  /** When it was saved: a date, or a date and time, of ISO 8601. */
  readonly savedAt?: string | undefined;
}

/** Address of the paper's code; undefined where none is known. */
export const codeOf = ({ links }: Pick<ExportedPaper, 'links'>): string | undefined =>
  links.find(({ kind }) => kind === 'code')?.url;
