// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { createFolder, type Folder } from '@/lib/content/listing/fold';

const PAGE = '<dl><dt>one</dt><dd>title</dd><dt class="x">two</dt><dd>title</dd></dl>';
let life: AbortController;
let folder: Folder;
let entry: Element;
let parts: Element[];

beforeEach(() => {
  document.querySelectorAll('html > style').forEach((style) => style.remove());
  document.body.innerHTML = PAGE;
  life = new AbortController();
  folder = createFolder({ signal: life.signal });
  parts = [...document.querySelectorAll('dt, dd')].slice(0, 2);
  entry = parts[0] ?? document.body;
});

const styles = (): number => document.querySelectorAll('html > style').length;
const folded = (): number => document.querySelectorAll('[data-sidelight-folded][hidden=until-found]').length;
const find = (part: Element | undefined) => part?.dispatchEvent(new Event('beforematch', { bubbles: true }));

test('a folded entry is out of the way, all of it, and find-in-page can reach it', () => {
  folder.set(entry, parts, true);
  expect(folded()).toBe(2);
  expect(styles()).toBe(1);
});

test.each<[string, () => void]>([
  ['unfolding', () => folder.set(entry, parts, false)],
  ['the end', () => life.abort()],
])('%s leaves the page as it was', (_, end) => {
  folder.set(entry, parts, true);
  end();
  expect(document.body.innerHTML).toBe(PAGE);
  expect(styles()).toBe(0);
});

test('the style sheet stays for as long as anything is folded', () => {
  const others = [...document.querySelectorAll('dt, dd')].slice(2);
  folder.set(entry, parts, true);
  folder.set(others[0] ?? entry, others, true);
  folder.set(entry, parts, false);
  expect(folded()).toBe(2);
  expect(styles()).toBe(1);
});

test('what find-in-page found unfolds whole, and stays so until that is forgotten', () => {
  folder.set(entry, parts, true);
  find(parts[1]);
  expect(folded()).toBe(0);
  folder.set(entry, parts, true);
  expect(folded()).toBe(0);
  expect(folder.is(entry, true)).toBe(true);
  folder.forget();
  expect(folder.is(entry, true)).toBe(false);
  folder.set(entry, parts, true);
  expect(folded()).toBe(2);
});

test('what the page hid in the meantime stays hidden', () => {
  folder.set(entry, parts, true);
  entry.setAttribute('hidden', '');
  folder.set(entry, parts, false);
  expect(entry.getAttribute('hidden')).toBe('');
});

test('nothing folds after the end', () => {
  life.abort();
  folder.set(entry, parts, true);
  expect(document.body.innerHTML).toBe(PAGE);
});
