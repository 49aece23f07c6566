import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { CityManifest } from '#contract/city-package.ts';
import { createFrames } from '#scene/frames.ts';
import { setPreferences } from '#store/preferences.ts';
import { select } from '#store/selection.ts';
import { type AppStore, createAppStore } from '#store/store.ts';
import { StoreProvider, useAppState } from '#store/use-store.tsx';
import { KitProvider } from '#ui';
import { expectAccessible } from '#ui/testing/accessible.ts';
import type { CityProtocol } from '#workers/city/protocol.ts';
import { createCityService } from '#workers/city/service.ts';
import { connect, serve } from '#workers/port.ts';
import CityInspector from './inspector.tsx';
import { aCity } from './kernel/a-city.ts';
import CityPanel from './panel.tsx';
import { startCitySession } from './session.ts';
import { hide, selectCity } from './state.ts';

const COUNT = 120;
const each = <Value,>(make: (index: number) => Value) =>
  Array.from({ length: COUNT }, (_, i) => make(i));
const uses = ['wonen', 'winkel', 'kantoor'];
const town = aCity(COUNT)
  .withNumbers(
    'hoogte',
    each((i) => (i % 10 === 9 ? undefined : 3 + i / 4)),
    { role: 'height', unit: 'm' },
  )
  .withNumbers(
    'bouwjaar',
    each((i) => 1900 + i),
    { role: 'year' },
  )
  .withCategories(
    'gebruik',
    each((i) => uses[i % 3]),
    { role: 'use' },
  )
  .withTexts(
    'naam',
    each((i) => (i === 7 ? 'Grote Kerk' : undefined)),
    { role: 'name' },
  )
  .withBooleans(
    'monument',
    each((i) => i < 5),
  )
  .build();

const manifest: CityManifest = {
  format: 'panopolis-city',
  version: 1,
  id: 'town',
  name: 'Town',
  build: '0123456789ab',
  boundsDeg: [0, 0, 1, 1],
  heightM: [40, 50],
  crs: { horizontal: 'EPSG:28992', vertical: 'EPSG:5709' },
  timeZone: 'Europe/Amsterdam',
  sources: [
    { file: 'town.city.json', format: 'CityJSON 2.0', features: COUNT, licence: 'CC BY 4.0' },
  ],
  layers: [town.layer],
};

/** The real service behind the real port, on this page, reading the town from memory. */
function startTown(): { store: AppStore; stop: () => void } {
  const baseUrl = 'https://town.example/';
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const path = String(input instanceof Request ? input.url : input).slice(baseUrl.length);
    const file = town.files.get(path);
    return file ? new Response(file) : new Response(null, { status: 404 });
  });
  const store = createAppStore({ city: { manifest, baseUrl } });
  const session = startCitySession(
    { store, frames: createFrames() },
    {
      now: Date.now,
      startWorker: () => {
        const { port1, port2 } = new MessageChannel();
        serve<CityProtocol>(port2, createCityService());
        return connect<CityProtocol>(port1, 'city');
      },
    },
  );
  return { store, stop: session.stop };
}

let store: AppStore;
let stop: () => void;
beforeEach(async () => {
  await page.viewport(420, 1400);
  ({ store, stop } = startTown());
});
afterEach(() => {
  stop();
  vi.restoreAllMocks();
});

function Everything() {
  const selection = useAppState((state) => state.selection);
  const preferences = useAppState((state) => state.preferences);
  return (
    <KitProvider theme={preferences.theme} language={preferences.language}>
      <main style={{ padding: '1rem', background: 'var(--surface)' }}>
        <h1>City</h1>
        <h2>Buildings</h2>
        <CityPanel />
        <h2>Selection</h2>
        <CityInspector selected={selection} />
      </main>
    </KitProvider>
  );
}

const show = () =>
  render(
    <StoreProvider store={store}>
      <Everything />
    </StoreProvider>,
  );

const state = () => selectCity(store.getState());
const pick = (...indices: number[]) =>
  select(
    store,
    indices.map((index) => ({ feature: 'city', index, id: `B-${index}` })),
  );

async function choose(field: string, option: string | RegExp): Promise<void> {
  await page
    .getByRole('combobox', { name: field })
    .or(page.getByRole('textbox', { name: field }))
    .click();
  await page.getByRole('option', { name: option }).click();
}

