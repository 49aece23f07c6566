import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { WATER_READINGS, type WaterReading } from '#model/water-reading.ts';
import { createFrames } from '#scene/frames.ts';
import { FramesProvider } from '#scene/use-frames.tsx';
import { StoreProvider } from '#store/use-store.tsx';
import { KitProvider } from '#ui';
import { expectAccessible } from '#ui/testing/accessible.ts';
import { followLive } from '../../session/live.ts';
import { aTown } from '../../state/a-flood.ts';
import { selectFlood } from '../../state.ts';
import LiveTool from './LiveTool.tsx';

beforeEach(() => page.viewport(420, 1100));

const gauge = (sensor: string, part: Partial<WaterReading>): WaterReading => ({
  ...{ sensor, name: sensor, kind: 'river', longitudeDeg: 10.64, latitudeDeg: 54.3 },
  ...{ property: 'waterLevel', value: 1.5, timeMs: Date.now(), intervalS: 60 },
  ...{ isSimulated: true, isStale: false },
  ...part,
});

async function show(readings: readonly WaterReading[]) {
  const store = aTown();
  const frames = createFrames();
  frames.publish(WATER_READINGS, readings);
  const life = new AbortController();
  const stop = followLive({ store, frames }, life.signal);
  const screen = await render(
    <StoreProvider store={store}>
      <FramesProvider frames={frames}>
        <KitProvider theme="light" language="en">
          <main>
            <LiveTool />
          </main>
        </KitProvider>
      </FramesProvider>
    </StoreProvider>,
  );
  return { screen, store, frames, stop };
}

describe('the tool of live gauges', () => {
  it('lists the gauges and begins a forecast that they drive', async () => {
    const { screen, store, frames, stop } = await show([
      gauge('Mill bridge', { value: 1.234 }),
      gauge('Harbour', { kind: 'tide', value: 0.2 }),
      gauge('Park', { kind: 'rain', property: 'rainfallRate', value: 12 / 3.6e6 }),
    ]);
    await expect.element(screen.getByText('1 of 1 rain gauges speak; mean 12 mm/h')).toBeVisible();
    await expect.element(screen.getByText('1.23')).toBeVisible();
    await screen.getByRole('button', { name: 'Forecast from now' }).click();
    // The record of the hours before can't be had here: it begins without.
    const sources = () => selectFlood(store.getState()).runs[0]?.scenario.sources;
    await expect
      .poll(() => sources()?.map(({ kind, name }) => [kind, name]))
      .toEqual([
        ['stage', 'Mill bridge'],
        ['stage', 'Harbour'],
        ['rain', 'Rain gauges'],
      ]);
    await expect.element(screen.getByText(/^Begun/)).toBeVisible();
    await expectAccessible();

    frames.publish(WATER_READINGS, [
      gauge('Mill bridge', { isStale: true }),
      gauge('Harbour', { kind: 'tide', isStale: true }),
    ]);
    await expect.element(screen.getByText(/gauges that drive it are silent/)).toBeVisible();
    await screen.getByRole('button', { name: 'Stop restarting' }).click();
    await expect.element(screen.getByRole('button', { name: 'Forecast from now' })).toBeVisible();
    stop();
  });

  it('says where a city has no gauges', async () => {
    const { screen } = await show([]);
    await expect.element(screen.getByText('No water gauges here')).toBeVisible();
    vi.restoreAllMocks();
  });
});
