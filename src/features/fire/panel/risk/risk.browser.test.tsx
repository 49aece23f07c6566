import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { FireReading } from '#model/fire-reading.ts';
import { instant } from '#model/time.ts';
import { BUILDING_COLOURS, type BuildingColours, lendColoursTo } from '#scene/building-colours.ts';
import { createFrames } from '#scene/frames.ts';
import { FramesProvider } from '#scene/use-frames.tsx';
import { setTime } from '#store/clock.ts';
import { setPreferences } from '#store/preferences.ts';
import { select } from '#store/selection.ts';
import { createAppStore } from '#store/store.ts';
import { StoreProvider, useAppState } from '#store/use-store.tsx';
import { KitProvider } from '#ui';
import { expectAccessible } from '#ui/testing/accessible.ts';
import { aRiskyTown, type SaidOfHouse } from '#workers/fire/a-risky-town.ts';
import type { FireLine, FireProtocol } from '#workers/fire/client.ts';
import { createFireService } from '#workers/fire/service.ts';
import { Transfer } from '#workers/port.ts';
import { RESPONSE_LINE, RESPONSE_STATUS } from '../../contract/response.ts';
import { FIRE_LINE, FIRE_RISK } from '../../contract/risk.ts';
import BuildingFire from '../../inspector/BuildingFire.tsx';
import { colourBuildings } from '../../session/building-colours.ts';
import { showRisk } from '../../state/change-risk.ts';
import { selectFire } from '../../state.ts';
import ColoursSection from './ColoursSection.tsx';
import RiskSection from './RiskSection.tsx';
import RiskTool from './RiskTool.tsx';

const NOW = Date.UTC(2026, 6, 1, 12);

beforeEach(() => page.viewport(420, 1200));

const plain: SaidOfHouse = {
  ...{ use: 'residential', floorArea: 120, residentsNight: 4, peopleDay: 2 },
  ...{ construction: 'masonry', lastInspection: '2024-07-01', openViolations: 0 },
};
const houses: readonly SaidOfHouse[] = [
  { ...plain, name: 'First House' },
  { ...plain, name: 'Old Mill', use: 'industry', floorArea: 4000, openViolations: 6 },
  { ...plain, name: 'School', use: 'school', floorArea: 3000, residentsNight: 0, peopleDay: 400 },
  { tree: true },
  { ...plain, name: 'Bakery', use: 'retail', floorArea: 200 },
];

const hot: FireReading = {
  ...{ building: 'B-4', sensor: 'ELB-1', name: 'Main board', property: 'residualCurrent' },
  ...{ value: 0.412, timeMs: NOW - 5 * 60_000, isSimulated: true, isStale: false, level: 'alarm' },
};

function Screens({ what }: { readonly what: React.ReactNode }) {
  const { theme, language } = useAppState(({ preferences }) => preferences);
  return (
    <KitProvider theme={theme} language={language}>
      <main>{what}</main>
    </KitProvider>
  );
}

function Selected() {
  const [only] = useAppState((state) => state.selection);
  return only ? <BuildingFire selected={only} /> : null;
}

/** Screens with the real worker's service behind the line, and the city of five. */
async function show(what: React.ReactNode, { hasLine = true } = {}) {
  const store = createAppStore();
  const manifest = { build: 'b1', layers: [], timeZone: 'Europe/Berlin', heightM: [0, 20] };
  store.setState({ city: { manifest, baseUrl: 'http://city/' } as never });
  setTime(store, instant(NOW));
  const frames = createFrames();
  const { city, read } = aRiskyTown(houses);
  const service = createFireService(read, { frameEveryMs: 1 });
  const context = { signal: new AbortController().signal };
  await service.calls.open({ city, atMs: NOW }, context);
  const asked = vi.fn();
  const line: FireLine = {
    call: async (name: keyof FireProtocol['calls'] & string, params: never) => {
      asked(name, params);
      const result = await service.calls[name](params, context);
      return result as never;
    },
    stream: () => {
      throw new Error('No screen reads a stream.');
    },
  };
  const rescore = async () => {
    for await (const frame of service.streams.follow(undefined, context)) {
      frames.publish(FIRE_RISK, frame instanceof Transfer ? frame.value : frame);
      break;
    }
  };
  const hear = async (...readings: readonly FireReading[]) => {
    await service.calls.observe({ atMs: NOW, detectors: { isAll: true, readings } }, context);
    await rescore();
  };
  if (hasLine) {
    frames.publish(FIRE_LINE, line);
    await rescore();
  }
  const screen = await render(
    <StoreProvider store={store}>
      <FramesProvider frames={frames}>
        <Screens what={what} />
      </FramesProvider>
    </StoreProvider>,
  );
  return { screen, store, frames, hear, rescore, asked, service, context };
}

