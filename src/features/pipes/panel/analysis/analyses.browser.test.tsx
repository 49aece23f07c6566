import type { ComponentType } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { CityManifest } from '#contract/city-package.ts';
import { createFrames } from '#scene/frames.ts';
import { FramesProvider } from '#scene/use-frames.tsx';
import { select } from '#store/selection.ts';
import { createAppStore } from '#store/store.ts';
import { StoreProvider, useAppState } from '#store/use-store.tsx';
import { KitProvider } from '#ui';
import { expectAccessible } from '#ui/testing/accessible.ts';
import type {
  ContaminationResult,
  FireFlowResult,
  HydrantRow,
  LeakResult,
  TraceBackResult,
} from '../../contract/analyses.ts';
import { HYDRAULICS_LINE, PIPES_NETWORKS } from '../../contract/channels.ts';
import { LEAK_WATCH, type LeakWatch } from '../../contract/leak-watch.ts';
import { TOOL_MARKS, type ToolMarks } from '../../contract/tool-marks.ts';
import type { OpenNetwork } from '../../contract.ts';
import type { HydraulicsLine } from '../../session/water/line.ts';
import ContaminationTool from '../contamination/ContaminationTool.tsx';
import FireFlowTool from '../fire-flow/FireFlowTool.tsx';
import LeakTool from '../leak/LeakTool.tsx';

const NOW = Date.now();
const network: OpenNetwork = {
  ...{ network: 'water', links: 100, nodes: 80, valves: 10, base: 1000, name: 'Water' },
  ...{ utility: 'water', lengthM: 4000, customers: 900, hasModel: true, isFictional: false },
  model: { format: 'epanet-inp', url: 'https://twin.example/water.inp' },
};
const at = { longitudeDeg: 10.6, latitudeDeg: 54.3 };

const hydrant = (id: string, flowM3s: number, part: Partial<HydrantRow>): HydrantRow => ({
  ...{ ...at, id, key: `water/node/${id}`, index: 150, staticPa: 4.2e5, flowM3s },
  ...{ aloneM3s: flowM3s, limit: 'hydrant', lowest: undefined, lowestPa: 2e5 },
  ...{ hydrantClass: 'AA', method: 'oneSolve', ...part },
});
const fire: FireFlowResult = {
  ...{ network: 'water', atMs: NOW, model: 'EPANET 2.3.5, demand-driven', unknown: ['H-9'] },
  ...{ residualPa: 140_000, zoneMinimumPa: 140_000 },
  rows: [
    hydrant('H-1', 0.12, { index: 150 }),
    hydrant('H-2', 0.021, { index: 151, hydrantClass: 'C', limit: 'zone' }),
  ],
};
const leak: LeakResult = {
  ...{ network: 'water', atMs: NOW, model: 'EPANET 2.3.5, pressure-driven', isFound: true },
  ...{ strength: 400, match: 0.98, areaShare: 0.8, areaLengthM: 420, isHeld: true },
  ...{ meanFlowM3s: 0.012, lowFlowM3s: 0.01, highFlowM3s: 0.015 },
  area: [
    {
      ...at,
      id: 'P-7',
      key: 'water/link/P-7',
      index: 7,
      probability: 0.6,
      flowM3s: 0.012,
      lengthM: 200,
    },
    {
      ...at,
      id: 'P-8',
      key: 'water/link/P-8',
      index: 8,
      probability: 0.25,
      flowM3s: 0.013,
      lengthM: 220,
    },
  ],
  centre: {
    ...at,
    id: 'P-7',
    key: 'water/link/P-7',
    index: 7,
    probability: 0.6,
    flowM3s: 0.012,
    lengthM: 200,
  },
  sensors: [{ sensor: 'S-1', name: 'Markt', changePa: -42_000, noisePa: 900, hasUsual: true }],
};
const contamination: ContaminationResult = {
  ...{
    network: 'water',
    model: 'EPANET 2.3.5, pressure-driven',
    startMs: NOW,
    endMs: NOW + 86_400_000,
  },
  ...{ injectedKg: 1, massBalance: 0.9998, stepS: 300, customers: 35, takenKg: 0.8 },
  reached: [
    {
      ...{ ...at, id: 'N-2', key: 'water/node/N-2', index: 102, customers: 5, isCritical: true },
      ...{ arrivalMs: NOW + 7_200_000, peakKgM3: 2e-4, takenKg: 0.1 },
    },
    {
      ...{ ...at, id: 'N-1', key: 'water/node/N-1', index: 101, customers: 30, isCritical: false },
      ...{ arrivalMs: NOW + 3_600_000, peakKgM3: 4e-4, takenKg: 0.7 },
    },
  ],
  flushing: [{ ...at, id: 'H-1', key: 'water/node/H-1', index: 150, passingKg: 0.9, savedKg: 0.5 }],
  valves: [{ ...at, id: 'V-3', key: 'water/valve/V-3', index: 182 }],
  nodeArrivalMs: new Float64Array(80).fill(Number.NaN).with(1, NOW + 3_600_000),
  linkArrivalMs: new Float64Array(100).fill(Number.NaN),
};
const traced: TraceBackResult = {
  ...{ network: 'water', model: 'EPANET 2.3.5, pressure-driven', unknownShare: 0.12 },
  candidates: [
    {
      ...{ ...at, id: 'N-5', key: 'water/node/N-5', index: 105, likelihood: 0.7 },
      ...{ fromMs: NOW - 7_200_000, untilMs: NOW, shares: [1, 0.7] },
    },
  ],
};
const results: Readonly<Record<string, unknown>> = {
  ...{ fireFlow: fire, leak, contamination, traceBack: traced },
  ring: { hydrant: 'water/node/H-2', flowM3s: 0.021, feed: undefined, closed: [] },
};

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0).reverse()) stop();
});

