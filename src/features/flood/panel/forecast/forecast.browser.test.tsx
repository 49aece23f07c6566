import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { createFrames } from '#scene/frames.ts';
import { FramesProvider } from '#scene/use-frames.tsx';
import { StoreProvider } from '#store/use-store.tsx';
import { KitProvider } from '#ui';
import { expectAccessible } from '#ui/testing/accessible.ts';
import { FLOOD_FORECASTS, type ForecastDesk } from '../../contract/forecasts.ts';
import { aTown } from '../../state/a-flood.ts';
import { selectFlood } from '../../state.ts';
import ForecastTool from './ForecastTool.tsx';

beforeEach(() => page.viewport(420, 1500));

const datastream = {
  ...{ number: 4, sensor: 'T-1', name: 'Harbour', kind: 'tide', property: 'waterLevel' as const },
  ...{ longitudeDeg: 10.64, latitudeDeg: 54.3, isForecast: true },
};

async function show() {
  const store = aTown();
  const frames = createFrames();
  const desk: ForecastDesk = {
    datastreams: [datastream],
    look: () => undefined,
    read: async (one) => ({
      ...one,
      points: [
        [Date.now() + 3_600_000, 0.8],
        [Date.now() + 7_200_000, 1.4],
      ],
    }),
  };
  frames.publish(FLOOD_FORECASTS, desk);
  const screen = await render(
    <StoreProvider store={store}>
      <FramesProvider frames={frames}>
        <KitProvider theme="light" language="en">
          <main>
            <ForecastTool />
          </main>
        </KitProvider>
      </FramesProvider>
    </StoreProvider>,
  );
  return { screen, runs: () => selectFlood(store.getState()).runs, store };
}

describe('the tool of forecast series', () => {
  it('says what is wrong with its line, and runs at once what is right', async () => {
    const { screen, runs } = await show();
    const field = screen.getByRole('textbox', { name: 'Series' });
    await field.fill('t_h,stage (cm),rain (mm/h)\n0,85,0\n6,high,12\n12,120,0');
    await expect
      .element(screen.getByText('Line 3: stage (cm) is “high”; a number is expected.'))
      .toBeVisible();
    expect(screen.getByRole('button', { name: 'Run it' }).elements()).toHaveLength(0);
    await field.fill('t_h,stage (cm),rain (mm/h)\n0,85,0\n6,140,12\n12,120,0');
    await expect.element(screen.getByText('0.85 to 1.40 m')).toBeVisible();
    await expectAccessible();
    await screen.getByRole('button', { name: 'Run it' }).click();
    const [run] = runs();
    expect(run?.scenario.durationS).toBe(12 * 3600);
    expect(run?.scenario.sources.map(({ kind, name }) => [kind, name])).toEqual([
      ['stage', 'stage (cm), The sea, along the coast'],
      ['rain', 'rain (mm/h), Everywhere'],
    ]);
    const [sea] = run?.scenario.sources ?? [];
    expect(sea?.kind === 'stage' && sea.level.map(([, level]) => level)).toEqual(
      // Centimetres as metres, to the last bit of a float.
      [0.85, 1.4, 1.2].map((level) => expect.closeTo(level, 12)),
    );
  });

  it('lets its place be drawn, and then runs', async () => {
    const { screen, store, runs } = await show();
    await screen
      .getByRole('textbox', { name: 'Series' })
      .fill('time (min),flow (m3/s)\n0,10\n60,40');
    await screen.getByRole('combobox', { name: 'Where it acts' }).click();
    await screen.getByRole('option', { name: 'Draw it on the globe' }).click();
    await screen.getByRole('button', { name: /Draw where it acts/ }).click();
    expect(selectFlood(store.getState()).drawing).toMatchObject({ part: 'inflow', into: 'new' });
    expect(runs()).toHaveLength(0);
  });

  it('takes a forecast of the city as its table', async () => {
    const { screen, store, runs } = await show();
    await screen.getByRole('button', { name: /Harbour/ }).click();
    await expect
      .poll(() => selectFlood(store.getState()).pasted.text)
      .toMatch(/^time, stage \(m\)\n.*, 0\.8\n.*, 1\.4$/);
    await screen.getByRole('button', { name: 'Run it' }).click();
    expect(runs()[0]?.scenario.name).toBe('Forecast: Harbour');
  });
});
