import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { createFrames, type Frames } from '#scene/frames.ts';
import { FramesProvider } from '#scene/use-frames.tsx';
import { setPreferences } from '#store/preferences.ts';
import { type AppStore, createAppStore } from '#store/store.ts';
import { StoreProvider, useAppState } from '#store/use-store.tsx';
import { KitProvider } from '#ui';
import { expectAccessible } from '#ui/testing/accessible.ts';
import type { CloseScene } from '#workers/bim/client.ts';
import { buildTree } from '#workers/bim/close-look/build-tree.ts';
import { aBox, aTiledModel, type TestElement } from '#workers/bim/mesh/a-tiled-model.ts';
import { loadElementMesh } from '#workers/bim/mesh.ts';
import { GHOST, VISIBLE } from '../contract/paint.ts';
import { BIM_LINE, BIM_MODELS } from '../session/line.ts';
import { selectBim, setTask } from '../state.ts';
import CloseLook from './index.tsx';
import { OrbitView } from './view/orbit-view.ts';
import { PlanView } from './view/plan-view.ts';
import { Stage } from './view/stage.ts';
import { WalkView } from './view/walk-view.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0).reverse()) end();
});

const ROOM = 0;
/** Of the page, where the plan's floor is free. */
const MIDDLE = { x: 550, y: 400 };
/** A room of 8 m × 6 m with walls of 3 m: floor, west, east, south, north, and a table of 1 m in it. */
const house: readonly TestElement[] = [
  { shape: aBox([0, 0, -0.2], [8, 6, 0]) },
  { shape: aBox([0, 0, 0], [0.2, 6, 3]) },
  { shape: aBox([7.8, 0, 0], [8, 6, 3]) },
  { shape: aBox([0.2, 0, 0], [7.8, 0.2, 3]) },
  { shape: aBox([0.2, 5.8, 0], [7.8, 6, 3]) },
  { shape: aBox([5, 3, 0], [6, 4, 1]), rgba: [200, 40, 40, 255] },
];

async function aScene(elements = house): Promise<CloseScene> {
  const model = await aTiledModel(elements);
  const mesh = await loadElementMesh(
    model,
    elements.map((_, at) => at),
  );
  return {
    ...{ model: 'house', title: 'House', mesh, passable: new Uint32Array() },
    tree: buildTree(mesh),
    storeys: [{ name: 'Ground', elevationM: 0, heightM: 3 }],
  };
}

async function aStage(width = 400, height = 300): Promise<Stage> {
  const canvas = document.createElement('canvas');
  canvas.style.cssText = `position: fixed; inset: 0; width: ${width}px; height: ${height}px;`;
  document.body.append(canvas);
  const stage = new Stage(canvas, await aScene(), undefined);
  ends.push(() => {
    stage.destroy();
    canvas.remove();
  });
  return stage;
}

