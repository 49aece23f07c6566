import { expect, it } from 'vitest';
import { suggestPair } from './suggest-pair.ts';

const models = [
  'Hospital wing',
  'Fire station',
  'Pumping station',
  'fire-station-v2',
  'Fire station 2',
].map((name, at) => ({ id: `m${at}`, name }));

it('holds the selected model against the one of most like name, the older first', () => {
  expect(suggestPair(models, 'm1')).toEqual({ before: 'm1', after: 'm4' });
  expect(suggestPair(models, 'm4')).toEqual({ before: 'm1', after: 'm4' });
});

it('takes the neighbour where no name is alike', () => {
  expect(suggestPair(models, 'm2')).toEqual({ before: 'm1', after: 'm2' });
  expect(suggestPair(models, 'm0')).toEqual({ before: 'm0', after: 'm1' });
});

it('begins with what was opened last where nothing is selected', () => {
  expect(suggestPair(models, undefined)).toEqual({ before: 'm1', after: 'm4' });
  expect(suggestPair(models.slice(0, 1), undefined)).toEqual({ before: 'm0' });
  expect(suggestPair([], undefined)).toEqual({});
});
