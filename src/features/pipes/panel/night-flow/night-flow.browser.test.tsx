import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { CityManifest } from '#contract/city-package.ts';
import { createFrames } from '#scene/frames.ts';
import { FramesProvider } from '#scene/use-frames.tsx';
import { createAppStore } from '#store/store.ts';
import { StoreProvider } from '#store/use-store.tsx';
import { KitProvider } from '#ui';
import { expectAccessible } from '#ui/testing/accessible.ts';
import { PIPES_NETWORKS } from '../../contract/channels.ts';
import {
  type DistrictReport,
  NIGHT_LINE,
  type NightLine,
  type NightReport,
  type NightSettings,
} from '../../contract/night-flow.ts';
import { TOOL_MARKS, type ToolMarks } from '../../contract/tool-marks.ts';
import type { OpenNetwork } from '../../contract.ts';
import NightFlowTool from './NightFlowTool.tsx';

const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 10, 20);
const network: OpenNetwork = {
  ...{ network: 'water', links: 100, nodes: 80, valves: 10, base: 1000, name: 'Water' },
  ...{ utility: 'water', lengthM: 4000, customers: 900, hasModel: true, isFictional: false },
  model: { format: 'epanet-inp', url: 'https://twin.example/water.inp' },
};

const district = (id: string, excessM3s: number, more: Partial<DistrictReport> = {}) => ({
  ...{ id, name: `DMA-${id}`, customers: 1200, lengthM: 8000, links: Uint32Array.of(3, 4) },
  meters: [
    { sensor: `S-${id}`, name: `Inlet ${id}`, key: `water/link/${id}`, isInflow: true },
  ] as const,
  ...{ legitimateM3s: 0.0006, skipped: 0, minimumM3s: excessM3s + 0.0006, excessM3s },
  ...{ lossM3ADay: excessM3s * 86_400, trendM3sADay: 0.0001, stepAtMs: undefined, stepM3s: 0 },
  nights: Array.from({ length: 7 }, (_, day) => ({
    ...{ startMs: START + day * DAY_MS, atMs: START + (day + 0.125) * DAY_MS },
    ...{ minimumM3s: excessM3s + 0.0006, excessM3s, lossM3ADay: excessM3s * 86_400 },
  })),
  ...more,
});

const report = (settings: NightSettings): NightReport => ({
  ...{ ...settings, network: 'water', fromMs: START, toMs: START + 7 * DAY_MS },
  isSimulated: true,
  districts: [
    district('7', 0.004, { stepAtMs: START + 4 * DAY_MS, stepM3s: 0.002 }),
    district('2', 0.001, { links: Uint32Array.of(8) }),
  ],
  unclosed: [{ name: 'main', customers: 12 }],
  unused: ['Trunk'],
});

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0).reverse()) stop();
});

async function show(given: { language?: 'en' | 'zh'; failure?: string; widthPx?: number } = {}) {
  const asked: NightSettings[] = [];
  const line: NightLine = {
    report: async (_, settings) => {
      asked.push(settings);
      if (given.failure !== undefined) throw new Error(given.failure);
      return report(settings);
    },
  };
  const manifest = { id: 'town', timeZone: 'Europe/Berlin' } as unknown as CityManifest;
  const store = createAppStore({ city: { manifest, baseUrl: 'https://twin.example/' } });
  const language = given.language ?? 'en';
  store.setState(({ preferences }) => ({ preferences: { ...preferences, language } }));
  const frames = createFrames();
  frames.publish(NIGHT_LINE, line);
  frames.publish(PIPES_NETWORKS, [network]);
  await page.viewport(given.widthPx ?? 480, 1600);
  const screen = await render(
    <StoreProvider store={store}>
      <FramesProvider frames={frames}>
        <KitProvider theme="dark" language={language}>
          <NightFlowTool />
        </KitProvider>
      </FramesProvider>
    </StoreProvider>,
  );
  stops.push(() => void screen.unmount());
  const marked = () => [...(frames.peek<ToolMarks>(TOOL_MARKS)?.marked ?? [])];
  return { screen, asked, marked };
}

describe('the night flow tool', () => {
  it('judges by itself and shows who probably loses most, marked on the globe', async () => {
    const { screen, asked, marked } = await show();
    await expect.element(screen.getByRole('grid', { name: 'Districts' })).toBeVisible();
    expect(asked[0]).toMatchObject({ fromHour: 2, untilHour: 4, nightDayHours: 24 });
    expect(asked[0]?.useM3sACustomer).toBeCloseTo(1.7e-3 / 3600, 12);
    const text = screen.container.textContent ?? '';
    expect(text.indexOf('DMA-7')).toBeLessThan(text.indexOf('DMA-2'));
    await expect
      .element(screen.getByText(/Higher by 2\.00\sL\/s since the night of/))
      .toBeVisible();
    await expect.element(screen.getByText(/Simulated readings of the city’s meters/)).toBeVisible();
    await expect.element(screen.getByText(/1 part feeds itself from a tank/)).toBeVisible();
    expect(marked()).toEqual([1003, 1004]);
    await expectAccessible(screen.container);
  });

  it('goes from district to district by the keys', async () => {
    const { screen, marked } = await show();
    const grid = screen.getByRole('grid', { name: 'Districts' });
    await expect.element(grid).toBeVisible();
    (grid.element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown} ');
    await expect.poll(marked).toEqual([1008]);
  });

  it('judges again by other hours and another use', async () => {
    const { screen, asked } = await show();
    await expect.element(screen.getByRole('grid', { name: 'Districts' })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Judge again' }));
    await userEvent.fill(screen.getByLabelText(/Legitimate use a customer/), '2.5');
    await userEvent.click(screen.getByRole('button', { name: 'Judge again' }).last());
    await expect.poll(() => asked.length).toBe(2);
    expect(asked[1]?.useM3sACustomer).toBeCloseTo(2.5e-3 / 3600, 12);
  });

  it('says why it failed', async () => {
    const { screen } = await show({ failure: 'There is no city town.' });
    await expect.element(screen.getByText('There is no city town.')).toBeVisible();
  });

  it('fits a phone in Chinese', async () => {
    const { screen } = await show({ language: 'zh', widthPx: 390 });
    await expect.element(screen.getByText('全部分区可能漏失')).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});
