import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { CityManifest } from '#contract/city-package.ts';
import { instant } from '#model/time.ts';
import { createFrames } from '#scene/frames.ts';
import { FramesProvider } from '#scene/use-frames.tsx';
import { createAppStore } from '#store/store.ts';
import { StoreProvider, useAppState } from '#store/use-store.tsx';
import { KitProvider } from '#ui';
import { expectAccessible } from '#ui/testing/accessible.ts';
import { HYDRAULICS_LINE } from '../../contract/channels.ts';
import {
  type SupplyReport,
  WATER_MATCHES,
  WATER_RUN,
  WATER_SUPPLY,
  type WaterMatch,
  type WaterRun,
  type WaterRunNews,
  type WaterRunRequest,
} from '../../contract/water.ts';
import type { HydraulicsLine } from '../../session/water/line.ts';
import { selectPipes } from '../../state.ts';
import SupplyTool from './SupplyTool.tsx';

const NOON = Date.parse('2026-11-26T11:00:00Z');

const match: WaterMatch = {
  ...{ network: 'water', engine: 'EPANET 2.3.5', nodes: 4826, links: 7269, durationS: 86_400 },
  ...{ onlyInModel: [], onlyInRegister: ['M-9'], warnings: [] },
  ...{ tanks: ['TK-A'], reservoirs: ['GW-1', 'GW-2'], pumps: ['PH-A1', 'PH-A2'] },
};

const report: SupplyReport = {
  ...{ network: 'water', atMs: NOON, model: 'EPANET 2.3.5, pressure-driven' },
  ...{ staleSinceMs: undefined, problem: undefined },
  ...{ inflowM3s: 0.8139, fromTanksM3s: -0.2813, deliveredM3s: 0.5326, askedM3s: 0.5326 },
  ...{ lostM3s: 0.0123, demandFactor: 1.04, areas: [] },
  tanks: [
    {
      ...{ id: 'TK-A', levelM: 4.685, leastM: 0.3, mostM: 5, usableM3: 2067 },
      ...{ inflowM3s: -0.2, emptyInS: 10_335, isMeasured: true },
    },
  ],
  pumps: [
    {
      ...{ id: 'PH-A1', isRunning: true, speed: 0.95, flowM3s: 0.169, liftM: 16.1 },
      isMeasured: true,
    },
    { id: 'PH-A2', isRunning: false, speed: 0, flowM3s: 0, liftM: 0, isMeasured: false },
  ],
  residuals: [
    {
      ...{ sensor: 'DRU-001', name: 'Eichenhang', element: 'W-4', quantity: 'pressure' },
      ...{ measured: 3.1e5, solved: 4.2e5, score: -7.3, isSimulated: true },
    },
    {
      ...{ sensor: 'DRU-002', name: 'Markt', element: 'W-9', quantity: 'pressure' },
      ...{ measured: 4.11e5, solved: 4.1e5, score: 0.4, isSimulated: true },
    },
  ],
  ...{ noSupplyCustomers: 12, lowPressureCustomers: 340, staleSensors: ['S-3'] },
  ...{ unknownElements: ['X-9'], warnings: [], iterations: 3, solveMs: 12 },
};

const run: WaterRun = {
  ...{ id: 'water-1', network: 'water', model: report.model },
  ...{ startMs: NOON, endMs: NOON + 86_400_000, problem: undefined, quality: undefined },
  timesMs: [NOON, NOON + 43_200_000, NOON + 86_400_000],
  ...{ inflowM3s: [0.5, 0.5, 0.1], deliveredM3s: [0.5, 0.5, 0.1], askedM3s: [0.5, 0.5, 0.5] },
  ...{ lostM3s: [0, 0, 0], noSupplyCustomers: [0, 0, 900], lowPressureCustomers: [0, 0, 0] },
  tanks: [
    {
      ...{ id: 'TK-A', levelM: [4.6, 2.1, 0.3], leastM: 0.3, mostM: 5 },
      emptyAtMs: NOON + 80_000_000,
    },
  ],
  warnings: [],
};

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0).reverse()) stop();
});

function Page() {
  const { theme, language } = useAppState(({ preferences }) => preferences);
  return (
    <KitProvider theme={theme} language={language}>
      <SupplyTool />
    </KitProvider>
  );
}

