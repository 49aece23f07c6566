import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { FindThing } from '#features/feature.ts';
import { createFrames } from '#scene/frames.ts';
import { FramesProvider, useFrame } from '#scene/use-frames.tsx';
import { setPreferences } from '#store/preferences.ts';
import { createAppStore } from '#store/store.ts';
import { StoreProvider, useAppState } from '#store/use-store.tsx';
import { KitProvider } from '#ui';
import { expectAccessible } from '#ui/testing/accessible.ts';
import type { PipesLine, PipesProtocol } from '#workers/pipes/client.ts';
import { createPipesService } from '#workers/pipes/service.ts';
import { connect, serve } from '#workers/port.ts';
import { PIPES_LINE, PIPES_NETWORKS } from './contract/channels.ts';
import { PIPE_MARKS, type PipeMarks } from './contract/marks.ts';
import type { NetworkSource } from './contract.ts';
import PipesInspector from './inspector.tsx';
import { aCity, stormFiles, waterFiles } from './kernel/a-city.ts';
import PipesPanel from './panel.tsx';
import { startIncident } from './session/incident.ts';
import { startMarks } from './session/marks.ts';
import { startBurst } from './state/incident.ts';
import { openTool, selectPipes, setNetworks } from './state.ts';

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0).reverse()) end();
  localStorage.clear();
});

const files: Readonly<Record<string, string>> = { ...waterFiles, ...stormFiles };

const FOLDER = `${location.origin}/town/`;
const askNetwork = globalThis.fetch;

/** The collections of the town are served, incidents are not: the server of those is away. */
function serveTown(): void {
  globalThis.fetch = async (input, options) => {
    const url = input instanceof Request ? input.url : String(input);
    if (url.includes('/incidents')) throw new TypeError('Failed to fetch');
    const text = url.startsWith(FOLDER) ? files[url.slice(FOLDER.length)] : undefined;
    return text === undefined ? askNetwork(input, options) : new Response(text);
  };
  endings.push(() => {
    globalThis.fetch = askNetwork;
  });
}

const addressOf = (name: string) => (files[name] === undefined ? undefined : `${FOLDER}${name}`);

const sourceOf = (id: string): NetworkSource => ({
  ...{ id, name: `The ${id}`, pipes: addressOf(`pipes-${id}`) ?? '' },
  ...{ nodes: addressOf(`nodes-${id}`), valves: addressOf(`valves-${id}`), devices: undefined },
  model: undefined,
});

function Screens() {
  const { theme, language } = useAppState(({ preferences }) => preferences);
  const selection = useAppState((state) => state.selection);
  const line = useFrame<PipesLine>(PIPES_LINE);
  return (
    <KitProvider theme={theme} language={language}>
      <main>
        {line && <PipesPanel />}
        {selection.length > 0 && (
          <section aria-label="Inspector">
            <PipesInspector selected={selection} />
          </section>
        )}
      </main>
    </KitProvider>
  );
}

/** The card of a town of two small networks, with the real service behind it and no server. */
async function show() {
  serveTown();
  const { port1, port2 } = new MessageChannel();
  serve<PipesProtocol>(port2, createPipesService());
  const line = connect<PipesProtocol>(port1, 'pipes');
  const sources = [sourceOf('water'), sourceOf('storm')];
  const { networks } = await line.call('open', { sources });
  const manifest = aCity('town', ['pipes-water', 'pipes-storm']);
  const store = createAppStore({ city: { manifest, baseUrl: `${location.origin}/no-server/` } });
  const frames = createFrames();
  setNetworks(store, networks);
  frames.publish(PIPES_NETWORKS, networks);
  frames.publish(PIPES_LINE, line);
  const life = new AbortController();
  const find: FindThing = async () => undefined;
  const context = {
    ...{ store, frames, find, networks, sources, signal: life.signal, now: Date.now },
    findInside: async () => [],
    measure: async () => [],
  };
  const stops = [startMarks, startIncident].map((start) => start(context));
  endings.push(() => {
    life.abort();
    for (const stop of stops) stop();
    port1.close();
  });
  await page.viewport(390, 1400);
  const screen = await render(
    <StoreProvider store={store}>
      <FramesProvider frames={frames}>
        <Screens />
      </FramesProvider>
    </StoreProvider>,
  );
  const acts = () =>
    (selectPipes(store.getState()).incident?.steps ?? [])
      .map(({ act: { kind } }) => kind)
      .filter((kind) => kind !== 'known');
  return { screen, store, frames, acts };
}

