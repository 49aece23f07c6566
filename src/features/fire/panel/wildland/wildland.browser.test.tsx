import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { createFrames } from '#scene/frames.ts';
import { FramesProvider } from '#scene/use-frames.tsx';
import { createAppStore } from '#store/store.ts';
import { StoreProvider, useAppState } from '#store/use-store.tsx';
import { KitProvider } from '#ui';
import { expectAccessible } from '#ui/testing/accessible.ts';
import { aLand, placeOf } from '#workers/fire-wildland/a-land.ts';
import type { WildlandProtocol } from '#workers/fire-wildland/client.ts';
import { createWildlandService } from '#workers/fire-wildland/service.ts';
import { connect, serve } from '#workers/port.ts';
import { startWildland, WILDLAND_TOOL } from '../../session/wildland.ts';
import { shownFireOf } from '../../state/clock.ts';
import { changeWildland, lightWildland } from '../../state/wildland.ts';
import { openTool, selectFire } from '../../state.ts';
import WildlandTool from './WildlandTool.tsx';

beforeEach(() => page.viewport(420, 1400));
const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

function Screen() {
  const { theme, language } = useAppState(({ preferences }) => preferences);
  return (
    <KitProvider theme={theme} language={language}>
      <main>
        <WildlandTool />
      </main>
    </KitProvider>
  );
}

/** The tool with session and service behind it, on a square of grass. */
async function show(lights = false) {
  const store = createAppStore();
  const manifest = {
    boundsDeg: [10, 53.988, 10.012, 54],
    layers: [],
    sources: [],
    heightM: [0, 9],
  };
  store.setState({ city: { manifest, baseUrl: 'http://city/' } as never });
  const frames = createFrames();
  const { port1, port2 } = new MessageChannel();
  const readLand = async () => aLand();
  serve<WildlandProtocol>(port2, createWildlandService({ readLand, now: () => performance.now() }));
  const life = new AbortController();
  const stop = startWildland({ store, frames }, life.signal, {
    startWorker: () => connect<WildlandProtocol>(port1, 'fire-wildland'),
    ...{ now: () => 0, waitMs: 1, quietMs: 0 },
  });
  endings.push(() => {
    life.abort();
    stop();
    port1.close();
    port2.close();
  });
  openTool(store, WILDLAND_TOOL);
  changeWildland(store, {
    weather: { speedMs: 8, fromRad: (3 * Math.PI) / 2, temperatureC: 30, humidity: 0.2 },
    curing: 'cured',
  });
  if (lights) lightWildland(store, placeOf(6, 20));
  const screen = await render(
    <StoreProvider store={store}>
      <FramesProvider frames={frames}>
        <Screen />
      </FramesProvider>
    </StoreProvider>,
  );
  return { screen, store, fire: () => selectFire(store.getState()) };
}

describe('the tool of wildland fires', () => {
  it('tells what the weather makes of the land before anything burns', async () => {
    const { screen } = await show();
    await expect.element(screen.getByRole('table', { name: /Burnable ground/ })).toBeVisible();
    await expect.element(screen.getByText(/^Moisture: fine dead fuel/)).toBeVisible();
    expect(screen.getByRole('grid', { name: 'How it grows' }).query()).toBeNull();
  });

  it('shows growth and houses of a fire, its legend, and carries it into the town', async () => {
    const { screen, store, fire } = await show(true);
    await expect.element(screen.getByRole('grid', { name: 'How it grows' })).toBeVisible();
    await expect.element(screen.getByRole('gridcell', { name: /^B-0\b/ })).toBeInTheDocument();
    await expect.element(screen.getByRole('figure', { name: 'Arrival of the fire' })).toBeVisible();
    await screen.getByRole('button', { name: 'Carry it to the town: 2 houses alight' }).click();
    const carried = shownFireOf(store.getState());
    expect(carried?.ignitions.map(({ building }) => building.id)).toEqual(['B-0', 'B-1']);
    expect(carried?.ignitions[0]?.timeS).toBeGreaterThan(0);
    expect(carried?.wind[0]?.speedMs).toBe(8);
    expect(fire().tool).toBe('');
  });

  it('is computed anew with another weather, by keys', async () => {
    const { screen, fire } = await show();
    await expect.element(screen.getByText(/^Moisture: fine dead fuel/)).toBeVisible();
    (await screen.getByRole('slider', { name: 'Humidity' }).findElement()).focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(fire().wildland.weather?.humidity).toBeCloseTo(0.3, 9);
    await screen.getByText('Green', { exact: true }).click();
    await expect.element(screen.getByText(/grass 120 %/)).toBeVisible();
  });

  it('runs its chances and stops them', async () => {
    const { screen, fire } = await show();
    await expect.element(screen.getByText(/^Moisture: fine dead fuel/)).toBeVisible();
    await screen.getByRole('button', { name: 'Run 500 fires' }).click();
    expect(fire().look.wildland).toBe('burn-probability');
    await screen.getByRole('button', { name: 'Stop' }).click();
    expect(fire().wildland.fires).toBe(0);
    await expect.element(screen.getByRole('button', { name: 'Run 500 fires' })).toBeVisible();
  });

  it('can be read by machines', async () => {
    const { screen } = await show(true);
    await expect.element(screen.getByRole('grid', { name: 'How it grows' })).toBeVisible();
    await expectAccessible();
  });
});
