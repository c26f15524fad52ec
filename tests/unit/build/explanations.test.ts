import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withoutExplanations } from '@/lib/build/explanations';
import { compileReader } from '@/lib/cli/bench/compiled-reader';
import { readPaper } from '@/lib/domain/reading';
import { RULE_TABLES } from '@/lib/domain/reading/rules';

const FOLDER = 'lib/domain/reading';
const sources = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(FOLDER, file), 'utf8'));

describe('builds without the names and examples of rules', () => {
  it('lack what a rule gives as its name and example, and a test as its name, and nothing else', () => {
    const source = `
      const sign = (name: string, [text, expected]: Pair): Rule => ({ name, example: [text, expected] });
      // "±" and "😀" are longer in bytes than in characters.
      const rules = [
        refusal('year', ['The Dice was 0.85 in 2019.', '0.85'], isYear),
        { name: 'share', example: ['It wins in 27 of 29.', '27 of 29'], marks: '/o' },
        feature('rising', isRising),
        other('year', ['not an', 'example'], isYear),
        { name: 'words', words: ['not an', 'example'] },
      ];`;
    expect(withoutExplanations(source)).toBe(
      source
        .replace("'year', ['The Dice was 0.85 in 2019.', '0.85']", "'', []")
        .replace("'share', example: ['It wins in 27 of 29.', '27 of 29']", "'', example: []")
        .replace("'rising'", "''"),
    );
  });

  it('lack nearly all of them', () => {
    const [before, after] = [sources, sources.map(withoutExplanations)].map((all) => all.join('').length);
    expect((before ?? 0) - (after ?? 0)).toBeGreaterThan(15_000);
  });

  it('read the text of every example as the sources do', async () => {
    const shipped = await compileReader();
    const texts = RULE_TABLES.flatMap(({ rules }) => rules.map(({ example: [text] }) => text));
    expect(texts.length).toBeGreaterThan(200);
    for (const abstract of texts) {
      const paper = { title: '', abstract, categories: [] };
      expect(shipped(paper, [])).toEqual(readPaper(paper, []));
    }
  });
});
