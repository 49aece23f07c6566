import { describe, expect, it, vi } from 'vitest';
import type { FloodSource } from '#features/flood/contract.ts';
import { aCity, aGround, aScenario } from '../run/a-flood.ts';
import type { Ground } from './ground.ts';
import { keepGrounds } from './kept-grounds.ts';
import type { GroundWish } from './read-ground.ts';

const stage = (id: string, levelM = 2): FloodSource => ({
  ...{ id, name: id, kind: 'stage', level: [[0, levelM]] },
  line: [
    [10, 54],
    [10.001, 54],
  ],
});

function aReader() {
  const read = vi.fn(
    async (_: unknown, { sources = [] }: GroundWish) =>
      ({
        ...aGround(),
        bodies: [{ sources: sources.map(({ id }) => id), edges: [] }],
        ...{ buildingAt: new Int32Array(), assumptions: [], boundsDeg: [10, 53, 11, 54] },
      }) as unknown as Ground,
  );
  return { read, reader: keepGrounds(read) };
}

describe('grounds that are kept', () => {
  it('are prepared once for the same place, cells and levels, whatever their sources are called', async () => {
    const { read, reader } = aReader();
    const first = await reader(aCity, aScenario({ sources: [stage('a')] }));
    const second = await reader(aCity, aScenario({ sources: [stage('b')] }));
    expect(read).toHaveBeenCalledTimes(1);
    expect(second.grid).toBe(first.grid);
    expect(first.bodies[0]?.sources).toEqual(['a']);
    expect(second.bodies[0]?.sources).toEqual(['b']);
  });

  it('are other ones for another level, cell size or city', async () => {
    const { read, reader } = aReader();
    await reader(aCity, aScenario({ sources: [stage('a')] }));
    await reader(aCity, aScenario({ sources: [stage('a', 3)] }));
    await reader(aCity, aScenario({ sources: [stage('a')], cellM: 20 }));
    await reader({ ...aCity, build: 'b2' }, aScenario({ sources: [stage('a')] }));
    expect(read).toHaveBeenCalledTimes(4);
  });

  it('are few: the one that was asked for longest ago goes', async () => {
    const { read, reader } = aReader();
    for (const cellM of [1, 2, 3, 4, 5, 1, 6]) await reader(aCity, aScenario({ cellM }));
    expect(read).toHaveBeenCalledTimes(6);
    await reader(aCity, aScenario({ cellM: 1 }));
    expect(read).toHaveBeenCalledTimes(6);
    await reader(aCity, aScenario({ cellM: 2 }));
    expect(read).toHaveBeenCalledTimes(7);
  });

  it('go on being made when who asked has left, and are asked for anew where they failed', async () => {
    const { read, reader } = aReader();
    const left = new AbortController();
    const asked = reader(aCity, aScenario(), left.signal);
    left.abort();
    await expect(asked).rejects.toThrow();
    await reader(aCity, aScenario());
    expect(read).toHaveBeenCalledTimes(1);
    read.mockRejectedValueOnce(new Error('A tile is missing.'));
    await expect(reader(aCity, aScenario({ cellM: 3 }))).rejects.toThrow('A tile is missing.');
    await reader(aCity, aScenario({ cellM: 3 }));
    expect(read).toHaveBeenCalledTimes(3);
  });
});