describe('the card of networks', () => {
  it('says of each network how long it is and whom it serves, and hides it', async () => {
    const { screen, store } = await show();
    const water = screen.getByRole('listitem').filter({ hasText: 'The water' });
    await expect.element(water).toHaveTextContent(/0\.2.km.*5 customers/);
    // The kit's switch is pressed on its track, which is no control of its own.
    (screen.getByRole('switch', { name: 'Show The water' }).element() as HTMLElement).click();
    expect(selectPipes(store.getState()).look.hidden).toEqual(['water']);
    await expectAccessible();
  });

  it('says a long name of a building’s system to its end', async () => {
    const { screen, store, frames } = await show();
    const name = 'Town hall annex north – rainwater from the roof, downpipe 14 east';
    const [water, storm] = selectPipes(store.getState()).networks;
    frames.publish(PIPES_NETWORKS, [water!, { ...storm!, name }]);
    const said = screen.getByText(name, { exact: true });
    await expect.element(said).toBeVisible();
    const { scrollWidth, clientWidth, clientHeight } = said.element();
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    expect(clientHeight).toBeGreaterThan(screen.getByText('The water').element().clientHeight);
  });

  it('opens one tool in its own place, and Escape leads back', async () => {
    const { screen, store } = await show();
    await screen.getByRole('button', { name: /^Trace/ }).click();
    await expect.element(screen.getByRole('heading', { name: 'Trace' })).toBeVisible();
    screen.getByRole('button', { name: 'Back to the tools' }).element().focus();
    screen
      .getByRole('button', { name: 'Back to the tools' })
      .element()
      .dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await expect.element(screen.getByRole('list', { name: 'Tools' })).toBeVisible();
    expect(selectPipes(store.getState()).tool).toBe('');
  });

  it('lists everything, finds by words, and shows what is selected in the inspector', async () => {
    const { screen, store } = await show();
    await screen.getByRole('button', { name: 'Everything in a list' }).click();
    await screen.getByRole('searchbox').fill('grey');
    await expect.element(screen.getByRole('row', { name: /P2/ })).toBeVisible();
    await screen.getByRole('gridcell', { name: 'P2' }).click();
    expect(store.getState().selection).toMatchObject([{ feature: 'pipes', id: 'water/link/P2' }]);
    const inspector = screen.getByRole('region', { name: 'Inspector' });
    await expect.element(inspector.getByRole('heading', { name: 'P2' })).toBeVisible();
    await expect.element(inspector.getByText(/100.mm/).first()).toBeVisible();
    await expect.element(inspector.getByText(/dig with care/)).toBeVisible();
    await expectAccessible();
  });

  it('marks a trace on the globe as long as it is open', async () => {
    const { screen, store, frames } = await show();
    store.setState({ selection: [{ feature: 'pipes', index: 1, id: 'water/link/P2' }] });
    openTool(store, 'trace');
    await expect.element(screen.getByText(/\d links, \d nodes/)).toBeVisible();
    expect(frames.peek<PipeMarks>(PIPE_MARKS)?.marked.length).toBeGreaterThan(0);
    openTool(store, '');
    await expect.poll(() => frames.peek<PipeMarks>(PIPE_MARKS)?.marked.length).toBe(0);
  });
});

