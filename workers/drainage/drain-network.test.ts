import { describe, expect, it } from 'vitest';
import { readNetwork } from '#conversion/networks/read-collections.ts';
import type { DrainageNews, DrainageRequest } from '#features/pipes/contract/drainage.ts';
import { DrainNetwork } from './drain-network.ts';
import { readCatchments, readFacts } from './read-facts.ts';

const lines = (...features: readonly object[]) =>
  new TextEncoder().encode(features.map((one) => JSON.stringify(one)).join('\n'));
const node = (id: string, k: number, properties: object) => ({
  ...{ type: 'Feature', id, properties },
  geometry: { type: 'Point', coordinates: [10 + k / 1000, 54, 10] },
});
const pipe = (id: string, k: number, properties: object) => ({
  ...{ type: 'Feature', id },
  properties: {
    network: 'storm',
    shape: 'circle',
    innerDiameter_mm: 300,
    length_m: 65,
    ...properties,
  },
  geometry: {
    type: 'LineString',
    coordinates: [
      [10 + k / 1000, 54, 10],
      [10 + (k + 1) / 1000, 54, 10],
    ],
  },
});
const pipes = lines(
  pipe('P1', 0, { fromNode: 'A', toNode: 'B', fromInvert_m: 10, toInvert_m: 9.7 }),
  pipe('P2', 1, { fromNode: 'B', toNode: 'O', fromInvert_m: 9.7, toInvert_m: 9.4 }),
);
const nodes = lines(
  node('A', 0, { kind: 'manhole', rim_m: 12, invert_m: 10 }),
  node('B', 1, { kind: 'manhole', rim_m: 12, invert_m: 9.7 }),
  node('O', 2, { kind: 'outfall', rim_m: 12, invert_m: 9.4 }),
);
const catchment = {
  ...{ type: 'Feature', id: 'C', geometry: null },
  properties: { outletNode: 'A', area_m2: 6000, imperviousness: 0.7, slope: 0.02, width_m: 80 },
};
const request: DrainageRequest = {
  ...{
    network: 'storm',
    startMs: 1000,
    durationS: 3600,
    frameS: 600,
    blocked: [],
    stoppedPumps: [],
  },
  storm: { form: 'block', durationS: 1800, returnYears: 10, depthM: Number.NaN },
};

function open(): DrainNetwork {
  const read = readNetwork({ id: 'storm', name: 'Storm', isFictional: true, pipes, nodes });
  return new DrainNetwork(
    read,
    readFacts(read, readCatchments(`${JSON.stringify(catchment)}\nno line`)),
  );
}

async function run(network: DrainNetwork, asked = request): Promise<DrainageNews[]> {
  const news: DrainageNews[] = [];
  for await (const one of network.run(asked, new AbortController().signal)) news.push(one);
  return news;
}

describe('storms on a network', () => {
  it('stream a frame a step and end with the run, whose frames are kept for the clock', async () => {
    const network = open();
    expect(network.match()).toMatchObject({ links: 2, nodes: 3, catchments: 1, catchmentM2: 6000 });
    const news = await run(network);
    expect(news.map(({ kind }) => kind)).toEqual([...Array(6).fill('progress'), 'run']);
    const last = news.at(-1);
    if (last?.kind !== 'run') throw new Error('The last news is the run.');
    expect(last.run.runoffM3).toBeGreaterThan(30);
    expect(last.run.outflowM3).toBeGreaterThan(30);
    const frame = network.frame(last.run.run, 1000 + 1_200_000);
    expect(frame?.atMs).toBe(1000 + 1_200_000);
    expect(frame?.links.filling?.[0]).toBeGreaterThan(0.1);
    expect(network.frame('storm-0', 1000)).toBeUndefined();
  });

  it('overflow above a pipe that is blocked, and name one that is not there', async () => {
    const free = (await run(open())).at(-1);
    const blocked = (await run(open(), { ...request, blocked: ['P2'] })).at(-1);
    if (free?.kind !== 'run' || blocked?.kind !== 'run')
      throw new Error('The last news is the run.');
    expect(blocked.run.floodedM3).toBeGreaterThan(free.run.floodedM3 + 1);
    expect(blocked.run.flooded[0]?.beganS).toBeGreaterThan(0);
    await expect(run(open(), { ...request, blocked: ['P9'] })).rejects.toThrow(
      'Pipe P9 is not in the model',
    );
  });

  it('stop when nobody reads them', async () => {
    const stop = new AbortController();
    const running = open().run(request, stop.signal)[Symbol.asyncIterator]();
    await running.next();
    stop.abort();
    await expect(running.next()).rejects.toThrow();
  });
});
