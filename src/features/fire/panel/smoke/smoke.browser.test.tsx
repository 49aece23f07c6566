import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { CityManifest } from '#contract/city-package.ts';
import { instant } from '#model/time.ts';
import { createFrames } from '#scene/frames.ts';
import { FramesProvider } from '#scene/use-frames.tsx';
import { setTime } from '#store/clock.ts';
import { setPreferences } from '#store/preferences.ts';
import { createAppStore } from '#store/store.ts';
import { StoreProvider, useAppState } from '#store/use-store.tsx';
import { KitProvider } from '#ui';
import { expectAccessible } from '#ui/testing/accessible.ts';
import { aTownOf, MIDDLE } from '#workers/fire-smoke/a-smoke.ts';
import type { FireSmokeProtocol } from '#workers/fire-smoke/protocol.ts';
import { createFireSmokeService } from '#workers/fire-smoke/service.ts';
import { connect, type Endpoint, serve } from '#workers/port.ts';
import { FIRE_MOMENT, type FireMoment } from '../../contract/spread.ts';
import { startSmoke } from '../../session/smoke.ts';
import { aFire } from '../../state/a-fire.ts';
import { addFire } from '../../state/fires.ts';
import { addRelease } from '../../state/releases.ts';
import { selectFire } from '../../state.ts';
import SmokeSection from './SmokeSection.tsx';
import SmokeTool from './SmokeTool.tsx';

const manifest: CityManifest = {
  ...{ format: 'panopolis-city', version: 1, id: 'testham', name: 'Testham' },
  ...{ build: '0123456789ab', boundsDeg: [9.9, 53.9, 10.1, 54.1], heightM: [0, 30] },
  crs: { horizontal: 'EPSG:25832', vertical: 'EPSG:7837' },
  ...{ timeZone: 'Europe/Berlin', sources: [], layers: [] },
};
const NOON_MS = Date.UTC(2026, 5, 21, 11);
const school = {
  ...{ feature: 'city', id: 'B-3', index: 3, kind: 'school', name: 'Lime School', people: 120 },
  at: [MIDDLE[0] + 0.0005, MIDDLE[1]] as const,
};
const depot = { ...school, id: 'B-4', kind: 'coldStore', name: 'Depot', people: 4 };
const lives: AbortController[] = [];
afterEach(() => {
  for (const life of lives.splice(0)) life.abort();
});

function Screens({ Part }: { readonly Part: () => React.ReactNode }) {
  const language = useAppState(({ preferences }) => preferences.language);
  return (
    <KitProvider theme="light" language={language}>
      <main>
        <Part />
      </main>
    </KitProvider>
  );
}

/** A screen with the real service of the worker behind it. */
async function show(Part: () => React.ReactNode) {
  const store = createAppStore({ city: { manifest, baseUrl: 'http://localhost/data/testham/' } });
  setTime(store, instant(NOON_MS));
  const frames = createFrames();
  const life = new AbortController();
  lives.push(life);
  const town = { ...aTownOf(), sites: [depot, school] };
  const inside = town.inside;
  const stop = startSmoke({ store, frames }, life.signal, {
    ...{ now: () => 0, waitMs: 50 },
    startWorker() {
      const { port1, port2 } = new MessageChannel();
      const open = async () => ({
        ...town,
        inside: (rings: Parameters<typeof inside>[0]) => {
          const found = inside(rings);
          return { ...found, sites: found.buildings > 0 ? town.sites : [] };
        },
      });
      serve<FireSmokeProtocol>(
        port1 as unknown as Endpoint,
        createFireSmokeService({ open, now: () => 0 }),
      );
      return connect<FireSmokeProtocol>(port2 as unknown as Endpoint, 'fire-smoke');
    },
  });
  life.signal.addEventListener('abort', () => stop?.());
  await page.viewport(390, 1800);
  const screen = await render(
    <StoreProvider store={store}>
      <FramesProvider frames={frames}>
        <Screens Part={Part} />
      </FramesProvider>
    </StoreProvider>,
  );
  return { screen, store, frames };
}

