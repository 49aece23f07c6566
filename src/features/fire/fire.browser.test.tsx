import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { instant } from '#model/time.ts';
import type { WeatherReading } from '#model/weather-reading.ts';
import { createFrames } from '#scene/frames.ts';
import { FramesProvider } from '#scene/use-frames.tsx';
import { setTime } from '#store/clock.ts';
import { setPreferences } from '#store/preferences.ts';
import { createAppStore } from '#store/store.ts';
import { StoreProvider, useAppState } from '#store/use-store.tsx';
import { KitProvider } from '#ui';
import { expectAccessible } from '#ui/testing/accessible.ts';
import { expectEvenGrid } from '#ui/testing/even-grid.ts';
import {
  FIRE_ENSEMBLE,
  FIRE_MOMENT,
  FIRE_SPREAD,
  type FireSpread,
  SECOND_SPREAD,
} from './contract/spread.ts';
import FireInspector from './inspector.tsx';
import { momentAt } from './kernel/moment.ts';
import FireOnBar from './panel/bar.tsx';
import FirePanel from './panel.tsx';
import { aBuilding } from './state/a-fire.ts';
import { change } from './state/change.ts';
import { seek, shownFireOf, timeOf } from './state/clock.ts';
import { ignite } from './state/fires.ts';
import { onPointed } from './state/pointing.ts';
import { addEngine, turnWind } from './state/steer.ts';
import { selectFire } from './state.ts';

function Screens() {
  const { theme, language } = useAppState(({ preferences }) => preferences);
  const selection = useAppState((state) => state.selection);
  return (
    <KitProvider theme={theme} language={language}>
      <main>
        <FireOnBar />
        <FirePanel />
        {selection.length > 0 && (
          <section aria-label="Inspector">
            <FireInspector selected={selection} />
          </section>
        )}
      </main>
    </KitProvider>
  );
}

/** Three houses in a row, a quarter of an hour apart; ten people in each by day and twenty by night. */
function aSpread(scenario: string, burnt = 3): FireSpread {
  const houses = Array.from({ length: 3 }, (_, at) => at);
  const ignitionS = Float32Array.from(houses, (at) => (at < burnt ? at * 900 : Infinity));
  return {
    ...{ scenario, count: 3, ignitionS },
    flashoverS: ignitionS.map((time) => time + 300),
    endS: ignitionS.map((time) => time + 2400),
    cause: Uint8Array.from([1, 2, 2]),
    source: Int32Array.from([-1, 0, 1]),
    peakKW: Float32Array.from(houses, () => 5000),
    energyMJ: Float32Array.from(houses, () => 10_000),
    order: Uint32Array.from(houses.slice(0, burnt)),
    peopleDay: Float32Array.from(houses.slice(0, burnt), () => 10),
    peopleNight: Float32Array.from(houses.slice(0, burnt), () => 20),
    ...{ burnt, putOut: 0, saved: 3 - burnt },
    model: {
      name: { en: 'Test spread', zh: '测试蔓延' },
      range: { en: 'Houses in a row', zh: '联排房屋' },
    },
    hamada: [{ constant: 1.5, fromS: 0, downMh: 162.4, sideMh: 40, upMh: 30 }],
    water: {
      timeS: Float32Array.of(0, 600),
      wantedLs: Float32Array.of(0, 120),
      broughtLs: Float32Array.of(0, 33),
    },
  };
}

const aStation: WeatherReading = {
  ...{ sensor: 'W-1', name: 'Harbour', longitudeDeg: 10.64, latitudeDeg: 54.3, heightM: 10 },
  values: { windSpeed: 9, windDirection: Math.PI / 2 },
  ...{ timeMs: Date.parse('2026-11-26T10:59:00Z'), isSimulated: true, isStale: false },
};

async function show() {
  const store = createAppStore();
  setTime(store, instant(Date.parse('2026-11-26T11:00:00Z')));
  const frames = createFrames();
  await page.viewport(390, 1900);
  const screen = await render(
    <StoreProvider store={store}>
      <FramesProvider frames={frames}>
        <Screens />
      </FramesProvider>
    </StoreProvider>,
  );
  const fire = () => shownFireOf(store.getState());
  const press = async (name: string | RegExp) => {
    const button = screen.getByRole('button', { name }).first();
    await expect.element(button).toBeVisible();
    button.element().focus();
    await userEvent.keyboard('{Enter}');
  };
  return { screen, store, frames, fire, press };
}

async function showFire() {
  const shown = await show();
  const { store, frames, screen } = shown;
  const id = ignite(store, aBuilding('b', { name: 'Old granary' })) ?? '';
  const spread = aSpread(id);
  frames.publish(FIRE_SPREAD, spread);
  const showMoment = (timeS: number) => {
    seek(store, timeS);
    frames.publish(FIRE_MOMENT, momentAt(spread, timeS, true));
  };
  showMoment(1000);
  const status = {
    ...{ scenario: id, phase: 'ready' as const, progress: 1, elapsedMs: 42, buildings: 900 },
    assumptions: [{ code: 'height', text: { en: 'Height of 6 m', zh: '高度 6 m' }, count: 12 }],
  };
  change(store, () => ({ status: { [id]: status } }));
  await expect.element(screen.getByRole('heading', { name: 'Old granary' })).toBeVisible();
  return { ...shown, id, spread, status, showAt: showMoment };
}

