import { describe, expect, it } from 'vitest';
import { BURST_FLOW, type BurstFlow } from '#model/burst-flow.ts';
import { createFrames } from '#scene/frames.ts';
import { aStatus, aTown, origin } from '../state/a-flood.ts';
import { burstPreset } from '../state/presets.ts';
import { setStatus, startRun } from '../state/runs.ts';
import { selectFlood } from '../state.ts';
import { followBurst } from './burst.ts';

const burst = (flowM3s: number, pipe = 'water/link/P-1'): BurstFlow => ({
  ...{ pipe, place: 'Main Street', atMs: 0, flowM3s },
  ...{ longitudeDeg: origin[0], latitudeDeg: origin[1] },
});

function begin() {
  const store = aTown();
  const frames = createFrames();
  followBurst({ store, frames });
  const scenario = burstPreset(burst(0.18)).make(store.getState());
  if (!scenario) throw new Error('The town is open.');
  const run = startRun(store, scenario);
  const sources = () =>
    selectFlood(store.getState()).runs.find(({ id }) => id === run)?.scenario.sources;
  return { store, frames, run, sources };
}

describe('the water of a broken main', () => {
  it('begins with what the solver of the network says', () => {
    const { sources } = begin();
    expect(sources()).toMatchObject([
      { kind: 'burst', pipe: 'water/link/P-1', at: origin, flow: [[0, 0.18]] },
    ]);
  });

  it('goes on with less from the run’s own time on when a valve is closed, and keeps what was', () => {
    const { store, frames, run, sources } = begin();
    const first = sources()?.[0]?.id;
    setStatus(store, aStatus(run, { timeS: 300 }));
    frames.publish(BURST_FLOW, burst(0.05));
    setStatus(store, aStatus(run, { timeS: 900 }));
    frames.publish(BURST_FLOW, burst(0));
    expect(sources()).toHaveLength(1);
    expect(sources()?.[0]).toMatchObject({
      flow: [
        [0, 0.18],
        [300, 0.18],
        [301, 0.05],
        [900, 0.05],
        [901, 0],
      ],
    });
    expect(sources()?.[0]?.id).not.toBe(first);
  });

  it('leaves a run alone that is through, and the water of another main', () => {
    const { store, frames, run, sources } = begin();
    const before = sources();
    frames.publish(BURST_FLOW, burst(0.4, 'water/link/P-2'));
    frames.publish(BURST_FLOW, burst(0.1804));
    expect(sources()).toBe(before);
    setStatus(store, aStatus(run, { phase: 'done' }));
    frames.publish(BURST_FLOW, burst(0.05));
    expect(sources()).toBe(before);
  });
});
