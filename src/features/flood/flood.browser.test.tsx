import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { createFrames } from '#scene/frames.ts';
import { FramesProvider } from '#scene/use-frames.tsx';
import { setPreferences } from '#store/preferences.ts';
import { select } from '#store/selection.ts';
import { StoreProvider, useAppState } from '#store/use-store.tsx';
import { KitProvider } from '#ui';
import { expectAccessible } from '#ui/testing/accessible.ts';
import { expectEvenGrid } from '#ui/testing/even-grid.ts';
import type { FloodLine, FloodSeries } from '#workers/flood/client.ts';
import {
  FLOOD_FRAME,
  FLOOD_LINE,
  FLOOD_PLACE,
  type FloodFrame,
  type FloodPlace,
  FRAME_TILE,
} from './contract.ts';
import FloodInspector from './inspector.tsx';
import FloodPanel from './panel.tsx';
import { aScenario, aStatus, aTown, at } from './state/a-flood.ts';
import { setStatus, startRun } from './state/runs.ts';
import { toSelectedThing } from './state/selected.ts';
import { selectFlood } from './state.ts';

function Screens() {
  const { theme, language } = useAppState(({ preferences }) => preferences);
  const selection = useAppState((state) => state.selection);
  return (
    <KitProvider theme={theme} language={language}>
      <main>
        <FloodPanel />
        {selection.length > 0 && (
          <section aria-label="Inspector">
            <FloodInspector selected={selection} />
          </section>
        )}
      </main>
    </KitProvider>
  );
}

/** Water that rises by a centimetre a minute and is still: what the worker would say of any point. */
const series: FloodSeries = {
  timeS: Float64Array.from({ length: 11 }, (_, minute) => minute * 60),
  depthM: [Float32Array.from({ length: 11 }, (_, minute) => minute / 100)],
  levelM: [Float32Array.from({ length: 11 }, (_, minute) => 2 + minute / 100)],
  speedMs: [new Float32Array(11)],
  flowM3s: [Float32Array.from({ length: 11 }, () => 3)],
};

/** The card of a town, with a line that knows the course of the water and nothing else. */
async function show() {
  const store = aTown();
  const frames = createFrames();
  const asked: unknown[] = [];
  const line = {
    call: async (name: string, params: unknown) => {
      asked.push([name, params]);
      if (name !== 'series') throw new Error(`Nobody knows ${name}.`);
      return series;
    },
  } as unknown as FloodLine;
  frames.publish(FLOOD_LINE, line);
  await page.viewport(390, 1600);
  const screen = await render(
    <StoreProvider store={store}>
      <FramesProvider frames={frames}>
        <Screens />
      </FramesProvider>
    </StoreProvider>,
  );
  const flood = () => selectFlood(store.getState());
  const shownRun = () => flood().runs.find(({ id }) => id === flood().shown);
  return { screen, store, frames, flood, shownRun, asked };
}

async function showRun(part: Parameters<typeof aStatus>[1] = {}) {
  const shown = await show();
  const run = startRun(shown.store, aScenario());
  setStatus(shown.store, aStatus(run, part));
  await expect.element(shown.screen.getByRole('heading', { name: 'Test flood' })).toBeVisible();
  return { ...shown, run };
}

/** The card's room in the dock: the panel less its padding. */
const DOCK_PX = 312;

