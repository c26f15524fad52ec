/**
 * The data that Hugging Face puts beside its markup: each island of a page
 * holds its state as JSON. It is read before the markup, whose class names come
 * and go, and is taken for what it is: text from a page.
 */
import { parseArxivId } from '@/lib/domain/arxiv-id';
import type { PageFacts } from '@/lib/domain/page';
import { attributeAt, fold } from '../text';

/** A value's own member, or undefined: inherited names such as `__proto__` are none. */
export function memberOf(value: unknown, name: string): unknown {
  const own: readonly (readonly [string, unknown])[] = Object.entries(Object(value));
  return own.find(([key]) => key === name)?.[1];
}

/** A member that is text, folded; undefined where it is missing, empty or anything else. */
function textOf(value: unknown, name: string): string | undefined {
  const text = memberOf(value, name);
  return typeof text === 'string' ? fold(text) : undefined;
}

/** A member that is a list; empty where it is anything else. */
export function listOf(value: unknown, name: string): readonly unknown[] {
  const list: unknown = memberOf(value, name);
  return Array.isArray(list) ? list : [];
}

/** The state of an island, or undefined where it has none or it is no JSON. */
export function readIsland(root: ParentNode, target: string): unknown {
  try {
    return JSON.parse(attributeAt(root, `[data-target=${target}]`, 'data-props'));
  } catch {
    // The page may hold anything; the markup is read instead.
    return undefined;
  }
}

/** Facts of one paper object, as paper pages and listings share it; undefined where it names no arXiv paper. */
export function readPaperObject(paper: unknown): PageFacts | undefined {
  const found = parseArxivId(textOf(paper, 'id') ?? '');
  return (
    found && {
      paperId: found.id,
      title: textOf(paper, 'title'),
      abstract: textOf(paper, 'summary'),
      authors: listOf(paper, 'authors').flatMap((author) =>
        memberOf(author, 'hidden') === true ? [] : (textOf(author, 'name') ?? []),
      ),
      published: /^\d{4}-\d\d-\d\d/.exec(textOf(paper, 'publishedAt') ?? '')?.[0],
      links: ['githubRepo', 'projectPage'].flatMap((name) => textOf(paper, name) ?? []),
    }
  );
}
