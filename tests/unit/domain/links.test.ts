import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLinks, linkKind, parseLink } from '@/lib/domain/links';

const SHARED = new URL('../../../../shared/', import.meta.url);

const urlsIn = (text: string) => findLinks(text).map(({ url }) => url);
const read = (path: string) => (existsSync(SHARED) ? readFileSync(new URL(path, SHARED), 'utf8') : '[]');

describe('parseLink', () => {
  it.each([
    ['https://github.com/a/b', 'https://github.com/a/b'],
    ['http://www.github.com/A/b_c', 'https://github.com/A/b_c'],
    ['HTTPS://GitHub.com/A/b', 'https://github.com/A/b'],
    ['github.com/a/b.git', 'https://github.com/a/b.git'],
    ['https: //github.com/a/b', 'https://github.com/a/b'],
    ['https://github. com/a/b', 'https://github.com/a/b'],
    ['https://github.com/ a/b', 'https://github.com/a/b'],
    ['https://hf-mirror.com/datasets/a/b', 'https://huggingface.co/datasets/a/b'],
    ['https://hfp.19830613.xyz/datasets/a/b', 'https://huggingface.co/datasets/a/b'],
    ['https://name.github.io', 'https://name.github.io'],
    ['https://name.github.io/.', 'https://name.github.io/'],
    ['(https://a.example/b).', 'https://a.example/b'],
    ['https://a.example/wiki/B_(c)', 'https://a.example/wiki/B_(c)'],
    ['https://github.com/a/b{https://github.com/a/b}.', 'https://github.com/a/b'],
    ['https://github.com/a/b{link}.', 'https://github.com/a/b'],
    ['https://a.github.io/b/{SOTAPink{https://a.github.io/b/}}.', 'https://a.github.io/b/'],
    [String.raw`\url{https://github.com/a/b\_c}`, 'https://github.com/a/b_c'],
    [String.raw`https://github$.$com/a/b`, 'https://github.com/a/b'],
    [String.raw`https://a.example/\~{}me/x\#y`, 'https://a.example/~me/x#y'],
    ['https://a.example/˜me/x', 'https://a.example/~me/x'],
    ['https://a.example/x?y=1&z=%20', 'https://a.example/x?y=1&z=%20'],
    ['https://a.example:8443/x', 'https://a.example:8443/x'],
    ['doi:10.5281/zenodo.1', 'https://doi.org/10.5281/zenodo.1'],
    ['https://a.example/wiki/Künstliche_Sicht', 'https://a.example/wiki/K%C3%BCnstliche_Sicht'],
    // arXiv/arxiv-browse#279, ArchiveBox/ArchiveBox#1466: an address within an address.
    ['https://a.example/web?https://b.example/x.nlogo', 'https://a.example/web?https://b.example/x.nlogo'],
    [
      'https://web.archive.org/web/2024/https://github.com/a/b',
      'https://web.archive.org/web/2024/https://github.com/a/b',
    ],
    // A second address that follows without a space is not part of the first.
    ['https://github.com/a/b/https://a.github.io/', 'https://github.com/a/b/'],
    ['https://a.example/x/https://a.example/x/', 'https://a.example/x/'],
  ])('parses %s to %s', (text, url) => {
    expect(parseLink(text)).toBe(url);
  });

  it.each([
    'javascript:alert(1)//https://github.com/a/b',
    'data:text/html,https://github.com/a/b',
    'vbscript:x',
    'ftp://a.example/x',
    'blob:https://a.example/x',
    'https://user:secret@github.com/a/b',
    'https://github.com@evil.example/a/b',
    String.raw`https://github.com\@evil.example/a`,
    'https://127.0.0.1/x',
    'https://0x7f.1/x',
    'https://2130706433/x',
    'https://[::1]/x',
    'http://localhost/x',
    'https://xn--gthub-n4a.com/a/b',
    'https://gıthub.com/a/b',
    'http://a.example:8080/x',
    'https://github.com/',
    'https://github.com',
    'https://github.com/a/b…',
    'https://github.com/long/long-\nname',
    'https://github.com/long/long- name',
    String.raw`https://github.com/a/\model`,
    'https://',
    'some words https://github.com/a/b',
    '',
  ])('refuses %s', (text) => {
    expect(parseLink(text)).toBeUndefined();
  });

  it('returns a canonical form that parses to itself, always a plain https address, for any text', () => {
    const part = fc.oneof(
      fc.constantFrom(
        'https://',
        'http://',
        'github.com',
        '/',
        'a',
        '.',
        '{',
        '}',
        '\\_',
        '$.$',
        '@',
        ':',
        '%41',
        '?',
        '#',
        'www.',
        'hf.co',
        '(',
        ')',
      ),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 10 }), (parts) => {
        const link = parseLink(parts.join(''));
        const url = new URL(link ?? 'https://none.example');
        expect([url.protocol, url.username, url.password]).toEqual(['https:', '', '']);
        expect(link && parseLink(link)).toBe(link);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('findLinks', () => {
  it.each([
    ['Code: https://github.com/a/b.', ['https://github.com/a/b']],
    ['See github.com/a/b, and www.a.example/c.', ['https://github.com/a/b', 'https://www.a.example/c']],
    [
      'Both (https://a.github.io) and huggingface.co/a/b',
      ['https://a.github.io', 'https://huggingface.co/a/b'],
    ],
    ['It is available at vision.a.example/projects/x.', ['https://vision.a.example/projects/x']],
    [String.raw`at \href{https://github.com/a/b}{\texttt{github.com/a/b}}`, ['https://github.com/a/b']],
    [String.raw`$\href{github.com/a/b}{here}$`, ['https://github.com/a/b']],
    ['[code](https://github.com/a/b)', ['https://github.com/a/b']],
    ['https://github.com/a/b/ twice https://github.com/A/b.git', ['https://github.com/a/b/']],
    ['https://a.example/xhttps://b.example/y', ['https://a.example/x', 'https://b.example/y']],
    ['data: https://doi.org/10.5281/zenodo.1', ['https://doi.org/10.5281/zenodo.1']],
    // WDscholia/scholia#2469: the DOI of a dataset, printed without an address.
    [
      'Data: doi:10.5281/zenodo.1234567 and DOI: 10.1109/5.771073',
      ['https://doi.org/10.5281/zenodo.1234567'],
    ],
    ['代码在https://github.com/a/b上', ['https://github.com/a/b']],
  ])('reads %s', (text, urls) => {
    expect(urlsIn(text)).toEqual(urls);
  });

  it.each([
    'Papers: https://arxiv.org/abs/1706.03762, doi.org/10.1109/5.771073 and https://doi.org/10.1007/x',
    'Under http://creativecommons.org/licenses/by/4.0/',
    'Reviews of Booking.com and/or trials of ClinicalTrials.gov, mail me@github.com/x',
    'GPT-3.5/4.0 gains 3.2x/1.1x, e.g./i.e. at 12.5/s',
    'https://this http URL',
    'Tested on vqa.test/val and drawn from schema.org/Person',
  ])('ignores %s', (text) => {
    expect(urlsIn(text)).toEqual([]);
  });

  it('returns the span of each address, without closing punctuation', () => {
    const text = String.raw`Code (github.com/a/b\_c), data: http://a.example/d.`;
    expect(findLinks(text).map(({ span }) => text.slice(span.start, span.end))).toEqual([
      String.raw`github.com/a/b\_c`,
      'http://a.example/d',
    ]);
  });

  it('keeps every span inside the text and in order', () => {
    const part = fc.constantFrom(
      'https://',
      'a.example',
      '/x',
      ' ',
      '.',
      '…',
      '{',
      '}',
      '\\_',
      '$.$',
      'github.com/a/b',
      'http',
      '://',
      '(',
      ')',
      'é',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const { span } of findLinks(text)) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThan(span.start);
          last = span.end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('linkKind', () => {
  it.each([
    ['https://github.com/a/b', 'code'],
    ['https://gitlab.lab.example/a/b', 'code'],
    ['https://campus-gitlab.lab.example/a/b', 'code'],
    ['https://legitlab.example/a/b', 'project'],
    ['https://anonymous.4open.science/r/x', 'code'],
    ['https://github.com/a/Awesome-Scans', 'project'],
    ['https://huggingface.co/datasets/a/b', 'data'],
    ['https://huggingface.co/spaces/a/b', 'demo'],
    ['https://huggingface.co/papers/2407.08410', 'paper'],
    ['https://huggingface.co/collections/a/b', 'model'],
    ['https://huggingface.co/a/b', 'model'],
    ['https://a.github.io/b', 'project'],
    ['https://physionet.org/content/x/1.0.0/', 'data'],
    ['https://x.app.box.com/v/y', 'data'],
    ['https://lab.example/datasets/x', 'data'],
    ['https://www.youtube.com/watch?v=x', 'demo'],
    ['https://doi.org/10.5281/zenodo.1', 'data'],
    ['https://doi.org/10.1109/x', 'paper'],
    ['https://journal.example/doi/abs/10.1080/15980316.2013.860928?code=t', 'paper'],
    ['https://zenodo.org/doi/10.5281/zenodo.1', 'data'],
    ['https://www.nature.com/articles/x', 'paper'],
    ['https://melba-journal.org/2025:031', 'paper'],
    ['https://arxiv.org/abs/1706.03762', 'paper'],
    ['https://lab.example/x', 'project'],
    ['no address', 'project'],
  ])('is right for %s: %s', (url, kind) => {
    expect(linkKind(url)).toBe(kind);
  });
});

interface Labelled {
  readonly id: string;
  readonly abstract: string;
  readonly links: readonly string[];
}

describe.skipIf(!existsSync(SHARED))('findLinks, on shared texts,', () => {
  it('finds the labelled links and no others', () => {
    const labelled: readonly Labelled[] = JSON.parse(read('gold/dev.json'));
    expect(labelled.map(({ id, abstract }) => [id, findLinks(abstract).map(({ url }) => url)])).toEqual(
      labelled.map(({ id, links }) => [id, links]),
    );
  });

  it('normalises every address of the listing to a verified one', () => {
    const verified = read('seed/identifiers.json');
    const found = findLinks(read('seed/listing.txt')).map(({ url }) => url);
    expect(found.length).toBeGreaterThan(15);
    expect(found.filter((url) => !verified.includes(`"${url}"`))).toEqual([]);
  });
});
