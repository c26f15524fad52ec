import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isInCatalogue } from '@/data/ids';

describe('the ids that ship in every page’s script', () => {
  it('are those of the catalogue’s files and no others', () => {
    const files = readdirSync('data/papers').map((name) => name.replace('.json', '').replace('_', '/'));
    expect(files.length).toBeGreaterThanOrEqual(71);
    expect(files.filter((id) => !isInCatalogue(id))).toEqual([]);
    expect(['', ' ', '2407.08411', '2407.08410v1', 'toString'].filter(isInCatalogue)).toEqual([]);
  });
});
