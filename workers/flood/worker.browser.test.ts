import { expect, it } from 'vitest';
import type { FloodScenario } from '#features/flood/contract.ts';
import { type FloodCity, type FloodNews, startFloodWorker } from './client.ts';

// 160 × 160 cells of 2 m in UTM 32, falling to the east by 1 %.
const SIZE = 160;
const WEST = 565_000;
const NORTH = 5_985_000;
const crs = { horizontal: 'EPSG:25832', vertical: 'EPSG:7837' };

const file = (content: BlobPart) => URL.createObjectURL(new Blob([content]));

function aCity(): FloodCity {
  const levels = Float32Array.from({ length: SIZE * SIZE }, (_, cell) => 9 - 0.02 * (cell % SIZE));
  const header = {
    ...{ width: SIZE, height: SIZE, west: WEST, north: NORTH, cellX: 2, cellY: 2, crs },
    data: file(levels),
  };
  return {
    ...{
      id: 'slope',
      name: 'Slope',
      crs,
      build: 'b1',
      terrain: 'slope.tif',
      columns: {},
      collections: {},
    },
    grid: file(JSON.stringify(header)),
  };
}

const scenario: FloodScenario = {
  ...{ id: 's', name: 'River', hazard: 'river', startMs: 0, durationS: 60, cellM: 2 },
  ...{ boundsDeg: [9.994, 54.006, 10, 54.01], scheme: 'auto', backend: 'auto' },
  sources: [],
  ...{ structures: [], buildings: 'ground', sillM: 0.3, ground: { kind: 'none' } },
  ...{ hasSewers: false, roughnessFactor: 1 },
};

it('computes a flood in its own thread, with the kernels that the browser has', async () => {
  const worker = startFloodWorker();
  try {
    expect(await worker.call('open', { city: aCity() })).toEqual({ cellM: 2 });
    const probe = await read(worker.stream('run', { run: 'probe', scenario }));
    const place = probe.find(({ kind }) => kind === 'place');
    if (place?.kind !== 'place') throw new Error(JSON.stringify(probe));
    const { longitudeRad, latitudeRad } = place.place.lattice;
    // From the middle of the grid southward.
    const at = (row: number) => Math.floor((longitudeRad.length / place.place.lattice.rows) * row);
    const degrees = (rad: number | undefined) => ((rad ?? 0) * 180) / Math.PI;
    const line = [at(2.5), at(4.5)].map(
      (node) => [degrees(longitudeRad[node]), degrees(latitudeRad[node])] as const,
    );
    const sources = [{ id: 'in', name: 'In', kind: 'inflow', line, flow: [[0, 20]] }] as const;
    const news = await read(
      worker.stream('run', { run: 'wet', scenario: { ...scenario, sources } }),
    );
    const last = news.findLast(({ kind }) => kind === 'status');
    expect(last).toMatchObject({ status: { phase: 'done', timeS: 60, backend: 'wasm' } });
    const { frame } = await worker.call('frameAt', { run: 'wet', timeS: 60 });
    const volumeM3 = frame.depthMm.reduce((sum, depth) => sum + depth, 0) * 1e-3 * 4;
    expect(volumeM3 / 1200).toBeCloseTo(1, 1);
    const { values } = await worker.call('map', { run: 'wet', colouring: 'max-depth' });
    expect(Math.max(...values)).toBeGreaterThan(0.05);
  } finally {
    worker.close();
  }
});

async function read(stream: AsyncIterable<FloodNews>): Promise<FloodNews[]> {
  const all: FloodNews[] = [];
  for await (const news of stream) all.push(news);
  return all;
}
