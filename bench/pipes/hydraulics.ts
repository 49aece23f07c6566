// What an operator waits for: a steady solve with all of its results, a burst from the click on, hours ahead.

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LinkType } from 'epanet-js';
import { noChanges } from '#model/network-changes.ts';
import { runExtended } from '#simulation/hydraulics/extended.ts';
import { judgeSupply, servicePressure } from '#simulation/hydraulics/judge-supply.ts';
import { openWaterModel } from '#simulation/hydraulics/open-model.ts';
import type { SolveOptions, WaterModel } from '#simulation/hydraulics/parts.ts';
import { runQuality } from '#simulation/hydraulics/quality.ts';
import { solveOnce, trySolve } from '#simulation/hydraulics/solve.ts';
import { cutPipes } from '#simulation/hydraulics/split-pipe.ts';
import type { Row } from '../row.ts';
import { blockCopy } from './block-copy.ts';
import { soakIncidents } from './soak-incidents.ts';

const FOLDER = fileURLToPath(new URL('../../../shared/data/pipes/water/', import.meta.url));
const INCIDENTS = 40;

const options: SolveOptions = {
  changes: noChanges,
  state: undefined,
  pressureDriven: servicePressure,
};

/** Leaves the large networks out, with a word, where the shared files are missing. */
export async function benchHydraulics(): Promise<Row[]> {
  if (!existsSync(`${FOLDER}vitens_benchmark.inp`)) {
    console.warn(`The shared water networks are missing: ${FOLDER}. They are left out.`);
    return [];
  }
  await warmUp();
  const vitens = readFileSync(`${FOLDER}vitens_benchmark.inp`, 'utf8');
  const town = readFileSync(`${FOLDER}L-TOWN.inp`, 'utf8');
  return [
    ...(await benchModel('L-TOWN, 909 links', town)),
    ...(await benchModel('Vitens, 26,683 links', vitens)),
    ...(await benchModel('Vitens × 4, 106,735 links', blockCopy(vitens, 4))),
    ...(await benchDay('L-TOWN', town)),
    ...(await benchDay('Vitens', vitens)),
    ...(await soakIncidents(readFileSync(`${FOLDER}ky4.inp`, 'utf8'), 1000)),
  ];
}

async function benchModel(name: string, inp: string): Promise<Row[]> {
  const openMs = await time(async () => (await openWaterModel(inp)).close());
  const model = await openWaterModel(inp);
  const cold: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    model.warmth.isWarm = false;
    cold.push(await time(() => judge(model, options)));
  }
  // One pipe closed at a time, spread over the network: warm first, cold again where that went astray.
  const warm: number[] = [];
  const burst: number[] = [];
  for (let turn = 0; turn < INCIDENTS; turn += 1) {
    const at = Math.floor(((turn + 0.5) / INCIDENTS) * model.linkIds.length);
    const link = model.linkIds[at] ?? '';
    const changes = { ...noChanges, closedLinks: [link] };
    warm.push(await time(() => judge(model, { ...options, changes })));
  }
  const pipes = model.linkIds.filter((_, link) => model.linkType[link] === LinkType.Pipe);
  for (let turn = 0; turn < 10; turn += 1) {
    const link = pipes[Math.floor(((turn + 0.5) / 10) * pipes.length)] ?? '';
    const bursts = [{ link, share: 0.4, areaM2: 0.004 }];
    let join = () => {};
    burst.push(
      await time(() => {
        const cut = cutPipes(model, bursts);
        join = cut.join;
        judge(cut.model, { ...options, changes: { ...noChanges, bursts } });
      }),
    );
    join();
  }
  model.close();
  return [
    { case: `${name}: open the file`, value: openMs, unit: 'ms' },
    { case: `${name}: cold solve, judged`, value: median(cold), unit: 'ms' },
    { case: `${name}: a pipe closed, median of ${INCIDENTS}`, value: median(warm), unit: 'ms' },
    { case: `${name}: a pipe closed, slowest`, value: Math.max(...warm), unit: 'ms' },
    { case: `${name}: burst, pipe cut and solved, median of 10`, value: median(burst), unit: 'ms' },
    { case: `${name}: burst, slowest`, value: Math.max(...burst), unit: 'ms' },
  ];
}

async function benchDay(name: string, inp: string): Promise<Row[]> {
  const model = await openWaterModel(inp);
  const horizonS = 86_400;
  let steps = 0;
  const hydraulicsMs = await time(() => {
    for (const _ of runExtended(model, { ...options, horizonS })) steps += 1;
  });
  const ageMs = await time(() => {
    const quality = { kind: 'age' } as const;
    for (const _ of runQuality(model, { ...options, horizonS, quality, warmUpS: 0 })) steps += 0;
  });
  model.close();
  return [
    { case: `${name}: a day, ${steps} steps with all results`, value: hydraulicsMs, unit: 'ms' },
    { case: `${name}: a day with the age of water`, value: ageMs, unit: 'ms' },
  ];
}

function judge(model: WaterModel, given: SolveOptions): void {
  const outcome = trySolve(model, given);
  if (!('kind' in outcome)) judgeSupply(model, outcome);
}

async function time(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** So that the first row is not timed with code that nobody has run yet. */
async function warmUp(): Promise<void> {
  const model = await openWaterModel(
    '[JUNCTIONS]\n J 0 1\n[RESERVOIRS]\n R 9\n[PIPES]\n P R J 1 99 99\n[END]',
  );
  solveOnce(model, options);
  model.close();
}
