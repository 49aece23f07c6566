import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importNetworks, usualWishes } from './import-networks.ts';
import type { PlanePoint } from './imported-network.ts';
import { type DrawingPlacement, placeNetwork } from './place-network.ts';
import { readNetwork } from './read-collections.ts';
import { type NetworkCollection, writeCollections } from './write-collections.ts';

const shared = fileURLToPath(new URL('../../../../shared/data/pipes/', import.meta.url));
const fileOf = (path: string) => ({
  name: path.split('/').at(-1) ?? path,
  bytes: new Uint8Array(readFileSync(join(shared, path))),
});
const geoid = () => 0;

const linesOf = (collections: readonly NetworkCollection[], kind: string) => {
  const features = collections.find(({ id }) => id.startsWith(`${kind}-`))?.features ?? [];
  return new TextEncoder().encode(features.map((one) => `${JSON.stringify(one)}\n`).join(''));
};

/** What the rest of the house reads from the collections that an import wrote. */
const readBack = (collections: readonly NetworkCollection[], id: string) =>
  readNetwork({
    ...{ id, name: id, isFictional: false },
    pipes: linesOf(collections, 'pipes'),
    nodes: linesOf(collections, 'nodes'),
    devices: linesOf(collections, 'devices'),
    valves: linesOf(collections, 'valves'),
  });

const drawing: DrawingPlacement = {
  ...{ longitudeDeg: 10, latitudeDeg: 50, anchor: [100, 200] },
  ...{ rotationDeg: 0, scale: 1 },
};

describe('an imported network', () => {
  it.skipIf(!existsSync(shared)).each([
    ['water/ky4.inp', { crs: 'EPSG:3089' }, 'water'],
    ['water/L-TOWN.inp', { drawing }, 'water'],
    ['drainage/kamloops_from_opendata.inp', { drawing }, 'storm'],
    ['drainage/user3.inp', { drawing }, 'storm'],
    ['gas-heat/schutterwald_gas.json', { crs: 'EPSG:31467' }, 'gas'],
  ])('%s is read back as it was written, without a fault', async (path, wishes, id) => {
    const { networks } = await importNetworks(
      [fileOf(path)],
      { ...usualWishes, ...wishes },
      { geoid },
    );
    const [placed] = networks;
    if (!placed) throw new Error('No network came in.');
    const { network, faults } = readBack(writeCollections(placed), id);
    expect(faults).toEqual([]);
    const { nodes, pipes, devices } = placed.network;
    expect(network.nodes.ids).toEqual(nodes.map((node) => node.id));
    expect(network.links.ids).toEqual([...pipes, ...devices].map((link) => link.id));
    for (const [at, pipe] of pipes.entries()) {
      expect(network.links.innerM[at]).toBeCloseTo(pipe.innerM ?? pipe.heightM ?? Number.NaN, 4);
      expect(nodes[network.links.from[at]!]?.id).toBe(pipe.from);
      expect(network.links.isClosed[at]).toBe(pipe.isClosed ? 1 : 0);
    }
  });

  it.skipIf(!existsSync(shared))('stands in Kentucky where ky4 says', async () => {
    const { networks } = await importNetworks(
      [fileOf('water/ky4.inp')],
      { ...usualWishes, crs: 'EPSG:3089' },
      { geoid },
    );
    const [west = 0, south = 0, east = 0, north = 0] = networks[0]?.boundsDeg ?? [];
    expect((west + east) / 2).toBeCloseTo(-85.59, 2);
    expect((south + north) / 2).toBeCloseTo(38.042, 2);
    // Feet of elevation: the highest tanks stand near 220 m.
    const floors = networks[0]?.network.nodes.map(({ point }) => point[2]) ?? [];
    expect(Math.max(...floors)).toBeLessThan(300);
    expect(Math.min(...floors)).toBeGreaterThan(100);
  });

  it.skipIf(!existsSync(shared))(
    'of heat is two: supply and return, latitude first or not',
    async () => {
      const { networks, reports } = await importNetworks(
        [fileOf('gas-heat/sw_heat.json')],
        usualWishes,
        { geoid },
      );
      expect(reports.map(({ id, counts }) => [id, counts.pipes])).toEqual([
        ['heat-supply', 241],
        ['heat-return', 241],
      ]);
      const [west = 0, south = 0] = networks[0]?.boundsDeg ?? [];
      expect([west, south]).toEqual([expect.closeTo(7.876, 2), expect.closeTo(48.459, 2)]);
      const codes = networks[0]?.network.assumptions.map(({ code }) => code);
      expect(codes).toContain('pandapipes-swapped');
    },
  );

  it.skipIf(!existsSync(shared))('asks where it lies when nobody says', async () => {
    const files = [fileOf('water/L-TOWN.inp')];
    await expect(importNetworks(files, usualWishes, { geoid })).rejects.toMatchObject({
      code: 'crs-missing',
      message: expect.stringContaining('--origin longitude,latitude'),
    });
  });
});

describe('a drawing on the Earth', () => {
  const network = (point: PlanePoint) => ({
    ...({ id: 'w', name: 'w', utility: 'water', plane: { kind: 'local' } } as const),
    source: { file: 'w.inp', format: 'epanet-inp' } as const,
    nodes: [{ id: 'a', at: 'a', kind: 'junction' as const, point }],
    ...{ pipes: [], valves: [], devices: [], assumptions: [] },
  });
  const place = (point: PlanePoint, rotationDeg: number, scale: number) => {
    const wishes = { kind: 'drawing' as const, ...drawing, rotationDeg, scale };
    return placeNetwork(network(point), wishes, geoid).toEarth(point);
  };

  it('puts its anchor on the origin, whatever its turn and scale', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -180, max: 180 }),
        fc.integer({ min: 1, max: 9 }),
        (turn, scale) => {
          expect(place([100, 200, 5], turn, scale)).toEqual([10, 50, 5]);
        },
      ),
    );
  });

  it('turns its x axis counter-clockwise from east', () => {
    const [longitude, latitude] = place([1100, 200, 0], 90, 1);
    expect(longitude).toBeCloseTo(10, 9);
    // 111,229 m a degree of latitude at 50° N.
    expect((latitude - 50) * 111_229).toBeCloseTo(1000, 0);
  });

  it('keeps distances by its scale', () => {
    const [once] = place([200, 200, 0], 0, 1);
    const [thrice] = place([200, 200, 0], 0, 3);
    expect((thrice - 10) / (once - 10)).toBeCloseTo(3, 6);
  });

  it('refuses what lies nowhere on the Earth', () => {
    expect(() => place([1e9, 200, 0], 0, 1)).toThrow(
      'w.inp, a: a stands at 1000000000, 200, which is no place on the Earth',
    );
  });
});
