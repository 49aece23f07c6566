import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { HYDRANT_LINE, type HydrantLine } from '#model/hydrant-flow.ts';
import { type RoadClosures, roadClosuresOf } from '#model/road-closures.ts';
import { instant } from '#model/time.ts';
import { createFrames } from '#scene/frames.ts';
import { FramesProvider } from '#scene/use-frames.tsx';
import { setTime } from '#store/clock.ts';
import { setPreferences } from '#store/preferences.ts';
import { createAppStore } from '#store/store.ts';
import { StoreProvider, useAppState } from '#store/use-store.tsx';
import { KitProvider } from '#ui';
import { expectAccessible } from '#ui/testing/accessible.ts';
import { aRoadTown, placeAt, type RoadTownSaid } from '#workers/fire-response/a-road-town.ts';
import type { FireResponseProtocol } from '#workers/fire-response/client.ts';
import { createResponseService } from '#workers/fire-response/service.ts';
import { connect, serve } from '#workers/port.ts';
import type { BuildingRef } from '../../contract.ts';
import { startResponse } from '../../session/response.ts';
import { aimAt } from '../../state/change-response.ts';
import { ignite } from '../../state/fires.ts';
import { selectFire } from '../../state.ts';
import ResponseSection from './ResponseSection.tsx';
import ResponseTool from './ResponseTool.tsx';

const NOW = Date.UTC(2026, 6, 1, 12);
const third: BuildingRef = { id: 'B-2', index: 2, name: 'Third House', at: placeAt(200) };

const ends: (() => void)[] = [];
beforeEach(() => page.viewport(460, 1300));
afterEach(() => {
  for (const end of ends.splice(0).reverse()) end();
});

/** Two hydrants that give 20 L/s each, 25 together. */
const line: HydrantLine = {
  ...{ network: 'Water', changes: 0 },
  hydrants: async () =>
    [190, 230].map((x) => ({
      ...{ id: `H-${x}`, key: `water/node/H-${x}`, index: x },
      ...{ longitudeDeg: placeAt(x)[0], latitudeDeg: 54 },
    })),
  flows: async ({ hydrants, atMs, residualPa }) => ({
    ...{ atMs, residualPa, model: 'EPANET, demand-driven', unknown: [] },
    rows: hydrants.map((id) => ({ id, flowM3s: 0.02, staticPa: 4.2e5, limit: 'hydrant' })),
  }),
  together: async ({ hydrants, atMs, mostM3s }) => ({
    ...{ atMs, model: 'EPANET, demand-driven', totalM3s: 0.025, limit: 'hydrants' },
    rows: hydrants.map((id) => ({ id, flowM3s: Math.min(mostM3s, 0.0125) })),
  }),
};

function Screens({ what }: { readonly what: React.ReactNode }) {
  const { theme, language } = useAppState(({ preferences }) => preferences);
  return (
    <KitProvider theme={theme} language={language}>
      <main>{what}</main>
    </KitProvider>
  );
}

interface Given {
  readonly town?: RoadTownSaid;
  readonly hasNetwork?: boolean;
  readonly fails?: string;
  readonly language?: 'en' | 'zh';
}

