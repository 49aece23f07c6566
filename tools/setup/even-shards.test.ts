import { expect, it } from 'vitest';
import type { TestSpecification, Vitest } from 'vitest/node';
import { EvenShards } from './even-shards.ts';

const files = [
  ...['/a/panel.browser.test.tsx', '/a/layer.browser.test.ts', '/a/layer/placing.browser.test.ts'],
  ...[
    '/b/layer.browser.test.ts',
    '/c/layers.browser.test.ts',
    '/c/player.browser.test.ts',
    '/d.test.ts',
  ],
];

/** What each of `count` processes gets of the files, which come to each in another order. */
const shardsOf = (count: number) =>
  Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const given = at % 2 === 0 ? files : files.toReversed();
      const specifications = given.map((moduleId) => ({ moduleId }) as TestSpecification);
      const shard = { index: at + 1, count };
      const shards = new EvenShards({ config: { shard } } as unknown as Vitest);
      return (await shards.shard(specifications)).map(({ moduleId }) => moduleId);
    }),
  );

it.each([1, 2, 3, 9])('gives every file to one of %i processes', async (count) => {
  const shards = await shardsOf(count);
  expect(shards.flat().toSorted()).toEqual(files.toSorted());
});

it('shares out those that draw a globe', async () => {
  const shards = await shardsOf(2);
  const drawing = shards.map((shard) =>
    shard.filter((path) => /layer/.test(path) && !/player/.test(path)),
  );
  expect(drawing.map(({ length }) => length)).toEqual([2, 2]);
});
