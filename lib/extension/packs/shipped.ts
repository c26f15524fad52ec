/** The packs that ship with the extension; each file is read on first use. */
import { encodeText } from '@/lib/domain/bytes';
import { openPack, type PackSource, type ReadAsset } from '@/lib/domain/pack';
import { PACK_LIST } from '@/lib/domain/pack/list-name';
import { PACK_FOLDER, parsePackList, type ShippedPack } from '@/lib/domain/pack/pack-list';
import type { Pack } from '@/lib/domain/store';
import { reportFailure } from '@/lib/shared/failures';
import { readOwnBlob, readOwnBytes, readOwnText } from '@/lib/extension/own-files';
import { readPartsOf } from './parts';

const WHERE = 'packs';

const readerOf =
  ({ name, texts }: ShippedPack): ReadAsset =>
  async (file) => {
    const text = texts.get(file);
    return text === undefined ? readOwnBytes(`${PACK_FOLDER}/${name}/${file}`) : encodeText(text);
  };

/** The list of shipped packs as text; undefined if there is none. */
export const readPackList = (): Promise<string | undefined> => readOwnText(PACK_LIST);

/** In milliseconds: the first words of a search are typed before that. */
const IDLE_AFTER = 3000;

/** Pages have idle callbacks; a worker without them waits until after the first questions. */
const whenIdle = (task: () => void): void => {
  setTimeout(() => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(task);
    else task();
  }, IDLE_AFTER);
};

/** How packs are opened in a context. */
export interface PackOptions extends Pick<PackSource, 'taxonomy' | 'shardsKept' | 'readModel'> {
  /** Whether searches read only what they need of an index, so that it takes less memory. */
  readonly readsParts?: boolean | undefined;
}

/** Opens the packs in the list. What cannot be read is reported once for each file, and left out. */
export async function openShippedPacks(
  list: string | undefined,
  { readsParts = false, ...options }: PackOptions,
): Promise<readonly Pack[]> {
  const shipped = list === undefined ? [] : parsePackList(list);
  if (!shipped) reportFailure(WHERE, `${PACK_LIST} cannot be read; install Sidelight again`);
  const opened = await Promise.all(
    (shipped ?? []).map((pack) =>
      openPack({
        read: readerOf(pack),
        readRange: readsParts
          ? readPartsOf((name) => readOwnBlob(`${PACK_FOLDER}/${pack.name}/${name}`))
          : undefined,
        ...options,
        whenIdle,
        onFault: (message) => reportFailure(WHERE, message),
      }),
    ),
  );
  return opened.flatMap((result) => {
    if (result.ok) return [result.pack];
    reportFailure(WHERE, result.message);
    return [];
  });
}