describe('before the first run', () => {
  it('offers what this city can be flooded by, and runs it with one press', async () => {
    const { screen, shownRun } = await show();
    await expectAccessible();
    await screen.getByRole('button', { name: /^East levee breaches/ }).click();
    expect(shownRun()?.scenario.sources.map(({ kind }) => kind)).toEqual(['breach', 'stage']);
    await expect.element(screen.getByText('waiting', { exact: true }).first()).toBeVisible();
    await expectAccessible();
  });

  it('draws by typed coordinates from the keyboard alone', async () => {
    const { screen, shownRun, flood } = await show();
    screen.getByRole('button', { name: 'Inflow' }).element().focus();
    await userEvent.keyboard('{Enter}');
    const typed = screen.getByRole('textbox', { name: 'Or type coordinates' });
    typed.element().focus();
    await userEvent.keyboard('somewhere{Enter}');
    await expect.element(screen.getByRole('alert')).toHaveTextContent(/“somewhere” is no place/);
    await typed.clear();
    await userEvent.keyboard('10.641, 54.301; 10.642, 54.301{Enter}');
    await expect.element(screen.getByText('2 points')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(() => shownRun()?.scenario.sources)
      .toMatchObject([
        {
          kind: 'inflow',
          line: [
            [10.641, 54.301],
            [10.642, 54.301],
          ],
        },
      ]);
    expect(flood().drawing).toBeUndefined();
  });

  it('leaves nothing behind when drawing is cancelled', async () => {
    const { screen, flood } = await show();
    await screen.getByRole('button', { name: 'Breach', exact: true }).click();
    await expect.element(screen.getByRole('group', { name: 'Draw: Breach' })).toBeVisible();
    screen.getByRole('textbox', { name: 'Or type coordinates' }).element().focus();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => flood().drawing).toBeUndefined();
    expect(flood().runs).toEqual([]);
  });
});

describe('a run', () => {
  it('always says that it is simulated, by what, on which ground, how exactly', async () => {
    const { screen } = await showRun();
    const status = screen.getByRole('region', { name: 'How the run stands' });
    for (const words of [
      ...['running', 'simulated', 'Shallow water', '4 m grid', 'Survey of 2025, 2 m'],
      'survey date not given',
      ...[
        'water balance off by 3×10⁻⁷',
        'no water too fast for these equations',
        '240× real time',
        '10 min of 6 h',
      ],
    ]) {
      await expect.element(status.getByText(words, { exact: true })).toBeVisible();
    }
    await screen.getByRole('button', { name: 'How far to trust it' }).click();
    await expect.element(screen.getByText(/Water that the arithmetic made or lost/)).toBeVisible();
    await expectAccessible();
  });

  it('says the share of water that local inertial does not hold for, and offers shallow water', async () => {
    const { screen, flood } = await showRun({ scheme: 'local-inertial', isBeyondScheme: true });
    const words = screen.getByText('1.2 % of the water too fast for these equations');
    await expect.element(words).toBeVisible();
    await expect.element(words).toHaveAttribute('title', expect.stringContaining('Froude'));
    await screen.getByRole('button', { name: 'How far to trust it' }).click();
    await screen.getByRole('button', { name: 'Run as shallow water' }).click();
    expect(flood().runs[1]?.scenario).toMatchObject({ scheme: 'shallow-water', basedOn: 's' });
  });

  it('pauses, goes on, changes its pace and stops', async () => {
    const { screen, shownRun } = await showRun();
    await screen.getByRole('button', { name: 'Pause' }).click();
    expect(shownRun()?.wanted).toBe('pause');
    await screen.getByRole('button', { name: 'Go on' }).click();
    await screen.getByText('60×', { exact: true }).click();
    expect(shownRun()).toMatchObject({ wanted: 'go', pace: 60 });
    await screen.getByRole('button', { name: 'Stop', exact: true }).click();
    expect(shownRun()?.wanted).toBe('stop');
    await expect.element(screen.getByText('stopped', { exact: true }).first()).toBeVisible();
    expect(screen.getByRole('button', { name: 'Pause' }).query()).toBeNull();
  });

  it.each(['en', 'zh'] as const)('is steered by buttons in an even grid, %s', async (language) => {
    const { screen, store } = await showRun();
    setPreferences(store, { language });
    const region = screen.getByRole('region', {
      name: language === 'en' ? 'Steer the run' : '操控运行',
    });
    await expect.element(region).toBeVisible();
    for (const width of [DOCK_PX, 390]) {
      await page.viewport(width, 1600);
      expectEvenGrid(region.element());
    }
  });

  it('gets a barrier at once, or beside it as a what-if that is compared', async () => {
    const { screen, flood, run } = await showRun();
    const type = async () => {
      await screen
        .getByRole('textbox', { name: 'Or type coordinates' })
        .fill('10.641,54.3;10.641,54.302');
      await screen.getByRole('button', { name: 'Add', exact: true }).first().click();
      await screen.getByRole('button', { name: 'Done' }).click();
    };
    await screen.getByRole('button', { name: 'Raise a barrier now' }).click();
    await type();
    expect(flood().runs[0]?.scenario.structures).toMatchObject([{ kind: 'barrier', fromS: 600 }]);
    await screen.getByRole('button', { name: 'What if …' }).click();
    await screen.getByRole('menuitem', { name: 'with a barrier' }).click();
    await type();
    expect(flood()).toMatchObject({
      compared: run,
      runs: [{ wanted: 'go' }, { from: { run, timeS: 600 }, scenario: { structures: [{}, {}] } }],
    });
    await expect.element(screen.getByText(/compared/).first()).toBeVisible();
  });

  it('is scrubbed through the one clock and led back to the latest water', async () => {
    const { screen, store, flood } = await showRun({ timeS: 7200 });
    const slider = screen.getByRole('slider', { name: 'Time of the flood' });
    await expect.element(slider).toBeVisible();
    slider.element().focus();
    await userEvent.keyboard('{Home}');
    expect(flood().followsRun).toBe(false);
    expect(store.getState().clock.now).toBe(aScenario().startMs);
    await expect.element(screen.getByText('An earlier moment is shown')).toBeVisible();
    await screen.getByRole('button', { name: 'Latest' }).click();
    expect(flood().followsRun).toBe(true);
  });

  it('that fails says why, and keeps what there is', async () => {
    const problem = 'Cell (12, 7) is 31 m deep, more than the ground allows.';
    const { screen } = await showRun({ phase: 'failed', problem });
    await expect.element(screen.getByRole('alert')).toHaveTextContent(/31 m deep.*last good water/);
    await expect.element(screen.getByRole('slider', { name: 'Time of the flood' })).toBeVisible();
  });
});

