import type { ComponentType } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { CityManifest } from '#contract/city-package.ts';
import { buildNetwork, type LinkRow } from '#model/build-network.ts';
import type { UtilityNetwork } from '#model/utility-network.ts';
import { createFrames } from '#scene/frames.ts';
import { FramesProvider } from '#scene/use-frames.tsx';
import { select } from '#store/selection.ts';
import { createAppStore } from '#store/store.ts';
import { StoreProvider, useAppState } from '#store/use-store.tsx';
import { KitProvider } from '#ui';
import { expectAccessible } from '#ui/testing/accessible.ts';
import { NetworkList } from '#workers/pipes/network-list.ts';
import { createSectionCalls } from '#workers/pipes/section-calls.ts';
import { TerrainHeights } from '#workers/pipes/terrain-heights.ts';
import { PIPES_LINE, PIPES_NETWORKS } from '../../contract/channels.ts';
import { GAS_HEAT_LOAD, GAS_HEAT_REPORTS, type GasHeatReport } from '../../contract/gas-heat.ts';
import { placeNetworks } from '../../kernel/index-space.ts';
import { KnownNetwork } from '../../kernel/open-network.ts';
import { planeAround } from '../../kernel/section/plane.ts';
import { selectPipes } from '../../state.ts';
import ClearanceTool from '../clearance/ClearanceTool.tsx';
import GasHeatTool from '../gas-heat/GasHeatTool.tsx';
import SectionTool from './SectionTool.tsx';

const plane = planeAround(10, 54);
const street: readonly (readonly [UtilityNetwork, number, number, number])[] = [
  ['water', 0, 8.6, 0.15],
  ['storm', 1.6, 7.2, 0.6],
  ['sanitary', 3.2, 6.6, 0.3],
  ['gas', -1.4, 9.1, 0.15],
  ['power', -2.4, 9.2, 0.05],
];

/** A street of 90 m from west to east, each utility in its own network of three manholes. */
function theStreet(): readonly KnownNetwork[] {
  const networks = street.map(([utility, y, level, innerM]) => {
    const nodes = [0, 45, 90].map((x, at) => ({
      id: `${utility}-${at}`,
      kind: 'manhole' as const,
      place: [plane.toLongitude(x), plane.toLatitude(y), level - x / 200] as const,
      groundLevelM: 10 + x / 100,
      invertLevelM: level - x / 200,
    }));
    const link = (id: string, from: number): LinkRow => ({
      ...{ id, from, to: from + 1, innerM, widthM: innerM, wallM: 0.01, heightSource: 'invert' },
    });
    return buildNetwork({
      ...{ id: utility, name: utility, utility, isFictional: false, valves: [], nodes },
      links: [link(`${utility}-P1`, 0), link(`${utility}-P2`, 1)],
    });
  });
  return placeNetworks(networks).map((placed) => new KnownNetwork(placed, () => ({})));
}

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0).reverse()) stop();
});

async function show(Tool: ComponentType, language: 'en' | 'zh' = 'en') {
  const list = new NetworkList();
  list.all = theStreet();
  const calls = createSectionCalls(list, new TerrainHeights(() => Promise.reject(new Error('no'))));
  const line = {
    call: async (name: keyof typeof calls, params: never) => {
      const answer: (params: never) => unknown = calls[name];
      return await answer(params);
    },
  };
  const manifest = { id: 'town', timeZone: 'Europe/Berlin', layers: [] } as unknown as CityManifest;
  const store = createAppStore({ city: { manifest, baseUrl: 'https://twin.example/' } });
  store.setState(({ preferences }) => ({ preferences: { ...preferences, language } }));
  const frames = createFrames();
  frames.publish(PIPES_LINE, line);
  frames.publish(PIPES_NETWORKS, []);
  const Page = () => {
    const preferences = useAppState((state) => state.preferences);
    return (
      <KitProvider theme={preferences.theme} language={preferences.language}>
        <main>
          <Tool />
        </main>
      </KitProvider>
    );
  };
  const shown = await render(
    <StoreProvider store={store}>
      <FramesProvider frames={frames}>
        <Page />
      </FramesProvider>
    </StoreProvider>,
  );
  stops.push(() => shown.unmount());
  const choose = (...keys: readonly string[]) =>
    select(
      store,
      keys.map((id, index) => ({ feature: 'pipes', index, id })),
    );
  return { store, frames, choose };
}

