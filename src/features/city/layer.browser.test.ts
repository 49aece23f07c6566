import {
  Cartesian2,
  Cartesian3,
  Color,
  DirectionalLight,
  RequestErrorEvent,
  Resource,
} from 'cesium';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { instant } from '#model/time.ts';
import { fromDegrees, metres, radians } from '#model/units.ts';
import { airOf } from '#scene/air.ts';
import { airColours } from '#scene/air-colours.ts';
import { BUILDING_COLOURS, type BuildingColours } from '#scene/building-colours.ts';
import { poseLookingAt } from '#scene/camera-pose.ts';
import { aGlobe, colourAt, draw, type TestGlobe, until } from '#scene/testing/a-globe.tsx';
import { aBlockCity, type BlockCity } from '#scene/testing/block-city.ts';
import { initialCamera } from '#store/camera.ts';
import { showLayer } from '#store/layers.ts';
import { select } from '#store/selection.ts';
import { createLayer } from './layer.ts';
import { setXray } from './state.ts';

const VISIBLE = 1;
const COLOURED = 2;
const MIDDLE = { x: 240, y: 160 };

let globe: TestGlobe | undefined;
let blocks: BlockCity | undefined;

afterEach(() => {
  globe?.remove();
  blocks?.free();
  vi.restoreAllMocks();
});

/** 5 × 5 blocks seen from straight above, the one with index 12 in the middle of the picture. */
async function aCityFromAbove() {
  blocks = aBlockCity(5);
  const layer = createLayer();
  const pose = poseLookingAt(
    { ...blocks.centre, height: metres(20), radius: metres(60) },
    radians(0),
    fromDegrees(-90),
  );
  globe = await aGlobe({ city: blocks.city, camera: { ...initialCamera, ...pose } }, [layer]);
  const { store, scene } = globe;
  await until(() => store.getState().layers.city?.status.kind === 'ready');
  await draw(scene());
  const pick = () => layer.pick?.(scene().pick(new Cartesian2(MIDDLE.x, MIDDLE.y)));
  const paint = async (flags: number, [red, green, blue]: readonly number[] = [0, 0, 0]) => {
    const count = blocks?.count ?? 0;
    const rgba = new Uint8Array(count * 4);
    for (let at = 0; at < count; at++) rgba.set([red ?? 0, green ?? 0, blue ?? 0, flags], at * 4);
    globe?.frames.publish('city', { rgba });
    await new Promise(requestAnimationFrame);
    await draw(scene());
  };
  return { globe, layer, pick, paint, store, scene };
}

