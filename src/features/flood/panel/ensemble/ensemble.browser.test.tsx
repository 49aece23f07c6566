import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { createFrames } from '#scene/frames.ts';
import { FramesProvider } from '#scene/use-frames.tsx';
import { StoreProvider } from '#store/use-store.tsx';
import { KitProvider } from '#ui';
import { expectAccessible } from '#ui/testing/accessible.ts';
import type { FloodLine } from '#workers/flood/client.ts';
import { aCity, aScenario, placeAt, someTopics } from '#workers/flood/run/a-flood.ts';
import { RunDesk } from '#workers/flood/run-desk.ts';
import type { EnsembleDesk } from '../../contract/ensemble.ts';
import { FLOOD_ENSEMBLE } from '../../contract/ensemble.ts';
import { FLOOD_LINE, FLOOD_MAP, type FloodMap } from '../../contract.ts';
import { followEnsemble } from '../../session/ensemble.ts';
import { aTown } from '../../state/a-flood.ts';
import { startRun } from '../../state/runs.ts';
import { selectFlood } from '../../state.ts';
import EnsembleTool from './EnsembleTool.tsx';

beforeEach(() => page.viewport(420, 1300));

/** The tool of a run on a small slope, with the real desk of the worker behind the line. */
async function show(durationS = 60) {
  const store = aTown();
  const frames = createFrames();
  const desk = new RunDesk(someTopics(), aCity);
  const scenario = aScenario({ durationS });
  const run = startRun(store, scenario);
  for await (const _ of desk.begin({ run, scenario }).news(new AbortController().signal));
  const line = {
    stream: (
      _: 'ensemble',
      params: Parameters<RunDesk['ensemble']>[0],
      { signal }: { signal: AbortSignal },
    ) => desk.ensemble(params, signal),
  } as unknown as FloodLine;
  frames.publish(FLOOD_LINE, line);
  const life = new AbortController();
  const stop = followEnsemble({ store, frames }, life.signal);
  const screen = await render(
    <StoreProvider store={store}>
      <FramesProvider frames={frames}>
        <KitProvider theme="light" language="en">
          <main>
            <EnsembleTool />
          </main>
        </KitProvider>
      </FramesProvider>
    </StoreProvider>,
  );
  return { screen, store, frames, stop, run };
}

describe('the tool of ensembles', () => {
  it('runs, shows a probability on the globe, and is told apart by its depths', async () => {
    const { screen, store, frames, run } = await show();
    await expect.element(screen.getByText('Flows and rain')).toBeVisible();
    expect(screen.getByText('Breach width').elements()).toHaveLength(0);
    await screen.getByLabelText('Runs').fill('3');
    await screen.getByRole('button', { name: 'Run them' }).click();
    await expect
      .poll(() => frames.peek<EnsembleDesk>(FLOOD_ENSEMBLE)?.phase, { timeout: 20_000 })
      .toBe('done');
    await expect
      .element(screen.getByText(/3 runs at cells of 20 m|3 runs at cells of 10 m/))
      .toBeVisible();
    await screen.getByRole('button', { name: 'Show on the globe' }).click();
    expect(selectFlood(store.getState()).look.colouring).toBe('probability');
    const map = frames.peek<FloodMap>(FLOOD_MAP);
    expect(map).toMatchObject({ run, colouring: 'probability' });
    expect(Math.max(...(map?.values ?? []))).toBe(1);
    // The radio lies hidden behind its word, which may be below the small window of the test.
    const deep = screen.getByRole('radio', { name: '0.6 m', exact: true }).element();
    if (deep instanceof HTMLElement) deep.click();
    const deeper = frames.peek<FloodMap>(FLOOD_MAP)?.values ?? new Float32Array();
    const sum = (values: Float32Array) => values.reduce((total, value) => total + value, 0);
    expect(sum(deeper)).toBeLessThan(sum(map?.values ?? new Float32Array()));
    await screen.getByRole('button', { name: 'in 1 of 10 runs' }).click();
    expect(frames.peek<FloodMap>(FLOOD_MAP)?.colouring).toBe('arrival-early');
    await expect.element(screen.getByText('Arrival in one of ten runs')).toBeVisible();
    await expectAccessible();
  });

  it('is stopped by a person, and says how far it came', async () => {
    const { screen, frames } = await show(600);
    expect(placeAt(0, 0)[0]).toBe(10);
    await screen.getByLabelText('Runs').fill('200');
    await screen.getByRole('button', { name: 'Run them' }).click();
    await screen.getByRole('button', { name: 'Stop' }).click();
    await expect
      .poll(() => frames.peek<EnsembleDesk>(FLOOD_ENSEMBLE)?.phase, { timeout: 20_000 })
      .toBe('stopped');
    await expect.element(screen.getByText(/Stopped after/)).toBeVisible();
  });
});
