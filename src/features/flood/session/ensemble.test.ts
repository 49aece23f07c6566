import { describe, expect, it, vi } from 'vitest';
import { createFrames } from '#scene/frames.ts';
import {
  type EnsembleDesk,
  type EnsembleMaps,
  type EnsembleNews,
  type EnsembleRequest,
  FLOOD_ENSEMBLE,
} from '../contract/ensemble.ts';
import { FLOOD_LINE, FLOOD_MAP, type FloodColouring, type FloodMap } from '../contract.ts';
import { aScenario, aTown } from '../state/a-flood.ts';
import { forgetRun, startRun } from '../state/runs.ts';
import { changeLook } from '../state.ts';
import { followEnsemble } from './ensemble.ts';

const maps: EnsembleMaps = {
  ...{ members: [], thresholdsM: [0.05, 0.3], cellM: 8 },
  probability: [Float32Array.of(1), Float32Array.of(0.25)],
  arrivalS: [Float32Array.of(60), Float32Array.of(300), Float32Array.of(Number.NaN)],
};
const request = { members: 4 } as EnsembleRequest;

function anEnsemble(news: readonly EnsembleNews[]) {
  const store = aTown();
  const frames = createFrames();
  frames.publish(FLOOD_LINE, {
    async *stream() {
      yield* news;
    },
  });
  const run = startRun(store, aScenario());
  const stop = followEnsemble({ store, frames }, new AbortController().signal);
  const shown = (colouring: FloodColouring) => {
    changeLook(store, { colouring });
    return frames.peek<FloodMap>(FLOOD_MAP);
  };
  return { store, run, shown, stop, desk: () => frames.peek<EnsembleDesk>(FLOOD_ENSEMBLE) };
}

describe('the maps of an ensemble', () => {
  it('are how likely a depth is, and when the water comes in one, five and nine of ten runs', async () => {
    const { run, shown, desk } = anEnsemble([{ kind: 'maps', done: 4, of: 4, maps }]);
    desk()?.start(run, request);
    await vi.waitFor(() => expect(desk()?.phase).toBe('done'));
    expect(shown('probability')).toEqual({
      run,
      colouring: 'probability',
      values: maps.probability[0],
    });
    desk()?.show(1);
    expect(shown('probability')?.values).toBe(maps.probability[1]);
    expect(shown('arrival-early')).toEqual({
      run,
      colouring: 'arrival-early',
      values: maps.arrivalS[0],
    });
    expect(shown('arrival-middle')?.values).toBe(maps.arrivalS[1]);
    expect(shown('arrival-late')?.values).toBe(maps.arrivalS[2]);
  });

  it('leave other maps alone', async () => {
    const { run, shown, desk } = anEnsemble([{ kind: 'maps', done: 1, of: 4, maps }]);
    desk()?.start(run, request);
    await vi.waitFor(() => expect(desk()?.done).toBe(1));
    expect(shown('max-depth')).toBeUndefined();
  });

  it('go with the run that they are of', async () => {
    const { store, run, shown, desk } = anEnsemble([{ kind: 'maps', done: 4, of: 4, maps }]);
    desk()?.start(run, request);
    await vi.waitFor(() => expect(desk()?.phase).toBe('done'));
    expect(shown('arrival-early')).toBeDefined();
    forgetRun(store, run);
    expect(shown('arrival-early')).toBeUndefined();
  });
});
