import { useEffect, useState, type DragEvent } from 'react';
import { formatCount } from '@/lib/domain/describe';
import type { PackFacts } from '@/lib/domain/store';
import type { OpenStore } from '@/lib/extension/store';
import { t, tCount, tDay } from '../hooks/texts';
import { usePacks, type AddedPack } from '../hooks/use-packs';
import { useAnnounce } from '../shared/Announcer';
import { FileButton } from '../shared/FileButton';
import { ProvenanceMark } from '../shared/ProvenanceMark';
import { SettingsSection } from './fields';

const MEGABYTE = 2 ** 20;

/** Rounded to one decimal, at least 0.1. */
const megabytesOf = ({ bytes }: AddedPack): number => Math.max(0.1, Math.round((10 * bytes) / MEGABYTE) / 10);

/** One pack: its name, provenance, size and date. */
function PackRow({
  pack,
  added,
  isBusy,
  onRemove,
}: {
  readonly pack: PackFacts;
  /** Undefined if it ships with the extension. */
  readonly added: AddedPack | undefined;
  readonly isBusy: boolean;
  readonly onRemove: (name: string) => void;
}) {
  return (
    <li className="pack">
      <span className="pack-name">{pack.name}</span>
      <span className="pack-facts">
        <ProvenanceMark of={pack.provenance} />
        <span>{tCount('count_papers', pack.papers)}</span>
        <span>{t('packs_until', tDay(pack.date))}</span>
        <span>{added ? t('packs_size', formatCount(megabytesOf(added))) : t('packs_ships')}</span>
      </span>
      {added ? (
        <button
          type="button"
          className="button"
          disabled={isBusy}
          aria-label={t('packs_removeOne', pack.name)}
          onClick={() => onRemove(pack.name)}
        >
          {t('packs_remove')}
        </button>
      ) : null}
    </li>
  );
}

/** Ignores files dropped outside the drop area; by default the browser would open them in place of this page. */
function useDropsHereOnly(): void {
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    for (const name of ['dragover', 'drop'] as const)
      document.addEventListener(
        name,
        (event) => {
          // Text may be dragged into fields.
          if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
        },
        { signal },
      );
    return () => controller.abort();
  }, []);
}

/** All packs, and the way to add one: a file that is chosen or dropped here. */
export function PacksSection({ store }: { readonly store: OpenStore }) {
  const { added, isBusy, add, remove } = usePacks(store);
  const announce = useAnnounce();
  const [told, setTold] = useState<string>();
  const [isOver, setOver] = useState(false);
  useDropsHereOnly();
  const tell = (sentence: string) => {
    setTold(sentence);
    announce(sentence);
  };
  const take = async (file: File | undefined) => {
    if (!file || isBusy) return;
    tell(t('packs_checking'));
    const outcome = await add(file);
    tell(outcome.ok ? t('packs_added', outcome.name) : outcome.message);
  };
  const drop = async (name: string) => {
    const outcome = await remove(name);
    tell(outcome.ok ? t('packs_removed', name) : outcome.message);
  };
  const onDrag = (event: DragEvent, over: boolean) => {
    event.preventDefault();
    setOver(over);
  };
  return (
    <SettingsSection title={t('packs_title')}>
      <p>{t('packs_what')}</p>
      <ul className="packs">
        {store.facts.packs.map((pack) => (
          <PackRow
            key={pack.name}
            pack={pack}
            added={added?.find(({ name }) => name === pack.name)}
            isBusy={isBusy}
            onRemove={(name) => void drop(name)}
          />
        ))}
      </ul>
      <div
        className={isOver ? 'drop-place drop-over' : 'drop-place'}
        onDragOver={(event) => onDrag(event, true)}
        onDragLeave={(event) => onDrag(event, false)}
        onDrop={(event) => {
          onDrag(event, false);
          void take(event.dataTransfer.files[0]);
        }}
      >
        <FileButton
          label={t('packs_add')}
          inputLabel={t('packs_file')}
          accept=".zip,application/zip"
          isDisabled={isBusy}
          onFile={(file) => void take(file)}
        />
        <span>{t('packs_drop')}</span>
      </div>
      {told === undefined ? null : <p className="field-hint">{told}</p>}
    </SettingsSection>
  );
}