describe('the scenario of a run', () => {
  it('is edited with sentences about what is wrong, and runs again as another one', async () => {
    const { screen, flood } = await showRun();
    await screen.getByRole('button', { name: 'What happens' }).click();
    await screen.getByRole('button', { name: 'Edit Breach 1' }).click();
    const width = screen.getByRole('textbox', { name: 'Width' });
    await width.fill('0');
    await expect
      .element(screen.getByText('Breach 1: the width is 0 m; more than 0 is expected.'))
      .toBeVisible();
    const again = screen.getByRole('button', { name: 'Run again with the changes' });
    await expect.element(again).toBeDisabled();
    await width.fill('15');
    await again.click();
    const { runs, shown } = flood();
    expect(runs[0]?.scenario.sources).toMatchObject([{ widthM: 20 }]);
    expect(runs[1]).toMatchObject({
      id: shown,
      scenario: { basedOn: 's', sources: [{ widthM: 15 }] },
    });
    expect(runs[1]?.scenario.id).not.toBe('s');
  });

  it('is computed as the person says', async () => {
    const { screen, flood } = await showRun();
    await screen.getByRole('button', { name: 'Model', exact: true }).click();
    await screen.getByRole('textbox', { name: 'Cell size' }).fill('10');
    await screen.getByRole('combobox', { name: 'Into the ground' }).click();
    await screen.getByRole('option', { name: 'SCS curve number' }).click();
    expect(flood().scenarios[0]).toMatchObject({
      cellM: 10,
      ground: { kind: 'curve-number', number: 85 },
    });
    await expectAccessible();
  });
});

describe('the list of runs', () => {
  it('shows, compares, renames and forgets', async () => {
    const { screen, store, flood, run } = await showRun();
    startRun(store, aScenario({ id: 'two', name: 'Second flood' }));
    await screen.getByRole('button', { name: 'Compare with Test flood' }).click();
    expect(flood().compared).toBe(run);
    await screen.getByRole('button', { name: 'More for Second flood' }).click();
    await screen.getByRole('menuitem', { name: 'Rename' }).click();
    await screen.getByRole('textbox', { name: 'Name' }).first().fill('North gate');
    await screen.getByRole('button', { name: 'Show Test flood' }).click();
    expect(flood().shown).toBe(run);
    await screen.getByRole('button', { name: 'More for North gate' }).click();
    await screen.getByRole('menuitem', { name: 'Forget' }).click();
    expect(flood().runs.map(({ id }) => id)).toEqual([run]);
    await expectAccessible();
  });
});