interface Given {
  readonly failure?: string;
  readonly watch?: LeakWatch;
  readonly language?: 'en' | 'zh';
  readonly widthPx?: number;
}

async function show(Tool: ComponentType, given: Given = {}) {
  const asked: { readonly name: string; readonly request: unknown }[] = [];
  const line = {
    call: () => Promise.reject(new Error('nothing is called')),
    async *stream(name: string, request: unknown) {
      asked.push({ name, request });
      yield { kind: 'progress', share: 0.5 };
      if (given.failure !== undefined) throw new Error(given.failure);
      yield { kind: 'done', result: results[name] };
    },
  } as unknown as HydraulicsLine;
  const manifest = { id: 'town', timeZone: 'Europe/Berlin' } as unknown as CityManifest;
  const store = createAppStore({ city: { manifest, baseUrl: 'https://twin.example/' } });
  store.setState(({ preferences }) => ({
    preferences: { ...preferences, language: given.language ?? 'en' },
  }));
  const frames = createFrames();
  frames.publish(HYDRAULICS_LINE, line);
  frames.publish(PIPES_NETWORKS, [network]);
  if (given.watch) frames.publish(LEAK_WATCH, new Map([['water', given.watch]]));
  await page.viewport(given.widthPx ?? 480, 1500);
  function Page() {
    const { theme, language } = useAppState(({ preferences }) => preferences);
    return (
      <KitProvider theme={theme} language={language}>
        <Tool />
      </KitProvider>
    );
  }
  const screen = await render(
    <StoreProvider store={store}>
      <FramesProvider frames={frames}>
        <Page />
      </FramesProvider>
    </StoreProvider>,
  );
  stops.push(() => void screen.unmount());
  const marked = () => [...(frames.peek<ToolMarks>(TOOL_MARKS)?.marked ?? [])];
  return { screen, store, asked, marked };
}

const choose = (store: ReturnType<typeof createAppStore>, id: string) =>
  select(store, [{ feature: 'pipes', index: 1101, id }]);

