import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { BimModel } from '#contract/bim-model.ts';
import type { CountedBuilding } from '#model/building-numbers.ts';
import { createFrames } from '#scene/frames.ts';
import { FramesProvider } from '#scene/use-frames.tsx';
import { selectScenario, selectScenarios } from '#store/scenarios.ts';
import { select } from '#store/selection.ts';
import { createAppStore } from '#store/store.ts';
import { StoreProvider } from '#store/use-store.tsx';
import { KitProvider } from '#ui';
import { BIM_LINE, BIM_MODELS, BIM_NEIGHBOURS, type BimLine } from '../session/line.ts';
import { ScenarioSection } from './ScenarioSection.tsx';

const placement = { longitudeDeg: 10.6, latitudeDeg: 54.3, heightM: 40, rotationDeg: 0, scale: 1 };
const model = {
  boundsM: [
    [0, 0, -1],
    [30, 12, 15],
  ],
  storeys: [{ element: 1, name: 'EG', elevationM: 0, heightM: 4 }],
  georeferencing: { readings: [{ source: 'given', placement, steps: [] }] },
} as unknown as BimModel;

/** A cube of 10 m. */
const cube = () => {
  const corners = [0, 10].flatMap((z) => [0, 0, z, 10, 0, z, 10, 10, z, 0, 10, z]);
  const quads = [
    [0, 3, 2, 1],
    [4, 5, 6, 7],
    [0, 1, 5, 4],
    [1, 2, 6, 5],
    [2, 3, 7, 6],
    [3, 0, 4, 7],
  ];
  const indices = quads.flatMap(([a, b, c, d]) => [a!, b!, c!, a!, c!, d!]);
  return { positions: Float32Array.from(corners), indices: Uint32Array.from(indices) };
};

const counted = (id: string, floor: number): CountedBuilding => ({
  ...{ id, title: `House ${id}` },
  floorAreaM2: { value: floor, rule: 'attribute', source: 'floorArea' },
  heightM: { value: 9, rule: 'extent' },
  volumeM3: { value: 600, rule: 'mesh' },
});

const answers: Readonly<Record<string, unknown>> = {
  bounds: [{ model: 'proposal', leastM: [0, 0, 0], greatestM: [30, 12, 15] }],
  elementsOf: Uint32Array.of(3, 4),
  summarise: {
    count: 2,
    sums: [{ name: 'GrossFloorArea', unit: 'm²', sum: 480, count: 2 }],
    classes: [],
  },
  mesh: cube(),
};

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

async function show(measure = async (ids: readonly string[]) => ids.map((id) => counted(id, 150))) {
  const store = createAppStore();
  const frames = createFrames();
  const line = { call: async (name: string) => answers[name] } as unknown as BimLine;
  frames.publish(BIM_LINE, line);
  frames.publish(BIM_MODELS, [
    {
      source: { id: 'proposal', name: 'New station', url: '', origin: 'dropped' },
      ...{ model, base: 0, count: 9 },
    },
  ]);
  frames.publish(BIM_NEIGHBOURS, {
    findInside: async () => [{ feature: 'city', index: 4, id: 'MH-4' }],
    measure: async (_: string, ids: readonly string[]) => await measure(ids),
  });
  const screen = await render(
    <StoreProvider store={store}>
      <FramesProvider frames={frames}>
        <KitProvider theme="light" language="en">
          <ScenarioSection />
        </KitProvider>
      </FramesProvider>
    </StoreProvider>,
  );
  const start = async () => {
    await screen.getByRole('button', { name: 'New scenario' }).click();
    await screen.getByRole('combobox', { name: 'Proposed model' }).click();
    await screen.getByRole('option', { name: 'New station' }).click();
    await expect.element(screen.getByText('House MH-4')).toBeVisible();
  };
  return { screen, store, start };
}

describe('the scenarios of the card', () => {
  it('begin with what exists, and say what a scenario is', async () => {
    const { screen, store } = await show();
    await expect.element(screen.getByText(/takes the place of buildings/)).toBeVisible();
    expect(selectScenarios(store.getState()).current).toBe(0);
  });

  it('propose a model, find what is under it, and count before and after', async () => {
    const { screen, store, start } = await show();
    await start();
    expect(selectScenario(store.getState())?.proposals).toEqual([
      { model: 'proposal', replaces: ['MH-4'] },
    ]);
    const table = screen.getByRole('table', { name: 'Before and after' });
    await expect.element(table.getByText('1,000')).toBeVisible();
    const rows = table.element().querySelectorAll('tbody tr');
    const words = [...rows].map((row) => row.textContent?.replace(/\s+/g, ' '));
    expect(words[0]).toMatch(/Floor area.*150.*480.*\+.*330/);
    expect(words[1]).toMatch(/Height.*9\.0.*15\.0.*\+.*6\.0/);
    expect(words[2]).toMatch(/Volume.*600.*1,000.*\+.*400/);
    await expect.element(screen.getByText(/attribute floorArea.*GrossFloorArea/)).toBeVisible();
  });

  it('let a person keep a building, and add those that are selected', async () => {
    const { screen, store, start } = await show();
    await start();
    await screen.getByRole('button', { name: 'Keep standing: House MH-4' }).click();
    await expect.element(screen.getByText('No building gives way yet.')).toBeVisible();
    select(store, [
      { feature: 'city', index: 7, id: 'MH-7' },
      { feature: 'sensors', index: 1, id: 'S-1' },
    ]);
    await screen.getByRole('button', { name: 'Add the selected one' }).click();
    await expect.element(screen.getByText('House MH-7')).toBeVisible();
    expect(selectScenario(store.getState())?.proposals[0]?.replaces).toEqual(['MH-7']);
  });

  it('switch back to what exists, and delete with undo', async () => {
    const { screen, store, start } = await show();
    await start();
    await screen.getByRole('combobox', { name: 'Scenarios' }).click();
    await screen.getByRole('option', { name: 'Existing' }).click();
    expect(selectScenarios(store.getState()).current).toBe(0);
    await screen.getByRole('combobox', { name: 'Scenarios' }).click();
    await screen.getByRole('option', { name: /Proposal 1/ }).click();
    await userEvent.fill(screen.getByRole('textbox', { name: 'Name of the scenario' }), 'Quay');
    await screen.getByRole('button', { name: 'Delete the scenario' }).click();
    expect(selectScenarios(store.getState()).scenarios).toEqual([]);
    await screen.getByRole('button', { name: 'Undo' }).click();
    expect(selectScenario(store.getState())?.name).toBe('Quay');
  });

  it('say that the buildings could not be counted, and why', async () => {
    const { screen } = await show(async () => {
      throw new Error('buildings/tiles/3.glb: the server does not answer.');
    });
    await screen.getByRole('button', { name: 'New scenario' }).click();
    await screen.getByRole('combobox', { name: 'Proposed model' }).click();
    await screen.getByRole('option', { name: 'New station' }).click();
    await expect.element(screen.getByText(/the server does not answer/)).toBeVisible();
  });
});
