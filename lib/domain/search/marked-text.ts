/** Cuts texts at the matched words, for components that mark them. */
import type { Span } from '@/lib/domain/paper';

/** A text cut where the matched words begin and end. */
export type MarkedText = readonly { readonly text: string; readonly marked: boolean }[];

/** Cuts a text at spans that are in order and do not overlap. */
export function cutText(text: string, spans: readonly Span[]): MarkedText {
  const pieces: { text: string; marked: boolean }[] = [];
  let end = 0;
  for (const span of spans) {
    if (span.start > end) pieces.push({ text: text.slice(end, span.start), marked: false });
    pieces.push({ text: text.slice(span.start, span.end), marked: true });
    end = span.end;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), marked: false });
  return pieces;
}
