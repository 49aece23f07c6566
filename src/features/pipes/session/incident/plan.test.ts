import { describe, expect, it, vi } from 'vitest';
import type { NetworkChanges } from '#model/network-changes.ts';
import { instant } from '#model/time.ts';
import { createFrames } from '#scene/frames.ts';
import { setTime } from '#store/clock.ts';
import { createAppStore } from '#store/store.ts';
import { INCIDENT_PLAN } from '../../contract/burst.ts';
import { PIPES_LINE, PIPES_NETWORKS } from '../../contract/channels.ts';
import type { IncidentHydraulics, Isolation } from '../../contract/incident.ts';
import type { IncidentPlan } from '../../contract/plan.ts';
import { WATER_INCIDENT, WATER_INCIDENT_RESULT, type WaterIncident } from '../../contract/water.ts';
import { aBurst, noonMs, turn } from '../../kernel/a-burst.ts';
import { act, showIncident } from '../../state/incident.ts';
import { followPlan } from './plan.ts';

const isolation: Isolation = {
  ...{ network: 'water', link: 'water/link/P-1', passed: [], critical: [], isIsolable: true },
  valves: [
    {
      ...{ key: 'water/valve/V-1', id: 'V-1', index: 9, longitudeDeg: 10, latitudeDeg: 54 },
      ...{ diameterM: 0.1, turns: 12, access: '', exercisedYear: 0, fromPreviousM: 0 },
    },
  ],
  isolated: Uint32Array.of(1),
  stranded: Uint32Array.of(2),
  ...{ isolatedCustomers: 3, strandedCustomers: 4, drainedM: 65, drainedM3: 0.5 },
};

/** A line whose answers about isolation come when the test says. */
function start() {
  const asked: { changes: NetworkChanges; answer: (isolation: Isolation) => void }[] = [];
  const line = {
    call: (name: string, params: { changes: NetworkChanges; key: string }) => {
      if (name === 'isolate') {
        return new Promise<Isolation>((answer) => asked.push({ changes: params.changes, answer }));
      }
      const isHospital = params.key === 'water/node/H';
      return Promise.resolve({
        id: params.key,
        neighbours: [{ role: 'on', id: 'P-7' }],
        values: isHospital ? [{ name: 'critical', value: 'yes', unit: '' }] : [],
        properties: isHospital ? { name: 'St. Anna' } : {},
      });
    },
  };
  const store = createAppStore();
  const frames = createFrames();
  frames.publish(PIPES_NETWORKS, [{ network: 'water', valves: 1 }]);
  frames.publish(PIPES_LINE, line);
  const life = new AbortController();
  const context = { store, frames, signal: life.signal, now: Date.now };
  const stop = followPlan(context as unknown as Parameters<typeof followPlan>[0]);
  const plan = () => frames.peek<IncidentPlan>(INCIDENT_PLAN);
  const told = () => frames.peek<WaterIncident>(WATER_INCIDENT);
  return { store, frames, asked, plan, told, stop };
}

describe('the plan of an incident', () => {
  it('tells hydraulics at once, and shows the isolation with the link of each valve', async () => {
    const { store, asked, plan, told } = start();
    showIncident(store, aBurst());
    expect(told()).toMatchObject({
      network: 'water',
      history: [{ changes: { closedValves: [] } }],
    });
    asked[0]?.answer(isolation);
    await vi.waitFor(() => expect(plan()?.linkOf).toEqual({ 'V-1': 'P-7' }));
    expect(plan()?.isolation).toBe(isolation);
  });

  it('shows the answer to the latest question alone', async () => {
    const { store, asked, plan } = start();
    showIncident(store, aBurst());
    act(store, turn('close', 'V-1'));
    const later = { ...isolation, isolatedCustomers: 99 };
    asked[1]?.answer(later);
    asked[0]?.answer(isolation);
    await vi.waitFor(() => expect(plan()?.isolation).toBe(later));
    expect(asked.map(({ changes }) => changes.closedValves)).toEqual([[], ['V-1']]);
  });

  it('asks nothing again for what changes no flow', () => {
    const { store, asked } = start();
    showIncident(store, aBurst());
    act(store, { kind: 'note', text: 'Street is wet' });
    expect(asked).toHaveLength(1);
  });

  it('asks what was to be done at the time that is replayed', () => {
    const { store, asked } = start();
    showIncident(store, aBurst(turn('close', 'V-1')));
    setTime(store, instant(noonMs));
    expect(asked.map(({ changes }) => changes.closedValves)).toEqual([['V-1'], []]);
  });

  it('names critical customers that pressure fails beside those without supply', async () => {
    const { store, frames, asked, plan } = start();
    showIncident(store, aBurst());
    asked[0]?.answer(isolation);
    await vi.waitFor(() => expect(plan()?.isolation).toBeDefined());
    const hydraulics: IncidentHydraulics = {
      ...{ atMs: noonMs, burstFlowM3s: 0.05, lostM3: 30, lowPressureCustomers: 8 },
      ...{ noSupplyCustomers: 7, warnings: [] },
      lowest: ['H', 'J'].map((id) => ({ key: `water/node/${id}`, pressurePa: 1e4 })),
    };
    frames.publish(WATER_INCIDENT_RESULT, hydraulics);
    await vi.waitFor(() =>
      expect(plan()?.critical).toMatchObject([{ name: 'St. Anna', why: 'lowPressure' }]),
    );
    expect(plan()?.hydraulics).toBe(hydraulics);
  });

  it('is over with the incident: nothing is closed or broken any more', () => {
    const { store, plan, told } = start();
    showIncident(store, aBurst());
    act(store, { kind: 'ended' });
    expect(plan()).toBeUndefined();
    expect(told()).toBeUndefined();
  });
});
