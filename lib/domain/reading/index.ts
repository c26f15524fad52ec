/**
 * Makes an annotation from the text of any paper's page: tags, task, results, links and contribution. Pure and
 * deterministic, linear in the length of the text, and throws for no input in any language.
 */
import type { Located, PaperLink, PaperText, Reading, TagDefinition } from '@/lib/domain/paper';
import { cleanText } from './clean-text';
import { findContribution } from './contribution';
import { isFieldRead, isOfLearning } from './field';
import { isEnglish } from './language';
import { readLinks } from './links';
import { mayHoldNumber } from './sentence/number-words';
import type { NameModel } from './names/model';
import { NAME_MODEL } from './names/weights';
import { findResults } from './result';
import { readTags } from './tags';
import { readTask } from './task';
import { wordsOf } from './word-list';

/** In characters. No real abstract is longer; anything beyond is ignored. */
export const MAX_ABSTRACT = 12_000;
const MAX_TITLE = 1_000;
const MAX_COMMENTS = 3_000;

/**
 * Reads title, abstract, comments and stated links. Spans are offsets into the fields as given; text beyond
 * the length limits is ignored. `taxonomy` is the list of tags to look for; `model` holds the weights that
 * name results (only benches pass another one than the one that ships).
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
  // Words mean other things in other fields, so only what is certain there is read.
  if (!isFieldRead(paper)) {
    const contribution = findContribution(paper, words, 'plain');
    return { tags: [], results: [], links, contribution, isOutside: true };
  }
  const tags = readTags(paper, taxonomy, words);
  // Names of methods and data are the same in every language; sentences are not.
  if (!isEnglish(paper.abstract)) return { tags, results: [], links, contribution: [], isOutside: false };
  return {
    tags,
    task: readTask(paper, tags, taxonomy, words),
    results: mayHoldNumber(paper.abstract, words.abstract)
      ? findResults(cleanText(paper.abstract), undefined, {
          title: paper.title,
          model,
          certain: !isOfLearning(paper),
        })
      : [],
    links,
    contribution: findContribution(paper, words),
    isOutside: false,
  };
}
