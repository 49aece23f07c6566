import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { createFrames } from '#scene/frames.ts';
import { FramesProvider } from '#scene/use-frames.tsx';
import { setPreferences } from '#store/preferences.ts';
import { createAppStore } from '#store/store.ts';
import { StoreProvider, useAppState } from '#store/use-store.tsx';
import { KitProvider, Stack } from '#ui';
import { expectAccessible } from '#ui/testing/accessible.ts';
import { aBox, aTiledModel } from '#workers/bim/mesh/a-tiled-model.ts';
import { loadElementMesh } from '#workers/bim/mesh.ts';
import type { Clash, ClashThing } from '../contract/clash.ts';
import { readBcf } from '../kernel/bcf/read-bcf.ts';
import { aVersion } from '../kernel/comparison/a-version.ts';
import { compareModels } from '../kernel/comparison.ts';
import { followChecks } from '../session/follow-checks.ts';
import { BIM_LINE, BIM_MODELS, type BimLine } from '../session/line.ts';
import { selectBim } from '../state.ts';
import { ClashSection } from './ClashSection.tsx';
import { CompareSection } from './CompareSection.tsx';

const ends: (() => void)[] = [];
afterEach(() => {
  vi.restoreAllMocks();
  for (const end of ends.splice(0).reverse()) end();
});

const WALL = '0aaaaaaaaaaaaaaaaaaaaa';
const PIPE = '1bbbbbbbbbbbbbbbbbbbbb';
const thing = (id: string, index: number, name: string): ClashThing => ({
  ...{ model: 'old', index, id, name, class: 'IfcWall', discipline: 'architecture' },
  storey: 'Ground',
});
const clash: Clash = {
  id: `${WALL}:${PIPE}`,
  kind: 'hard',
  a: thing(WALL, 0, 'Wall'),
  b: thing(PIPE, 1, 'Pipe'),
  pointM: [1, 1, 1],
  depthM: 0.05,
  gapM: 0,
  isEstimate: false,
  boundsM: [
    [0, 0, 0],
    [2, 2, 2],
  ],
};
const near: Clash = {
  ...clash,
  ...{ id: `${WALL}:other`, kind: 'clearance', depthM: 0.2, gapM: 0.1 },
  b: thing('other', 1, 'Duct'),
};

describe('the comparison of two versions', () => {
  it('lists what changed, colours it, and shows the values of what is chosen', async () => {
    const { store } = await show();
    await userEvent.click(page.getByRole('button', { name: 'Compare' }));
    const table = page.getByRole('grid', { name: 'Differences' });
    await expect.element(table.getByText('Gate')).toBeInTheDocument();
    await expect.element(table.getByText('Shed')).toBeInTheDocument();
    expect(selectBim(store.getState()).look.colourBy).toEqual({ kind: 'comparison' });
    await userEvent.click(table.getByText('Gate'));
    await expect.element(page.getByText('REI 90 → REI 120')).toBeInTheDocument();
    await vi.waitFor(() => expect(store.getState().selection[0]?.id).toBe('new/door'));
    expect(store.getState().camera.flight).toBeDefined();
  });

  it('shows differences alone, and everything as it was when it is done', async () => {
    const { store } = await show();
    await userEvent.click(page.getByRole('button', { name: 'Compare' }));
    await userEvent.click(page.getByRole('switch', { name: 'Show differences alone' }));
    expect(selectBim(store.getState()).look.isolated).toEqual(['*/comparison/all']);
    await userEvent.click(page.getByRole('button', { name: 'Done' }));
    const { look, checks } = selectBim(store.getState());
    expect([look.isolated, look.colourBy, checks.compared]).toEqual([[], undefined, undefined]);
    await expect.element(page.getByRole('grid', { name: 'Differences' })).not.toBeInTheDocument();
  });
});

