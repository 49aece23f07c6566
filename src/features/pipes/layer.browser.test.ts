import { Cartesian2 } from 'cesium';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fromDegrees, metres, radians } from '#model/units.ts';
import { aGlobe, colourAt, draw, type TestGlobe, until } from '#scene/testing/a-globe.tsx';
import { initialCamera } from '#store/camera.ts';
import { showLayer } from '#store/layers.ts';
import { select } from '#store/selection.ts';
import { PIPES_PLACE, type PlaceGesture } from './contract/place.ts';
import { PIPE_SHAPES, type PipeShapes } from './contract/shapes.ts';
import { type OpenNetwork, PIPE_TABLE, pipeFlags } from './contract.ts';
import { placeNetworks } from './kernel/index-space.ts';
import { degreesOf } from './kernel/place/move-network.ts';
import { aNetwork, ORIGIN, placeAt } from './kernel/shapes/a-network.ts';
import { toPipeShapes } from './kernel/shapes/to-pipe-shapes.ts';
import { createLayer } from './layer.ts';
import { endPlacing, placeNetwork, startPlacing } from './state/place.ts';
import { changeLook, setNetworks } from './state.ts';

const GROUND_MS = 40_000;
const MIDDLE = { x: 240, y: 160 };
/** Straight down from here a pixel of the 480 × 320 picture is about 0.12 m wide. */
const EYE_M = 50;
const M_PER_PX = (2 * EYE_M * Math.tan(fromDegrees(60) / 2)) / 480;

let globe: TestGlobe | undefined;

afterEach(() => {
  globe?.remove();
  globe = undefined;
});

/** Two wide mains from west to east, 6 m apart, gas in the north; a valve on the water main. */
function twoMains() {
  const water = aNetwork('water')
    .node('A', placeAt(-40, -3, -3))
    .node('B', placeAt(40, -3, -3))
    .pipe('W/1', 'A', 'B', { innerM: 2, heightSource: 'surveyed', coverM: 2 })
    .valve('V', 'W/1', 'B', { place: placeAt(15, -3, -3) })
    .build();
  const gas = aNetwork('gas', 'gas')
    .node('C', placeAt(-40, 3, -3))
    .node('D', placeAt(40, 3, -3))
    .pipe('G-1', 'C', 'D', { innerM: 2, heightSource: 'surveyed' })
    .build();
  return toPipeShapes(placeNetworks([water, gas]), 1);
}

const WATER = 0;
const VALVE = 3;
const GAS = 4;

/** Every index on the green end of a ramp from grey to green, unless it says otherwise. */
function aTable({ count }: PipeShapes, change: (bytes: Uint8Array) => void = () => {}) {
  const bytes = new Uint8Array(4 * count);
  for (let index = 0; index < count; index++) {
    bytes.set([255, 128, 0, index < GAS ? 0 : 5], 4 * index);
  }
  change(bytes);
  const ramp = new Uint8Array(1024);
  for (let at = 0; at < 256; at++)
    ramp.set(at === 0 ? [120, 120, 120, 255] : [0, 200, 80, 255], 4 * at);
  return { bytes, count, ramp };
}

async function aPicture(shapes = twoMains()) {
  const centre = {
    longitude: fromDegrees(ORIGIN.longitudeDeg),
    latitude: fromDegrees(ORIGIN.latitudeDeg),
    height: metres(ORIGIN.heightM + EYE_M - 3),
  };
  const camera = {
    ...initialCamera,
    position: centre,
    heading: radians(0),
    pitch: fromDegrees(-90),
  };
  const layer = createLayer();
  globe = await aGlobe({ camera }, [layer]);
  const { store, frames, scene } = globe;
  // What is seen through the ground is paler than what lies open: on a cold page the ground comes late.
  await until(() => {
    scene().requestRender();
    return scene().globe.tilesLoaded;
  }, GROUND_MS);
  const settle = async () => {
    await new Promise(requestAnimationFrame);
    await draw(scene(), 3);
  };
  changeLook(store, { showFlow: false });
  frames.publish(PIPE_SHAPES, shapes);
  await until(() => store.getState().layers.pipes?.status.kind === 'ready');
  await settle();
  const at = (eastM: number, northM: number) => ({
    x: MIDDLE.x + eastM / M_PER_PX,
    y: MIDDLE.y - northM / M_PER_PX,
  });
  return {
    globe,
    layer,
    store,
    frames,
    scene,
    settle,
    shapes,
    colour: (eastM: number, northM: number) => {
      const { x, y } = at(eastM, northM);
      return colourAt(globe as TestGlobe, x, y);
    },
    pick: (eastM: number, northM: number) => {
      const { x, y } = at(eastM, northM);
      return layer.pick?.(scene().pick(new Cartesian2(x, y)));
    },
  };
}