describe('the card of the buildings', () => {
  it('colours by an attribute and says what the colours mean', async () => {
    const screen = await show();
    await expect.element(screen.getByText('120 buildings')).toBeVisible();
    await screen.getByRole('button', { name: 'Colour' }).click();
    await choose('Colour by', /Height/);
    await expect.element(screen.getByRole('figure', { name: /Height/ })).toBeVisible();
    await expect.element(screen.getByText('No data')).toBeVisible();
    expect(state().report.legend?.classes.map(({ count }) => count)).toEqual([
      18, 18, 18, 18, 18, 18, 12,
    ]);
    await expectAccessible();
  });

  it('takes a break moved by keyboard as set by hand', async () => {
    const screen = await show();
    await screen.getByRole('button', { name: 'Colour' }).click();
    await choose('Colour by', /Height/);
    const handle = screen.getByRole('slider', { name: /Break 1/ });
    await expect.element(handle).toBeVisible();
    const before = state().report.legend?.breaks[0] ?? 0;
    handle.element().focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(state().colourBy?.method).toBe('manual');
    await vi.waitFor(() => expect(state().report.legend?.breaks[0]).toBeGreaterThan(before));
    expect(state().report.legend?.breaks.slice(1)).toHaveLength(4);
  });

  it('filters by ticked values with live counts', async () => {
    const screen = await show();
    await screen.getByRole('button', { name: 'Filters' }).click();
    await choose('Add a filter', /Use/);
    await screen.getByRole('checkbox', { name: 'winkel (40)' }).click();
    await expect.element(screen.getByText('40 of 120 match')).toBeVisible();
    await choose('Add a filter', /Monument/);
    await expect.element(screen.getByText('2 of 120 match')).toBeVisible();
    await expect.element(screen.getByRole('checkbox', { name: 'wonen (2)' })).toBeVisible();
    await expectAccessible();
    await screen.getByRole('button', { name: 'Remove the filter on Use' }).click();
    await expect.element(screen.getByText('5 of 120 match')).toBeVisible();
    await screen.getByRole('button', { name: 'Remove all filters' }).click();
    await expect.element(screen.getByText('120 buildings')).toBeVisible();
  });

  it('filters a range by handles and by typed numbers', async () => {
    const screen = await show();
    await screen.getByRole('button', { name: 'Filters' }).click();
    await choose('Add a filter', /Year/);
    await screen.getByRole('textbox', { name: /From: Year/ }).fill('2000');
    await expect.element(screen.getByText('20 of 120 match')).toBeVisible();
    const upper = screen.getByRole('slider', { name: /Year.*: To/ });
    upper.element().focus();
    await userEvent.keyboard('{PageDown}');
    await vi.waitFor(() => expect(state().report.matching).toBeLessThan(20));
    expect(state().filters[0]).toMatchObject({ kind: 'range', column: 'bouwjaar', from: 2000 });
  });

  it('lists what is hidden and brings it back', async () => {
    hide(store, ['B-1', 'B-2']);
    hide(store, ['B-3']);
    const screen = await show();
    await screen.getByRole('button', { name: /Hidden buildings/ }).click();
    await screen.getByRole('button', { name: 'Undo' }).click();
    expect(state().hidden).toEqual(['B-1', 'B-2']);
    await screen.getByRole('button', { name: 'Show B-1' }).click();
    expect(state().hidden).toEqual(['B-2']);
    await expectAccessible();
  });

  it('says so where a link colours by what this city lacks', async () => {
    store.setState({
      features: {
        city: {
          ...state(),
          colourBy: { column: 'energy', method: 'equal', classes: 5, ramp: 'mako' },
        },
      },
    });
    const screen = await show();
    await expect.element(screen.getByText('This city has no attribute “energy”.')).toBeVisible();
  });
});

describe('the inspector of the buildings', () => {
  it('tells what one building is, and takes it away with a way back', async () => {
    const screen = await show();
    pick(7);
    await expect.element(screen.getByRole('heading', { name: 'Grote Kerk' })).toBeVisible();
    await expect.element(screen.getByText('winkel · B-7')).toBeVisible();
    await expect.element(screen.getByText('1907')).toBeVisible();
    await expect.element(screen.getByText('CC BY 4.0')).toBeVisible();
    await expectAccessible();
    await screen.getByRole('button', { name: 'Zoom to' }).click();
    expect(store.getState().camera.flight).toBeDefined();
    await screen.getByRole('button', { name: 'Hide', exact: true }).click();
    expect(state().hidden).toEqual(['B-7']);
    expect(store.getState().selection).toEqual([]);
  });

  it('selects what is similar', async () => {
    const screen = await show();
    pick(7);
    await screen.getByRole('button', { name: 'Select similar' }).click();
    await screen.getByRole('menuitem', { name: /winkel/ }).click();
    await expect
      .element(screen.getByRole('heading', { name: '40 buildings selected' }))
      .toBeVisible();
  });

  it('adds up several buildings, in Chinese too', async () => {
    const screen = await show();
    pick(0, 1, 2, 3);
    await expect
      .element(screen.getByRole('heading', { name: '4 buildings selected' }))
      .toBeVisible();
    await screen.getByRole('button', { name: /wonen/ }).click();
    await expectAccessible();
    setPreferences(store, { language: 'zh', theme: 'light' });
    await expect.element(screen.getByRole('heading', { name: '已选 4 栋建筑' })).toBeVisible();
    await expectAccessible();
  });
});