describe('the ranked list of the fire risk', () => {
  it('ranks buildings with their reasons; words, class and use narrow it', async () => {
    const { screen } = await show(<RiskTool />);
    const grid = screen.getByRole('grid', { name: 'Buildings by fire risk' });
    await expect.element(grid.getByText('Old Mill')).toBeVisible();
    await expect.element(grid.getByText(/6 open violations/)).toBeVisible();
    await expect.element(screen.getByText(/^4 of 4\./)).toBeVisible();
    await screen.getByRole('textbox', { name: 'Name, address or id' }).fill('bake');
    await expect.element(grid.getByText('Old Mill')).not.toBeInTheDocument();
    await expect.element(grid.getByText('Bakery')).toBeVisible();
    await screen.getByRole('textbox', { name: 'Name, address or id' }).fill('');
    await screen.getByRole('button', { name: 'Use', exact: true }).click();
    await screen.getByRole('button', { name: 'school' }).click();
    await expect.element(grid.getByText('School', { exact: true })).toBeVisible();
    await expect.element(grid.getByText('Bakery')).not.toBeInTheDocument();
    await expectAccessible();
  });

  it('selects a building with the keyboard and flies there', async () => {
    const { screen, store } = await show(<RiskTool />);
    const grid = screen.getByRole('grid', { name: 'Buildings by fire risk' });
    await expect.element(grid.getByText('Old Mill')).toBeVisible();
    await screen.getByRole('textbox', { name: 'Name, address or id' }).fill('mill');
    await expect.element(grid.getByText('Bakery')).not.toBeInTheDocument();
    grid.element().focus();
    await userEvent.keyboard('{Enter}');
    expect(store.getState().selection).toEqual([{ feature: 'city', id: 'B-1', index: 1 }]);
    expect(store.getState().camera.flight).toBeDefined();
  });

  it('shows only what detectors raise, and says where none does', async () => {
    const { screen, hear } = await show(<RiskTool />);
    await screen.getByRole('switch', { name: 'Only raised by detectors' }).click();
    await expect.element(screen.getByText('No detector raises a building now')).toBeVisible();
    await hear(hot);
    const grid = screen.getByRole('grid', { name: 'Buildings by fire risk' });
    await expect.element(grid.getByText('Bakery')).toBeVisible();
    await expect.element(grid.getByText(/residual current 412 mA/)).toBeVisible();
    await screen.getByRole('button', { name: 'Clear filters' }).click();
    await expect.element(grid.getByText('School', { exact: true })).toBeVisible();
  });

  it('puts the largest first where another order is chosen, and turns round', async () => {
    const { screen, store } = await show(<RiskTool />);
    const orders = screen.getByRole('combobox', { name: 'Ordered by' });
    await orders.click();
    await screen.getByRole('option', { name: 'People inside' }).click();
    expect(selectFire(store.getState()).risk.query).toMatchObject({
      order: 'people',
      isDescending: true,
    });
    await expect.element(screen.getByRole('row').nth(1)).toHaveTextContent(/School/);
    await screen.getByRole('button', { name: 'Most first' }).click();
    await expect.element(screen.getByRole('row').nth(1)).not.toHaveTextContent(/School/);
  });

  it('keeps every column in a narrow card, and says what is ordered by', async () => {
    const { screen } = await show(<RiskTool />);
    const grid = screen.getByRole('grid', { name: 'Buildings by fire risk' });
    await expect.element(grid.getByText(/^score /).first()).toBeVisible();
    const table = grid.element();
    expect(table.scrollWidth).toBe(table.clientWidth);
    await screen.getByRole('combobox', { name: 'Ordered by' }).click();
    await screen.getByRole('option', { name: 'Date of inspection' }).click();
    await expect.element(grid.getByText(/^\d{4}-\d\d-\d\d$/).first()).toBeVisible();
  });

  it('waits for the worker, and tells in one sentence where it fails', async () => {
    const { screen, frames } = await show(<RiskTool />, { hasLine: false });
    await expect.element(screen.getByRole('grid')).toBeVisible();
    const call = async () => {
      throw new Error('The buildings can’t be read.');
    };
    frames.publish(FIRE_LINE, { call });
    await expect
      .element(screen.getByText('The risk can’t be told: The buildings can’t be read.'))
      .toBeVisible();
    await expectAccessible();
  });
});

