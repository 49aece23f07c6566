import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { createFrames } from '#scene/frames.ts';
import { FramesProvider } from '#scene/use-frames.tsx';
import { setPreferences } from '#store/preferences.ts';
import { StoreProvider, useAppState } from '#store/use-store.tsx';
import { KitProvider } from '#ui';
import { expectAccessible } from '#ui/testing/accessible.ts';
import type { FloodLine } from '#workers/flood/client.ts';
import { aMoment, aRunOn, aWetTown, STREET_ROW } from '#workers/flood/impact/a-wet-town.ts';
import type { ImpactObserver } from '#workers/flood/impact/observer.ts';
import { createObserverOpener } from '#workers/flood/impact/open-observer.ts';
import type { FloodProtocol } from '#workers/flood/protocol.ts';
import { FLOOD_IMPACT, FLOOD_LINE, second } from '../../contract.ts';
import { aScenario, aStatus, aTown } from '../../state/a-flood.ts';
import { setStatus, startRun } from '../../state/runs.ts';
import { floodSlice, selectFlood } from '../../state.ts';
import ComparisonSection from './ComparisonSection.tsx';
import ConsequencesSection from './ConsequencesSection.tsx';
import ConsequencesTool from './ConsequencesTool.tsx';

beforeEach(() => page.viewport(420, 1100));

function Screens() {
  const { theme, language } = useAppState(({ preferences }) => preferences);
  return (
    <KitProvider theme={theme} language={language}>
      <main>
        <ConsequencesSection />
        <ComparisonSection />
        <ConsequencesTool />
      </main>
    </KitProvider>
  );
}

/** The screens of a run in a town of four houses, with its real consequences behind the line. */
async function show() {
  const store = aTown();
  const frames = createFrames();
  const town = aWetTown();
  const run = startRun(store, aScenario());
  const opener = createObserverOpener(town.read);
  const observer = await opener(aRunOn(town, run));
  const calls: Partial<Record<keyof FloodProtocol['calls'], (params: never) => unknown>> = {
    hits: ({ timeS, query }: FloodProtocol['calls']['hits']['params']) =>
      observer.hits(timeS, query),
    hitsCsv: ({ timeS, query }: FloodProtocol['calls']['hitsCsv']['params']) => ({
      csv: observer.hitsCsv(timeS, query),
    }),
  };
  const line = {
    call: async (name: keyof FloodProtocol['calls'], params: never) => calls[name]?.(params),
  } as unknown as FloodLine;
  frames.publish(FLOOD_LINE, line);
  const screen = await render(
    <StoreProvider store={store}>
      <FramesProvider frames={frames}>
        <Screens />
      </FramesProvider>
    </StoreProvider>,
  );
  const reach = (timeS: number, depthAt: (column: number, row: number) => number) => {
    observer.observe(aMoment(timeS, depthAt));
    tell(frames, observer, FLOOD_IMPACT, timeS);
    setStatus(store, aStatus(run, { timeS }));
  };
  return { screen, store, frames, run, town, observer, opener, reach };
}

function tell(
  frames: ReturnType<typeof createFrames>,
  observer: ImpactObserver,
  channel: string,
  timeS: number,
): void {
  frames.publish(channel, observer.impactAt(timeS));
}

/** Water over the west, and on the street east of the hospital. */
const flood = (depth: number) => (column: number, row: number) =>
  column < 11 || (column === 24 && row === STREET_ROW) ? depth : 0;