/** One tile of ground at 2 m, half a metre of water that flows east at 1 m/s in all of it. */
function someWater(run: string): { place: FloodPlace; frame: FloodFrame } {
  const [west, north] = at(-320, 320);
  const [east, south] = at(320, -320);
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const cells = FRAME_TILE * FRAME_TILE;
  return {
    place: {
      ...{ run, width: FRAME_TILE, height: FRAME_TILE, cellM: 10 },
      raster: {
        crs: { horizontal: 'EPSG:25832', vertical: 'EPSG:7837' },
        ...{ west: 0, north: 640, cellX: 10, cellY: 10 },
      },
      zM: new Float32Array(cells).fill(2),
      lattice: {
        ...{ step: FRAME_TILE, columns: 2, rows: 2 },
        longitudeRad: Float64Array.of(west, east, west, east).map(radians),
        latitudeRad: Float64Array.of(north, north, south, south).map(radians),
        geoidM: new Float32Array(4),
      },
    },
    frame: {
      ...{ run, timeS: 600, tiles: Uint32Array.of(0) },
      depthMm: new Uint16Array(cells).fill(500),
      uCms: new Int16Array(cells).fill(100),
      vCms: new Int16Array(cells),
    },
  };
}

describe('the inspector', () => {
  it('says of water at a place how deep, how fast, who is in danger, when it came', async () => {
    const { screen, store, frames, run, flood } = await showRun();
    const { place, frame } = someWater(run);
    frames.publish(FLOOD_PLACE, place);
    frames.publish(FLOOD_FRAME, frame);
    select(store, [toSelectedThing({ kind: 'place', place: at(10, 10) })]);
    const inspector = screen.getByRole('region', { name: 'Inspector' });
    await expect.element(inspector.getByText('Danger for most people')).toBeVisible();
    await expect.element(inspector.getByText(/^H2 /)).toBeVisible();
    await expect.element(inspector.getByText(/FD2321/)).toBeVisible();
    await expect.element(inspector).toHaveTextContent(/Depth.*0\.50.m.*Level.*2\.50.m.*90°/);
    await expect.element(inspector).toHaveTextContent(/Water arrivesT\+5\smin/);
    await expectAccessible();
    await inspector.getByRole('button', { name: 'Place a gauge here' }).click();
    expect(flood().gauges).toMatchObject([{ name: 'Gauge or section 1' }]);
    await expect.element(inspector.getByRole('textbox', { name: 'Gauge' })).toBeVisible();
  });

  it('says that a place lies outside', async () => {
    const { screen, store, frames, run } = await showRun();
    frames.publish(FLOOD_PLACE, someWater(run).place);
    select(store, [toSelectedThing({ kind: 'place', place: at(5000, 0) })]);
    await expect.element(screen.getByText('Outside the area that is simulated')).toBeVisible();
  });

  it('breaches a levee where it is weakest', async () => {
    const { screen, store, shownRun } = await show();
    select(store, [toSelectedThing({ kind: 'levee', id: 'LV-E' })]);
    const inspector = screen.getByRole('region', { name: 'Inspector' });
    await expect.element(inspector.getByText('soft ground')).toBeVisible();
    await inspector.getByRole('button', { name: 'Breach it here' }).click();
    expect(shownRun()?.scenario.hazard).toBe('breach');
  });

  it('knows nothing of what is gone', async () => {
    const { screen, store } = await show();
    for (const kind of ['levee', 'gauge', 'part'] as const) {
      select(store, [toSelectedThing({ kind, id: 'x' })]);
      await expect.element(screen.getByText('No longer there')).toBeVisible();
    }
  });
});

describe('in Chinese, in the light', () => {
  it('has no English word left', async () => {
    const { screen, store } = await showRun();
    setPreferences(store, { language: 'zh', theme: 'light' });
    await expect.element(screen.getByRole('button', { name: '暂停' })).toBeVisible();
    const words = screen.container.textContent.replace(
      /Test flood|Survey of 2025|CES?T|UTC|GMT|GIS/g,
      '',
    );
    expect(words.match(/[a-z]{3,}/gi) ?? []).toEqual([]);
    await expectAccessible();
  });
});