/** The card's room in the dock: the panel less its padding. */
const DOCK_PX = 312;

describe('before a fire', () => {
  it('says how one begins and that nothing here is for decisions on life', async () => {
    const { screen } = await show();
    await expect.element(screen.getByText('No detector is beyond a limit now.')).toBeVisible();
    await expect.element(screen.getByText(/not for life-safety decisions/).first()).toBeVisible();
    await expectAccessible();
  });

  it('says which wind a fire would begin with, and of when it is', async () => {
    const { screen, store } = await show();
    await expect.element(screen.getByText('assumed, no station is heard')).toBeVisible();
    change(store, () => ({ stations: [aStation] }));
    await expect.element(screen.getByText(/^from the east, 9\.0\sm\/s$/)).toBeVisible();
    await expect.element(screen.getByText(/^Harbour, measured /)).toBeVisible();
  });

  it('ignites what is selected with one press of a key', async () => {
    const { store, fire, press } = await show();
    change(store, () => ({ selected: [aBuilding('a'), aBuilding('b')] }));
    await press(/^Ignite House a and 1 more/);
    expect(fire()?.ignitions.map(({ building }) => building.id)).toEqual(['a', 'b']);
  });

  it('leads from a detector’s alarm to its building and to a fire in it', async () => {
    const { screen, store, fire, press } = await show();
    change(store, () => ({
      alarmed: [
        {
          building: aBuilding('b', { index: 7, name: 'Old granary' }),
          ...{ detector: 'ELEC-12', property: 'residualCurrent' as const, value: 0.412 },
          ...{ timeMs: 1, level: 'alarm' as const, isSimulated: true, count: 2 },
        },
      ],
    }));
    await expect.element(screen.getByText(/412\smA/)).toBeVisible();
    await expect.element(screen.getByText('Old granary').first()).toBeVisible();
    await expectAccessible();
    await press('To Old granary');
    expect(store.getState().selection).toEqual([{ feature: 'city', index: 7, id: 'b' }]);
    await press('Ignite Old granary in the twin');
    expect(fire()?.name).toBe('Old granary');
  });

  it('points at a building by typed coordinates, from the keyboard alone', async () => {
    const { screen, store, press } = await show();
    const made: unknown[] = [];
    onPointed(store, 'ignition', ({ points }) => made.push(points));
    await press(/^Point at a building/);
    const typed = screen.getByRole('textbox', { name: 'Or type coordinates' });
    typed.element().focus();
    await userEvent.keyboard('nowhere{Enter}');
    await expect.element(screen.getByText(/“nowhere” is no place/)).toBeVisible();
    await userEvent.clear(typed);
    await userEvent.keyboard('10.64, 54.3{Enter}');
    expect(made).toEqual([[[10.64, 54.3]]]);
    await expect.element(typed).not.toBeInTheDocument();
  });
});

