/** `pack merge`: joins packs that were built separately; a paper that is in several is taken from the first. */
import { compareIds } from '@/lib/domain/pack/ids-file';
import { packedVector } from '@/lib/domain/related/paper-vectors';
import { mergeIndexes } from '@/lib/domain/search/merge';
import { readPack } from './read-pack';
import type { WholePack } from './read-pack';
import { createPackWriter } from './write-pack';
import type { PackOrigin, WrittenPack, WrittenPaper } from './write-pack';

/** Yields a pack's papers in order, only those that pass the filter. */
function* wantedPapers(pack: WholePack, isWanted: (id: string) => boolean): Generator<WrittenPaper> {
  let place = 0;
  for (const records of pack.records()) {
    for (const record of records) {
      if (isWanted(record.id)) yield { record, vector: packedVector(pack.vectors, place) };
      place += 1;
    }
  }
}

/** Merges the papers of several packs by id; each source is sorted. */
function* inOrder(sources: readonly Generator<WrittenPaper>[]): Generator<WrittenPaper> {
  const heads = sources.map((source) => source.next());
  for (;;) {
    let first: number | undefined;
    for (const [at, head] of heads.entries()) {
      const best = first === undefined ? undefined : heads[first];
      if (head.done === true) continue;
      if (
        best === undefined ||
        best.done === true ||
        compareIds(head.value.record.id, best.value.record.id) < 0
      )
        first = at;
    }
    const head = first === undefined ? undefined : heads[first];
    if (first === undefined || head === undefined || head.done === true) return;
    yield head.value;
    const source = sources[first];
    if (source) heads[first] = source.next();
  }
}

const joined = (values: readonly string[]): string => [...new Set(values)].join('; ');

/**
 * Merges the packs in these folders into one in `folder`. Throws a message for the user if one of them is
 * damaged.
 */
export const mergePacks = (folders: readonly string[], folder: string, name: string): WrittenPack => {
  const packs = folders.map(readPack);
  const earlier = packs.find(({ index }) => !index.hasNameCodes);
  if (earlier) throw new Error(`${earlier.folder} was built by an earlier version: build it again`);
  const owner = new Map<string, number>();
  for (const [at, { ids }] of packs.entries()) {
    for (let paper = 0; paper < ids.size; paper += 1)
      if (!owner.has(ids.at(paper))) owner.set(ids.at(paper), at);
  }
  const order = [...owner.keys()].toSorted(compareIds);
  const places = new Map(order.map((id, place) => [id, place]));
  const parts = packs.map(({ ids, index }, at) => ({
    index,
    numbers: Array.from({ length: ids.size }, (_, paper) =>
      owner.get(ids.at(paper)) === at ? places.get(ids.at(paper)) : undefined,
    ),
  }));
  const manifests = packs.map(({ manifest }) => manifest);
  const origin: PackOrigin = {
    name,
    source: joined(manifests.map(({ source }) => source)),
    selection: joined(manifests.map(({ selection }) => selection)),
    reader: joined(manifests.map(({ reader }) => reader)),
  };
  const tags = [...new Set(manifests.flatMap((manifest) => manifest.tags))];
  const { dimensions, version } = packs[0]?.vectors ?? { dimensions: 0, version: 0 };
  const other = packs.find(({ vectors }) => vectors.version !== version);
  if (other) throw new Error(`${other.folder} was built with another model of words: build it again`);
  const writer = createPackWriter(folder, origin, tags, { dimensions, version });
  try {
    const sources = packs.map((pack, at) => wantedPapers(pack, (id) => owner.get(id) === at));
    for (const paper of inOrder(sources)) writer.add([paper]);
    const written = writer.finish(mergeIndexes(parts, order.length));
    writer.publish();
    return written;
  } catch (error) {
    writer.discard();
    throw error;
  }
};