describe('the consequences on screen', () => {
  it('say that nothing is counted before the first water', async () => {
    const { screen } = await show();
    await expect.element(screen.getByText('Nothing is counted yet').first()).toBeVisible();
    await expectAccessible();
  });

  it('count people, buildings, sites, streets and damage with what it may be', async () => {
    const { screen, reach } = await show();
    reach(60, flood(1));
    await expect.element(screen.getByText('water at 2 buildings')).toBeVisible();
    await expect.element(screen.getByText('1 cut off though dry')).toBeVisible();
    await expect
      .element(screen.getByText(/lie anywhere between 62.* and 250.*\sEUR\./))
      .toBeVisible();
    await expect
      .element(screen.getByRole('listitem', { name: /0\.9 – 1\.2 m: 2 buildings/ }))
      .toBeVisible();
    await expectAccessible();
  });

  it('keep the deepest water in view after it has gone', async () => {
    const { screen, reach } = await show();
    reach(60, flood(1));
    reach(120, () => 0);
    await expect
      .element(screen.getByRole('listitem', { name: /0\.9 – 1\.2 m: 0 buildings/ }))
      .toBeVisible();
    await screen.getByText('Deepest so far', { exact: true }).click();
    await expect
      .element(screen.getByRole('listitem', { name: /0\.9 – 1\.2 m: 2 buildings/ }))
      .toBeVisible();
  });

  it('list what was reached; a filter, a sort and the keyboard find and select a thing', async () => {
    const { screen, store, reach } = await show();
    reach(60, flood(1));
    const grid = screen.getByRole('grid', { name: 'What the water reached' });
    await expect.element(grid.getByText('B-1')).toBeVisible();
    await screen.getByRole('textbox', { name: 'Name, id or use' }).fill('b-2');
    await expect.element(grid.getByText('B-1')).not.toBeInTheDocument();
    grid.element().focus();
    await userEvent.keyboard('{Enter}');
    expect(store.getState().selection).toEqual([{ feature: 'city', id: 'B-2', index: 1 }]);
    expect(store.getState().camera.flight).toBeDefined();
    await screen.getByRole('textbox', { name: 'Name, id or use' }).fill('nowhere');
    await expect.element(screen.getByText('Nothing like this was reached')).toBeVisible();
  });

  it('jump to the moment of an event', async () => {
    const { screen, store, run, reach } = await show();
    reach(60, () => 0);
    reach(120, flood(1));
    await screen.getByRole('tab', { name: 'Events' }).click();
    await screen.getByRole('button', { name: /T\+2\smin\s*St\. John is cut off/ }).click();
    const started = selectFlood(store.getState()).runs.find(({ id }) => id === run);
    expect(store.getState().clock.now).toBe((started?.scenario.startMs ?? 0) + 120_000);
    expect(selectFlood(store.getState()).followsRun).toBe(false);
    await expectAccessible();
  });

  it('say when streets were closed, and to whom', async () => {
    const { screen, reach } = await show();
    reach(60, flood(0.4));
    reach(120, () => 0);
    await screen.getByRole('tab', { name: 'Streets' }).click();
    const grid = screen.getByRole('grid', { name: 'Streets that water closed' });
    await expect.element(grid.getByText('T+1 min to T+2 min').first()).toBeVisible();
  });

  it('count by a table that somebody edits, and refuse a wrong one with a sentence', async () => {
    const { screen, store } = await show();
    await screen.getByRole('tab', { name: 'Damage' }).click();
    const currency = screen.getByRole('textbox', { name: 'Currency' });
    await currency.fill('EURO');
    await expect.element(screen.getByText(/The currency is EURO; expected three/)).toBeVisible();
    await expect
      .element(screen.getByRole('button', { name: 'Count by this table' }))
      .toBeDisabled();
    await currency.fill('CNY');
    await screen.getByRole('button', { name: 'Count by this table' }).click();
    expect(selectFlood(store.getState()).damage?.currency).toBe('CNY');
    await screen.getByRole('button', { name: 'Back to the JRC table' }).click();
    expect(selectFlood(store.getState()).damage).toBeUndefined();
    await expectAccessible();
  });

  it('set two runs beside each other with their difference', async () => {
    const { screen, store, frames, town, observer, opener, reach } = await show();
    const other = startRun(store, { ...aScenario(), id: 'other', name: 'No barrier' });
    const run = selectFlood(store.getState()).runs.find(({ id }) => id !== other)?.id ?? '';
    floodSlice.update(store, (state) => ({ ...state, shown: run, compared: other }));
    const without = await opener(aRunOn(town, other));
    without.observe(aMoment(60, () => 1));
    reach(60, flood(1));
    expect(observer.impactAt(60)?.run).toBe(run);
    tell(frames, without, second(FLOOD_IMPACT), 60);
    const row = screen.getByRole('row', { name: /^Buildings flooded so far/ });
    await expect.element(row).toHaveTextContent(/2\s*4\s*−2/);
    await expectAccessible();
  });

  it('speak Chinese', async () => {
    const { screen, store, reach } = await show();
    setPreferences(store, { language: 'zh' });
    reach(60, flood(1));
    await expect.element(screen.getByText('2 栋建筑周边有水')).toBeVisible();
    await expect.element(screen.getByText('受淹建筑', { exact: true })).toBeVisible();
    await expectAccessible();
  });
});
