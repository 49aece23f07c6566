import type { ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { CityManifest } from '#contract/city-package.ts';
import { ELEMENT_READINGS, type ElementReading } from '#model/element-reading.ts';
import { instant } from '#model/time.ts';
import { createFrames } from '#scene/frames.ts';
import { FramesProvider } from '#scene/use-frames.tsx';
import { welcomeGuest } from '#store/guests.ts';
import { setPreferences } from '#store/preferences.ts';
import { select } from '#store/selection.ts';
import { createAppStore } from '#store/store.ts';
import { StoreProvider, useAppState } from '#store/use-store.tsx';
import { KitProvider } from '#ui';
import { expectAccessible } from '#ui/testing/accessible.ts';
import type { BimProtocol } from '#workers/bim/client.ts';
import { createBimService } from '#workers/bim/service.ts';
import { connect, serve } from '#workers/port.ts';
import BimInspector from './inspector.tsx';
import { aHouse, boxAt } from './kernel/a-house.ts';
import { aModel, type BuiltModel, type Thing } from './kernel/a-model.ts';
import BimPanel from './panel.tsx';
import { startBimSession } from './session.ts';
import { changeLook, report, selectBim } from './state.ts';

const START_MS = Date.UTC(2026, 10, 26, 13);
const ROOT = 'https://twin.example/cities/town/';

/** The house, with a wall of layers and quantities. */
function aDetailedHouse(): Thing {
  const house = aHouse();
  const ground = house.parts?.[0]?.parts?.[0]?.parts?.[0];
  const cavityWall: Thing = {
    class: 'IfcWallStandardCase',
    name: 'Cavity wall',
    type: 'Cavity 350',
    material: 'Brick',
    box: boxAt(0, 9, 0, 10, 0.35, 3),
    sets: {
      Pset_WallCommon: { FireRating: 'REI 120', LoadBearing: true },
      Qto_WallBaseQuantities: { NetSideArea: 28.5, NetVolume: 9.9 },
      Material: {
        'Layer 1.Material': 'Brick',
        'Layer 1.Thickness': 0.1,
        'Layer 2.Material': 'Mineral wool',
        'Layer 2.Thickness': 0.14,
        'Layer 3.Material': 'Concrete',
        'Layer 3.Thickness': 0.11,
        Thickness: 0.35,
      },
      Pset_Maintenance: { Room: '204', Cleaned: 'weekly', Painted: 2019, Colour: 'RAL 9010' },
    },
  };
  const slab: Thing = {
    class: 'IfcSlab',
    name: 'Slab',
    box: boxAt(0, 0, -0.2, 10, 10, 0.2),
    sets: { Qto_SlabBaseQuantities: { NetVolume: 20 } },
  };
  const noShape: Thing = { class: 'IfcAnnotation', name: 'Note' };
  return replace(house, ground, (storey) => ({
    ...storey,
    parts: [...(storey.parts ?? []), cavityWall, slab, noShape],
  }));
}

const replace = (thing: Thing, old: Thing | undefined, by: (thing: Thing) => Thing): Thing =>
  thing === old
    ? by(thing)
    : { ...thing, ...(thing.parts && { parts: thing.parts.map((one) => replace(one, old, by)) }) };

const units = { NetSideArea: 'm²', NetVolume: 'm³', Thickness: 'm', Width: 'm' };
const house = aModel(aDetailedHouse(), {
  units: { ...units, 'Layer 1.Thickness': 'm', 'Layer 2.Thickness': 'm', 'Layer 3.Thickness': 'm' },
  groups: [{ kind: 'system', name: 'Cold water', members: ['Pipe'] }],
});

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0).reverse()) stop();
});

function House({ children }: { children: ReactNode }) {
  const { theme, language } = useAppState(({ preferences }) => preferences);
  return (
    <KitProvider theme={theme} language={language}>
      {children}
    </KitProvider>
  );
}