/** Thirty houses that smoulder: their smoke stays low. */
const houses = Array.from({ length: 30 }, (_, at) => at);
const aMoment: FireMoment = {
  ...{ scenario: 'f', timeS: 3600, burning: Uint32Array.from(houses) },
  heatKW: Float32Array.from(houses, () => 450),
  ...{ ignitedSoFar: 30, burntOut: 0, heatTotalMW: 13.5, next10: 0, next30: 0, next60: 0 },
  peopleInBurning: 300,
};

describe('the smoke of a fire in its card', () => {
  it('says who is inside, schools before depots, with ranges, wind and what it is not for', async () => {
    const { screen, store, frames } = await show(SmokeSection);
    await expect.element(screen.getByText('No smoke yet')).toBeVisible();
    addFire(store, aFire({ startMs: NOON_MS - 3_600_000 }));
    frames.publish(FIRE_MOMENT, aMoment);
    await expect
      .element(screen.getByRole('list', { name: 'Loss of sight' }), { timeout: 5000 })
      .toBeVisible();
    await expect.element(screen.getByText(/people by day/).first()).toHaveTextContent(/\(\d/);
    const names = screen.getByRole('list', { name: 'Who is inside' }).element().textContent ?? '';
    expect(names.indexOf('Lime School')).toBeLessThan(names.indexOf('Depot'));
    await expect.element(screen.getByText(/Harbour/)).toBeVisible();
    await expect.element(screen.getByText(/not for life-safety decisions/)).toBeVisible();
    await screen.getByRole('button', { name: 'Show Lime School' }).click();
    expect(store.getState().selection).toEqual([{ feature: 'city', id: 'B-3', index: 3 }]);
    await expectAccessible();
    setPreferences(store, { language: 'zh' });
    await expect.element(screen.getByText('毒气危害').first()).toBeVisible();
    expect(document.body.textContent).not.toMatch(/by day|Sight below/);
  });
});

describe('the tool of smoke and releases', () => {
  it('takes a commander from a place to people inside in a few presses', async () => {
    const { screen, store } = await show(SmokeTool);
    await screen.getByRole('button', { name: 'In the middle of the city' }).click();
    await expect.element(screen.getByText(/Gas leaks steadily · Ammonia/).first()).toBeVisible();
    await expect
      .element(screen.getByRole('list', { name: 'Zones' }), { timeout: 5000 })
      .toHaveTextContent(/AEGL-3/);
    await expect.element(screen.getByText(/No weather station speaks/)).toBeVisible();
    await expectAccessible();
    await screen.getByRole('textbox', { name: 'Rate' }).fill('4');
    expect(selectFire(store.getState()).releases.releases[0]?.rateKgS).toBe(4);
    await screen.getByRole('button', { name: 'Done' }).click();
    expect(screen.getByRole('button', { name: 'Done' }).elements()).toHaveLength(0);
    await screen.getByRole('button', { name: /^Forget/ }).click();
    await expect.element(screen.getByText('None yet')).toBeVisible();
  });

  it('shows the distances of an explosion, and what it cannot say', async () => {
    const { screen, store } = await show(SmokeTool);
    addRelease(store, { at: MIDDLE, building: '', name: 'Yard', kind: 'blast' });
    await expect
      .element(screen.getByRole('list', { name: 'Zones' }), { timeout: 5000 })
      .toHaveTextContent(/6\.89 kPa \(1 psi\).*up to 67 m/);
    await expect.element(screen.getByText('What this can’t say')).toBeVisible();
    await screen.getByRole('textbox', { name: 'Amount' }).fill('0');
    await expect.element(screen.getByText(/amount is missing/), { timeout: 5000 }).toBeVisible();
  });
});