describe('a fire that is shown', () => {
  it('says what burns, who is in danger, by which wind and model, simulated', async () => {
    const { screen } = await showFire();
    const head = screen.getByRole('region', { name: 'How the fire stands' });
    await expect.element(head.getByText('10 in those that catch fire within 30 min')).toBeVisible();
    await expect.element(head.getByText('20 in burning buildings')).toBeVisible();
    await expect.element(head.getByText('from the west, 1.0 m/s')).toBeVisible();
    await expect.element(head.getByText('assumed, no station is heard')).toBeVisible();
    await expect.element(screen.getByText('Test spread').first()).toBeVisible();
    await expect.element(screen.getByText('simulated').first()).toBeVisible();
    await expectAccessible();
  });

  it('doesn’t call a wind assumed that a person set from the beginning on', async () => {
    const { screen, store } = await showFire();
    seek(store, 0);
    turnWind(store, { speedMs: 15, fromRad: 0 });
    const head = screen.getByRole('region', { name: 'How the fire stands' });
    await expect.element(head.getByText('set by hand at T+0 min')).toBeVisible();
    await expect.element(head.getByText('assumed, no station is heard')).not.toBeInTheDocument();
  });

  it('turns the wind by the dial’s keys from the shown moment on, and takes it back', async () => {
    const { screen, fire, press } = await showFire();
    await press('Turn the wind');
    const dial = screen.getByRole('slider', { name: 'Wind from' });
    dial.element().focus();
    await userEvent.keyboard('{PageUp}{ArrowLeft}');
    await expect.element(screen.getByText('from the north-west, 310°')).toBeVisible();
    await press('Blows so from T+16 min');
    expect(fire()?.wind.map(({ fromS }) => fromS)).toEqual([0, 1000]);
    expect(fire()?.wind[1]?.fromRad).toBeCloseTo((310 * Math.PI) / 180, 9);
    const acts = screen.getByRole('list', { name: 'What was done' });
    await expect.element(acts.getByText('Wind from the north-west, 1.0 m/s')).toBeVisible();
    await press('Take back');
    expect(fire()?.wind).toHaveLength(1);
  });

  it.each(['en', 'zh'] as const)('is steered by buttons in an even grid, %s', async (language) => {
    const { screen, store } = await showFire();
    setPreferences(store, { language });
    const name = language === 'en' ? 'Steer the fire' : '操控火情';
    const region = screen.getByRole('region', { name });
    await expect.element(region).toBeVisible();
    for (const width of [DOCK_PX, 390]) {
      await page.viewport(width, 1900);
      expectEvenGrid(region.element());
    }
  });

  it('defends what is selected, lets water run short, and says what is wanted of it', async () => {
    const { screen, store, fire, press } = await showFire();
    change(store, () => ({ selected: [aBuilding('c')] }));
    await press('Defend');
    await press('The selected building');
    await press('Less water');
    await press(/^50 % from T/);
    expect(fire()).toMatchObject({
      defences: [{ fromS: 1000, buildings: [{ id: 'c' }] }],
      water: [{ fromS: 1000, share: 0.5 }],
    });
    await expect.element(screen.getByText(/33\sL\/s of the 120\sL\/s/)).toBeVisible();
    await expectAccessible();
    await press(/^Take back: House c kept wet/);
    expect(fire()?.defences).toEqual([]);
  });

  it('is compared with a what-if beside it in numbers', async () => {
    const { screen, store, frames, spread, press } = await showFire();
    await press('What if, beside it');
    await expect.element(screen.getByText(/numbers come as soon as both/)).toBeVisible();
    const copy = selectFire(store.getState()).shown;
    frames.publish(SECOND_SPREAD, spread);
    frames.publish(FIRE_SPREAD, aSpread(copy, 1));
    const table = screen.getByRole('table', { name: 'The two beside each other' });
    await expect
      .element(table.getByRole('row', { name: 'T+30 min 1 (10) 3 (30) −2' }))
      .toBeVisible();
    await expectAccessible();
  });

  it('says how sure it is by its members, and is stopped', async () => {
    const { screen, store, frames, id, press } = await showFire();
    await press('How sure is it?');
    await press('Run 20');
    expect(selectFire(store.getState()).members).toBe(20);
    frames.publish(FIRE_ENSEMBLE, {
      ...{ scenario: id, done: 10, members: 20 },
      burnProbability: Float32Array.of(1, 0.5, 0.05),
      meanIgnitionS: Float32Array.of(0, 900, 1800),
      burnt: Int32Array.from({ length: 20 }, (_, at) => at + 1),
    });
    await expect.element(screen.getByText('10 of 20').first()).toBeVisible();
    await press('Colour the buildings by it');
    expect(selectFire(store.getState()).look.buildings).toBe('probability');
    await press('Stop');
    expect(selectFire(store.getState()).members).toBe(0);
    await expectAccessible();
  });

  it('has Hamada’s speeds and the model’s assumptions a press away', async () => {
    const { screen, press } = await showFire();
    await press('Hamada’s model beside it');
    await expect.element(screen.getByRole('row', { name: /1.5 162 m\/h 40 m\/h/ })).toBeVisible();
    await press('Model and limits');
    await expect.element(screen.getByText('Height of 6 m (12)')).toBeVisible();
    await expect.element(screen.getByText('Houses in a row')).toBeVisible();
  });

  it('says why it can’t be computed, and keeps the last good result', async () => {
    const { screen, store, id, status } = await showFire();
    const failed = { ...status, phase: 'failed' as const, problem: 'The tiles are missing.' };
    change(store, () => ({ status: { [id]: failed } }));
    await expect
      .element(screen.getByRole('alert'))
      .toHaveTextContent(/The tiles are missing. The last good result stays/);
    await expect.element(screen.getByText('20 in burning buildings')).toBeVisible();
  });

  it('is scrubbed by keys, ten minutes at a time, and held', async () => {
    const { store, press } = await showFire();
    await press('Ten minutes on');
    expect(timeOf(store.getState())).toBe(1600);
    await press('Hold');
    expect(store.getState().clock.rate).toBe(0);
    await press('To the beginning');
    expect(timeOf(store.getState())).toBe(0);
  });

  it('shows an engine by itself, which is taken back there', async () => {
    const { screen, store, fire, press } = await showFire();
    addEngine(store, { id: 'e', name: 'Engine 1', at: [10.6, 54.3] });
    store.setState({ selection: [{ feature: 'fire', index: 0, id: 'engine/e' }] });
    const inspector = screen.getByRole('region', { name: 'Inspector' });
    await expect.element(inspector.getByText('on a hydrant')).toBeVisible();
    await press('Take it back');
    expect(fire()?.engines).toEqual([]);
    await expect.element(inspector.getByText('This is no longer part of the fire')).toBeVisible();
  });

  it('says everything in Chinese too, by day', async () => {
    const { screen, store } = await showFire();
    setPreferences(store, { language: 'zh', theme: 'light' });
    await expect.element(screen.getByText('燃烧建筑内 20 人')).toBeVisible();
    await expect.element(screen.getByText('仅供筛查，不得用于生命安全决策').first()).toBeVisible();
    await expectAccessible();
  });
});