describe('what to visit next', () => {
  it('ranks visits by what they take away, with reasons', async () => {
    const { screen, store } = await show(<RiskTool />);
    showRisk(store, 'plan');
    const grid = screen.getByRole('grid', { name: 'What to visit next' });
    await expect.element(grid.getByText('Old Mill')).toBeVisible();
    await expect.element(grid.getByText(/6 open violations/)).toBeVisible();
    await expect.element(screen.getByText(/visits take a score of/)).toBeVisible();
    await expectAccessible();
  });
});

describe('what if', () => {
  it('asks for a building, tries a sprinkler and shows before, after and change', async () => {
    const { screen, store } = await show(<RiskTool />);
    showRisk(store, 'what-if');
    await expect.element(screen.getByText('Select a building')).toBeVisible();
    select(store, [{ feature: 'city', id: 'B-1', index: 1 }]);
    await screen.getByRole('button', { name: 'Sprinklers throughout' }).click();
    const table = screen.getByRole('table', { name: 'Before and after' });
    await expect
      .element(table.getByRole('row', { name: /^Fires a year, whole city/ }))
      .toHaveTextContent(/−.*%/);
    await expect
      .element(screen.getByRole('table', { name: 'Buildings that change most' }))
      .toHaveTextContent(/Old Mill/);
    await screen.getByRole('button', { name: 'Remove: Sprinklers throughout Old Mill' }).click();
    await expect.element(screen.getByText('Nothing is tried yet')).toBeVisible();
    await expectAccessible();
  });

  it('tries another fact, and an engine by distance until the streets are known', async () => {
    const { screen, store, frames, service, context } = await show(<RiskTool />);
    const firstEngineS = new Float32Array(houses.length).fill(900);
    await service.calls.observe({ atMs: NOW, firstEngineS }, context);
    showRisk(store, 'what-if');
    select(store, [{ feature: 'city', id: 'B-1', index: 1 }]);
    await screen.getByRole('button', { name: 'Try this value' }).click();
    await screen.getByRole('button', { name: 'An engine stationed here' }).click();
    expect(selectFire(store.getState()).risk.changes.map(({ kind }) => kind)).toEqual([
      'fact',
      'engine',
    ]);
    await expect.element(screen.getByText('Old Mill: Open violations = 0')).toBeVisible();
    await expect.element(screen.getByText(/by distance \(RAND\/ISO\)/)).toBeVisible();
    const asked = vi.fn(async (_name: string, _wish: unknown) => ({
      firstS: firstEngineS.map(() => 300),
    }));
    frames.publish(RESPONSE_LINE, { call: asked });
    frames.publish(RESPONSE_STATUS, { phase: 'ready', lacks: [], streets: 1, stations: 1 });
    await expect.element(screen.getByText(/drives along the streets/)).toBeVisible();
    expect(asked.mock.lastCall?.[0]).toBe('cover');
    expect(asked.mock.lastCall?.[1]).toMatchObject({
      added: [{ name: 'Engine at Old Mill', engines: 1 }],
    });
  });
});