/** A page with the feature's own session and the worker's own service; only the network is ours. */
async function show(
  parts: ReactNode,
  models: Readonly<Record<string, BuiltModel | 'missing'>> = { house },
) {
  const original = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    if (!url.startsWith(ROOT)) return original(input, init);
    const [name = '', ...path] = url.slice(ROOT.length).split('/');
    const model = models[name];
    const file = model === 'missing' ? undefined : model?.files.get(path.join('/'));
    return file ? new Response(file) : new Response('nothing', { status: 404 });
  };
  stops.push(() => {
    globalThis.fetch = original;
  });
  const manifest = {
    id: 'town',
    timeZone: 'Europe/Berlin',
    layers: Object.keys(models).map((id) => ({
      kind: 'bim',
      id,
      name: `The ${id}`,
      model: `${id}/model.json`,
      count: 1,
      boundsDeg: [4, 51, 5, 53],
    })),
  };
  const store = createAppStore({
    city: { manifest: manifest as unknown as CityManifest, baseUrl: ROOT },
    clock: { now: instant(START_MS), mode: 'live', rate: 1 },
  });
  const frames = createFrames();
  const session = startBimSession(
    { store, frames },
    {
      startWorker: () => {
        const { port1, port2 } = new MessageChannel();
        serve<BimProtocol>(port2, createBimService());
        return connect<BimProtocol>(port1, 'bim');
      },
      now: () => START_MS,
      waitMs: { work: 60_000, worker: 60_000 },
    },
  );
  stops.push(() => session.stop());
  await page.viewport(480, 900);
  const screen = await render(
    <StoreProvider store={store}>
      <FramesProvider frames={frames}>
        <House>{parts}</House>
      </FramesProvider>
    </StoreProvider>,
  );
  const state = () => selectBim(store.getState());
  return { screen, store, frames, state, look: () => state().look };
}

function Inspector() {
  const selection = useAppState((state) => state.selection);
  return <BimInspector selected={selection} />;
}

const pick = (...names: string[]) =>
  names.map((name) => {
    const row = house.row(name);
    return { feature: 'bim', index: row, id: `house/${house.data.elements.globalId.at(row)}` };
  });
const keyOf = (name: string) => `house/element/${house.data.elements.globalId.at(house.row(name))}`;

const rowsInTree = () =>
  [...document.querySelectorAll('[role=treeitem]')].map((row) => row.ariaLabel);

