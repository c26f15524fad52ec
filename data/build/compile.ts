/** Compiles the catalogue's source into the text files that ship. */
import { CATALOGUE_FORMAT } from '@/lib/domain/catalogue';
import { lineEncoder } from '@/lib/domain/catalogue/lines';
import { encodeTag } from '@/lib/domain/catalogue/tag-lines';
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { CataloguePaper, RelatedPaper, PaperRecord, TagDefinition } from '@/lib/domain/paper';

/** The input: the source, and the related papers computed from it. */
interface CompileInput {
  readonly records: readonly PaperRecord[];
  readonly tags: readonly TagDefinition[];
  readonly version: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly related: ReadonlyMap<PaperId, readonly RelatedPaper[]>;
}

/** The keys of a line in a fixed order, so that equal sources give equal bytes. Terms are not shipped. */
const KEYS =
  'id title otherTitles authors published readVersion venue doi summary tags results links listing related'.split(
    ' ',
  );

/** Both files as text. */
interface CompiledCatalogue {
  /** `catalogue.ndjson` */
  readonly text: string;
  /** `taxonomy.json`: the tags that no paper has, for papers outside the catalogue. */
  readonly taxonomy: string;
}

/** Compiles both files. Equal input gives equal bytes. */
export function compileCatalogue({ records, tags, version, date, related }: CompileInput): CompiledCatalogue {
  const papers = records.map((record): CataloguePaper => ({
    ...record,
    related: related.get(record.id) ?? [],
  }));
  const said = papers.flatMap((paper) => paper.related.flatMap((near) => near.reasons));
  const reasons = [...new Map(said.map((reason) => [reason.text, reason])).values()];
  const ids = papers.map(({ id }) => id);
  const used = new Set(records.flatMap((record) => record.tags));
  const usedTags = tags.filter(({ id }) => used.has(id));
  const others = tags.filter(({ id }) => !used.has(id));
  const header = {
    format: CATALOGUE_FORMAT,
    version,
    date,
    results: records.reduce((sum, record) => sum + record.results.length, 0),
    withCode: records.filter(({ links }) => links.some(({ kind }) => kind === 'code')).length,
    ids,
    reasons,
    tags: usedTags.map(encodeTag),
  };
  const encode = lineEncoder({ ids, tags: usedTags, reasons });
  const lines = papers.map((paper) => {
    const line = encode(paper);
    return JSON.stringify(Object.fromEntries(KEYS.flatMap((key) => (key in line ? [[key, line[key]]] : []))));
  });
  const taxonomy = `${JSON.stringify({ format: CATALOGUE_FORMAT, tags: others.map(encodeTag) })}\n`;
  return { taxonomy, text: `${[JSON.stringify(header), ...lines].join('\n')}\n` };
}