describe('the table of coefficients', () => {
  it('shows each figure with its source, refuses a wrong one with a sentence, uses a good one', async () => {
    const { screen, store } = await show(<RiskTool />);
    showRisk(store, 'coefficients');
    await screen.getByRole('textbox', { name: 'Find a coefficient' }).fill('openViolations.max');
    await expect.element(screen.getByText(/violation · Judgement/)).toBeVisible();
    const field = screen.getByRole('textbox', { name: /^openViolations\.max/ });
    await field.fill('0');
    await expect
      .element(screen.getByText(/openViolations\.max is 0; more than 0 is expected/))
      .toBeVisible();
    const apply = screen.getByRole('button', { name: 'Compute with this table' });
    await expect.element(apply).toBeDisabled();
    await field.fill('20');
    await expect
      .element(screen.getByRole('textbox', { name: 'Source: openViolations.max' }))
      .toHaveValue('Set by hand');
    await apply.click();
    expect(selectFire(store.getState()).risk.coefficients).toContain(
      'openViolations.max;20;violation;Set by hand',
    );
    await screen.getByRole('button', { name: 'Back to the own table' }).click();
    expect(selectFire(store.getState()).risk.coefficients).toBeUndefined();
    await expectAccessible();
  });
});

describe('the risk of the city in the card', () => {
  it('says that it is being computed, then its numbers and what the city lacks', async () => {
    const { screen, frames, rescore } = await show(<RiskSection />, { hasLine: false });
    await expect.element(screen.getByText('The risk is being computed')).toBeVisible();
    expect(frames.peek(FIRE_RISK)).toBeUndefined();
    await rescore();
    await expect.element(screen.getByText('Expected fires a year')).toBeVisible();
    await expect.element(screen.getByText('in 4 buildings')).toBeVisible();
    await expect.element(screen.getByText('What the city lacks:')).toBeVisible();
    await expect.element(screen.getByText(/Sprinklers/)).toBeVisible();
    await expectAccessible();
  });

  it('leads from a class and from what is raised to the list', async () => {
    const { screen, store, hear } = await show(<RiskSection />);
    await hear(hot);
    await screen.getByRole('button', { name: /Only raised by detectors \(1\)/ }).click();
    expect(selectFire(store.getState())).toMatchObject({
      tool: 'risk',
      risk: { part: 'list', query: { onlyRaised: true, order: 'live' } },
    });
    await screen.getByRole('button', { name: /^Very high \d+ in this class/ }).click();
    expect(selectFire(store.getState()).risk.query).toMatchObject({
      onlyRaised: false,
      classes: [5],
    });
  });

  it('fades what is old', async () => {
    const { screen, store } = await show(<RiskSection />);
    await expect.element(screen.getByText('stale', { exact: true })).not.toBeInTheDocument();
    setTime(store, instant(NOW + 3_600_000));
    await expect.element(screen.getByText('stale', { exact: true })).toBeVisible();
  });
});

describe('the colours of the buildings in the card', () => {
  it('are chosen, explained with counts, and taken back from another layer', async () => {
    const { screen, store, frames } = await show(<ColoursSection />);
    const stop = colourBuildings({ store, frames } as never, new AbortController().signal);
    await expect.element(screen.getByText(/The buildings have their own colours/)).toBeVisible();
    await screen.getByRole('combobox', { name: 'Colour the buildings by' }).click();
    await screen.getByRole('option', { name: 'Fire risk: fires a year' }).click();
    const legend = screen.getByRole('figure', { name: 'Fire risk: fires a year' });
    await expect.element(legend.getByText(/Very low: less than one in 1,000 years/)).toBeVisible();
    const flood = lendColoursTo(frames, 'flood');
    flood.lend({ build: 'b1', rgba: new Uint8Array(20).fill(255) });
    flood.ask();
    await screen.getByRole('button', { name: 'Show the fire on them' }).click();
    expect(frames.peek<BuildingColours>(BUILDING_COLOURS)?.owner).toBe('fire');
    await screen.getByRole('combobox', { name: 'Colour the buildings by' }).click();
    await screen.getByRole('option', { name: 'What burns' }).click();
    await expect.element(screen.getByText(/Light a fire in the twin first/)).toBeVisible();
    await expectAccessible();
    if (typeof stop === 'function') stop();
  });
});