describe('the card of the building models', () => {
  it('says what a person can do where there is none', async () => {
    const { screen } = await show(<BimPanel />, {});
    await expect.element(screen.getByText('No building model here')).toBeVisible();
    await expect.element(screen.getByText(/Drop an IFC file/)).toBeVisible();
    await expectAccessible();
  });

  it('lists the models, how sure their place is, and names the one that can’t be opened and why', async () => {
    const { screen } = await show(<BimPanel />, { house, shed: 'missing' });
    const models = screen.getByRole('list', { name: 'Models' });
    await expect.element(models.getByText('The house')).toBeVisible();
    await expect.element(models.getByText('placed')).toBeVisible();
    await expect.element(models.getByText('failed')).toBeVisible();
    await expect.element(models.getByText(/404/)).toBeVisible();
    await screen.getByRole('button', { name: 'More: The house' }).click();
    await page.getByRole('menuitem', { name: 'About this model' }).click();
    const dialog = page.getByRole('dialog', { name: 'The house' });
    await expect.element(dialog.getByText('Where it stands')).toBeVisible();
    await expect.element(dialog.getByText('What became of the file')).toBeVisible();
    await expectAccessible();
  });

  it('takes a dropped model away, and brings it back when that was a slip', async () => {
    const { screen, store } = await show(<BimPanel />, {});
    const { manifest } = store.getState().city ?? {};
    const layers = [
      { kind: 'bim', id: 'shed', name: 'The shed', model: 'model.json', count: 1, boundsDeg: [] },
    ];
    welcomeGuest(store, {
      id: 'dropped-shed',
      manifest: { ...manifest, layers } as unknown as CityManifest,
      baseUrl: `${ROOT}shed/`,
    });
    await screen.getByRole('button', { name: 'More: The shed' }).click();
    await page.getByRole('menuitem', { name: 'Take it off the globe' }).click();
    await expect.element(screen.getByText('No building model here')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect
      .element(screen.getByRole('list', { name: 'Models' }).getByText('The shed'))
      .toBeVisible();
  });

  it('shows the elements by storey, and any other way, with counts', async () => {
    const { screen } = await show(<BimPanel />);
    await vi.waitFor(() =>
      expect(rowsInTree()).toEqual([
        'The house, 11',
        'First floor, +3.00 m, 2',
        'Ground floor, +0.00 m, 8',
        'Site, Site, 1',
      ]),
    );
    await screen.getByRole('tree', { name: 'Elements' }).element().focus();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    await vi.waitFor(() => expect(rowsInTree()).toContain('Door, 1'));
    await screen
      .getByRole('combobox', { name: 'Group by' })
      .or(screen.getByRole('textbox', { name: 'Group by' }))
      .click();
    await page.getByRole('option', { name: 'Class', exact: true }).click();
    await vi.waitFor(() => expect(rowsInTree()).toContain('Wall, 2'));
    await expectAccessible();
  });

  it('finds by words, opens what it found, and says when there is nothing', async () => {
    const { screen } = await show(<BimPanel />);
    const box = screen.getByRole('searchbox', { name: 'Find in the models' });
    await box.fill('door a');
    await vi.waitFor(() => expect(rowsInTree().at(-1)).toContain('Door A'));
    await expect.element(screen.getByText('1 match', { exact: true })).toBeVisible();
    expect(rowsInTree()).not.toContain('Ground floor, +0.00 m, 8');
    await box.fill('zebra');
    await expect.element(screen.getByText('No element matches')).toBeVisible();
    await expectAccessible();
  });

  it('selects, isolates and hides by keyboard alone, and shows everything again', async () => {
    const { screen, store, look } = await show(<BimPanel />);
    await vi.waitFor(() => expect(rowsInTree()).toHaveLength(4));
    screen.getByRole('tree', { name: 'Elements' }).element().focus();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    await vi.waitFor(() => expect(rowsInTree()).toContain('Door, 1'));
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await vi.waitFor(() => expect(rowsInTree()).toContain('Door A, Door'));
    await userEvent.keyboard('{ArrowRight}{Enter}');
    await vi.waitFor(() => expect(store.getState().selection).toEqual(pick('Door A')));
    await userEvent.keyboard(' ');
    expect(look().isolated).toEqual([keyOf('Door A')]);
    await expect.element(screen.getByText('1 of 10 elements shown')).toBeVisible();
    await userEvent.keyboard(' ');
    expect(look().isolated).toEqual([]);
    await userEvent.keyboard('h');
    await vi.waitFor(() => expect(rowsInTree()).toContain('Door A, Door, hidden'));
    await screen.getByRole('button', { name: 'Show all' }).click();
    expect(look().hidden).toEqual([]);
  });

  it('selects every element of a class at once', async () => {
    const { screen, store, state } = await show(<BimPanel />);
    await vi.waitFor(() => expect(rowsInTree()).toHaveLength(4));
    await screen.getByRole('treeitem', { name: /^Ground floor/ }).click();
    await userEvent.keyboard('{ArrowRight}');
    await screen.getByRole('treeitem', { name: 'Wall, 2' }).click();
    await vi.waitFor(() =>
      expect(store.getState().selection).toEqual(pick('South wall', 'Inner wall')),
    );
    await screen.getByRole('button', { name: 'Isolate', exact: true }).click();
    const storey = house.data.elements.globalId.at(house.row('Ground floor'));
    expect(state().look.isolated).toEqual([`house/within/${storey}/IfcWall`]);
  });

  it('brings what was clicked on the globe into sight', async () => {
    const { store } = await show(<BimPanel />);
    await vi.waitFor(() => expect(rowsInTree()).toHaveLength(4));
    select(store, pick('South wall'));
    await vi.waitFor(() => expect(rowsInTree()).toContain('South wall, Wall'));
    const selected = document.querySelector('[role=treeitem][aria-selected=true]');
    expect(selected?.ariaLabel).toBe('South wall, Wall');
  });

  it('pulls storeys apart, cuts one open and shows rooms', async () => {
    const { screen, store, look } = await show(<BimPanel />);
    report(store, { shown: 11, total: 11 });
    await expect.element(screen.getByText('11 elements, all shown')).toBeVisible();
    await screen.getByRole('button', { name: 'Storeys and rooms' }).click();
    (await screen.getByRole('slider', { name: 'Pull storeys apart' }).findElement()).focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(look().explodeM).toBe(1);
    await screen
      .getByRole('combobox', { name: 'Cut open at' })
      .or(screen.getByRole('textbox', { name: 'Cut open at' }))
      .click();
    await page.getByRole('option', { name: /^First floor/ }).click();
    const id = house.data.elements.globalId.at(house.row('First floor'));
    expect(look().cutStorey).toBe(`house/${id}`);
    (await screen.getByRole('slider', { name: 'Height over its floor' }).findElement()).focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(look().cutHeightM).toBeCloseTo(1.3, 9);
    await expect.element(screen.getByText('11 elements', { exact: true })).toBeVisible();
    await expect
      .element(screen.getByText(/^cut open 1\.3.m over First floor · storeys pulled 1\.0.m apart$/))
      .toBeVisible();
    await screen.getByRole('switch', { name: /^Rooms/ }).click({ force: true });
    expect(look().showSpaces).toBe(true);
    await expectAccessible();
  });

  it('cuts with planes that are moved, turned round and taken away, and with a box', async () => {
    const { screen, look, store } = await show(<BimPanel />);
    await screen.getByRole('button', { name: 'Section planes' }).click();
    await screen.getByRole('button', { name: 'z', exact: true }).click();
    const [plane] = look().planes;
    expect(plane?.normal).toEqual([0, 0, 1]);
    expect(look().sectionModel).toBe('house');
    await screen.getByRole('textbox', { name: 'Plane across z: Position' }).fill('1.5');
    await vi.waitFor(() => expect(look().planes[0]?.distanceM).toBe(1.5));
    await screen.getByRole('button', { name: 'Cut the other side: Plane across z' }).click();
    expect(look().planes).toEqual([{ normal: [0, 0, -1], distanceM: -1.5 }]);
    await expectAccessible();
    await screen.getByRole('button', { name: 'Remove: Plane across z' }).click();
    expect(look().planes).toEqual([]);
    select(store, pick('Door A'));
    await screen.getByRole('button', { name: 'Around the selection' }).click();
    await vi.waitFor(() => expect(look().box?.leastM[0]).toBeCloseTo(4.5, 5));
    await screen.getByRole('switch', { name: /^Section box/ }).click({ force: true });
    expect(look().box).toBeUndefined();
  });

  it('colours by class or by any property, says what colours mean, and isolates by the legend', async () => {
    const { screen, look } = await show(<BimPanel />);
    await screen.getByRole('button', { name: 'Colour', exact: true }).click();
    const choice = screen
      .getByRole('combobox', { name: 'Colour by' })
      .or(screen.getByRole('textbox', { name: 'Colour by' }));
    await choice.click();
    await page.getByRole('option', { name: 'FireRating · Pset_WallCommon' }).click();
    const legend = screen.getByRole('figure', { name: /FireRating/ });
    await expect.element(legend.getByText('REI 90')).toBeVisible();
    await expect.element(legend.getByText('No value')).toBeVisible();
    await choice.click();
    await page.getByRole('option', { name: 'Class', exact: true }).click();
    await screen
      .getByRole('figure', { name: 'Class' })
      .getByRole('button', { name: /^Door/ })
      .click();
    expect(look().isolated).toEqual(['house/class/IfcDoor']);
    await expectAccessible();
    await screen
      .getByRole('figure', { name: 'Class' })
      .getByRole('button', { name: /^Door/ })
      .click();
    expect(look().isolated).toEqual([]);
  });

  it('keeps views under a name, shows them again, renames and deletes them', async () => {
    const { screen, store, state, look } = await show(<BimPanel />);
    changeLook(store, { explodeM: 3 });
    await screen.getByRole('button', { name: 'Saved views' }).click();
    await screen.getByRole('textbox', { name: 'Name of the view' }).fill('Apart');
    await userEvent.keyboard('{Enter}');
    expect(state().views.map(({ name }) => name)).toEqual(['Apart']);
    changeLook(store, { explodeM: 0 });
    await screen.getByRole('button', { name: 'Apart', exact: true }).click();
    expect(look().explodeM).toBe(3);
    expect(store.getState().camera.flight).toBeDefined();
    await screen.getByRole('button', { name: 'Rename: Apart' }).click();
    await screen.getByRole('textbox', { name: 'Rename: Apart' }).fill('Open');
    await expectAccessible();
    await userEvent.keyboard('{Enter}');
    await screen.getByRole('button', { name: 'Delete: Open' }).click();
    expect(state().views).toEqual([]);
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(state().views.map(({ name }) => name)).toEqual(['Open']);
  });
});

describe('the inspector of an element', () => {
  it('says what it is, where it is, its properties, quantities and layers', async () => {
    const { screen, store } = await show(<Inspector />);
    select(store, pick('Cavity wall'));
    await expect.element(screen.getByRole('heading', { name: 'Cavity wall' })).toBeVisible();
    await expect.element(screen.getByText('Wall · Ground floor · Architecture')).toBeVisible();
    await expect.element(screen.getByText('REI 120')).toBeVisible();
    await expect.element(screen.getByText('28.5\u202fm²')).toBeVisible();
    const layers = screen.getByRole('figure', { name: 'Thickness in all' });
    await expect.element(layers.getByText('Mineral wool')).toBeVisible();
    await expect.element(layers.getByText('140\u202fmm')).toBeVisible();
    await expect.element(screen.getByText('10.00 × 0.35 × 3.00\u202fm')).toBeVisible();
    await expectAccessible();
  });

  it('leads up to the storey, and on to the parts around', async () => {
    const { screen, store } = await show(<Inspector />);
    select(store, pick('Door A'));
    await screen
      .getByRole('navigation', { name: 'Where in the model' })
      .getByRole('button', { name: 'First floor' })
      .click();
    expect(store.getState().selection).toEqual(pick('First floor'));
    await expect.element(screen.getByRole('heading', { name: 'First floor' })).toBeVisible();
  });

  it('filters properties by words, and says when none is left', async () => {
    const { screen, store } = await show(<Inspector />);
    select(store, pick('Cavity wall'));
    const box = screen.getByRole('searchbox', { name: 'Find a property' });
    await box.fill('fire');
    await expect.element(screen.getByText('REI 120')).toBeVisible();
    await expect.element(screen.getByText('RAL 9010')).not.toBeInTheDocument();
    await box.fill('zebra');
    await expect.element(screen.getByText('No property matches')).toBeVisible();
  });

  it('tells what an element has by its type from what it has itself', async () => {
    const { screen, store } = await show(<Inspector />);
    select(store, pick('Inner wall'));
    await expect.element(screen.getByText('REI 30')).toBeVisible();
    await expect.element(screen.getByText('by its type')).toBeVisible();
  });

  it('says why there is nothing to see', async () => {
    const { screen, store } = await show(<Inspector />);
    select(store, pick('Note'));
    await expect.element(screen.getByText('It has no representation.')).toBeVisible();
    await expectAccessible();
  });

  it('isolates, hides with undo, cuts the storey open, colours by a property', async () => {
    const { screen, store, look } = await show(<Inspector />);
    select(store, pick('Door A'));
    await screen.getByRole('button', { name: 'Isolate', exact: true }).click();
    expect(look().isolated).toEqual([keyOf('Door A')]);
    await screen.getByRole('button', { name: 'Colour by Fire rating' }).click();
    expect(look().colourBy).toEqual({
      kind: 'property',
      set: 'Pset_DoorCommon',
      name: 'FireRating',
    });
    await screen.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Cut its storey open' }).click();
    expect(look().cutStorey).toBe(keyOf('First floor').replace('/element/', '/'));
    await screen.getByRole('button', { name: 'Hide', exact: true }).click();
    expect(look().hidden).toEqual([keyOf('Door A')]);
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(look().hidden).toEqual([]);
  });

  it('shows what its sensors say: value, unit, time, simulated or old', async () => {
    const { screen, store, frames } = await show(<Inspector />);
    const reading: ElementReading = {
      globalId: house.data.elements.globalId.at(house.row('1')),
      sensor: 'T-1',
      name: 'Kitchen sensor',
      property: 'airTemperature',
      value: 21.34,
      timeMs: START_MS,
      isSimulated: true,
      isStale: false,
    };
    frames.publish(ELEMENT_READINGS, [reading, { ...reading, globalId: 'another', value: 99 }]);
    select(store, pick('1'));
    await expect.element(screen.getByText('21.3\u202f°C')).toBeVisible();
    await expect.element(screen.getByText(/Kitchen sensor · city simulator/)).toBeVisible();
    await expect.element(screen.getByText('99')).not.toBeInTheDocument();
    frames.publish(ELEMENT_READINGS, [{ ...reading, isStale: true }]);
    await expect.element(screen.getByText('stale')).toBeVisible();
    await expectAccessible();
  });

  it('counts several by class and adds up their quantities', async () => {
    const { screen, store } = await show(<Inspector />);
    select(store, pick('Cavity wall', 'Slab', 'Door A'));
    await expect
      .element(screen.getByRole('heading', { name: '3 elements selected' }))
      .toBeVisible();
    await expect.element(screen.getByText('29.9\u202fm³')).toBeVisible();
    await expect.element(screen.getByText('of 2 elements')).toBeVisible();
    const classes = screen.getByRole('grid', { name: 'By class' });
    await expect.element(classes.getByText('Slab')).toBeVisible();
    await expectAccessible();
  });

  it('speaks Chinese', async () => {
    const { screen, store } = await show(<Inspector />);
    setPreferences(store, { language: 'zh' });
    select(store, pick('Cavity wall'));
    await expect.element(screen.getByText('墙 · Ground floor · 建筑')).toBeVisible();
    await expect.element(screen.getByText('耐火等级')).toBeVisible();
  });
});
