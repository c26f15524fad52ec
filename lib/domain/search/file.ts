/**
 * The search index as one block of bytes, for catalogues so large that building
 * the index anew would be felt: strings first, then the arrays as they are.
 */
import type { TagDefinition } from '../paper';
import { meanLengths } from './build';
import type { SearchIndex } from './build';
import { letterMask } from './edit-distance';
import type { SearchablePaper } from './paper';

const FORMAT = 0x534c3032;
const HEADER = 8;

const align = (offset: number): number => (offset + 3) & ~3;

/** Writes an index; the papers themselves are kept elsewhere and given back to `decodeSearchIndex`. */
export const encodeSearchIndex = ({
  papers,
  dictionary,
  postings,
  lengths,
}: SearchIndex): Uint8Array<ArrayBuffer> => {
  const encoder = new TextEncoder();
  const words = encoder.encode(dictionary.words.join('\n'));
  const stems = encoder.encode(dictionary.stems.join('\n'));
  const parts = [
    Uint32Array.of(
      FORMAT,
      papers.length,
      dictionary.words.length,
      dictionary.stems.length,
      postings.papers.length,
      words.length,
      stems.length,
      lengths.length,
    ),
    words,
    stems,
    dictionary.stemOf,
    postings.starts,
    postings.holders,
    postings.papers,
    postings.positions,
    lengths,
    postings.fields,
  ];
  const size = parts.reduce((sum, part) => align(sum) + part.byteLength, 0);
  const bytes = new Uint8Array(align(size));
  let offset = 0;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), offset);
    offset = align(offset + part.byteLength);
  }
  return bytes;
};

/**
 * Opens what `encodeSearchIndex` wrote; arrays are views of `buffer`, not copies.
 * Undefined where the bytes are none of ours, or are of another number of papers.
 */
export const decodeSearchIndex = (
  buffer: ArrayBuffer,
  papers: readonly SearchablePaper[],
  taxonomy: readonly TagDefinition[],
): SearchIndex | undefined => {
  if (buffer.byteLength < HEADER * 4) return undefined;
  const [
    format,
    count,
    wordCount = 0,
    stemCount = 0,
    size = 0,
    wordBytes = 0,
    stemBytes = 0,
    lengthCount = 0,
  ] = new Uint32Array(buffer, 0, HEADER);
  if (format !== FORMAT || count !== papers.length) return undefined;
  let offset = HEADER * 4;
  const take = (length: number): number => {
    const at = offset;
    offset = align(offset + length);
    return at;
  };
  const decoder = new TextDecoder();
  const readLines = (length: number): string[] => {
    const text = decoder.decode(new Uint8Array(buffer, take(length), length));
    return text === '' ? [] : text.split('\n');
  };
  const words = readLines(wordBytes);
  const stems = readLines(stemBytes);
  const stemOf = new Uint32Array(buffer, take(wordCount * 4), wordCount);
  const starts = new Uint32Array(buffer, take((stemCount + 1) * 4), stemCount + 1);
  const holders = new Uint32Array(buffer, take(stemCount * 4), stemCount);
  const occurrences = new Uint32Array(buffer, take(size * 4), size);
  const positions = new Uint16Array(buffer, take(size * 2), size);
  const lengths = new Uint16Array(buffer, take(lengthCount * 2), lengthCount);
  const fields = new Uint8Array(buffer, take(size), size);
  return {
    papers,
    tags: new Map(taxonomy.map((tag) => [tag.id, tag])),
    dictionary: { words, stems, stemOf, masks: Uint32Array.from(words, letterMask) },
    postings: { starts, holders, papers: occurrences, positions, fields },
    lengths,
    means: meanLengths(lengths),
  };
};
