// A burst on 26,683 pipes from the question to the valves and customers, through a worker in its own thread; reading,
// segments, criticality; what the worker holds after a thousand incidents.

import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { MessageChannel, Worker } from 'node:worker_threads';
import { readInpNetwork } from '#conversion/networks/inp-network.ts';
import { readNetwork } from '#conversion/networks/read-collections.ts';
import { noMarks } from '#features/pipes/contract/marks.ts';
import { initialLook } from '#features/pipes/state/initial.ts';
import { noChanges } from '#model/network-changes.ts';
import { findCosts } from '#simulation/network/criticality.ts';
import { buildGraph } from '#simulation/network/graph.ts';
import { findSegments } from '#simulation/network/segments.ts';
import type { PipesProtocol } from '#workers/pipes/protocol.ts';
import { connect, type Endpoint, type Port } from '#workers/port.ts';
import { strategicValves } from '../../validation/pipes/topology/strategic-valves.ts';
import type { Row } from '../row.ts';
import { collectGarbage } from './topology/collect-garbage.ts';
import { collectionsOf } from './topology/collections-of.ts';

const FILE = fileURLToPath(
  new URL('../../../shared/data/pipes/water/vitens_benchmark.inp', import.meta.url),
);
const BURSTS = 200;
const SOAK = 1000;

/** Leaves everything out, with a word, where the shared files are missing. */
export async function benchTopology(): Promise<Row[]> {
  if (!existsSync(FILE)) {
    console.warn(`The shared water networks are missing: ${FILE}. They are left out.`);
    return [];
  }
  const inp = readFileSync(FILE, 'utf8');
  const bare = readInpNetwork(inp, 'vitens');
  // Every other place that the N−1 rule names: about half as many valves as pipes.
  const network = readInpNetwork(
    inp,
    'vitens',
    strategicValves(bare, (valve) => valve % 2 === 0),
  );
  const files = collectionsOf(network);
  const rows = [...benchReading(files), ...benchGraph(network)];
  const { worker, memory, close, sources } = await startThread(files);
  try {
    const openMs = await time(() => worker.call('open', { sources }));
    rows.push({ case: 'Vitens: fetched and opened by the worker', value: openMs, unit: 'ms' });
    rows.push(...(await benchBursts(worker, network.links.ids)));
    rows.push(await benchSoak(worker, network.links.ids, memory));
  } finally {
    close();
  }
  return rows;
}

const encode = (text: string | undefined) => new TextEncoder().encode(text ?? '');

function benchReading({ pipes, nodes, valves }: Record<string, string>): Row[] {
  const bytes = { pipes: encode(pipes), nodes: encode(nodes), valves: encode(valves) };
  const size = Object.values(bytes).reduce((sum, { length }) => sum + length, 0);
  const runs = Array.from({ length: 3 }, () => {
    const start = performance.now();
    readNetwork({ ...bytes, id: 'vitens', name: 'Vitens', isFictional: true });
    return performance.now() - start;
  });
  const megabytes = Math.round(size / 1e6);
  return [
    { case: `Vitens: ${megabytes} MB of collections into tables`, value: median(runs), unit: 'ms' },
  ];
}

function benchGraph(network: ReturnType<typeof readInpNetwork>): Row[] {
  const { links, valves } = network;
  const size = `${links.ids.length} links, ${valves.ids.length} valves`;
  const segmentMs: number[] = [];
  const costMs: number[] = [];
  let count = 0;
  for (let turn = 0; turn < 7; turn++) {
    const start = performance.now();
    const graph = buildGraph(network);
    const segments = findSegments(network, graph);
    const found = performance.now();
    findCosts({ network, graph, segments });
    segmentMs.push(found - start);
    costMs.push(performance.now() - found);
    count = segments.count;
  }
  return [
    { case: `Vitens: segments (${size})`, value: median(segmentMs), unit: 'ms' },
    { case: `Vitens: criticality of all ${count} segments`, value: median(costMs), unit: 'ms' },
  ];
}

async function benchBursts(worker: Port<PipesProtocol>, ids: readonly string[]): Promise<Row[]> {
  const pick = (turn: number) => `vitens/link/${ids[Math.floor((turn / BURSTS) * ids.length)]}`;
  const firstMs = await time(() => worker.call('isolate', { link: pick(0), changes: noChanges }));
  const bursts: number[] = [];
  const traces: number[] = [];
  const paints: number[] = [];
  const look = { ...initialLook, colouring: 'diameter' as const };
  for (let turn = 0; turn < BURSTS; turn++) {
    const link = pick(turn);
    bursts.push(await time(() => worker.call('isolate', { link, changes: noChanges })));
    if (turn % 10 > 0) continue;
    const question = { from: link, kind: 'upstream' as const, changes: noChanges };
    traces.push(await time(() => worker.call('trace', question)));
    paints.push(await time(() => worker.call('paint', { look, marks: noMarks })));
  }
  const row = (what: string, value: number) => ({ case: `Vitens: ${what}`, value, unit: 'ms' });
  return [
    row('first burst to valves and customers, with all segments', firstMs),
    row(`burst to valves and customers, median of ${BURSTS}`, median(bursts)),
    row('burst to valves and customers, slowest', Math.max(...bursts)),
    row('trace upstream, median', median(traces)),
    row('state table of all, median', median(paints)),
  ];
}

/** What the worker holds after a thousand incidents beside what it held after a hundred. */
async function benchSoak(
  worker: Port<PipesProtocol>,
  ids: readonly string[],
  memory: () => Promise<number>,
): Promise<Row> {
  const incident = async (turn: number) => {
    const link = ids[(turn * 7919) % ids.length] ?? '';
    const bursts = [{ link, share: 0.5, areaM2: 1e-3 }];
    const question = { link: `vitens/link/${link}`, changes: { ...noChanges, bursts } };
    const { isolated, stranded, valves } = await worker.call('isolate', question);
    const closedValves = valves.map(({ id }) => id);
    const changes = { vitens: { ...noChanges, bursts, closedValves } };
    const marks = { ...noMarks, isolated, noSupply: stranded, changes };
    await worker.call('paint', { look: initialLook, marks });
  };
  for (let turn = 0; turn < 100; turn++) await incident(turn);
  const before = await memory();
  for (let turn = 100; turn < 100 + SOAK; turn++) await incident(turn);
  const growth = (100 * ((await memory()) - before)) / before;
  return { case: `Vitens: worker’s memory after ${SOAK} incidents`, value: growth, unit: '% more' };
}

async function startThread(files: Record<string, string>) {
  const server = createServer((request, response) => {
    const text = files[request.url?.slice(1) ?? ''];
    response.writeHead(text === undefined ? 404 : 200).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { port1, port2 } = new MessageChannel();
  const thread = new Worker(new URL('./topology/thread.mjs', import.meta.url), {
    workerData: { port: port2 },
    transferList: [port2],
  });
  const worker = connect<PipesProtocol>(port1 as unknown as Endpoint, 'pipes');
  return {
    worker,
    sources: [
      {
        ...{ id: 'vitens', name: 'Vitens', isFictional: true, model: undefined },
        ...{ pipes: `${base}/pipes`, nodes: `${base}/nodes`, valves: `${base}/valves` },
        devices: undefined,
      },
    ],
    /** Buffers handed over count for the worker until this side has let go of them. */
    async memory() {
      await collectGarbage();
      return await new Promise<number>((resolve) => {
        thread.once('message', resolve);
        thread.postMessage('memory');
      });
    },
    close() {
      port1.close();
      server.closeAllConnections();
      server.close();
      void thread.terminate();
    },
  };
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
