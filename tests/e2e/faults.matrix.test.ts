import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { waitForBadges } from './support/badges';
import { faultsOf, waitForPanel } from './support/chromium';
import { ABSTRACT, chromium, open, own, useDamagedCopy, type Damage } from './support/faulty-browser';
import { ALL, NEW } from './support/listing-browser';
import { handleCentre, settle } from './support/look';
import { rowsOf } from './support/matrix';
import { catalogueTitle, KNOWN, OTHER, UNKNOWN } from './support/pages';

const write =
  (file: string, text: string): Damage =>
  (folder) =>
    writeFileSync(join(folder, file), text);

const remove =
  (file: string): Damage =>
  (folder) =>
    rmSync(join(folder, file));

/** All errors, except for the file that is known to be missing. */
const otherFaults = (): readonly string[] =>
  faultsOf(chromium).filter((fault) => !fault.includes('ERR_FILE_NOT_FOUND'));

/** How a file of the extension may be damaged: a description, and the code that damages it. */
type DamagedFile = readonly [name: string, damage: Damage];

const CATALOGUES: readonly DamagedFile[] = [
  ['missing', remove('catalogue.ndjson')],
  ['damaged', write('catalogue.ndjson', '')],
  ['damaged', write('catalogue.ndjson', '{"format":1,"pap')],
  ['damaged', write('catalogue.ndjson', 'null\n[]\n{"__proto__":1}\n')],
];

describe.each(rowsOf(CATALOGUES, 1))('a catalogue file that is %s', (word, damage) => {
  useDamagedCopy(damage);

  test('is reported in panel and popup, with what to do', async () => {
    const page = await open(ABSTRACT);
    const panel = await waitForPanel(page);
    await panel.getByText(`The catalogue is ${word}`).waitFor();
    await panel.getByText('Reload the extension').waitFor();
    const popup = await own('popup.html');
    await popup.getByText(`The catalogue is ${word}`).waitFor();
    const settings = await own('options.html');
    await settings.getByRole('heading', { name: 'Sidelight settings' }).waitFor();
    await settings.getByText('The catalogue cannot be read').waitFor();
    // A listing has no place for the message: it stays as the site made it.
    const listing = await open(NEW);
    await settle(listing);
    await waitForBadges(listing, { badges: 0, known: 0 });
    expect(otherFaults()).toEqual([]);
  });
});

const PARTS: readonly DamagedFile[] = [
  ['missing related papers', remove('related.txt')],
  ['damaged related papers', write('related.txt', '\u0000{"x":')],
  ['missing word vectors', remove('words.bin')],
  ['damaged word vectors', write('words.bin', 'SLSW')],
  ['missing tags', remove('taxonomy.json')],
  ['damaged tags', write('taxonomy.json', '[{"id":{}}')],
];

describe.each(rowsOf(PARTS, 1))('a missing or damaged file (%s)', (_, damage) => {
  useDamagedCopy(damage);

  test('removes what depends on it and nothing else', async () => {
    const page = await open(ABSTRACT);
    const panel = await waitForPanel(page);
    await panel.getByRole('heading', { name: catalogueTitle(KNOWN) }).waitFor();
    await page.goto(`https://arxiv.org/abs/${UNKNOWN.id}`);
    await page.mouse.click(...(await handleCentre(page)));
    const reading = await waitForPanel(page);
    await reading.getByRole('heading', { name: UNKNOWN.title }).waitFor();
    await reading.getByText('0.91').first().waitFor();
    const listing = await open(NEW);
    await waitForBadges(listing, ALL);
    const popup = await own('popup.html');
    await popup.getByRole('combobox').fill('chest x-ray');
    await popup.locator('mark').first().waitFor();
    expect(otherFaults()).toEqual([]);
  });
});

describe('a catalogue with one unreadable paper', () => {
  useDamagedCopy((folder) => {
    const path = join(folder, 'catalogue.ndjson');
    const lines = readFileSync(path, 'utf8').split('\n');
    const index = lines.findIndex((line, at) => at > 0 && line.includes(catalogueTitle(KNOWN)));
    if (index === -1) throw new Error('The catalogue has no such paper');
    writeFileSync(path, lines.with(index, '{"id":').join('\n'));
  });

  test('shows all other papers, and reads that one from its page', async () => {
    const page = await open(`https://arxiv.org/abs/${OTHER.id}`);
    const panel = await waitForPanel(page);
    await panel.getByRole('heading', { name: catalogueTitle(OTHER) }).waitFor();
    await page.goto(ABSTRACT);
    const reading = await waitForPanel(page);
    await reading.getByRole('heading', { name: KNOWN.title }).waitFor();
    await reading.getByText('0.63').first().waitFor();
    expect(otherFaults()).toEqual([]);
  });
});
