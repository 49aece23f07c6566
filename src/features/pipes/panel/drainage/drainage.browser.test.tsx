import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { createFrames } from '#scene/frames.ts';
import { FramesProvider } from '#scene/use-frames.tsx';
import { createAppStore } from '#store/store.ts';
import { StoreProvider } from '#store/use-store.tsx';
import { KitProvider } from '#ui';
import { expectAccessible } from '#ui/testing/accessible.ts';
import { DRAINAGE_LINE } from '../../contract/channels.ts';
import {
  DRAINAGE_MATCHES,
  type DrainageMatch,
  type DrainageNews,
  type DrainageRequest,
  type DrainageRun,
} from '../../contract/drainage.ts';
import { pipeValues } from '../../contract.ts';
import { selectPipes } from '../../state.ts';
import DrainageTool from './DrainageTool.tsx';

const match: DrainageMatch = {
  ...{ network: 'storm', links: 8002, nodes: 7970, catchments: 2150, catchmentM2: 1.5e7 },
  pumps: [{ id: 'PU-1', key: 'storm/link/PU-1' }],
  assumptions: [{ what: 'manning', count: 7925 }],
};
const NOON = Date.parse('2026-11-26T11:00:00Z');
const notable = {
  ...{ key: 'storm/node/M-1', id: 'M-1', floodedM3: 61.8, beganS: 1245, floodedS: 192 },
  ...{ peakM3s: 0.51, surchargedS: 462, depthM: 2.2 },
};
const run: DrainageRun = {
  ...{
    network: 'storm',
    run: 'storm-1',
    model: 'dynamic wave',
    startMs: NOON,
    endMs: NOON + 7.2e6,
  },
  ...{ rainM: 0.0208, rainM3: 321_631, runoffM3: 151_610, outflowM3: 143_290, floodedM3: 280 },
  ...{ storedM3: 5584, balanceError: 0.0004, timesRealTime: 101, floodedNodes: 1 },
  ...{ surchargedNodes: 0, flooded: [notable], surcharged: [], assumptions: match.assumptions },
};

function show(news: readonly DrainageNews[], error?: Error) {
  const store = createAppStore();
  const frames = createFrames();
  const asked: DrainageRequest[] = [];
  frames.publish(DRAINAGE_MATCHES, [match]);
  frames.publish(DRAINAGE_LINE, {
    async *stream(_: string, request: DrainageRequest) {
      asked.push(request);
      yield* news;
      if (error) throw error;
    },
  });
  const screen = render(
    <StoreProvider store={store}>
      <FramesProvider frames={frames}>
        <KitProvider theme="dark" language="en">
          <DrainageTool />
        </KitProvider>
      </FramesProvider>
    </StoreProvider>,
  );
  return { store, frames, asked, screen };
}

const values = {
  ...{ network: 'storm', atMs: NOON, model: 'dynamic wave', staleSinceMs: undefined },
  ...{ links: { filling: new Float32Array(1) }, nodes: {} },
};
const progress = { kind: 'progress', doneS: 60, totalS: 120, timesRealTime: 99, values } as const;

describe('the tool for storms', () => {
  it('runs the storm that was chosen, shows each frame and what it found', async () => {
    const { store, frames, asked, screen } = show([progress, { kind: 'run', run }]);
    await screen;
    await page.getByText('PU-1').click();
    await page.getByRole('button', { name: 'Run the storm' }).click();
    await expect.element(page.getByText('Overflowing manholes (1)')).toBeVisible();
    await expect.element(page.getByText('M-1')).toBeVisible();
    expect(asked[0]).toMatchObject({
      ...{ network: 'storm', stoppedPumps: ['PU-1'], durationS: 7200 },
      storm: { form: 'euler-2', durationS: 3600, returnYears: 5 },
    });
    expect(frames.peek(pipeValues('storm'))).toBe(values);
    expect(selectPipes(store.getState()).look.colouring).toBe('filling');
    expect(store.getState().clock).toMatchObject({ mode: 'set', now: NOON });
    await userEvent.keyboard('{Tab}');
  });

  it('says why a storm could not be run', async () => {
    await show([progress], new RangeError('Pipe P-9 is not in the model of storm.')).screen;
    await page.getByRole('button', { name: 'Run the storm' }).click();
    await expect.element(page.getByText('Pipe P-9 is not in the model of storm.')).toBeVisible();
  });

  it('is usable without sight', async () => {
    const { screen } = show([{ kind: 'run', run }]);
    const { container } = await screen;
    await page.getByRole('button', { name: 'Run the storm' }).click();
    await expect.element(page.getByText('Overflowing manholes (1)')).toBeVisible();
    await expectAccessible(container);
  });
});