describe('networks on the globe', () => {
  it('tell exactly which pipe and which valve is under the pointer', async () => {
    const { pick } = await aPicture();
    expect(pick(-10, -3)).toEqual({ feature: 'pipes', index: WATER, id: 'water/link/W/1' });
    expect(pick(-10, 3)).toEqual({ feature: 'pipes', index: GAS, id: 'gas/link/G-1' });
    expect(pick(15, -3)).toEqual({ feature: 'pipes', index: VALVE, id: 'water/valve/V' });
    expect(pick(0, 0)).toBeUndefined();
    expect(pick(0, 6)).toBeUndefined();
  });

  it('show the utility on the outline and the state on the body', async () => {
    const { colour, store, frames, shapes, settle } = await aPicture();
    const plain = await colour(-10, -3);
    expect(plain.blue).toBeGreaterThan(plain.red + 40);

    changeLook(store, { colouring: 'pressure' });
    frames.publish(PIPE_TABLE, aTable(shapes));
    await settle();
    const body = await colour(-10, -3);
    expect(body.green).toBeGreaterThan(body.blue + 30);
    expect(body.green).toBeGreaterThan(body.red + 60);
    const outline = await colour(-10, -3 + 0.87);
    expect(outline.blue).toBeGreaterThan(outline.green);
    // The same state on either utility; the light falls a little differently.
    expect(Math.abs((await colour(-10, 3)).green - body.green)).toBeLessThan(8);
    const gasOutline = await colour(-10, 3 + 0.87);
    expect(gasOutline.red).toBeGreaterThan(gasOutline.blue + 60);
  });

  it('show each new table, and grey where there is no value', async () => {
    const { colour, store, frames, shapes, settle } = await aPicture();
    changeLook(store, { colouring: 'pressure' });
    frames.publish(
      PIPE_TABLE,
      aTable(shapes, (bytes) => bytes.fill(0, 4 * WATER, 4 * WATER + 1)),
    );
    await settle();
    const { red, green, blue } = await colour(-10, -3);
    expect(Math.max(red, green, blue) - Math.min(red, green, blue)).toBeLessThan(24);
    frames.publish(PIPE_TABLE, aTable(shapes));
    await settle();
    expect((await colour(-10, -3)).green).toBeGreaterThan(red + 20);
  });

  it('tell a burst by a pattern of two colours along the pipe', async () => {
    const { colour, store, frames, shapes, settle } = await aPicture();
    changeLook(store, { colouring: 'pressure' });
    frames.publish(
      PIPE_TABLE,
      aTable(shapes, (bytes) => {
        bytes[4 * WATER + 2] = pipeFlags.burst;
      }),
    );
    await settle();
    const along = await Promise.all([-12, -11, -10, -9, -8, -7].map((east) => colour(east, -3)));
    const isRed = along.map(({ red, green }) => red > green + 80);
    expect(new Set(isRed)).toEqual(new Set([true, false]));
  });

  it('leave out networks and elements that are hidden', async () => {
    const { pick, store, frames, shapes, settle } = await aPicture();
    changeLook(store, { hidden: ['gas'] });
    await settle();
    expect(pick(-10, 3)).toBeUndefined();
    expect(pick(-10, -3)?.index).toBe(WATER);

    changeLook(store, { hidden: [], showValves: false });
    await settle();
    expect(pick(15, -3)?.index).toBe(WATER);
    frames.publish(
      PIPE_TABLE,
      aTable(shapes, (bytes) => {
        bytes[4 * WATER + 2] = pipeFlags.hidden;
      }),
    );
    await settle();
    expect(pick(-10, -3)).toBeUndefined();
    expect(pick(-10, 3)?.index).toBe(GAS);
  });

  it('are dragged and turned by a ring while they are placed, and leave the pointer to the globe elsewhere', async () => {
    const { store, frames, scene, settle } = await aPicture();
    const { longitudeDeg, latitudeDeg } = ORIGIN;
    const middle = { longitudeDeg, latitudeDeg, reachM: 8 };
    setNetworks(store, [{ network: 'water', middle } as OpenNetwork]);
    const told: PlaceGesture[] = [];
    const stop = frames.subscribe((channel) => {
      const gesture = channel === PIPES_PLACE && frames.take<PlaceGesture>(PIPES_PLACE);
      if (gesture) told.push(gesture);
    });
    const before = scene().primitives.length;
    startPlacing(store, 'water');
    await settle();
    expect(scene().primitives.length).toBe(before + 2);
    const press = (type: string, eastM: number, northM: number, more: PointerEventInit = {}) => {
      const { left, top } = scene().canvas.getBoundingClientRect();
      const event = new PointerEvent(type, {
        ...{ bubbles: true, cancelable: true, pointerId: 1, ...more },
        clientX: left + MIDDLE.x + eastM / M_PER_PX,
        clientY: top + MIDDLE.y - northM / M_PER_PX,
      });
      scene().canvas.dispatchEvent(event);
    };
    const drag = (from: readonly [number, number], to: readonly [number, number]) => {
      press('pointerdown', ...from);
      press('pointermove', ...to);
      press('pointerup', ...to);
    };
    drag([0, 0], [5, -3]);
    const { move, isDropped } = told.at(-1)!;
    expect(isDropped).toBe(true);
    const { eastM, northM } = degreesOf(latitudeDeg);
    // The eye stands a few metres over the ground: what is pressed lies a little off.
    expect((move.longitudeDeg - longitudeDeg) * eastM).toBeCloseTo(5, 0);
    expect((move.latitudeDeg - latitudeDeg) * northM).toBeCloseTo(-3, 0);

    placeNetwork(store, 'water', { longitudeDeg, latitudeDeg, turnDeg: 10, scale: 1, upM: 0 });
    await settle();
    const ring = 1.1 * 8;
    told.length = 0;
    drag([ring, 0], [0, ring]);
    expect(told.at(-1)?.move.turnDeg).toBeCloseTo(100, 0);

    const heard = vi.fn();
    scene().canvas.addEventListener('pointerdown', heard);
    drag([0, 2 * ring], [1, 2 * ring]);
    expect(heard).toHaveBeenCalledTimes(1);
    endPlacing(store);
    await settle();
    expect(scene().primitives.length).toBe(before);
    stop();
  });

  it('are gone while the layer is off', async () => {
    const { pick, store, settle } = await aPicture();
    showLayer(store, 'pipes', false);
    await settle();
    expect(pick(-10, -3)).toBeUndefined();
  });

  it('mark what is selected', async () => {
    const { colour, store, settle } = await aPicture();
    const before = await colour(-10, -3 + 0.8);
    select(store, [{ feature: 'pipes', index: WATER, id: 'water/link/W/1' }]);
    await settle();
    const after = await colour(-10, -3 + 0.8);
    expect(after.red).toBeGreaterThan(before.red + 60);
  });

  it('ask for pictures only while something flows near by', async () => {
    const { store, frames, shapes, settle, scene } = await aPicture();
    let pictures = 0;
    scene().postRender.addEventListener(() => pictures++);
    /** The imagery of the test globe is still coming at first. */
    const untilQuiet = async () => {
      do {
        pictures = 0;
        await new Promise((resolve) => setTimeout(resolve, 500));
      } while (pictures > 0);
    };
    changeLook(store, { showFlow: true });
    frames.publish(PIPE_TABLE, aTable(shapes));
    await settle();
    await untilQuiet();
    frames.publish(
      PIPE_TABLE,
      aTable(shapes, (bytes) => {
        bytes[4 * WATER + 1] = 178;
      }),
    );
    // Nobody asks but the water.
    await until(() => pictures > 6);
    changeLook(store, { showFlow: false });
    await settle();
    await untilQuiet();
  });

  it('ask for no picture where a new table would change nothing that is seen', async () => {
    const { frames, shapes, settle, scene } = await aPicture();
    frames.publish(PIPE_TABLE, aTable(shapes));
    await settle();
    let pictures = 0;
    scene().postRender.addEventListener(() => pictures++);
    const rest = () => new Promise((resolve) => setTimeout(resolve, 500));
    do {
      pictures = 0;
      await rest();
    } while (pictures > 0);
    const withByte = (byte: number, value: number) =>
      aTable(shapes, (bytes) => {
        bytes[4 * WATER + byte] = value;
      });
    // Flow isn't shown, so faster water looks the same.
    frames.publish(PIPE_TABLE, withByte(1, 150));
    await rest();
    expect(pictures).toBe(0);
    frames.publish(PIPE_TABLE, withByte(2, pipeFlags.marked));
    await until(() => pictures > 0);
  });

  it('dig up what is selected, and fill it in again', async () => {
    const { store, scene, settle, colour } = await aPicture();
    changeLook(store, { underground: 'trench' });
    select(store, [{ feature: 'pipes', index: GAS, id: 'gas/link/G-1' }]);
    await settle();
    const { globe: earth } = scene();
    await until(() => earth.clippingPolygons?.length === 1);
    await settle();
    const floor = await colour(-10, 3 + 1.5);
    expect(floor.red).toBeGreaterThan(floor.blue + 25);
    select(store, []);
    await settle();
    expect(earth.clippingPolygons.length).toBe(0);
  });

  it('let the ground be looked through, and leave it as it was', async () => {
    const { store, scene, settle, globe: on } = await aPicture();
    changeLook(store, { underground: 'translucent' });
    await settle();
    const { globe: earth, screenSpaceCameraController: controller } = scene();
    expect([earth.translucency.enabled, controller.enableCollisionDetection]).toEqual([
      true,
      false,
    ]);
    on.setLayers([]);
    await until(() => !earth.translucency.enabled);
    expect(controller.enableCollisionDetection).toBe(true);
  });

  it('take everything away again, and come back on another attach', async () => {
    const { globe: on, scene, layer, settle, pick } = await aPicture();
    const mine = scene().primitives.length;
    on.setLayers([]);
    await until(() => scene().primitives.length < mine);
    expect(scene().primitives.length).toBe(mine - 3);
    on.setLayers([layer]);
    await until(() => scene().primitives.length === mine);
    await settle();
    expect(pick(-10, 3)?.id).toBe('gas/link/G-1');
  });

  it('come back after a lost WebGL context', async () => {
    const { globe: on, pick } = await aPicture();
    const lost = on.scene();
    lost.canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
    await until(() => on.builds() === 2);
    await until(() => on.scene() !== lost);
    await draw(on.scene(), 4);
    expect(pick(-10, 3)?.id).toBe('gas/link/G-1');
  });
});