describe('the fire flow tool', () => {
  it('lists the weakest hydrant first, with class and what limits it, and marks them', async () => {
    const { screen, marked, asked } = await show(FireFlowTool);
    await expect.element(screen.getByText('Nothing computed yet')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Run' }));
    await expect.element(screen.getByRole('grid', { name: 'Hydrants' })).toBeVisible();
    const rows = screen.getByRole('grid', { name: 'Hydrants' }).element().textContent ?? '';
    expect(rows.indexOf('H-2')).toBeLessThan(rows.indexOf('H-1'));
    await expect.element(screen.getByText('the zone')).toBeVisible();
    await expect.element(screen.getByText('Hydrants that the model lacks: 1')).toBeVisible();
    expect(marked()).toEqual([1150, 1151]);
    expect(asked[0]?.request).toMatchObject({ network: 'water', hydrants: undefined });
    await expectAccessible(screen.container);
  });

  it('asks for the selected node alone, once one is selected', async () => {
    const { screen, store, asked } = await show(FireFlowTool);
    await userEvent.click(screen.getByText('The selected one'));
    await expect.element(screen.getByRole('button', { name: 'Run' })).toBeDisabled();
    choose(store, 'water/node/N-4');
    await userEvent.click(screen.getByRole('button', { name: 'Run' }));
    expect(asked[0]?.request).toMatchObject({ hydrants: ['N-4'] });
  });

  it('says why it failed and can be run again', async () => {
    const { screen } = await show(FireFlowTool, { failure: 'EPANET says: no.' });
    await userEvent.click(screen.getByRole('button', { name: 'Run' }));
    await expect.element(screen.getByText('EPANET says: no.')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Run' })).toBeEnabled();
  });
});

describe('the leak tool', () => {
  const watch: LeakWatch = {
    ...{ network: 'water', onsetMs: NOW - 60_000, alarms: ['Markt', 'Hafen'] },
    usual: { 'S-1': { middlePa: 0, spreadPa: 500, count: 20 } },
  };

  it('searches by itself while loggers alarm, and names an area, never a pipe', async () => {
    const { screen, asked, marked } = await show(LeakTool, { watch });
    await expect.element(screen.getByText(/2 pressure loggers alarm since/)).toBeVisible();
    await expect.element(screen.getByText('Water is probably lost within this area')).toBeVisible();
    await expect
      .element(screen.getByText(/80 % of the probability lies on|80% of the/))
      .toBeVisible();
    expect(asked).toHaveLength(1);
    expect(asked[0]?.request).toMatchObject({ onsetMs: watch.onsetMs, usual: watch.usual });
    expect(marked()).toEqual([1007, 1008]);
    await expectAccessible(screen.container);
  });

  it('waits for a person while all is calm', async () => {
    const { screen, asked } = await show(LeakTool, {
      watch: { ...watch, onsetMs: undefined, alarms: [] },
    });
    await expect.element(screen.getByText('No pressure logger alarms.')).toBeVisible();
    expect(asked).toHaveLength(0);
  });
});

describe('the contamination tool', () => {
  it('follows what enters at the selected place, and marks what is reached by then', async () => {
    const { screen, store, asked, marked } = await show(ContaminationTool);
    await expect.element(screen.getByRole('button', { name: 'Run' })).toBeDisabled();
    choose(store, 'water/link/P-3');
    await userEvent.click(screen.getByRole('button', { name: 'Run' }));
    await expect.element(screen.getByText('35 customers at 2 places')).toBeVisible();
    await expect.element(screen.getByText('N-2 · critical')).toBeVisible();
    expect(asked[0]).toMatchObject({ name: 'contamination', request: { place: 'P-3', massKg: 1 } });
    expect(marked()).toEqual([1101]);
    await expectAccessible(screen.container);
  });

  it('traces complaints back, added one by one and taken away again', async () => {
    const { screen, store, asked } = await show(ContaminationTool);
    await userEvent.click(screen.getByText('Where it came from'));
    choose(store, 'water/node/N-1');
    await userEvent.click(screen.getByRole('button', { name: 'Add the selected place' }));
    choose(store, 'water/node/N-2');
    await userEvent.click(screen.getByRole('button', { name: 'Add the selected place' }));
    await userEvent.click(screen.getByRole('button', { name: 'Run' }));
    await expect.element(screen.getByRole('grid', { name: 'Possible sources' })).toBeVisible();
    expect(asked[0]?.request).toMatchObject({ complaints: [{ node: 'N-1' }, { node: 'N-2' }] });
    const complaints = screen.getByRole('list', { name: 'Complaints' });
    await userEvent.click(complaints.getByRole('button', { name: 'Remove' }).first());
    await expect.element(complaints.getByText('N-1')).not.toBeInTheDocument();
    await expect.element(complaints.getByText('N-2')).toBeVisible();
  });

  it('says in full when a place is reached, in the narrow dock and in Chinese, too', async () => {
    const { screen, store } = await show(ContaminationTool, { language: 'zh', widthPx: 320 });
    choose(store, 'water/link/P-3');
    await userEvent.click(screen.getByRole('button', { name: '开始' }));
    await expect.element(screen.getByText(/GMT\+1 \d\d:\d\d:\d\d$/).first()).toBeVisible();
    expectWholeTimes(screen.container);
    await userEvent.click(screen.getByText('追溯来源'));
    choose(store, 'water/node/N-1');
    await userEvent.click(screen.getByRole('button', { name: '添加所选位置' }));
    await userEvent.click(screen.getByRole('button', { name: '开始' }));
    await expect.element(screen.getByText('N-5')).toBeVisible();
    expectWholeTimes(screen.container);
  });

  it('says it in Chinese on a phone', async () => {
    const { screen } = await show(ContaminationTool, { language: 'zh', widthPx: 390 });
    await expect.element(screen.getByText('扩散去向')).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});

function expectWholeTimes(container: Element): void {
  const times = [...container.querySelectorAll('[role="gridcell"]')].filter(({ textContent }) =>
    textContent?.includes('GMT'),
  );
  expect(times.length).toBeGreaterThan(0);
  for (const { scrollWidth, clientWidth, scrollHeight, clientHeight } of times) {
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    expect(scrollHeight).toBeLessThanOrEqual(clientHeight);
  }
}
