import { describe, expect, it } from 'vitest';
import { readRelatedModel } from '@/data/build/model-files';

const shipped = readRelatedModel();

const cosine = (a: string, b: string): number => {
  const [x, y] = [shipped.vector(a), shipped.vector(b)];
  if (!x || !y) return Number.NaN;
  return x.reduce((sum, each, i) => sum + each * (y[i] ?? 0), 0) / (Math.hypot(...x) * Math.hypot(...y));
};

describe('the shipped word model', () => {
  it('distinguishes common from rare words', () => {
    expect(shipped.idf('imag') ?? 9).toBeLessThan(shipped.idf('ophthalmolog') ?? 0);
    expect(shipped.idf('languag model') ?? 9).toBeLessThan(shipped.idf('natur imag') ?? 0);
  });

  it('gives similar words nearer vectors than dissimilar ones', () => {
    expect(cosine('tumor', 'lesion')).toBeGreaterThan(cosine('tumor', 'robot') + 0.2);
    expect(cosine('speech', 'audio')).toBeGreaterThan(cosine('speech', 'mri') + 0.2);
  });
});
