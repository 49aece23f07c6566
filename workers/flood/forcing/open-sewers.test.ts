import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FloodGround } from '../parts.ts';
import { openSewers } from './open-sewers.ts';

const files: Record<string, string> = {
  'nodes-storm': [
    '{"type":"Feature","id":"A","geometry":{"type":"Point","coordinates":[10.00055,54.00045,5]},"properties":{"kind":"manhole","rim_m":5,"invert_m":3}}',
    '{"type":"Feature","id":"B","geometry":{"type":"Point","coordinates":[10.00155,54.00045,5]},"properties":{"kind":"outfall","rim_m":5,"invert_m":2.5}}',
  ].join('\n'),
  'pipes-storm':
    '{"type":"Feature","id":"P","geometry":{"type":"LineString","coordinates":[[10.00055,54.00045,3],[10.00155,54.00045,2.5]]},"properties":{"fromNode":"A","toNode":"B","from":"A","to":"B","length_m":65,"diameter_mm":300}}',
  inlets: [
    '{"type":"Feature","id":"I1","geometry":{"type":"Point","coordinates":[10.00055,54.00065,5]},"properties":{"kind":"inlet","drainsTo":"A","grate_m":[0.6,0.4]}}',
    '{"type":"Feature","id":"I2","geometry":{"type":"Point","coordinates":[11,54,5]},"properties":{"kind":"inlet","drainsTo":"A"}}',
    '{"type":"Feature","id":"I3","geometry":{"type":"Point","coordinates":[10.00055,54.00065,5]},"properties":{"kind":"inlet","drainsTo":"nowhere"}}',
  ].join('\n'),
};

const server = createServer((request, response) => {
  response.end(files[(request.url ?? '').slice(1)] ?? '');
});
let base = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => server.close());

const width = 20;
const ground = {
  grid: {
    ...{ width, height: 10, cellM: 10 },
    zM: new Float32Array(200).fill(5),
    manning: new Float32Array(200).fill(0.03),
  },
  toGrid: ([longitude, latitude]: readonly [number, number]) => [
    (longitude - 10) * 10_000,
    (54.001 - latitude) * 10_000,
  ],
} as unknown as FloodGround;

const cityOf = (ids: readonly string[]) => ({
  ...{
    id: 'c',
    name: 'C',
    crs: { horizontal: '', vertical: '' },
    grid: '',
    build: 'b1',
    terrain: '',
  },
  columns: {},
  collections: Object.fromEntries(ids.map((id) => [id, base + id])),
});

const aRun = { startMs: 0, durationS: 3600 };

describe('the sewers under a run', () => {
  it('are made of the city’s pipes, nodes and inlets that lie on the ground', async () => {
    const city = cityOf(['pipes-storm', 'nodes-storm', 'inlets']);
    const sewers = await openSewers(city, ground, aRun);
    // The inlet's cell, then those of both nodes.
    expect([...(sewers?.cells ?? [])]).toEqual([3 * width + 5, 5 * width + 5, 5 * width + 15]);
    const depthM = Float64Array.of(0.1, 0, 0);
    const into = new Float64Array(3);
    sewers?.exchange(depthM, Float64Array.of(9, 0, 0), 5, into);
    // A free weir around a grate of 0.6 × 0.4 m, or what its opening passes under 2.1 m of head.
    const weir = (2 / 3) * 0.54 * Math.sqrt(2 * 9.80665) * 2 * 0.1 ** 1.5;
    expect(into[0]).toBeCloseTo(-weir * 5, 9);
  });

  it('exchange water where a person put them, their inlets with them', async () => {
    const city = cityOf(['pipes-storm', 'nodes-storm', 'inlets']);
    // Their middle three cells to the east and one down, turned by half a turn.
    const sewersAt = {
      longitudeDeg: 10.00135,
      latitudeDeg: 54.00035,
      turnDeg: 180,
      scale: 1,
      upM: 0,
    };
    const sewers = await openSewers(city, ground, { ...aRun, sewersAt });
    expect([...(sewers?.cells ?? [])]).toEqual([8 * width + 18, 6 * width + 18, 6 * width + 8]);
  });

  it('are none where the city has no storm pipes', async () => {
    expect(await openSewers(cityOf(['inlets']), ground, aRun)).toBeUndefined();
  });
});