/** Screens with the real session and the real service at the other end of the real port. */
async function show(what: React.ReactNode, given: Given = {}) {
  const store = createAppStore();
  const layers = [{ kind: 'buildings', id: 'buildings', index: 'index', columns: [] }];
  const manifest = { id: 'town', name: 'Town', build: 'b1', layers, sources: [], crs: {} };
  const more = { timeZone: 'Europe/Berlin', heightM: [0, 20] };
  store.setState({
    city: { manifest: { ...manifest, ...more }, baseUrl: 'http://city/' } as never,
  });
  setTime(store, instant(NOW));
  if (given.language) setPreferences(store, { language: given.language });
  const frames = createFrames();
  const { city, read } = aRoadTown(
    given.town ?? { stations: [{ house: 0, engines: 5, crew: 20 }] },
  );
  const service = createResponseService({ read, now: () => performance.now() });
  const startWorker = () => {
    const { port1, port2 } = new MessageChannel();
    serve<FireResponseProtocol>(port2, {
      ...service,
      calls: {
        ...service.calls,
        open(_, context) {
          if (given.fails !== undefined) throw new Error(given.fails);
          return service.calls.open({ city }, context);
        },
      },
    });
    return connect<FireResponseProtocol>(port1, 'fire-response');
  };
  if (given.hasNetwork !== false) frames.publish(HYDRANT_LINE, line);
  const life = new AbortController();
  const stop = startResponse({ store, frames }, life.signal, {
    ...{ startWorker, now: () => NOW, waitMs: 60_000 },
  });
  const screen = await render(
    <StoreProvider store={store}>
      <FramesProvider frames={frames}>
        <Screens what={what} />
      </FramesProvider>
    </StoreProvider>,
  );
  ends.push(() => {
    life.abort();
    stop?.();
    screen.unmount();
  });
  return { screen, store, frames };
}