describe('a building’s fire risk in the inspector', () => {
  it('says how often, why, and lets the bars add up to the score', async () => {
    const { screen, store, service, context } = await show(<Selected />);
    select(store, [{ feature: 'city', id: 'B-1', index: 1 }]);
    const risk = await service.calls.building({ id: 'B-1' }, context);
    if (!risk || risk instanceof Transfer) throw new Error('There is no such building.');
    const sum = risk.contributions.reduce((ln, one) => ln + one.ln, 0);
    expect(sum).toBeCloseTo(Math.log(risk.score), 6);
    await expect.element(screen.getByText(/^one in \d+ years$/)).toBeVisible();
    await expect
      .element(screen.getByRole('listitem', { name: /^Open violations: ×2\.46 \(\+0\.90\)/ }))
      .toBeVisible();
    const total = sum.toFixed(3).replace('-', '−');
    await expect.element(screen.getByText(new RegExp(`${total} = ln\\(`))).toBeVisible();
    await expect.element(screen.getByText(/Not known, so neutral/)).toBeVisible();
    await expect.element(screen.getByText('No detector is in this building.')).toBeVisible();
    await expectAccessible();
  });

  it('tells what a detector says, of when, and that it is simulated', async () => {
    const { screen, store, hear } = await show(<Selected />);
    select(store, [{ feature: 'city', id: 'B-4', index: 4 }]);
    await hear(hot);
    await expect.element(screen.getByText(/^Detectors raise it ×/)).toBeVisible();
    const detectors = screen.getByRole('list', { name: 'Detectors' });
    await expect.element(detectors.getByText('Main board')).toBeVisible();
    await expect.element(detectors.getByText(/5 min ago/).first()).toBeVisible();
    await expect.element(detectors.getByText('alarm', { exact: true })).toBeVisible();
    await expect.element(detectors.getByText('simulated')).toBeVisible();
    await expectAccessible();
    await hear({ ...hot, isStale: true, timeMs: NOW - 3 * 86_400_000 });
    await expect.element(detectors.getByText('stale: neutral')).toBeVisible();
  });

  it('ignites in the twin, sends for engines, tries a sprinkler', async () => {
    const { screen, store } = await show(<Selected />);
    select(store, [{ feature: 'city', id: 'B-1', index: 1 }]);
    await screen.getByRole('button', { name: /^Try a sprinkler/ }).click();
    expect(selectFire(store.getState())).toMatchObject({ tool: 'risk', risk: { part: 'what-if' } });
    expect(selectFire(store.getState()).risk.changes).toHaveLength(1);
    await screen.getByRole('button', { name: /^Engines and water here/ }).click();
    expect(selectFire(store.getState())).toMatchObject({
      tool: 'response',
      response: { target: { id: 'B-1' } },
    });
    await screen.getByRole('button', { name: /^Ignite here in the twin/ }).click();
    const [fire] = selectFire(store.getState()).scenarios;
    expect(fire?.ignitions[0]?.building).toMatchObject({ id: 'B-1', index: 1, name: 'Old Mill' });
  });

  it('says where a building is none of the risk, and where the worker fails', async () => {
    const { screen, store, frames } = await show(<Selected />);
    select(store, [{ feature: 'city', id: 'T-9', index: 3 }]);
    await expect.element(screen.getByText('No fire risk of this building')).toBeVisible();
    const call = async () => {
      throw new Error('Worker fire ended: out of memory.');
    };
    frames.publish(FIRE_LINE, { call });
    await expect.element(screen.getByText(/Worker fire ended: out of memory/)).toBeVisible();
    await expectAccessible();
  });

  it('speaks Chinese', async () => {
    const { screen, store } = await show(<Selected />);
    setPreferences(store, { language: 'zh' });
    select(store, [{ feature: 'city', id: 'B-1', index: 1 }]);
    await expect.element(screen.getByText(/^每 \d+ 年一次$/)).toBeVisible();
    await expect.element(screen.getByText('在孪生中点燃此处')).toBeVisible();
    await expect.element(screen.getByText(/6 项隐患未整改/).first()).toBeVisible();
    await expectAccessible();
  });
});
