import { describe, expect, it, vi } from 'vitest';
import type { FloodScenario } from '../contract.ts';
import { aScenario, aStatus, aTown, at } from '../state/a-flood.ts';
import { choose } from '../state/choosing.ts';
import { addPoint, finishDrawing, startDrawing } from '../state/draw.ts';
import { setStatus, startRun } from '../state/runs.ts';
import { selectFlood } from '../state.ts';
import { warmUp } from './warm.ts';

function aLine() {
  const store = aTown();
  const warmed: FloodScenario[] = [];
  const call = vi.fn(async (_: string, { scenario }: { scenario: FloodScenario }) => {
    warmed.push(scenario);
  });
  const stop = warmUp({ call, stream: vi.fn() } as never, { store });
  const pass = () => new Promise((resolve) => setTimeout(resolve, 0));
  return { store, warmed, stop, pass };
}
const placeOf = ({ boundsDeg, cellM, buildings, sillM, roughnessFactor }: FloodScenario) => ({
  ...{ boundsDeg, cellM, buildings, sillM, roughnessFactor },
});

describe('what is made ready before a flood begins', () => {
  it('are the presets, likeliest first and once, as soon as they are in view', async () => {
    const { store, warmed, pass } = aLine();
    await pass();
    expect(warmed).toEqual([]);
    const leave = choose(store);
    await vi.waitFor(() => expect(warmed).toHaveLength(4));
    expect(warmed.map(({ hazard }) => hazard)).toEqual(['breach', 'rain', 'surge', 'dam-break']);
    leave();
    choose(store);
    await pass();
    expect(warmed).toHaveLength(4);
  });

  it('is the ground of what is drawn so far: the very one that the run then stands on', async () => {
    const { store, warmed, pass } = aLine();
    startDrawing(store, 'inflow', { into: 'new' });
    addPoint(store, at(0, 200));
    await pass();
    addPoint(store, at(0, 260));
    await pass();
    expect(warmed).toHaveLength(2);
    finishDrawing(store);
    const [run] = selectFlood(store.getState()).runs;
    const last = warmed.at(-1);
    if (!run || !last) throw new Error('A run was expected.');
    expect(placeOf(last)).toEqual(placeOf(run.scenario));
  });

  it('is nothing while a run computes, nor for a barrier that waits for water', async () => {
    const { store, warmed, pass } = aLine();
    startDrawing(store, 'barrier', { into: 'new' });
    addPoint(store, at(0, 0));
    addPoint(store, at(0, 50));
    await pass();
    expect(warmed).toEqual([]);
    const run = startRun(store, aScenario());
    choose(store);
    await pass();
    expect(warmed).toEqual([]);
    setStatus(store, aStatus(run, { phase: 'done' }));
    await vi.waitFor(() => expect(warmed).toHaveLength(4));
  });
});
