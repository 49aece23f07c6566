import { describe, expect, it } from 'vitest';
import { ruleTables } from '#features/pipes/kernel/clearance/rules.ts';
import { placeNetworks } from '#features/pipes/kernel/index-space.ts';
import { KnownNetwork } from '#features/pipes/kernel/open-network.ts';
import { buildNetwork } from '#model/build-network.ts';
import { noChanges } from '#model/network-changes.ts';
import { NetworkList } from './network-list.ts';
import { createSectionCalls } from './section-calls.ts';
import { TerrainHeights } from './terrain-heights.ts';

const perDegree = 65_000;
const node = (id: string, x: number) => ({
  id,
  kind: 'manhole' as const,
  place: [10 + x / perDegree, 54, 10 - x / 100] as const,
  groundLevelM: 12,
  invertLevelM: 10 - x / 100,
});

function calls() {
  const list = new NetworkList();
  const built = (['storm', 'water'] as const).map((utility) =>
    buildNetwork({
      ...{ id: utility, name: utility, utility, isFictional: false, valves: [] },
      nodes: [node('A', 0), node('B', 40), node('C', 80), node('D', 500)],
      links: [
        { id: 'AB', from: 0, to: 1, innerM: 0.3 },
        { id: 'BC', from: 1, to: 2, innerM: 0.3 },
      ],
    }),
  );
  list.all = placeNetworks(built).map((placed) => new KnownNetwork(placed, () => ({})));
  return createSectionCalls(list, new TerrainHeights(() => Promise.reject(new Error('away'))));
}

describe('sections of the worker', () => {
  it('cuts across a pipe, without ground where there is no terrain', async () => {
    const section = await calls().crossSection({
      line: { across: 'storm/link/AB', halfM: 5 },
      hidden: [],
      terrain: 'http://nowhere/',
    });
    expect(section.cuts.map(({ key }) => key)).toEqual(['storm/link/AB', 'water/link/AB']);
    expect(section.ground.source).toBe('none');
    expect(section.cuts[0]?.coverM).toBeNaN();
  });

  it('leaves hidden networks out', async () => {
    const line = { across: 'storm/link/AB', halfM: 5 };
    const section = await calls().crossSection({ line, hidden: ['water'], terrain: undefined });
    expect(section.cuts).toHaveLength(1);
  });

  it('goes along the shortest way between two manholes, and down from one', async () => {
    const between = await calls().longSection({
      of: { from: 'storm/node/C', to: 'storm/node/A' },
      changes: noChanges,
      terrain: undefined,
    });
    expect(between.spans.map(({ id }) => id)).toEqual(['BC', 'AB']);
    const down = await calls().longSection({
      of: { from: 'storm/node/A', kind: 'downstream' },
      changes: noChanges,
      terrain: undefined,
    });
    expect(down.by).toBe('fall');
    expect([...down.indices]).toEqual([0, 1, 2, 3, 4]);
    expect(down.stations.map(({ id }) => id)).toEqual(['A', 'B', 'C']);
    expect(down.ground.source).toBe('register');
  });

  it('holds the pipes that were chosen as its ends, and passes nothing that is closed', async () => {
    const of = { from: 'storm/link/AB', to: 'storm/link/BC' };
    const along = await calls().longSection({ of, changes: noChanges, terrain: undefined });
    expect(along.stations.map(({ id }) => id)).toEqual(['A', 'B', 'C']);
    const closed = { ...noChanges, closedLinks: ['AB'] };
    const ends = { from: 'storm/node/A', to: 'storm/node/C' };
    await expect(
      calls().longSection({ of: ends, changes: closed, terrain: undefined }),
    ).rejects.toThrow('No open way leads');
  });

  it('goes on round corners along a drawn line, and says where it turns', async () => {
    const [west, east] = [10 + 20 / perDegree, 10 + 60 / perDegree];
    const section = await calls().crossSection({
      line: {
        through: [
          [west, 54.0001],
          [west, 53.9999],
          [east, 53.9999],
          [east, 54.0001],
        ],
      },
      hidden: ['water'],
      terrain: undefined,
    });
    expect(section.cuts.map(({ id }) => id)).toEqual(['AB', 'BC']);
    const [down, along] = section.turnsM;
    expect(section.turnsM).toHaveLength(2);
    expect(down).toBeCloseTo(22.2, 0);
    expect(along! - down!).toBeCloseTo(40, -1);
    expect(section.cuts[0]?.alongM).toBeCloseTo(down! / 2, 1);
    expect(section.cuts[1]?.alongM).toBeCloseTo(along! + down! / 2, 1);
    expect(section.lengthM).toBeCloseTo(along! + down!, 3);
    expect(section.from).toEqual([west, 54.0001]);
    expect(section.to).toEqual([east, 54.0001]);
  });

  it('says in a sentence why there is no section', async () => {
    const long = (of: Parameters<ReturnType<typeof calls>['longSection']>[0]['of']) =>
      Promise.resolve().then(() =>
        calls().longSection({ of, changes: noChanges, terrain: undefined }),
      );
    await expect(long({ from: 'storm/node/A', to: 'water/node/A' })).rejects.toThrow('different');
    await expect(long({ from: 'storm/node/A', to: 'storm/node/D' })).rejects.toThrow(
      'No open way leads',
    );
    await expect(long({ from: 'storm/node/C', kind: 'downstream' })).rejects.toThrow(
      'No pipe leads on',
    );
    await expect(long({ along: [] })).rejects.toThrow('Nothing is chosen');
    const far = { from: [10, 54] as const, to: [11, 54] as const };
    const cross = calls().crossSection({ line: far, hidden: [], terrain: undefined });
    await expect(cross).rejects.toThrow('m long');
  });

  it('checks part by part, forgets the check before and writes a table', () => {
    const own = calls();
    const [table] = ruleTables;
    const run = () =>
      [0, 1].map((part) => own.clearances({ table: table!, hidden: [], part, parts: 2 }));
    const counted = [run(), run()].map((parts) =>
      parts.reduce((sum, part) => {
        const found = part as { counts: Record<string, number> };
        return sum + Object.values(found.counts).reduce((all, one) => all + one, 0);
      }, 0),
    );
    expect(counted[0]).toBeGreaterThan(0);
    expect(counted[1]).toBe(counted[0]);
    const list = own.clearanceFindings({ kind: undefined, from: 0, limit: 99 });
    expect(list).toMatchObject({ total: counted[0] });
    const bytes = own.clearanceTable({ kind: undefined }) as Uint8Array;
    const text = new TextDecoder().decode(bytes);
    expect(text.trim().split('\n')).toHaveLength(1 + counted[0]!);
  });
});