describe('the stage', () => {
  it('shows the whole part, wherever panels leave room', async () => {
    const stage = await aStage();
    stage.margins = { x: 60, y: 40 };
    const view = new OrbitView(stage);
    ends.push(() => view.stop());
    for (const x of [0, 8]) {
      for (const y of [0, 6]) {
        for (const z of [-0.2, 3]) {
          const pixel = stage.project([x, y, z]);
          expect(pixel.x).toBeGreaterThan(60);
          expect(pixel.x).toBeLessThan(340);
          expect(pixel.y).toBeGreaterThan(40);
          expect(pixel.y).toBeLessThan(260);
        }
      }
    }
  });

  it('tells what is under a pixel', async () => {
    const stage = await aStage();
    const view = new PlanView(stage);
    ends.push(() => view.stop());
    const table = stage.project([5.5, 3.5, 1]);
    const hit = stage.hit(table.x, table.y);
    expect(hit?.element).toBe(5);
    expect(hit?.point[2]).toBeCloseTo(1, 3);
    expect(hit?.normal).toEqual([0, 0, 1]);
    expect(stage.hit(2, 2)).toBeUndefined();
  });

  it('snaps to the very corner beside the pointer, and from outside of the face too', async () => {
    const stage = await aStage();
    const view = new PlanView(stage);
    ends.push(() => view.stop());
    const corner = stage.project([5, 3, 1]);
    for (const [dx, dy] of [
      [4, -3],
      [-4, 3],
    ] as const) {
      const snap = stage.snap(corner.x + dx, corner.y + dy);
      expect(snap?.kind).toBe('corner');
      // Tiles store steps of 1 mm.
      expect(snap?.point[0]).toBeCloseTo(5, 3);
      expect(snap?.point[1]).toBeCloseTo(3, 3);
    }
  });

  it('does not see, pick or snap to what is hidden, a ghost or cut away', async () => {
    const stage = await aStage();
    const view = new PlanView(stage);
    ends.push(() => view.stop());
    const { x, y } = stage.project([5.5, 3.5, 1]);
    const paint = new Uint8Array(4 * house.length).map((_, at) => (at % 4 === 3 ? VISIBLE : 0));
    paint[4 * 5 + 3] = 0;
    stage.setPaint(paint, new Set());
    expect(stage.hit(x, y)?.element).toBe(ROOM);
    paint[4 * 5 + 3] = VISIBLE | GHOST;
    stage.setPaint(paint, new Set());
    expect(stage.hit(x, y)?.element).toBe(ROOM);
    paint[4 * 5 + 3] = VISIBLE;
    stage.setPaint(paint, new Set());
    stage.setCut({ low: [-9, -9, -9], high: [99, 99, 0.5] });
    // Where the table is cut, one looks into it: its bottom is what there is to see.
    expect(stage.hit(x, y)?.point[2]).toBeLessThan(0.5);
  });

  it('draws things in their own colour, and as they are painted', async () => {
    const stage = await aStage();
    const view = new PlanView(stage);
    ends.push(() => view.stop());
    const red = pixelAt(stage, [5.5, 3.5, 1]);
    expect(red[0]).toBeGreaterThan(2 * red[1]!);
    const paint = new Uint8Array(4 * house.length);
    for (let at = 0; at < house.length; at++) paint.set([0, 0, 255, VISIBLE | 2], 4 * at);
    stage.setPaint(paint, new Set());
    const blue = pixelAt(stage, [5.5, 3.5, 1]);
    expect(blue[2]).toBeGreaterThan(2 * blue[0]!);
  });

  it('draws nothing while nothing changes', async () => {
    const stage = await aStage();
    const view = new OrbitView(stage);
    ends.push(() => view.stop());
    const drawn = vi.fn();
    await new Promise((done) => setTimeout(done, 200));
    stage.onDrawn(drawn);
    await new Promise((done) => setTimeout(done, 300));
    expect(drawn).not.toHaveBeenCalled();
    view.press('ArrowLeft');
    await vi.waitFor(() => expect(drawn).toHaveBeenCalledTimes(1));
  });

  it('gives its graphics context back', async () => {
    const canvas = document.createElement('canvas');
    document.body.append(canvas);
    const stage = new Stage(canvas, await aScene(), undefined);
    stage.destroy();
    expect(canvas.getContext('webgl2')?.isContextLost()).toBe(true);
    canvas.remove();
  });

  it('lets a person walk on the floor and stops them at the wall', async () => {
    const stage = await aStage();
    const view = WalkView.enter(stage, [2, 3, 0]);
    expect(view?.target()[2]).toBeCloseTo(0, 2);
    ends.push(() => view?.stop());
    view?.press('w', true);
    await new Promise((done) => setTimeout(done, 2500));
    view?.release('w');
    const [x, y] = view?.target() ?? [0, 0];
    expect(Math.hypot(x - 2, y - 3)).toBeGreaterThan(0.5);
    expect(x).toBeGreaterThan(0.2);
    expect(x).toBeLessThan(7.8);
    expect(y).toBeGreaterThan(0.2);
    expect(y).toBeLessThan(5.8);
  });
});

