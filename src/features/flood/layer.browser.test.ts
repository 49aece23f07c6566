import { Cartesian2 } from 'cesium';
import { afterEach, describe, expect, it } from 'vitest';
import { fromDegrees, metres, radians } from '#model/units.ts';
import { aGlobe, colourAt, draw, type TestGlobe, until } from '#scene/testing/a-globe.tsx';
import { initialCamera } from '#store/camera.ts';
import { showLayer } from '#store/layers.ts';
import { FLOOD_FRAME, FLOOD_MAP, FLOOD_PLACE, type FloodMap, second } from './contract.ts';
import { aFrame, aPlace, FLOOD_ORIGIN } from './layer/a-flood.ts';
import { createLayer } from './layer.ts';
import { thingOf } from './state/selected.ts';
import { changeLook, floodSlice } from './state.ts';

const MIDDLE = { x: 240, y: 160 };
/** Above the bed; a pixel of the 480 × 320 picture is about 0.24 m wide. */
const EYE_M = 100;
const M_PER_PX = (2 * EYE_M * Math.tan(fromDegrees(60) / 2)) / 480;

let globe: TestGlobe | undefined;

afterEach(() => {
  globe?.remove();
  globe = undefined;
});

/** A globe straight above the middle of a place of 64 × 64 cells of 2 m, its bed at 0 m. */
async function aPicture(place = aPlace()) {
  const camera = {
    ...initialCamera,
    position: {
      longitude: fromDegrees(FLOOD_ORIGIN.longitudeDeg),
      latitude: fromDegrees(FLOOD_ORIGIN.latitudeDeg),
      height: metres(40 + EYE_M),
    },
    heading: radians(0),
    pitch: fromDegrees(-90),
  };
  const layer = createLayer();
  const made = await aGlobe({ camera }, [layer]);
  globe = made;
  const { store, frames, scene } = made;
  floodSlice.update(store, (state) => ({ ...state, shown: 'run' }));
  changeLook(store, { showsStreaks: false });
  frames.publish(FLOOD_PLACE, place);
  const settle = async () => {
    await new Promise(requestAnimationFrame);
    await draw(scene(), 3);
  };
  // The base imagery comes when it will, and changes the ground.
  scene().imageryLayers.removeAll();
  const at = (eastM: number, northM: number) =>
    [MIDDLE.x + eastM / M_PER_PX, MIDDLE.y - northM / M_PER_PX] as const;
  return {
    ...{ globe: made, layer, store, frames, scene, settle, place },
    colour: (eastM: number, northM: number) => colourAt(made, ...at(eastM, northM)),
    pick: (eastM: number, northM: number) => {
      const [x, y] = at(eastM, northM);
      const { canvas } = scene();
      const { left, top } = canvas.getBoundingClientRect();
      const init = { clientX: left + x, clientY: top + y, bubbles: true };
      canvas.dispatchEvent(new PointerEvent('pointermove', init));
      return layer.pick?.(scene().pick(new Cartesian2(x, y)));
    },
  };
}

type Colour = Awaited<ReturnType<typeof colourAt>>;
const distance = (a: Colour, b: Colour) =>
  Math.hypot(a.red - b.red, a.green - b.green, a.blue - b.blue);

