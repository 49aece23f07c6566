import type { ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { CityManifest } from '#contract/city-package.ts';
import type { DatastreamCatalogue } from '#contract/datastream-catalogue.ts';
import { instant } from '#model/time.ts';
import { createFrames } from '#scene/frames.ts';
import { FramesProvider } from '#scene/use-frames.tsx';
import { setTime } from '#store/clock.ts';
import { setPreferences } from '#store/preferences.ts';
import { select } from '#store/selection.ts';
import { createAppStore } from '#store/store.ts';
import { StoreProvider, useAppState } from '#store/use-store.tsx';
import { KitProvider } from '#ui';
import { expectAccessible } from '#ui/testing/accessible.ts';
import { SENSORS, type SensorFrame } from './contract.ts';
import SensorsInspector from './inspector.tsx';
import { aCatalogue } from './kernel/a-catalogue.ts';
import AlarmBell from './panel/bar.tsx';
import SensorsTime from './panel/time.tsx';
import SensorsPanel from './panel.tsx';
import { aFeed, anAlarm, START_MS } from './session/a-feed.ts';
import { startSensorsSession } from './session.ts';
import { selectSensors, toggleCharted } from './state.ts';

const limits = { warningHigh: 2, alarmHigh: 3, deadband: 0.1 };
const town = aCatalogue()
  .with('R-1', 'river', [{ property: 'waterLevel', thresholds: limits }], {
    name: 'Old bridge',
    network: 'storm',
    element: 'MH-77',
    building: 'B-7',
  })
  .with('R-2', 'river', [{ property: 'waterLevel', thresholds: limits }], { name: 'Harbour' })
  .with('P-1', 'pressure', [{ property: 'waterPressure' }], { name: 'Hydrant', network: 'water' })
  .with('L-1', 'lift', [{ property: 'liftState' }], { name: 'Lift at the market' })
  .with('C-1', 'camera', [], { name: 'Market camera' })
  .build();

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

function House({ children }: { children: ReactNode }) {
  const { theme, language } = useAppState(({ preferences }) => preferences);
  return (
    <KitProvider theme={theme} language={language}>
      {children}
    </KitProvider>
  );
}

type Overrides = Parameters<typeof aFeed>[1];

async function show(
  parts: ReactNode,
  {
    catalogue = town,
    overrides = {},
  }: { catalogue?: DatastreamCatalogue; overrides?: Overrides } = {},
) {
  const feed = aFeed(catalogue, overrides);
  const manifest = { id: 'town', layers: [{ kind: 'sensors' }], timeZone: 'Europe/Berlin' };
  const store = createAppStore({
    city: {
      manifest: manifest as unknown as CityManifest,
      baseUrl: 'https://twin.example/cities/town/',
    },
    clock: { now: instant(START_MS), mode: 'live', rate: 1 },
  });
  const frames = createFrames();
  const session = startSensorsSession(
    { store, frames, find: async () => undefined },
    {
      startWorker: feed.startWorker,
      now: () => START_MS,
      save: () => undefined,
      waitMs: 60_000,
    },
  );
  stops.push(() => session.stop());
  const screen = await render(
    <StoreProvider store={store}>
      <FramesProvider frames={frames}>
        <House>{parts}</House>
      </FramesProvider>
    </StoreProvider>,
  );
  return { screen, store, frames, feed, state: () => selectSensors(store.getState()) };
}

function Inspector() {
  const selection = useAppState((state) => state.selection);
  return <SensorsInspector selected={selection} />;
}

const pick = (...ids: string[]) =>
  ids.map((id) => ({
    feature: SENSORS,
    index: town.sensors.findIndex((one) => one.id === id),
    id,
  }));

const ordinary = [3.5, 1.2, 412_000, 2] as const;
const namesInList = () =>
  [...document.querySelectorAll('[role=grid] [role=gridcell] [title]')].map(
    (cell) => cell.getAttribute('title')?.split(' · ')[0],
  );

describe('the card of the sensors', () => {
  it('says how fresh the readings are, that they are simulated, and lists them worst first', async () => {
    const { screen, feed } = await show(<SensorsPanel />);
    await expect.element(screen.getByText('Reading the list of sensors')).not.toBeInTheDocument();
    feed.say({ count: 4 }, ordinary);
    await expect.element(screen.getByText('Readings of 26 Nov, 14:00:00 CET')).toBeVisible();
    await expect.element(screen.getByText('live', { exact: true })).toBeVisible();
    await expect.element(screen.getByText(/no instrument stands there/)).toBeVisible();
    await vi.waitFor(() =>
      expect(namesInList()).toEqual([
        'Old bridge',
        'Harbour',
        'Hydrant',
        'Lift at the market',
        'Market camera',
      ]),
    );
    const grid = screen.getByRole('grid', { name: 'List of sensors' });
    await expect.element(grid.getByText('3.50\u202fm')).toBeVisible();
    await expect.element(grid.getByText('4.12\u202fbar')).toBeVisible();
    await expect.element(grid.getByText('Person trapped')).toBeVisible();
    await expect.element(grid.getByText('past alarm limit', { exact: true })).toBeVisible();
    await expectAccessible();
  });

  it('narrows list and map together by status, words and kind, with counts, and says when nothing is left', async () => {
    const { screen, feed, frames, state } = await show(<SensorsPanel />);
    feed.say({ count: 4 }, ordinary);
    await screen.getByRole('button', { name: /^past alarm limit/ }).click();
    await vi.waitFor(() => expect(namesInList()).toEqual(['Old bridge']));
    expect([...(frames.peek<SensorFrame>(SENSORS)?.isMatching ?? [])]).toEqual([1, 0, 0, 0, 0]);
    await expect.element(screen.getByText('1 of 5 match')).toBeVisible();
    await screen.getByRole('button', { name: 'Clear filters' }).click();
    await screen.getByRole('button', { name: 'Filters', exact: true }).click();
    await screen.getByRole('button', { name: /River gauge 2/ }).click();
    await screen.getByRole('searchbox', { name: 'Find in the list' }).fill('HARB');
    await vi.waitFor(() => expect(namesInList()).toEqual(['Harbour']));
    expect(state().filter).toMatchObject({ kinds: ['river'], text: 'HARB' });
    await screen.getByRole('searchbox', { name: 'Find in the list' }).fill('nowhere');
    await expect.element(screen.getByText('No sensor matches')).toBeVisible();
    await expectAccessible();
  });

  it('is sorted, selected and flown from by keyboard alone', async () => {
    const { screen, feed, store } = await show(<SensorsPanel />);
    feed.say({ count: 4 }, ordinary);
    await vi.waitFor(() => expect(namesInList()).toHaveLength(5));
    await screen.getByRole('button', { name: 'Sensor', exact: true }).click();
    await vi.waitFor(() => expect(namesInList()[0]).toBe('Harbour'));
    screen.getByRole('grid', { name: 'List of sensors' }).element().focus();
    await userEvent.keyboard('{ArrowDown} ');
    await vi.waitFor(() => expect(store.getState().selection.map(({ id }) => id)).toEqual(['P-1']));
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await vi.waitFor(() => expect(store.getState().camera.flight).toBeDefined());
    expect(store.getState().selection).toEqual(pick('L-1'));
  });

  it('colours by a property and says what the colours stand for', async () => {
    const { screen, feed, frames } = await show(<SensorsPanel />);
    feed.say({ count: 4 }, [3.5, 1.2, 412_000, 0]);
    await screen.getByRole('button', { name: 'Colour by', exact: true }).click();
    await page
      .getByRole('combobox', { name: 'Colour by' })
      .or(page.getByRole('textbox', { name: 'Colour by' }))
      .click();
    await page.getByRole('option', { name: /Water level · 2/ }).click();
    await expect.element(screen.getByRole('figure', { name: 'Water level' })).toBeVisible();
    expect(frames.peek<SensorFrame>(SENSORS)?.scale?.property).toBe('waterLevel');
    await expectAccessible();
  });

  it('says since when it is offline, that a time has nothing stored, and goes back to live', async () => {
    const { screen, feed, store } = await show(<SensorsPanel />);
    feed.say({ connection: 'offline' }, ordinary);
    await expect.element(screen.getByText('offline')).toBeVisible();
    setTime(store, instant(START_MS - 30 * 86_400_000));
    feed.say({ connection: 'live', shown: 'replay', count: 0 }, [
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    await expect
      .element(screen.getByText('No readings are stored for 27 Oct, 14:00:00 CET.'))
      .toBeVisible();
    await screen.getByRole('button', { name: 'Back to live' }).click();
    expect(store.getState().clock.mode).toBe('live');
  });

  it('says that it goes on trying where there is no feed', async () => {
    const { screen } = await show(<SensorsPanel />, {
      overrides: {
        open: () => {
          throw new Error('There is no city town.');
        },
      },
    });
    await expect.element(screen.getByText('No live readings. Trying again.')).toBeVisible();
  });

  it('holds 10,000 sensors and draws only the rows in sight', async () => {
    const builder = aCatalogue();
    for (let at = 0; at < 10_000; at += 1) {
      builder.with(`S-${at}`, 'traffic', [{ property: 'vehicleFlow', intervalS: 1 }]);
    }
    const { screen, feed } = await show(<SensorsPanel />, { catalogue: builder.build() });
    feed.say(
      { count: 10_000 },
      Array.from({ length: 10_000 }, (_, at) => at / 3600),
    );
    await expect.element(screen.getByText('10,000 sensors')).toBeVisible();
    await vi.waitFor(() => expect(namesInList().length).toBeGreaterThan(5));
    expect(namesInList().length).toBeLessThan(60);
    screen.getByRole('grid', { name: 'List of sensors' }).element().focus();
    await userEvent.keyboard('{End}');
    await vi.waitFor(() => expect(namesInList()).toContain('S-9999'));
  });
});

describe('the inspector of a sensor', () => {
  const history: NonNullable<Overrides>['history'] = ({ datastreams, fromMs, toMs }) =>
    datastreams.map((datastream) => {
      const count = Math.min(300, Math.floor((toMs - fromMs) / 10_000));
      return {
        datastream,
        timeMs: Float64Array.from({ length: count }, (_, at) => toMs - (count - at) * 10_000),
        value: Float64Array.from({ length: count }, (_, at) => 2 + Math.sin(at / 20)),
        quality: new Uint8Array(count).fill(4),
      };
    });

  it('says value, unit, time with zone, source, quality, model and limits of each datastream', async () => {
    const { screen, feed, store } = await show(<Inspector />, { overrides: { history } });
    select(store, pick('R-1'));
    feed.say({ count: 4 }, ordinary);
    await expect.element(screen.getByRole('heading', { name: 'Old bridge' })).toBeVisible();
    await expect.element(screen.getByText('River gauge · Storm water · R-1')).toBeVisible();
    await expect.element(screen.getByText(/^City simulator: demand/)).toBeVisible();
    await expect.element(screen.getByText('R-1/waterLevel · every 10 s')).toBeVisible();
    await expect
      .element(screen.getByText('Alarm, high 3.00\u202fm, Warning, high 2.00\u202fm'))
      .toBeVisible();
    await expect.element(screen.getByText('MH-77')).toBeVisible();
    await expect
      .element(screen.getByRole('slider', { name: /Water level over time/ }))
      .toBeVisible();
    await expectAccessible();
  });

  it('edits limits in the shown unit, holds back what can’t be, and saves what can', async () => {
    const { screen, feed, store } = await show(<Inspector />);
    select(store, pick('R-1'));
    feed.say({ count: 4 }, ordinary);
    await screen.getByRole('button', { name: 'Edit thresholds' }).click();
    const alarmHigh = screen.getByRole('textbox', { name: 'Alarm, high' });
    await alarmHigh.fill('1.5');
    await expect
      .element(screen.getByText('“Warning, high” must be below “Alarm, high”.'))
      .toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
    await alarmHigh.fill('2.75');
    await expectAccessible();
    await screen.getByRole('button', { name: 'Save' }).click();
    await vi.waitFor(() =>
      expect(feed.paramsOf('setThresholds')).toEqual([
        { number: 100, thresholds: { ...limits, alarmHigh: 2.75 } },
      ]),
    );
    await expect.element(screen.getByRole('button', { name: 'Save' })).not.toBeInTheDocument();
  });

  it('keeps the editor open and says why where saving failed', async () => {
    const { screen, feed, store } = await show(<Inspector />, {
      overrides: {
        setThresholds: () => {
          throw new Error('The server is read-only.');
        },
      },
    });
    select(store, pick('P-1'));
    feed.say({ count: 4 }, ordinary);
    await screen.getByRole('button', { name: 'Edit thresholds' }).click();
    await screen.getByRole('textbox', { name: 'Alarm, low' }).fill('2');
    await screen.getByRole('button', { name: 'Save' }).click();
    await expect.element(screen.getByText(/The server is read-only/)).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Save' })).toBeVisible();
  });

  it('shows several sensors side by side, those of one kind in one chart', async () => {
    const { screen, feed, store } = await show(<Inspector />, { overrides: { history } });
    select(store, pick('R-1', 'R-2', 'P-1'));
    feed.say({ count: 4 }, ordinary);
    await expect.element(screen.getByRole('heading', { name: '3 sensors selected' })).toBeVisible();
    const chart = screen.getByRole('figure', { name: 'Water level over time' });
    await expect.element(chart.getByText('Old bridge')).toBeVisible();
    await expect.element(chart.getByText('Harbour')).toBeVisible();
    await expect
      .element(screen.getByRole('figure', { name: 'Water pressure over time' }))
      .toBeVisible();
    await expectAccessible();
  });

  it('speaks Chinese', async () => {
    const { screen, feed, store } = await show(<Inspector />);
    setPreferences(store, { language: 'zh' });
    select(store, pick('R-1'));
    feed.say({ count: 4 }, ordinary);
    await expect.element(screen.getByText('河道水位站 · 雨水 · R-1')).toBeVisible();
    await expect
      .element(screen.getByText('高位报警 3.00\u202fm；高位预警 2.00\u202fm'))
      .toBeVisible();
  });
});

describe('alarms', () => {
  const alarms = {
    isSnapshot: true,
    alarms: [anAlarm(1, 100), anAlarm(2, 101, { clearedAtMs: 5 })],
  };
  const acknowledge: NonNullable<Overrides>['acknowledge'] = ({ id, by, note }) =>
    anAlarm(id, id === 1 ? 100 : 101, {
      acknowledgedAtMs: START_MS,
      acknowledgedBy: by,
      ...(note && { note }),
      ...(id === 2 && { clearedAtMs: 5 }),
    });

  it('ring a bell that counts and blinks, and stand in a list with what, how much and since when', async () => {
    const { screen, feed } = await show(<AlarmBell />, { overrides: { acknowledge } });
    feed.say({}, ordinary, { alarms });
    const bell = screen.getByRole('button', { name: '2 alarms wait to be acknowledged (2)' });
    await expect.element(bell).toBeVisible();
    const count = bell.element().querySelector('[data-count]');
    expect(count && getComputedStyle(count).animationName).not.toBe('none');
    await bell.click();
    await expect.element(screen.getByText('alarm, stands, unacknowledged')).toBeVisible();
    await expect.element(screen.getByText('alarm, returned, unacknowledged')).toBeVisible();
    await expect.element(screen.getByText('3.50\u202fm, limit 3.00\u202fm').first()).toBeVisible();
    await expectAccessible();
  });

  it('are acknowledged with one press, signed and with a note if wanted, and stop blinking', async () => {
    const { screen, feed, store } = await show(<Inspector />, { overrides: { acknowledge } });
    select(store, pick('R-1'));
    feed.say({}, ordinary, { alarms });
    await screen.getByRole('button', { name: 'Note (optional)' }).click();
    await screen.getByRole('textbox', { name: 'Note (optional)' }).fill('Crew is on site');
    await screen.getByRole('textbox', { name: 'Signed by' }).fill('Li Wei');
    await screen.getByRole('button', { name: 'Acknowledge' }).click();
    await expect
      .element(screen.getByText('Acknowledged by Li Wei, 26 Nov, 14:00:00 CET · Crew is on site'))
      .toBeVisible();
    await expect.element(screen.getByText('alarm, stands, acknowledged')).toBeVisible();
    expect(feed.paramsOf('acknowledge')).toEqual([
      { id: 1, by: 'Li Wei', note: 'Crew is on site' },
    ]);
  });

  it('say why they could not be acknowledged, and can be tried again', async () => {
    const { screen, feed, store } = await show(<Inspector />);
    select(store, pick('R-1'));
    feed.say({}, ordinary, { alarms });
    await screen.getByRole('button', { name: 'Acknowledge' }).click();
    await expect.element(screen.getByText(/There is no alarm 1/)).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Acknowledge' })).toBeEnabled();
  });

  it('show their sensor on the map and close the list', async () => {
    const { screen, feed, store, state } = await show(<AlarmBell />);
    feed.say({}, ordinary, { alarms });
    await screen.getByRole('button', { name: /alarms wait/ }).click();
    await screen.getByRole('button', { name: 'Zoom to: Old bridge' }).click();
    expect(store.getState().selection).toEqual(pick('R-1'));
    expect(state().isAlarmListOpen).toBe(false);
  });
});

describe('the part in the time panel', () => {
  it('changes the simulation’s clock, and says that it does so for everybody', async () => {
    const { screen, feed } = await show(<SensorsTime />);
    feed.say({ sourceTimeMs: START_MS }, ordinary);
    await screen.getByRole('button', { name: /Clock of the simulation/ }).click();
    await expect.element(screen.getByText(/for everybody/)).toBeVisible();
    await screen.getByRole('button', { name: 'Rewind 1 h' }).click();
    await screen.getByText('60×').click();
    await screen.getByText('Pause').click();
    await vi.waitFor(() =>
      expect(feed.paramsOf('setClock')).toEqual([
        { nowMs: START_MS - 3_600_000 },
        { rate: 60 },
        { rate: 0 },
      ]),
    );
    await expectAccessible();
  });

  it('compares lines until they are cleared', async () => {
    const { screen, feed, store, state } = await show(<SensorsTime />);
    feed.say({}, ordinary);
    toggleCharted(store, 'R-1/waterLevel');
    await expect.element(screen.getByRole('heading', { name: 'Comparison' })).toBeVisible();
    await expect.element(screen.getByText('No readings in this time.')).toBeVisible();
    await screen.getByText('7 d').click();
    expect(state().span).toBe('7d');
    await screen.getByRole('button', { name: 'Clear the comparison' }).click();
    expect(state().charted).toEqual([]);
  });
});
