import { useMemo } from 'react';
import { annotateFromCatalogue } from '@/lib/domain/annotation';
import type { CatalogueOutcome } from '@/lib/services/catalogue';
import { addressOfPage } from '@/lib/services/navigation';
import type { Settings } from '@/lib/services/settings';
import type { PanelCatalogue } from '../panel/panel-actions';
import { pageKindOfSettings } from './use-open-paper';

/** The catalogue as panel and popup look into it; undefined where it failed or still loads. */
export function usePanelCatalogue(
  outcome: CatalogueOutcome | undefined,
  settings: Settings | undefined,
): PanelCatalogue | undefined {
  return useMemo(() => {
    if (!outcome?.ok || !settings) return undefined;
    const { catalogue } = outcome;
    const findTag = (id: string) => catalogue.tag(id);
    const kind = pageKindOfSettings(settings);
    return {
      date: catalogue.header.date,
      count: catalogue.header.count,
      findPaper: (id) => {
        const paper = catalogue.get(id);
        return paper && annotateFromCatalogue(paper, findTag, undefined);
      },
      findTagged: (tagId) =>
        catalogue
          .all()
          .filter((paper) => paper.tags.includes(tagId))
          .map((paper) => annotateFromCatalogue(paper, findTag, undefined)),
      addressOf: (id) => addressOfPage(id, kind),
    };
  }, [outcome, settings]);
}