describe('the tool of sections', () => {
  it('asks for a pipe, then cuts across the one that is selected', async () => {
    const { choose } = await show(SectionTool);
    await expect.element(page.getByText('Select a pipe on the globe or in the list')).toBeVisible();
    choose('water/link/water-P1');
    await expect.element(page.getByRole('img', { name: 'Across' })).toBeVisible();
    for (const [utility] of street) {
      await expect.element(page.getByText(`${utility}-P1`, { exact: true })).toBeVisible();
    }
    await expectAccessible();
  });

  it('reads pipe after pipe out by the arrow keys', async () => {
    const { choose } = await show(SectionTool);
    choose('water/link/water-P1');
    const plot = page.getByRole('group', { name: 'Across' });
    await expect.element(plot).toBeVisible();
    (plot.element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(page.getByText(/sanitary-P1 · Sanitary sewer · Cover/)).toBeVisible();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect.element(page.getByText(/water-P1 · Drinking water/)).toBeVisible();
  });

  it('cuts between two typed points and refuses what is none', async () => {
    await show(SectionTool);
    await userEvent.click(page.getByRole('combobox', { name: 'Line', exact: true }));
    await userEvent.click(page.getByRole('option', { name: 'Between two points' }));
    const [from, to] = [page.getByLabelText(/^From/), page.getByLabelText(/^To/)];
    await userEvent.fill(from, 'here');
    await expect.element(page.getByText(/Two numbers such as/)).toBeVisible();
    await userEvent.fill(from, `${plane.toLatitude(-9)}, ${plane.toLongitude(20)}`);
    await userEvent.fill(to, `${plane.toLatitude(9)}, ${plane.toLongitude(20)}`);
    await expect.element(page.getByText('storm-P1', { exact: true })).toBeVisible();
  });

  it('draws along drains down to the outlet, in Chinese too', async () => {
    const { store, choose } = await show(SectionTool, 'zh');
    await userEvent.click(page.getByText('纵断面', { exact: true }));
    choose('storm/node/storm-0');
    await expect.element(page.getByText('storm-P2', { exact: true })).toBeVisible();
    const plot = page.getByRole('group', { name: '纵断面' });
    (plot.element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect.element(page.getByText(/里程 45.0\d m · 地面 10.45 m/)).toBeVisible();
    const [longitude, latitude] = selectPipes(store.getState()).sectionPoint!;
    expect(plane.toX(longitude)).toBeCloseTo(45, 0);
    expect(plane.toY(latitude)).toBeCloseTo(1.6, 1);
    await expectAccessible();
  });

  it('goes between two that are said one after the other, and turns round', async () => {
    const { store, choose } = await show(SectionTool);
    await userEvent.click(page.getByText('Along pipes', { exact: true }));
    await userEvent.click(page.getByRole('combobox', { name: 'Along' }));
    await userEvent.click(page.getByRole('option', { name: 'The shortest way between two' }));
    choose('storm/node/storm-2');
    await userEvent.click(page.getByRole('button', { name: /^Begin here/ }));
    await expect
      .element(page.getByText('Select where it begins, then where it ends'))
      .toBeVisible();
    choose('storm/node/storm-0');
    await expect.element(page.getByText('storm-P2', { exact: true })).toBeVisible();
    await expect.element(page.getByText('From storm-2 · to storm-0')).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Turn round' }));
    await expect.element(page.getByText('From storm-0 · to storm-2')).toBeVisible();
    expect(selectPipes(store.getState()).section).toMatchObject({ from: 'storm/node/storm-0' });
    await expectAccessible();
  });

  it('says why there is no section along what is selected', async () => {
    const { choose } = await show(SectionTool);
    await userEvent.click(page.getByText('Along pipes', { exact: true }));
    choose('storm/node/storm-0', 'water/node/water-1');
    await expect.element(page.getByText(/lie in different networks/)).toBeVisible();
  });
});

describe('the tool of clearances', () => {
  it('checks everything, lists the worst first and filters by kind', async () => {
    await show(ClearanceTool);
    await expect.element(page.getByText('No check has run yet.')).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Check all networks' }));
    await expect.element(page.getByText(/10 pipes, \d+ neighbouring pairs checked/)).toBeVisible();
    await expect.element(page.getByRole('grid', { name: 'Clearances' })).toBeVisible();
    await expectAccessible();
    await userEvent.click(page.getByRole('combobox', { name: 'What' }));
    await userEvent.click(page.getByRole('option', { name: /^Overlap/ }));
    await expect.element(page.getByText('Nothing of this kind was found.')).toBeVisible();
  });

  it('names each figure’s source and takes the operator’s', async () => {
    await show(ClearanceTool);
    await userEvent.click(page.getByRole('button', { name: /^Rules/ }));
    await expect.element(page.getByText(/GB 50289-2016, 4.1.9/).first()).toBeVisible();
    const first = page.getByLabelText('Side by side, m').first();
    await userEvent.fill(first, '2.5');
    await expect.element(page.getByText('changed by the operator').first()).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Back to the table' }));
    await expect.element(page.getByText('changed by the operator')).not.toBeInTheDocument();
  });
});

describe('the tool of gas and heat', () => {
  const report: GasHeatReport = {
    ...{ kind: 'gas', networks: ['gas'], atMs: Date.parse('2026-11-26T11:00:00Z') },
    ...{ loadShare: 0.3, model: 'p² global gradient', tookMs: 20, failure: undefined },
    figures: [{ name: { en: 'Demand', zh: '用气量' }, value: 3.2, unit: 'kg/s' }],
    notable: [
      {
        ...{ key: 'gas/node/N', id: 'N', name: { en: 'Lowest pressure', zh: '最低压力' } },
        ...{ value: 1500, unit: 'Pa', isBad: true },
      },
    ],
    residuals: [
      {
        ...{ key: 'gas/node/R', sensor: 's', name: 'Regelstation Nord' },
        ...{ measured: 2310, solved: 2300, unit: 'Pa' },
      },
    ],
    assumptions: [{ en: 'Natural gas H.', zh: '天然气 H。' }],
  };

  it('waits, then shows what was solved, what stands out and what it assumes', async () => {
    const { frames } = await show(GasHeatTool);
    await expect.element(page.getByText('Being solved')).toBeVisible();
    frames.publish(GAS_HEAT_REPORTS, [report]);
    await expect.element(page.getByText('3.2 kg/s')).toBeVisible();
    await expect.element(page.getByText('15.0 mbar')).toBeVisible();
    await expect.element(page.getByText('Regelstation Nord')).toBeVisible();
    await expect.element(page.getByText('Natural gas H.')).toBeVisible();
    await expectAccessible();
  });

  it('asks for another load by the keyboard', async () => {
    const { frames } = await show(GasHeatTool);
    frames.publish(GAS_HEAT_REPORTS, [report]);
    const slider = page.getByRole('slider', { name: 'Share of the design load' });
    await expect.element(slider).toBeVisible();
    (slider.element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.poll(() => frames.peek<number>(GAS_HEAT_LOAD)).toBeCloseTo(0.35, 6);
  });

  it('says that what is shown is old, and where it failed', async () => {
    const { frames } = await show(GasHeatTool);
    const failure = {
      text: { en: 'The demand is too large (N).', zh: '需求过大（N）。' },
      ...{ keys: ['gas/node/N'], sinceMs: report.atMs },
    };
    frames.publish(GAS_HEAT_REPORTS, [{ ...report, failure }]);
    await expect.element(page.getByText(/Old since/)).toBeVisible();
    await expect.element(page.getByText('The demand is too large (N).')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Show where' })).toBeVisible();
  });
});
