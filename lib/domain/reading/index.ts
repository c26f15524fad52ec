/**
 * An annotation made on the spot: tags, results, links and contribution read
 * from the text of any paper's page. Pure and deterministic; linear in the
 * length of the text; no text of any language makes it throw.
 */
import type { Located, PaperLink, PaperText, Reading, TagDefinition } from '@/lib/domain/paper';
import { cleanText } from './clean-text';
import { findContribution } from './contribution';
import { isFieldRead } from './field';
import { readLinks } from './links';
import { mayHoldNumber } from './sentence/number-words';
import type { NameModel } from './names/model';
import { NAME_MODEL } from './names/weights';
import { findResults } from './result';
import { readTags } from './tags';
import { wordsOf } from './word-list';

/** No abstract is longer; what a page gives beyond it is not read. */
export const MAX_ABSTRACT = 12_000;
const MAX_TITLE = 1_000;
const MAX_COMMENTS = 3_000;

/**
 * Reads title, abstract, comments and stated links. Spans point into the
 * fields as given; text beyond the caps is ignored. `taxonomy` is the list of
 * tags to look for, `model` what names the results (another than the shipped one is for benches).
 */
export function readPaper(
  text: PaperText,
  taxonomy: readonly TagDefinition[],
  model: NameModel = NAME_MODEL,
): Reading {
  const paper: PaperText = {
    ...text,
    title: text.title.slice(0, MAX_TITLE),
    abstract: text.abstract.slice(0, MAX_ABSTRACT),
    categories: text.categories.slice(0, 50),
    comments: text.comments?.slice(0, MAX_COMMENTS),
    links: text.links?.slice(0, 50),
  };
  const links: Located<PaperLink>[] = readLinks(paper);
  const words = wordsOf(paper);
  // In a field that we do not know the same words mean other things: only what is certain is read.
  if (!isFieldRead(paper)) {
    const contribution = findContribution(paper, words, 'plain');
    return { tags: [], results: [], links, contribution, isOutside: true };
  }
  return {
    tags: readTags(paper, taxonomy, words),
    results: mayHoldNumber(paper.abstract)
      ? findResults(cleanText(paper.abstract), undefined, { title: cleanText(paper.title).text, model })
      : [],
    links,
    contribution: findContribution(paper, words),
    isOutside: false,
  };
}
