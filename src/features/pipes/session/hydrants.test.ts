import { describe, expect, it } from 'vitest';
import { HYDRANT_LINE, type HydrantLine } from '#model/hydrant-flow.ts';
import { createFrames } from '#scene/frames.ts';
import type { BurstIncident, IncidentStep } from '../contract/burst.ts';
import { HYDRAULICS_LINE } from '../contract/channels.ts';
import { WATER_INCIDENT } from '../contract/water.ts';
import { startHydrants } from './hydrants.ts';
import { closuresOf } from './works.ts';

const network = (id: string, base: number) => ({
  ...{ network: id, name: id, base, model: { format: 'epanet-inp', url: '' } },
});
const element = (id: string) => ({
  ...{ id, key: `k/${id}`, index: 3, longitudeDeg: 10, latitudeDeg: 54 },
});
const ask = { atMs: 5000, residualPa: 138_000 };

function begin() {
  const frames = createFrames();
  const asked: [string, Record<string, unknown>][] = [];
  const results: Record<string, (request: { network: string }) => object> = {
    fireFlow: ({ network: of }) => ({
      ...{ model: 'EPANET', unknown: [] },
      rows: [{ id: `H-${of}`, flowM3s: 0.02, staticPa: 4e5, limit: 'hydrant', extra: 1 }],
    }),
    together: ({ network: of }) => ({
      ...{ model: 'EPANET', totalM3s: 0.03, limit: of === 'b' ? 'zone' : 'hydrants' },
      rows: [{ id: `H-${of}`, flowM3s: 0.03 }],
    }),
  };
  const line = {
    call: async (_: string, { network: of }: { network: string }) => [element(`H-${of}`)],
    async *stream(name: string, request: { network: string }) {
      asked.push([name, { ...request }]);
      yield { kind: 'progress', share: 0.5 };
      yield { kind: 'done', result: results[name]?.(request) };
    },
  };
  const stop = startHydrants({
    ...{ frames, networks: [network('a', 100), network('b', 200), { network: 'c' }] },
  } as never);
  const now = () => frames.peek<HydrantLine>(HYDRANT_LINE);
  return { frames, asked, line, stop, now };
}

const signal = new AbortController().signal;

describe('what hydrants give, for others', () => {
  it('is there while the solver is, for all networks with a model', async () => {
    const { frames, line, now, stop } = begin();
    expect(now()).toBeUndefined();
    frames.publish(HYDRAULICS_LINE, line);
    const hydrants = await now()?.hydrants(signal);
    expect(hydrants?.map(({ id, index }) => [id, index])).toEqual([
      ['H-a', 103],
      ['H-b', 203],
    ]);
    stop();
    expect(now()).toBeUndefined();
  });

  it('asks each network about its own, and joins what they say', async () => {
    const { frames, line, now, asked } = begin();
    frames.publish(HYDRAULICS_LINE, line);
    await now()?.hydrants(signal);
    const report = await now()?.flows({ ...ask, hydrants: ['H-a', 'H-b'] }, signal);
    expect(report?.rows.map(({ id }) => id)).toEqual(['H-a', 'H-b']);
    expect(asked.map(([, { network: of, hydrants }]) => [of, hydrants])).toEqual([
      ['a', ['H-a']],
      ['b', ['H-b']],
    ]);
    const draw = await now()?.together(
      { ...ask, hydrants: ['H-a', 'H-b'], mostM3s: 0.015 },
      signal,
    );
    expect(draw).toMatchObject({ limit: 'zone', model: 'EPANET' });
    expect(draw?.totalM3s).toBeCloseTo(0.06, 9);
    expect(asked.at(-1)?.[1]).toMatchObject({ mostM3s: 0.015, zoneMinimumPa: 138_000 });
  });

  it('counts what an incident changes, and asks with what was changed by then', async () => {
    const { frames, line, now, asked } = begin();
    frames.publish(HYDRAULICS_LINE, line);
    expect(now()?.changes).toBe(0);
    const history = [
      { atMs: 4000, changes: { closedLinks: ['P-1'] } },
      { atMs: 9000, changes: { closedLinks: [] } },
    ];
    frames.publish(WATER_INCIDENT, { network: 'a', history });
    expect(now()?.changes).toBe(1);
    await now()?.flows({ ...ask, hydrants: ['H-a'] }, signal);
    expect(asked[0]?.[1].history).toEqual(history.slice(0, 1));
  });
});

describe('hydrants of a network that was put elsewhere', () => {
  it('are listed anew', async () => {
    const { frames, line, now } = begin();
    frames.publish(HYDRAULICS_LINE, line);
    const before = now();
    frames.publish(WATER_INCIDENT, undefined);
    expect(now()?.hydrants).toBe(before?.hydrants);
    const changes = now()!.changes;
    frames.publish(HYDRAULICS_LINE, { ...line });
    expect(now()?.changes).toBe(changes + 1);
    expect(now()?.hydrants).not.toBe(before?.hydrants);
    expect(await now()?.hydrants(signal)).toHaveLength(2);
  });
});

describe('streets that works close', () => {
  const step = (atMs: number, kind: string) => ({ key: '', atMs, act: { kind } }) as IncidentStep;
  const incident = (...steps: IncidentStep[]) =>
    ({ place: 'Hafengasse', longitudeDeg: 10, latitudeDeg: 54, steps }) as unknown as BurstIncident;

  it('are dug from the work order to the repair, and longer where it did not hold', () => {
    expect(closuresOf(undefined)).toBeUndefined();
    expect(closuresOf(incident(step(1, 'opened')))).toBeUndefined();
    const dug = [step(1, 'opened'), step(20, 'workOrder')];
    expect(closuresOf(incident(...dug))).toMatchObject({
      ...{ source: 'works', name: 'Hafengasse', streets: [] },
      places: [
        { to: 'cars', fromMs: 20 },
        { to: 'engines', fromMs: 20 },
      ],
    });
    const until = (...more: IncidentStep[]) =>
      closuresOf(incident(...dug, ...more))?.places?.[0]?.untilMs;
    expect(until(step(50, 'repaired'))).toBe(50);
    expect(until(step(50, 'repaired'), step(60, 'notRepaired'))).toBeUndefined();
    expect(until(step(70, 'ended'))).toBe(70);
  });
});
