import { FACETS, type TagDefinition } from '@/lib/domain/paper';
import { FACET_TEXTS } from '../hooks/paper-texts';
import { t } from '../hooks/texts';
import { PrintedTask } from '../shared/PrintedTask';

/** Tags by facet; a tag opens the list of other papers that have it. A task in the paper's words is with the tasks. */
export function TagList({
  tags,
  printedTask,
  chosen,
  onChoose,
}: {
  readonly tags: readonly TagDefinition[];
  readonly printedTask?: string | undefined;
  readonly chosen: string | undefined;
  readonly onChoose: (tag: TagDefinition) => void;
}) {
  const rows = FACETS.map((facet) => ({ facet, of: tags.filter((tag) => tag.facet === facet) })).filter(
    (row) => row.of.length > 0 || (row.facet === 'task' && printedTask !== undefined),
  );
  return (
    <section className="section" aria-labelledby="tags-title">
      <div className="section-head">
        <h2 className="section-title" id="tags-title">
          {t('panel_tags')}
        </h2>
        {rows.length === 0 ? <p className="nothing">{t('panel_noTagOfOursFitsThis')}</p> : null}
      </div>
      <dl className="tags" hidden={rows.length === 0}>
        {rows.map(({ facet, of }) => (
          <div key={facet} className="tag-row">
            <dt className="tag-facet">{t(FACET_TEXTS[facet])}</dt>
            <dd className="tag-terms">
              {of.map((tag) => (
                <button
                  key={tag.id}
                  type="button"
                  className="tag"
                  title={t('panel_tagAndPapers', tag.definition)}
                  aria-pressed={tag.id === chosen}
                  onClick={() => onChoose(tag)}
                >
                  {tag.label}
                </button>
              ))}
              {facet === 'task' && printedTask !== undefined ? <PrintedTask name={printedTask} /> : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