async function show(given: SupplyReport | 'none' = report) {
  const requests: WaterRunRequest[] = [];
  const line = {
    call: () => Promise.reject(new Error('nothing is called')),
    async *stream(_: string, request: WaterRunRequest): AsyncGenerator<WaterRunNews> {
      requests.push(request);
      yield { kind: 'progress', doneS: 3600, totalS: 86_400 };
      yield { kind: 'done', run };
    },
  } as unknown as HydraulicsLine;
  const manifest = { id: 'town', timeZone: 'Europe/Berlin' } as unknown as CityManifest;
  const store = createAppStore({ city: { manifest, baseUrl: 'https://twin.example/' } });
  store.setState(({ clock }) => ({ clock: { ...clock, now: instant(NOON) } }));
  const frames = createFrames();
  frames.publish(HYDRAULICS_LINE, line);
  if (given !== 'none') {
    frames.publish(WATER_SUPPLY, new Map([['water', given]]));
    frames.publish(WATER_MATCHES, [match]);
  }
  await page.viewport(480, 1600);
  const screen = await render(
    <StoreProvider store={store}>
      <FramesProvider frames={frames}>
        <Page />
      </FramesProvider>
    </StoreProvider>,
  );
  stops.push(() => void screen.unmount());
  return { screen, store, frames, requests };
}

describe('the supply tool', () => {
  it('says that the first solution is to come', async () => {
    const { screen } = await show('none');
    await expect.element(screen.getByText('The first solution is on its way.')).toBeVisible();
  });

  it('shows who gets what, with model and time, and what was left out', async () => {
    const { screen } = await show();
    await expect.element(screen.getByText(/Simulated by EPANET 2.3.5/)).toBeVisible();
    await expect.element(screen.getByText('813.9')).toBeVisible();
    await expect.element(screen.getByText('1 sensor is left out: no recent value')).toBeVisible();
    await expect.element(screen.getByText('Sensors name what the model lacks: X-9')).toBeVisible();
    await expect
      .element(screen.getByText('0 elements only in the model, 1 only in the register'))
      .toBeVisible();
  });

  it('lists what sensors measure beside what was solved, the unusual one first', async () => {
    const { screen } = await show();
    await expect.element(screen.getByText('1 of 2 unusual')).toBeVisible();
    const table = screen.getByRole('grid', { name: 'Measured against solved' });
    const rows = table.element().textContent ?? '';
    expect(rows.indexOf('Eichenhang')).toBeGreaterThan(0);
    expect(rows.indexOf('Eichenhang')).toBeLessThan(rows.indexOf('Markt'));
    expect(rows).toContain('3.10 bar');
    expect(rows).toContain('4.20 bar');
    expect(rows).toContain('\u22121.10 bar');
  });

  it('says since when values are old and what stands against newer ones', async () => {
    const { screen } = await show({
      ...report,
      staleSinceMs: NOON,
      problem: { reason: 'EPANET found no balance of flows.', where: ['M-1', 'M-2'] },
    });
    await expect.element(screen.getByText(/nothing newer could be solved/)).toBeVisible();
    await expect.element(screen.getByText(/At M-1, M-2\./)).toBeVisible();
  });

  it('runs hours ahead with pumps without power, and the city’s clock scrubs through', async () => {
    const { screen, store, frames, requests } = await show();
    await userEvent.click(screen.getByText('12 h', { exact: true }));
    await userEvent.click(screen.getByRole('button', { name: 'PH-A1' }));
    await userEvent.click(screen.getByRole('button', { name: 'Run', exact: true }));
    await expect.element(screen.getByRole('slider', { name: 'Time that is shown' })).toBeVisible();
    expect(requests[0]).toMatchObject({ network: 'water', horizonS: 43_200, quality: undefined });
    expect(requests[0]?.history.at(-1)?.changes.stoppedPumps).toEqual(['PH-A1']);
    expect(frames.peek<WaterRun>(WATER_RUN)?.id).toBe('water-1');
    expect(selectPipes(store.getState()).look.colouring).toBe('pressure');
    expect(store.getState().clock).toMatchObject({ mode: 'set', now: NOON });
    const slider = screen.getByRole('slider', { name: 'Time that is shown' });
    (slider.element() as HTMLElement).focus();
    await userEvent.keyboard('{End}');
    expect(store.getState().clock.now).toBe(NOON + 86_400_000);
    await userEvent.click(screen.getByRole('button', { name: 'Back to the present' }));
    expect(store.getState().clock.mode).toBe('live');
    expect(frames.peek(WATER_RUN)).toBeUndefined();
  });

  it('asks for a source only where its share is wanted, and colours by it', async () => {
    const { screen, store, requests } = await show();
    await userEvent.click(screen.getByRole('combobox', { name: 'Quality' }));
    await userEvent.click(screen.getByRole('option', { name: 'Share of a source' }));
    await expect.element(screen.getByRole('combobox', { name: 'Source' })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Run', exact: true }));
    await expect.poll(() => requests[0]?.quality).toEqual({ kind: 'source', node: 'GW-1' });
    await expect.poll(() => selectPipes(store.getState()).look.colouring).toBe('source');
  });

  it('can be read by everybody', async () => {
    const { screen, frames } = await show();
    frames.publish(WATER_RUN, run);
    await expect.element(screen.getByRole('slider', { name: 'Time that is shown' })).toBeVisible();
    await expectAccessible(screen.container);
  });
});