describe('the city on the globe', () => {
  it('tells the city-wide index and the id of the building under the pointer', async () => {
    const { pick } = await aCityFromAbove();
    expect(pick()).toEqual({ feature: 'city', index: 12, id: 'B-12' });
  });

  it('takes its colours from the table that arrives', async () => {
    const { globe, paint } = await aCityFromAbove();
    await paint(VISIBLE | COLOURED, [20, 220, 30]);
    const green = await colourAt(globe, MIDDLE.x, MIDDLE.y);
    expect(green.green).toBeGreaterThan(green.red + 60);
    await paint(VISIBLE | COLOURED, [220, 20, 30]);
    const red = await colourAt(globe, MIDDLE.x, MIDDLE.y);
    expect(red.red).toBeGreaterThan(red.green + 60);
  });

  it('wears what another feature lends, and gives it back', async () => {
    const { globe, paint, scene } = await aCityFromAbove();
    await paint(VISIBLE | COLOURED, [20, 220, 30]);
    const rgba = Uint8Array.from({ length: (blocks?.count ?? 0) * 4 }, (_, at) =>
      at % 4 === 2 ? 220 : at % 4 === 3 ? 255 : 20,
    );
    const lend = async (lent: BuildingColours | undefined) => {
      globe.frames.publish(BUILDING_COLOURS, lent);
      await new Promise(requestAnimationFrame);
      await draw(scene());
      return await colourAt(globe, MIDDLE.x, MIDDLE.y);
    };
    const build = blocks?.city.manifest.build ?? '';
    const blue = await lend({ build, rgba });
    expect(blue.blue).toBeGreaterThan(blue.green + 60);
    const ofAnother = await lend({ build: 'another city', rgba });
    expect(ofAnother.green).toBeGreaterThan(ofAnother.blue + 60);
    await lend({ build, rgba });
    const own = await lend(undefined);
    expect(own.green).toBeGreaterThan(own.blue + 60);
  });

  it('neither draws nor picks what is hidden', async () => {
    const { pick, paint } = await aCityFromAbove();
    await paint(0);
    expect(pick()).toBeUndefined();
    await paint(VISIBLE);
    expect(pick()?.id).toBe('B-12');
  });

  it('keeps a building marked as selected when other colours arrive', async () => {
    const { globe, paint, store } = await aCityFromAbove();
    select(store, [{ feature: 'city', index: 12, id: 'B-12' }]);
    await paint(VISIBLE | COLOURED, [20, 20, 220]);
    const accent = await colourAt(globe, MIDDLE.x, MIDDLE.y);
    expect(accent.red).toBeGreaterThan(accent.blue + 60);
    select(store, []);
    await paint(VISIBLE | COLOURED, [20, 20, 220]);
    const plain = await colourAt(globe, MIDDLE.x, MIDDLE.y);
    expect(plain.blue).toBeGreaterThan(plain.red + 60);
  });

  it('shows what lies behind in x-ray and is solid again afterwards', async () => {
    const { globe, paint, store, scene } = await aCityFromAbove();
    await paint(VISIBLE | COLOURED, [255, 255, 255]);
    const solid = await colourAt(globe, MIDDLE.x, MIDDLE.y);
    setXray(store, true);
    await new Promise(requestAnimationFrame);
    await draw(scene(), 4);
    const glass = await colourAt(globe, MIDDLE.x, MIDDLE.y);
    expect(glass.red).toBeLessThan(solid.red - 40);
    setXray(store, false);
    await new Promise(requestAnimationFrame);
    await draw(scene(), 4);
    expect(await colourAt(globe, MIDDLE.x, MIDDLE.y)).toEqual(solid);
  });

  it('is gone from the picture while its row is off', async () => {
    const { pick, store, scene } = await aCityFromAbove();
    showLayer(store, 'city', false);
    await new Promise(requestAnimationFrame);
    await draw(scene());
    expect(pick()).toBeUndefined();
  });

  it('leaves the scene as it was', async () => {
    const { globe, scene, store } = await aCityFromAbove();
    const before = scene().primitives.length;
    globe.setLayers([]);
    await until(() => scene().primitives.length === before - 1);
    expect(store.getState().problems).toEqual([]);
  });

  it('lights windows in the night and none by day', async () => {
    blocks = aBlockCity(5);
    const pose = poseLookingAt({ ...blocks.centre, radius: metres(40) });
    const clock = { now: instant(Date.UTC(2025, 0, 1, 20)), mode: 'set', rate: 0 } as const;
    globe = await aGlobe({ city: blocks.city, camera: { ...initialCamera, ...pose }, clock }, [
      createLayer(),
    ]);
    const { store, scene, handle } = globe;
    await until(() => store.getState().layers.city?.status.kind === 'ready');
    const countGlowing = async (light: Color, sunDeg: number) => {
      scene().light = new DirectionalLight({ direction: scene().camera.directionWC, color: light });
      airOf(scene()).set(airColours('dark', sunDeg, 0), new Cartesian3(0, 0, 1));
      await draw(scene(), 3);
      const bitmap = await createImageBitmap(await handle().screenshot());
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      const { data } = context!.getImageData(0, 0, bitmap.width, bitmap.height);
      let glowing = 0;
      for (let at = 0; at < data.length; at += 4) {
        if (data[at]! > 150 && data[at]! - data[at + 2]! > 70) glowing++;
      }
      return glowing;
    };
    expect(await countGlowing(new Color(0.19, 0.22, 0.3), -20)).toBeGreaterThan(200);
    expect(await countGlowing(Color.WHITE, 40)).toBeLessThan(20);
  });

  it('draws no frame while nothing changes', async () => {
    const { scene } = await aCityFromAbove();
    // Ticks of the render loop, since a busy machine may take seconds for a single frame.
    let quietTicks = 0;
    let drawn = 0;
    scene().postUpdate.addEventListener(() => {
      quietTicks++;
    });
    scene().postRender.addEventListener(() => {
      quietTicks = 0;
      drawn++;
    });
    // Base imagery may still be arriving.
    await until(() => quietTicks > 30, 40_000);
    drawn = 0;
    await new Promise((resolve) => setTimeout(resolve, 2000));
    await until(() => quietTicks > 60, 40_000);
    expect(drawn).toBe(0);
  });

  it('comes back with camera, colours and selection when the WebGL context is lost', async () => {
    const { globe, paint, store, scene, pick } = await aCityFromAbove();
    select(store, [{ feature: 'city', index: 12, id: 'B-12' }]);
    await paint(VISIBLE | COLOURED, [20, 20, 220]);
    const { position } = store.getState().camera;
    const lost = scene().canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context');
    lost?.loseContext();
    await until(() => globe.builds() === 2);
    await until(() => store.getState().layers.city?.status.kind === 'ready');
    await draw(scene(), 3);
    expect(store.getState().camera.position).toEqual(position);
    await until(() => pick()?.id === 'B-12');
    const accent = await colourAt(globe, MIDDLE.x, MIDDLE.y);
    expect(accent.red).toBeGreaterThan(accent.blue + 60);
    const neighbour = await colourAt(globe, MIDDLE.x + 80, MIDDLE.y);
    expect(neighbour.blue).toBeGreaterThan(neighbour.red + 60);
  });

  it('says that tiles are missing and asks again until the server is back', async () => {
    blocks = aBlockCity(5);
    const original = Resource.prototype.fetchArrayBuffer;
    let isDown = true;
    vi.spyOn(Resource.prototype, 'fetchArrayBuffer').mockImplementation(function (this: Resource) {
      return isDown ? Promise.reject(new RequestErrorEvent(503)) : original.call(this);
    });
    const pose = poseLookingAt({ ...blocks.centre, radius: metres(60) });
    globe = await aGlobe({ city: blocks.city, camera: { ...initialCamera, ...pose } }, [
      createLayer(),
    ]);
    const { store } = globe;
    const codes = () => store.getState().problems.map(({ path, code }) => `${path} ${code}`);
    await until(() => codes().includes('city/buildings tiles-missing'));
    isDown = false;
    await until(() => codes().length === 0);
    await until(() => store.getState().layers.city?.status.kind === 'ready');
  });
});
