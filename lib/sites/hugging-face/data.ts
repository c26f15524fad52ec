/**
 * Reads the data that Hugging Face embeds in its pages: each island of a page has its state as JSON. The data
 * is preferred to the markup, whose class names change often, and is as untrusted as any text of a page.
 */
import { parseArxivId } from '@/lib/domain/arxiv-id';
import type { PageFacts } from '@/lib/domain/page';
import { attributeAt, fold } from '../text';

/** A value's own property; undefined for inherited names such as `__proto__`. */
export function memberOf(value: unknown, name: string): unknown {
  const own: readonly (readonly [string, unknown])[] = Object.entries(Object(value));
  return own.find(([key]) => key === name)?.[1];
}

/** A property that is text, with white space folded; undefined if it is missing, empty or not text. */
function textOf(value: unknown, name: string): string | undefined {
  const text = memberOf(value, name);
  return typeof text === 'string' ? fold(text) : undefined;
}

/** A property that is an array; empty if it is anything else. */
export function listOf(value: unknown, name: string): readonly unknown[] {
  const list: unknown = memberOf(value, name);
  return Array.isArray(list) ? list : [];
}

/** The state of an island; undefined if it has none or it is not valid JSON. */
export function readIsland(root: ParentNode, target: string): unknown {
  try {
    return JSON.parse(attributeAt(root, `[data-target=${target}]`, 'data-props'));
  } catch {
    // The page may contain anything; the markup is read instead.
    return undefined;
  }
}

/**
 * The facts in a paper object, which paper pages and listings share; undefined if it names no arXiv paper.
 */
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