describe('a burst', () => {
  it('tells valves with their access, customers, and critical ones by name', async () => {
    const { screen, store } = await show();
    startBurst(store, 'water/link/P2');
    await expect.element(screen.getByText('under a bus shelter')).toBeVisible();
    await expect.element(screen.getByText('St. Anna').first()).toBeVisible();
    await expect.element(screen.getByText('0 of 2 closed')).toBeVisible();
    await expectAccessible();
  });

  it('speaks Chinese, by day too', async () => {
    const { screen, store } = await show();
    setPreferences(store, { language: 'zh', theme: 'light' });
    await expect.element(screen.getByRole('list', { name: '工具' })).toBeVisible();
    startBurst(store, 'water/link/P2');
    await expect.element(screen.getByText('已关 0 / 2')).toBeVisible();
    // Colours go over into those of the other theme.
    await Promise.all(document.getAnimations().map(({ finished }) => finished));
    await expectAccessible();
  });

  it('is closed off valve by valve, repaired, and supplied again in reverse order', async () => {
    const { screen, store, acts } = await show();
    startBurst(store, 'water/link/P2');
    const close = screen.getByRole('button', { name: /^Close / });
    await close.first().click();
    await expect.element(screen.getByText('1 of 2 closed')).toBeVisible();
    await close.first().click();
    await expect.element(screen.getByText('Closed off', { exact: true })).toBeVisible();
    await screen.getByRole('button', { name: 'The pipe is repaired' }).click();
    const order = screen.getByRole('list', { name: 'Valves to open again' });
    const closed = selectPipes(store.getState()).incident?.steps.flatMap(({ act }) =>
      act.kind === 'close' ? [act.valve] : [],
    );
    await expect.element(order.getByRole('listitem').first()).toHaveTextContent(closed?.[1] ?? '?');
    await screen
      .getByRole('button', { name: /^Open / })
      .first()
      .click();
    await screen
      .getByRole('button', { name: /^Open / })
      .first()
      .click();
    await expect.element(screen.getByText('Supply is back', { exact: true })).toBeVisible();
    await screen.getByRole('button', { name: 'End the incident' }).click();
    await expect.element(screen.getByText('Ended', { exact: true })).toBeVisible();
    expect(acts()).toEqual(['opened', 'close', 'close', 'repaired', 'open', 'open', 'ended']);
  });

  it('grows around a valve that is stuck, and shrinks when that is taken back', async () => {
    const { screen, store, frames } = await show();
    startBurst(store, 'water/link/P2');
    await expect.element(screen.getByText('0 of 2 closed')).toBeVisible();
    const small = frames.peek<PipeMarks>(PIPE_MARKS)?.isolated.length ?? 0;
    await screen.getByRole('article', { name: 'V2' }).getByText('Stuck').click();
    await expect.element(screen.getByText('0 of 1 closed')).toBeVisible();
    expect(frames.peek<PipeMarks>(PIPE_MARKS)?.isolated.length).toBeGreaterThan(small);
    await screen.getByRole('button', { name: 'Undo' }).click();
    await expect.element(screen.getByText('0 of 2 closed')).toBeVisible();
  });

  it('says that it is kept in the browser while the server is away', async () => {
    const { screen, store } = await show();
    startBurst(store, 'water/link/P2');
    await expect
      .element(screen.getByText(/kept in this browser: the server is away/))
      .toBeVisible();
  });

  it('is replayed on the one clock with what was known then, and nothing can be done meanwhile', async () => {
    const { screen, store } = await show();
    startBurst(store, 'water/link/P2');
    await screen
      .getByRole('button', { name: /^Close / })
      .first()
      .click();
    await expect.element(screen.getByText('1 of 2 closed')).toBeVisible();
    await screen.getByRole('button', { name: 'Replay from the start' }).click();
    await expect.element(screen.getByText('0 of 2 closed')).toBeVisible();
    expect(store.getState().clock.mode).toBe('set');
    expect(screen.getByRole('button', { name: /^Close / }).elements()).toEqual([]);
    await expectAccessible();
    await screen.getByRole('button', { name: 'Back to now' }).click();
    await expect.element(screen.getByText('1 of 2 closed')).toBeVisible();
  });

  it('has a work order in either language, with a box for each valve', async () => {
    const { screen, store } = await show();
    startBurst(store, 'water/link/P2');
    await screen.getByRole('button', { name: 'Work order' }).click();
    const sheet = page.getByRole('dialog', { name: 'Work order' });
    await expect.element(sheet.getByRole('rowheader', { name: 'V1' })).toBeVisible();
    await expectAccessible();
    await sheet.getByText('English + 中文').click();
    await expect.element(sheet.getByText('Valves to close · 应关阀门')).toBeVisible();
  });
});