describe('the tool of engines and water', () => {
  it('asks for a building first, then lists engines by their arrival', async () => {
    const { screen, store } = await show(<ResponseTool />);
    await expect.element(screen.getByText('Select a building and take it')).toBeVisible();
    aimAt(store, third);
    const grid = screen.getByRole('grid', { name: 'Engines' });
    await expect.element(grid.getByText('Station 0 1')).toBeVisible();
    // 80 + 39 + 20 s.
    await expect.element(grid.getByText('2:19 min').first()).toBeVisible();
    await expect.element(screen.getByText(/ignite one in the twin first/)).toBeVisible();
    await expect
      .element(screen.getByText('Screening, not for life-safety decisions.'))
      .toBeVisible();
    await expectAccessible();
  });

  it('says need, what hydrants give together, and the shortfall with its formula', async () => {
    const { screen, store } = await show(<ResponseTool />);
    aimAt(store, third);
    await userEvent.click(screen.getByRole('tab', { name: 'Water' }));
    await expect.element(screen.getByText('short of 38.1 L/s')).toBeVisible();
    await expect.element(screen.getByText('2 of 2 in reach, open at once').first()).toBeVisible();
    await userEvent.click(screen.getByText('How it was found'));
    await expect.element(screen.getByText(/63\.1 − \(12\.5 \+ 12\.5\)\) = 38\.1/)).toBeVisible();
    await expect
      .element(screen.getByText(/Each alone they would give 40\.0\sL\/s in all/).first())
      .toBeVisible();
    const row = screen.getByRole('grid', { name: 'Hydrants in reach' }).getByText('H-190');
    await userEvent.dblClick(row);
    expect(store.getState().selection).toEqual([
      { feature: 'pipes', index: 190, id: 'water/node/H-190' },
    ]);
    await expectAccessible();
  });

  it('says that flows are not known where no network is open', async () => {
    const { screen, store } = await show(<ResponseTool />, { hasNetwork: false });
    aimAt(store, third);
    await userEvent.click(screen.getByRole('tab', { name: 'Water' }));
    await expect
      .element(screen.getByText('No water network with a hydraulic model is open.'))
      .toBeVisible();
    await expect.element(screen.getByText('63.1 L/s')).toBeVisible();
  });

  it('takes closures into account as they come, and leaves a source out by its switch', async () => {
    const { screen, store, frames } = await show(<ResponseTool />);
    aimAt(store, third);
    await expect.element(screen.getByText('2:19 min').first()).toBeVisible();
    const flood: RoadClosures = {
      ...{ source: 'flood', name: 'Levee breach', isSimulated: true },
      streets: [{ id: 'S-1', to: 'engines', fromMs: NOW - 1000 }],
    };
    frames.publish(roadClosuresOf('flood'), flood);
    // 5 s, 60 s round, 10 s back, 5 s.
    await expect.element(screen.getByText('3:19 min').first()).toBeVisible();
    await userEvent.click(screen.getByRole('tab', { name: /Roads/ }));
    await expect.element(screen.getByText('1 street, Levee breach')).toBeVisible();
    await userEvent.click(screen.getByRole('switch', { name: 'Flood' }));
    await expect.element(screen.getByText('not taken into account')).toBeVisible();
    await userEvent.click(screen.getByRole('tab', { name: 'Engines' }));
    await expect.element(screen.getByText('2:19 min').first()).toBeVisible();
    await expectAccessible();
  });

  it('finds a better place, tries it and shows the standards before and after', async () => {
    const { screen, store } = await show(<ResponseTool />, {
      town: { stations: [{ house: 0, engines: 1 }] },
    });
    aimAt(store, third);
    await userEvent.click(screen.getByRole('tab', { name: 'Next station' }));
    await userEvent.click(screen.getByRole('button', { name: 'Find places' }));
    await userEvent.click(screen.getByRole('button', { name: 'Try Street S-5' }));
    expect(selectFire(store.getState()).response.added).toHaveLength(1);
    await expect
      .element(screen.getByRole('textbox', { name: 'Engines of Street S-5' }))
      .toBeVisible();
    await userEvent.click(screen.getByRole('tab', { name: 'Standards' }));
    await expect.element(screen.getByText('With the changes')).toBeVisible();
    await expect.element(screen.getByText('83.3%').first()).toBeVisible();
    // A second station halves the area of each; nobody drives to the house without a street.
    await expect.element(screen.getByText(/^0\.1\skm²$/).first()).toBeVisible();
    await expectAccessible();
  });

  it('says why nothing can be computed', async () => {
    const { screen, store } = await show(<ResponseTool />, { fails: 'index.bin: 404.' });
    aimAt(store, third);
    await expect.element(screen.getByText(/can't be read: index\.bin: 404/)).toBeVisible();
  });

  it('says what a city lacks', async () => {
    const { screen, store } = await show(<ResponseTool />, {
      town: { hasStreets: false, stations: [] },
    });
    aimAt(store, third);
    await expect.element(screen.getByText(/The city has no streets/)).toBeVisible();
    await expect.element(screen.getByText(/names no fire station/)).toBeVisible();
    await expect.element(screen.getByText('No engine reaches this building')).toBeVisible();
  });

  it('is Chinese on a phone, without anything cut off', async () => {
    await page.viewport(390, 844);
    const { screen, store } = await show(<ResponseTool />, { language: 'zh' });
    aimAt(store, third);
    await expect.element(screen.getByText('2:19 分').first()).toBeVisible();
    await userEvent.click(screen.getByRole('tab', { name: '供水' }));
    await expect.element(screen.getByText('缺 38.1 L/s')).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});

describe('the section of the shown fire', () => {
  it('counts engines down by the clock once they are sent, and sends none twice', async () => {
    const { screen, store } = await show(<ResponseSection />);
    ignite(store, third);
    await expect.element(screen.getByText('2:19 min').first()).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Send these 4' }));
    const fire = selectFire(store.getState()).scenarios[0];
    expect(fire?.engines.map(({ id, arriveS }) => [id, arriveS])).toEqual(
      [1, 2, 3, 4].map((at) => [`FIR-0/${at}`, 139]),
    );
    await expect.element(screen.getByText('in 2:19 min').first()).toBeVisible();
    setTime(store, instant(NOW + 60_000));
    await expect.element(screen.getByText('in 1:19 min').first()).toBeVisible();
    setTime(store, instant(NOW + 600_000));
    await expect.element(screen.getByText('there').first()).toBeVisible();
    await expect.element(screen.getByText('All of the full alarm are sent')).toBeVisible();
    await expect.element(screen.getByText('short of 38.1 L/s')).toBeVisible();
    await expectAccessible();
  });
});
