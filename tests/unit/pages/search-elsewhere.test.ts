import { expect, it } from 'vitest';
import { searchesElsewhere } from '@/lib/pages/search-elsewhere';

it.each([
  ['chest  x-ray', 'chest%20x-ray'],
  ['"few labels" ct', 'ct%20few%20labels'],
  ['author:"Ada Moss" year:2024.. has:code', 'Ada%20Moss'],
  ['a&b=c#d', 'a%26b%3Dc%23d'],
  // The user's own words for papers are sent to no other site.
  ['glare mytag:"for the boss" status:read pack:saved', 'glare'],
])('the words of %s are searched for on the sites that have every paper', (query, encoded) => {
  expect(searchesElsewhere(query).map(({ address }) => address)).toEqual([
    `https://arxiv.org/search/?query=${encoded}&searchtype=all`,
    `https://huggingface.co/papers?q=${encoded}`,
  ]);
});

it.each(['', '  ', 'has:code in:wide', 'mytag:thesis Status:reading'])(
  'no link is offered if there are no words: “%s”',
  (query) => {
    expect(searchesElsewhere(query)).toEqual([]);
  },
);