describe('the close look', () => {
  it('begins with the canvas in focus, named after the part', async () => {
    await show();
    const canvas = page.getByRole('application', { name: /^House, seen from near/ });
    await expect.element(canvas).toHaveFocus();
  });

  it('leads back with Escape, one step at a time', async () => {
    const { store } = await show();
    await userEvent.keyboard('m');
    await expect
      .element(page.getByRole('button', { name: 'Distance', pressed: true }))
      .toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('button', { name: 'Select', pressed: true })).toBeVisible();
    await userEvent.keyboard('3');
    await expect.element(page.getByRole('radio', { name: 'Walk' })).toBeChecked();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('radio', { name: 'Around' })).toBeChecked();
    await userEvent.keyboard('{Escape}');
    expect(selectBim(store.getState()).task).toEqual({ kind: 'none' });
  });

  it('keeps the keys that fly the globe from it', async () => {
    await show();
    const heard = vi.fn();
    window.addEventListener('keydown', heard);
    ends.push(() => window.removeEventListener('keydown', heard));
    await userEvent.keyboard('wasd');
    expect(heard).not.toHaveBeenCalled();
  });

  it('selects what is clicked, as everywhere', async () => {
    const { store } = await show();
    await userEvent.keyboard('2');
    await userEvent.click(page.getByRole('application'), { position: MIDDLE });
    await vi.waitFor(() => expect(store.getState().selection).toHaveLength(1));
    expect(store.getState().selection[0]).toMatchObject({ feature: 'bim', id: 'house/e0' });
  });

  it('measures in a plan, lists it with its unit and takes it away again', async () => {
    await show();
    await userEvent.keyboard('2');
    await userEvent.click(page.getByRole('button', { name: 'Area of a face' }));
    await userEvent.click(page.getByRole('application'), { position: MIDDLE });
    const list = page.getByRole('region', { name: 'Measures' });
    await expect.element(list.getByText('48.00 m²')).toBeInTheDocument();
    await userEvent.click(page.getByRole('button', { name: 'Remove measure 1' }));
    await expect.element(list).not.toBeInTheDocument();
  });

  it('says why it has nothing to show, and asks again', async () => {
    let isAway = true;
    const scene = await aScene();
    await show(() => {
      if (isAway) throw new Error('storey-0-architecture-0.glb: the server does not answer.');
      return scene;
    });
    await expect.element(page.getByText(/the server does not answer/)).toBeInTheDocument();
    isAway = false;
    await userEvent.click(page.getByRole('button', { name: 'Try again' }));
    await expect.element(page.getByRole('application')).toBeInTheDocument();
  });

  it('says so where the part has no shape', async () => {
    const empty = await aScene([]);
    await show(() => empty);
    await expect.element(page.getByText('There is nothing to see here')).toBeInTheDocument();
  });

  it('comes back when the graphics context is lost', async () => {
    await show();
    const first = document.querySelector('canvas');
    first?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
    await vi.waitFor(() => expect(document.querySelector('canvas')).not.toBe(first));
    expect(document.querySelectorAll('canvas')).toHaveLength(1);
  });

  it('has no accessibility violations, in both languages', async () => {
    const { store } = await show();
    await userEvent.keyboard('2');
    for (const language of ['en', 'zh'] as const) {
      setPreferences(store, { language });
      const word = language === 'en' ? 'Storey' : '楼层';
      await expect.element(page.getByText(word, { exact: true })).toBeVisible();
      await expectAccessible(page.getByRole('main').element());
    }
  });
});

async function show(answer?: () => CloseScene) {
  await page.viewport(1100, 700);
  const made = await aScene();
  const scene = answer ?? (() => made);
  const store = createAppStore();
  const frames = createFrames();
  const calls: Readonly<Record<string, (params: { indices?: readonly number[] }) => unknown>> = {
    closeLook: () => scene(),
    identify: ({ indices = [] }) => indices.map((index) => `house/e${index}`),
    describe: () => ({ name: 'Floor', class: 'IfcSlab' }),
  };
  frames.publish(BIM_LINE, {
    call: async (name: string, params: object) => {
      const act = calls[name];
      if (!act) throw new Error(`Nobody answers ${name}.`);
      return act(params);
    },
  });
  frames.publish(BIM_MODELS, [{ source: { id: 'house' }, base: 0 }]);
  setTask(store, { kind: 'close-look', part: 'house/all' });
  await render(<Page store={store} frames={frames} />);
  if (!answer) await expect.element(page.getByRole('application')).toBeInTheDocument();
  return { store };
}

interface PageProps {
  readonly store: AppStore;
  readonly frames: Frames;
}

function Page({ store, frames }: PageProps) {
  return (
    <StoreProvider store={store}>
      <FramesProvider frames={frames}>
        <House />
      </FramesProvider>
    </StoreProvider>
  );
}

function House() {
  const { theme, language } = useAppState(({ preferences }) => preferences);
  return (
    <KitProvider theme={theme} language={language}>
      <main style={{ position: 'fixed', inset: 0 }}>
        <CloseLook />
      </main>
    </KitProvider>
  );
}

/** sRGB of the picture where a point is. */
function pixelAt(stage: Stage, point: readonly [number, number, number]): readonly number[] {
  stage.draw();
  const gl = stage.canvas.getContext('webgl2');
  if (!gl) throw new Error('There is no context.');
  const { x, y } = stage.project(point);
  const scale = stage.canvas.width / stage.canvas.clientWidth;
  const bytes = new Uint8Array(4);
  const up = stage.canvas.height - Math.round(y * scale);
  gl.readPixels(Math.round(x * scale), up, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
  return [...bytes];
}
