// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { LinkBar } from '@/components/panel/LinkBar';
import { linkKind } from '@/lib/domain/links';

afterEach(cleanup);

function buttonsOf(...addresses: readonly string[]): readonly (string | null)[] {
  const links = addresses.map((url) => ({ kind: linkKind(url), url, official: true }));
  render(<LinkBar links={links} onOpen={() => undefined} />);
  return screen.getAllByRole('link').map((link) => link.textContent);
}

describe('a link button', () => {
  test.each([
    ['https://github.com/google/bert', 'Codegoogle/bert'],
    ['https://gitlab.com/google/bert', 'Codegoogle/bert'],
    ['https://huggingface.co/google/bert', 'Model'],
    ['https://huggingface.co/datasets/x/y', 'Data'],
  ])('leaves out the host of %s, which its path and kind imply', (address, text) => {
    expect(buttonsOf(address)).toEqual([text]);
  });

  test('labels a demonstration as a video if it is one', () => {
    expect(buttonsOf('https://www.youtube.com/watch?v=1', 'https://lamp.streamlit.app')).toEqual([
      expect.stringMatching(/^Video/),
      expect.stringMatching(/^Demo/),
    ]);
  });

  test.each([
    ['https://github.com.evil.io/google/bert', 'github.com.evil.io'],
    ['https://git.evil.io/openai/gpt', 'git.evil.io'],
    ['https://huggingface.co.evil.io/datasets/x', 'huggingface.co.evil.io'],
    ['https://gist.github.com/google/1', 'gist.github.com'],
    ['https://www.github.com.evil.io/google/bert', 'github.com.evil.io'],
    ['https://github.com.a-long-name-to-push-the-end-away.evil.io/google/bert', 'end-away.evil.io'],
    ['https://zenodo.org/records/1', 'zenodo.org'],
    ['https://lamp.example', 'lamp.example'],
  ])('shows the host of %s, its end at least', (address, host) => {
    const [text] = buttonsOf(address);
    expect(text).toContain(host);
  });

  test('also says what it links to if there are several of its kind, and keeps the host', () => {
    const addresses = [
      'https://huggingface.co/a/one',
      'https://huggingface.co.evil.io/datasets/x',
      'https://zenodo.org/data/2',
    ];
    expect(buttonsOf(...addresses)).toEqual([
      'Model',
      'Datahuggingface.co.evil.io … x',
      'Datazenodo.org … 2',
    ]);
  });
});
