import { useEffect, useMemo, useRef } from 'react';
import { shortAddress } from '@/lib/domain/describe';
import {
  comparePapers,
  type ApartReason,
  type ComparedFacts,
  type ComparedValue,
} from '@/lib/domain/compare';
import { joinParts, valueParts } from '@/lib/domain/describe/figure';
import type { Result } from '@/lib/domain/paper';
import { addressOfFullText, addressOfPaper } from '../hooks/open-extension-pages';
import { t, tCount, type TextKey } from '../hooks/texts';
import { Icon } from '../shared/Icon';
import { CompareCopy } from './CompareCopy';
import { MathText } from '../shared/MathText';
import { Notice } from '../shared/Notice';
import { useTagLabels } from './tag-labels';

const REASONS: Readonly<Record<ApartReason, TextKey>> = {
  data: 'compare_otherData',
  split: 'compare_otherSplit',
  target: 'compare_otherTarget',
  difference: 'compare_difference',
};

/** The numbers in a cell: the paper's own, then those of its baselines by name. */
function Values({ values }: { readonly values: readonly ComparedValue[] }) {
  if (values.length === 0) return <span className="compare-none">–</span>;
  return values.map(({ result, isBest, table }) => (
    <span
      key={`${result.role} ${result.value} ${result.anchor}`}
      className={
        isBest
          ? 'compare-value compare-best'
          : result.role === 'own'
            ? 'compare-value'
            : 'compare-value compare-theirs'
      }
    >
      {joinParts(valueParts(result))}
      {isBest ? <span className="compare-mark"> {t('compare_best')}</span> : null}
      {result.role === 'own' ? null : ` (${result.system ?? t('results_compared')})`}
      {table === undefined ? null : <span className="compare-from"> {t('tables_name', table)}</span>}
    </span>
  ));
}

/** A number that is not compared, with what it was measured on. */
function wordsApart({ result }: { readonly result: Result }): string {
  const on = [result.data, result.target].filter(Boolean).join(', ');
  return `${joinParts(valueParts(result))}${on ? ` (${on})` : ''}`;
}

/** Compares papers side by side on what they share, and lists what they do not share. */
export function CompareView({
  papers,
  onBack,
}: {
  readonly papers: readonly ComparedFacts[];
  readonly onBack: () => void;
}) {
  const labelOf = useTagLabels();
  const comparison = useMemo(() => comparePapers(papers), [papers]);
  const { rows, apart } = comparison;
  const hasAllTables = papers.every(({ tableResults }) => tableResults !== undefined);
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  return (
    <section className="compare" aria-labelledby="compare-title">
      <button ref={back} type="button" className="trail" onClick={onBack}>
        <Icon name="back" />
        {t('title_library')}
      </button>
      <h2 id="compare-title" className="compare-title">
        {t('compare_title', papers.length)}
      </h2>
      <CompareCopy papers={papers} comparison={comparison} />
      <div className="compare-scroll">
        <table className="compare-table">
          <thead>
            <tr>
              <th scope="col">{t('compare_measure')}</th>
              {papers.map(({ id, title, published, readVersion }) => (
                <th key={id} scope="col">
                  <a href={addressOfPaper(id)} target="_blank" rel="noreferrer">
                    <MathText text={title || id} />
                  </a>
                  <span className="compare-facts">
                    {[published?.slice(0, 4), readVersion === undefined ? undefined : `v${readVersion}`]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ metric, better, data, split, target, cells }) => (
              <tr key={[metric, data, split, target].join('\n')}>
                <th scope="row">
                  <span className="metric">{metric}</span>{' '}
                  {better ? (
                    <span className="compare-facts">
                      {t(better === 'higher' ? 'results_higher' : 'results_lower')}
                    </span>
                  ) : null}
                  <span className="compare-facts">{[data, split, target].filter(Boolean).join(', ')}</span>
                </th>
                {cells.map((values, paper) => (
                  <td key={papers[paper]?.id}>
                    <Values values={values} />
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">{t('tables_title')}</th>
              {papers.map(({ id, tableResults }) => (
                <td key={id}>
                  {tableResults ? (
                    tCount('compare_fromTables', tableResults.length)
                  ) : (
                    <a href={addressOfFullText(id)} target="_blank" rel="noreferrer">
                      {t('compare_fullText')}
                    </a>
                  )}
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{t('badge_code')}</th>
              {papers.map(({ id, links }) => {
                const code = links.find(({ kind }) => kind === 'code');
                return (
                  <td key={id}>
                    {code ? (
                      <a href={code.url} target="_blank" rel="noreferrer">
                        {shortAddress(code.url)}
                      </a>
                    ) : (
                      <span className="compare-none">–</span>
                    )}
                  </td>
                );
              })}
            </tr>
            <tr>
              <th scope="row">{t('settings_tags')}</th>
              {papers.map(({ id, tags }) => (
                <td key={id}>{tags.map(labelOf).join(', ') || '–'}</td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
      {hasAllTables ? null : <p className="compare-hint">{t('compare_tablesHint')}</p>}
      {rows.length === 0 ? (
        <Notice icon="info">{t(hasAllTables ? 'compare_nothingInTables' : 'compare_nothing')}</Notice>
      ) : null}
      {apart.length > 0 ? (
        <section aria-labelledby="apart-title">
          <h3 id="apart-title" className="section-title">
            {t('compare_apart')}
          </h3>
          <ul className="compare-apart">
            {apart.map(({ metric, reason, values }) => (
              <li key={`${metric} ${reason}`}>
                <strong>{metric}</strong> – {t(REASONS[reason])}
                {Array.from(
                  Map.groupBy(values, ({ paper }) => paper),
                  ([paper, own]) => (
                    <span key={paper} className="compare-apart-paper">
                      {papers[paper]?.title || papers[paper]?.id}: {own.map(wordsApart).join('; ')}
                    </span>
                  ),
                )}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </section>
  );
}