describe('a flood on the globe', () => {
  it('is wet where there is water and leaves dry ground as it was', async () => {
    const { colour, frames, settle, place } = await aPicture();
    // West of the middle.
    frames.publish(
      FLOOD_FRAME,
      aFrame(place, (column) => (column < 32 ? 1 : 0)),
    );
    await settle();
    const [water, dry] = [await colour(-10, 0), await colour(10, 0)];
    expect(water.blue).toBeGreaterThan(water.red + 30);
    frames.publish(
      FLOOD_FRAME,
      aFrame(place, () => 0),
    );
    await settle();
    expect(distance(await colour(10, 0), dry)).toBeLessThan(3);
    expect(distance(await colour(-10, 0), water)).toBeGreaterThan(40);
  });

  it('ends where the bed rises out of the water, between two cells too', async () => {
    // 0.4 m up each cell to the east: the water's level of 1 m meets the bed 2.5 cells east of the middle.
    const place = aPlace({ bedM: (column) => 0.4 * (column + 0.5 - 32) });
    const { colour, frames, settle } = await aPicture(place);
    await settle();
    const ground = await colour(20, 0);
    const level = (column: number) => 1 - 0.4 * (column + 0.5 - 32);
    frames.publish(FLOOD_FRAME, aFrame(place, level));
    await settle();
    expect(distance(await colour(3.9, 0), ground)).toBeGreaterThan(30);
    expect(distance(await colour(5.6, 0), ground)).toBeLessThan(6);
  });

  it('changes its colour at the borders of the classes, and nowhere else', async () => {
    const { colour, frames, settle, place } = await aPicture();
    // 0.5 m deep in the south to 0.7 m in the north: one border, at 0.6 m in the middle.
    frames.publish(
      FLOOD_FRAME,
      aFrame(place, (_, row) => 0.6 - (row + 0.5 - 32) * 0.003),
    );
    await settle();
    const [south, low, high, north] = [
      await colour(0, -20),
      await colour(0, -2),
      await colour(0, 2),
      await colour(0, 20),
    ];
    expect(distance(south, low)).toBeLessThan(14);
    expect(distance(high, north)).toBeLessThan(14);
    expect(distance(low, high)).toBeGreaterThan(20);
  });

  it('shows the same depth in the same colour whatever else is in the picture', async () => {
    const { colour, frames, settle, place } = await aPicture();
    frames.publish(
      FLOOD_FRAME,
      aFrame(place, (column) => (column < 32 ? 0.4 : 0.5)),
    );
    await settle();
    const alone = await colour(-20, 0);
    frames.publish(
      FLOOD_FRAME,
      aFrame(place, (column) => (column < 32 ? 0.4 : 5)),
    );
    await settle();
    expect(distance(await colour(-20, 0), alone)).toBeLessThan(3);
  });

  it('follows the water tile by tile and dries what is in no frame any more', async () => {
    const place = aPlace({ width: 128, height: 64, cellM: 1 });
    const { colour, frames, settle } = await aPicture(place);
    await settle();
    const [west, east] = [await colour(-20, 0), await colour(20, 0)];
    frames.publish(
      FLOOD_FRAME,
      aFrame(place, (column) => (column < 64 ? 1 : 0)),
    );
    await settle();
    expect(distance(await colour(-20, 0), west)).toBeGreaterThan(40);
    expect(distance(await colour(20, 0), east)).toBeLessThan(3);
    frames.publish(
      FLOOD_FRAME,
      aFrame(place, (column) => (column < 64 ? 0 : 1)),
    );
    await settle();
    expect(distance(await colour(-20, 0), west)).toBeLessThan(3);
    expect(distance(await colour(20, 0), east)).toBeGreaterThan(40);
  });

  it('tells the place on the water under the pointer, and nothing beside it', async () => {
    const { pick, frames, settle, place } = await aPicture();
    frames.publish(
      FLOOD_FRAME,
      aFrame(place, (column) => (column < 32 ? 1 : 0)),
    );
    await settle();
    const picked = pick(-10, 5);
    const thing = picked && thingOf(picked);
    expect(thing?.kind).toBe('place');
    if (thing?.kind !== 'place') return;
    const [longitude, latitude] = thing.place;
    const metresPerDegree = 111_320;
    expect((longitude - FLOOD_ORIGIN.longitudeDeg) * metresPerDegree * 0.6155).toBeCloseTo(-10, 0);
    expect((latitude - FLOOD_ORIGIN.latitudeDeg) * metresPerDegree).toBeCloseTo(5, 0);
    expect(pick(10, 5)).toBeUndefined();
  });

  it('shows a map in place of the water, with nothing where it has no value', async () => {
    const { colour, frames, settle, place, store } = await aPicture();
    await settle();
    const ground = await colour(20, 0);
    const values = new Float32Array(64 * 64).fill(Number.NaN);
    for (let cell = 0; cell < values.length; cell++) {
      if (cell % 64 < 16) values[cell] = 0;
      else if (cell % 64 < 32) values[cell] = 5000;
    }
    frames.publish(
      FLOOD_FRAME,
      aFrame(place, () => 1),
    );
    changeLook(store, { colouring: 'arrival' });
    frames.publish(FLOOD_MAP, { run: 'run', colouring: 'arrival', values } satisfies FloodMap);
    await settle();
    const [first, later] = [await colour(-44, 0), await colour(-14, 0)];
    expect(distance(await colour(20, 0), ground)).toBeLessThan(3);
    expect(distance(first, ground)).toBeGreaterThan(30);
    expect(distance(first, later)).toBeGreaterThan(60);
    changeLook(store, { colouring: 'depth' });
    await settle();
    expect(distance(await colour(20, 0), ground)).toBeGreaterThan(40);
  });

  it('shows the second run right of the divider', async () => {
    const { colour, frames, settle, place, store } = await aPicture();
    floodSlice.update(store, (state) => ({ ...state, compared: 'other' }));
    frames.publish(
      FLOOD_FRAME,
      aFrame(place, () => 0.1),
    );
    const beside = aPlace({ run: 'other' });
    frames.publish(second(FLOOD_PLACE), beside);
    frames.publish(
      second(FLOOD_FRAME),
      aFrame(beside, () => 3),
    );
    await settle();
    const [left, right] = [await colour(-20, 10), await colour(20, 10)];
    expect(left.red + left.green).toBeGreaterThan(right.red + right.green + 80);
    changeLook(store, { colouring: 'difference' });
    await settle();
    expect(distance(await colour(20, 10), right)).toBeGreaterThan(30);
  });

  it('is gone while the layer is off', async () => {
    const { colour, frames, settle, place, store } = await aPicture();
    await settle();
    const ground = await colour(0, 10);
    frames.publish(
      FLOOD_FRAME,
      aFrame(place, () => 1),
    );
    showLayer(store, 'flood', false);
    await settle();
    expect(distance(await colour(0, 10), ground)).toBeLessThan(3);
  });

  it('takes everything away again, and comes back on another attach', async () => {
    const { globe: on, scene, layer, frames, settle, place, colour } = await aPicture();
    frames.publish(
      FLOOD_FRAME,
      aFrame(place, () => 1),
    );
    await settle();
    const [wet, mine] = [await colour(10, 10), scene().primitives.length];
    on.setLayers([]);
    await until(() => scene().primitives.length < mine);
    await settle();
    expect(distance(await colour(10, 10), wet)).toBeGreaterThan(40);
    on.setLayers([layer]);
    await until(() => scene().primitives.length === mine);
    await settle();
    expect(distance(await colour(10, 10), wet)).toBeLessThan(3);
  });
});