describe('the search for clashes', () => {
  it('lists them by what is graver, shows both things alone and keeps what one notes', async () => {
    const { store } = await show();
    await userEvent.click(page.getByRole('button', { name: 'Find clashes' }));
    const table = page.getByRole('grid', { name: 'Clashes' });
    await expect.element(page.getByText('1 overlaps, 1 too near')).toBeInTheDocument();
    const [, first] = table.getByRole('row').elements();
    expect(first?.textContent).toContain('Wall – Pipe');
    await userEvent.click(table.getByText('Wall – Pipe'));
    expect(selectBim(store.getState()).look.isolated).toEqual([
      `old/element/${WALL}`,
      `old/element/${PIPE}`,
    ]);
    await userEvent.fill(page.getByRole('textbox', { name: 'Note' }), 'Move it');
    expect(selectBim(store.getState()).checks.marks[clash.id]?.note).toBe('Move it');
  });

  it('goes out as BCF with a picture of each place, and comes back', async () => {
    const { store } = await show();
    let saved: Blob | undefined;
    const original = URL.createObjectURL;
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      if (blob instanceof Blob) saved = blob;
      return original(blob);
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    await userEvent.click(page.getByRole('button', { name: 'Find clashes' }));
    await userEvent.click(page.getByRole('button', { name: 'Save as BCF' }));
    await vi.waitFor(() => expect(saved?.size).toBeGreaterThan(1000), { timeout: 20_000 });
    const bytes = new Uint8Array((await saved?.arrayBuffer()) ?? new ArrayBuffer(0));
    const { topics } = readBcf(bytes, 'clashes.bcf');
    expect(topics.map(({ title }) => title)).toEqual(['Wall – Pipe', 'Wall – Duct']);
    const picture = await createImageBitmap(new Blob([new Uint8Array(topics[0]?.snapshot ?? [])]));
    expect([picture.width, picture.height]).toEqual([640, 480]);
    expect(shareOfColour(picture)).toBeGreaterThan(0.01);

    const input = document.querySelector<HTMLInputElement>('input[type="file"]');
    const files = new DataTransfer();
    files.items.add(new File([bytes], 'clashes.bcf'));
    if (input) input.files = files.files;
    input?.dispatchEvent(new Event('change', { bubbles: true }));
    const table = page.getByRole('grid', { name: 'Topics' });
    await userEvent.click(table.getByText('Wall – Pipe'));
    await vi.waitFor(() =>
      expect(store.getState().selection.map(({ id }) => id)).toEqual([
        `old/${WALL}`,
        `old/${PIPE}`,
      ]),
    );
    expect(selectBim(store.getState()).checks.marks[clash.id]?.status).toBe('new');
  });

  it('says in a sentence which file is no BCF', async () => {
    await show();
    const input = document.querySelector<HTMLInputElement>('input[type="file"]');
    const files = new DataTransfer();
    files.items.add(new File(['nothing'], 'letter.bcf'));
    if (input) input.files = files.files;
    input?.dispatchEvent(new Event('change', { bubbles: true }));
    await expect.element(page.getByText(/^letter\.bcf is no BCF file/)).toBeInTheDocument();
  });

  it('says why it failed', async () => {
    await show(() => {
      throw new Error('storey-0.glb: the server does not answer.');
    });
    await userEvent.click(page.getByRole('button', { name: 'Find clashes' }));
    await expect.element(page.getByText(/the server does not answer/)).toBeInTheDocument();
  });

  it('has no accessibility violations, in both languages', async () => {
    const { store } = await show();
    await userEvent.click(page.getByRole('button', { name: 'Find clashes' }));
    for (const language of ['en', 'zh'] as const) {
      setPreferences(store, { language });
      const word = language === 'en' ? 'Tolerance' : '容差';
      await expect.element(page.getByText(word)).toBeInTheDocument();
      await expectAccessible(page.getByRole('main').element());
    }
  });
});

async function show(find: () => readonly Clash[] = () => [near, clash]) {
  await page.viewport(420, 1600);
  const old = aVersion('old').with('door', { name: 'Gate', propertyHash: 1 }).build();
  const now = aVersion('new', 1)
    .with('door', { name: 'Gate', propertyHash: 2 })
    .with('shed', { name: 'Shed' })
    .build();
  const model = await aTiledModel([
    { shape: aBox([0, 0, 0], [2, 0.3, 2]) },
    { shape: aBox([0.9, -1, 0.9], [1.1, 1, 1.1]) },
  ]);
  const mesh = await loadElementMesh(model, [0, 1]);
  const ids: Readonly<Record<string, number>> = { [WALL]: 0, [PIPE]: 1 };
  const names = ['old/door', 'new/door', 'new/shed'];
  const calls: Readonly<Record<string, (params: Params) => unknown>> = {
    compare: () => compareModels(old, now),
    valueChanges: () => [
      [{ set: 'Pset', name: 'FireRating', unit: '', before: 'REI 90', after: 'REI 120' }],
    ],
    identify: ({ indices = [] }) =>
      indices.map((index) =>
        selectBim(store.getState()).checks.compared
          ? names[index]
          : `old/${index === 0 ? WALL : PIPE}`,
      ),
    bounds: () => [],
    find: ({ model: id, globalId = '' }) => (id === 'old' ? ids[globalId] : undefined),
    mesh: () => mesh,
  };
  const line = {
    call: async (name: string, params: Params) => calls[name]?.(params),
    stream: async function* () {
      const found = find();
      yield { total: 2, done: 1, found: found.slice(0, 1), frame: 'old' };
      yield { total: 2, done: 2, found: found.slice(1), frame: 'old' };
    },
  } as unknown as BimLine;
  const placement = { longitudeDeg: 8, latitudeDeg: 50, heightM: 100, rotationDeg: 0, scale: 1 };
  const described = {
    georeferencing: { readings: [{ source: 'given', placement, steps: [] }] },
    boundsM: [
      [0, 0, 0],
      [2, 2, 2],
    ],
  };
  const store = createAppStore();
  const frames = createFrames();
  frames.publish(BIM_LINE, line);
  frames.publish(BIM_MODELS, [
    { source: { id: 'old', name: 'Old house' }, model: described, base: 0, count: 1 },
    { source: { id: 'new', name: 'New house' }, model: described, base: 1, count: 2 },
  ]);
  ends.push(followChecks(store, frames, line));
  await render(
    <StoreProvider store={store}>
      <FramesProvider frames={frames}>
        <House />
      </FramesProvider>
    </StoreProvider>,
  );
  return { store };
}

interface Params {
  readonly indices?: readonly number[];
  readonly model?: string;
  readonly globalId?: string;
}

function House() {
  const { theme, language } = useAppState(({ preferences }) => preferences);
  return (
    <KitProvider theme={theme} language={language}>
      <main>
        <Stack>
          <CompareSection />
          <ClashSection />
        </Stack>
      </main>
    </KitProvider>
  );
}

/** Share of the pixels that are neither white nor grey. */
function shareOfColour(picture: ImageBitmap): number {
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const pen = canvas.getContext('2d');
  pen?.drawImage(picture, 0, 0);
  const { data } = pen?.getImageData(0, 0, picture.width, picture.height) ?? { data: [] };
  let coloured = 0;
  for (let at = 0; at < data.length; at += 4) {
    const [r = 0, g = 0, b = 0] = [data[at], data[at + 1], data[at + 2]];
    if (Math.max(r, g, b) - Math.min(r, g, b) > 30) coloured++;
  }
  return coloured / (data.length / 4);
}
