import { Cartesian2, Cartographic, LabelCollection, PrimitiveCollection } from 'cesium';
import { afterEach, describe, expect, it } from 'vitest';
import type { DrawGesture } from '#features/draw-gestures.ts';
import { instant } from '#model/time.ts';
import { fromDegrees, metres, radians } from '#model/units.ts';
import { FireFlames } from '#scene/fire-flames.ts';
import { FirePlume } from '#scene/fire-plume.ts';
import { aGlobe, colourAt, draw, type TestGlobe, until } from '#scene/testing/a-globe.tsx';
import { initialCamera } from '#store/camera.ts';
import { setRate, setTime } from '#store/clock.ts';
import { showLayer } from '#store/layers.ts';
import { FIRE_GESTURE } from './contract/gesture.ts';
import { FIRE_DISPATCH, FIRE_HYDRANTS } from './contract/response.ts';
import { FIRE_SMOKE, type PlumeSlice } from './contract/smoke.ts';
import {
  type BurntGround,
  FIRE_MOMENT,
  FIRE_PLACES,
  FIRE_SPREAD,
  SECOND_ZONES,
} from './contract/spread.ts';
import { zonesOf } from './contract.ts';
import {
  aBurningRoof,
  aFireScenario,
  aSmoke,
  aSquare,
  aZone,
  FIRE_ORIGIN,
  placeAt,
  zonesOfFire,
} from './layer/a-fire.ts';
import { createLayer } from './layer.ts';
import { beginPointing } from './state/pointing.ts';
import { changeLook, fireSlice } from './state.ts';

const MIDDLE = { x: 240, y: 160 };
const EYE_M = 100;
/** A pixel of the 480 × 320 picture is about 0.24 m wide. */
const M_PER_PX = (2 * EYE_M * Math.tan(fromDegrees(60) / 2)) / 480;
/** Two pictures of the same are never further apart. */
const SAME = 4;

let globe: TestGlobe | undefined;

afterEach(() => {
  globe?.remove();
  globe = undefined;
});

/** A globe straight above bare ground, with a fire shown that is out of the picture. */
async function aPicture() {
  const camera = {
    ...initialCamera,
    position: {
      longitude: fromDegrees(FIRE_ORIGIN[0]),
      latitude: fromDegrees(FIRE_ORIGIN[1]),
      height: metres(EYE_M),
    },
    heading: radians(0),
    pitch: fromDegrees(-90),
  };
  const layer = createLayer();
  const clock = { now: instant(0), mode: 'set', rate: 0 } as const;
  const made = await aGlobe({ camera, clock }, [layer]);
  globe = made;
  const { store, frames, scene } = made;
  fireSlice.update(store, (state) => ({
    ...state,
    scenarios: [aFireScenario()],
    shown: 'fire',
  }));
  // The base imagery comes when it will, and changes the ground.
  scene().imageryLayers.removeAll();
  const settle = async () => {
    await new Promise(requestAnimationFrame);
    await draw(scene(), 3);
  };
  // The first tiles of the globe are so coarse that their middle lies far below its face.
  const below = Cartographic.fromDegrees(...FIRE_ORIGIN);
  const isFine = () => Math.abs(scene().globe.getHeight(below) ?? EYE_M) < 0.2;
  for (let picture = 0; picture < 60 && !isFine(); picture++) await settle();
  const at = (eastM: number, northM: number) =>
    [MIDDLE.x + eastM / M_PER_PX, MIDDLE.y - northM / M_PER_PX] as const;
  const move = (type: string, eastM: number, northM: number) => {
    const { canvas } = scene();
    const { left, top } = canvas.getBoundingClientRect();
    const [x, y] = at(eastM, northM);
    // The browser knows no pointer of this id that it could give to the canvas.
    canvas.setPointerCapture = () => {};
    canvas.releasePointerCapture = () => {};
    const place = { clientX: left + x, clientY: top + y, button: 0, pointerId: 1, bubbles: true };
    canvas.dispatchEvent(new PointerEvent(type, place));
  };
  return {
    ...{ globe: made, layer, store, frames, scene, settle, move },
    colour: (eastM: number, northM: number) => colourAt(made, ...at(eastM, northM)),
    pick: (eastM: number, northM: number) => {
      move('pointermove', eastM, northM);
      return layer.pick?.(scene().pick(new Cartesian2(...at(eastM, northM))));
    },
  };
}

/** What is drawn, one after the other. */
const inOrder = (group: PrimitiveCollection): readonly unknown[] =>
  Array.from({ length: group.length }, (_, at) => group.get(at) as unknown).flatMap((one) =>
    one instanceof PrimitiveCollection ? inOrder(one) : [one],
  );

type Colour = Awaited<ReturnType<typeof colourAt>>;
const distance = (a: Colour, b: Colour) =>
  Math.hypot(a.red - b.red, a.green - b.green, a.blue - b.blue);

describe('smoke on the ground', () => {
  it('lies where the corners say and leaves clear air as it was', async () => {
    const { colour, frames, settle } = await aPicture();
    const ground = await colour(10, 5);
    frames.publish(
      FIRE_SMOKE,
      aSmoke((column) => (column < 16 ? 1 : 0)),
    );
    await settle();
    expect(distance(await colour(-20, 5), ground)).toBeGreaterThan(25);
    expect(distance(await colour(20, 5), ground)).toBeLessThan(SAME);
  });

  it('stands turned where its corners are turned', async () => {
    const { colour, frames, settle } = await aPicture();
    const ground = await colour(20, 20);
    // The raster's west is the map's north after a quarter turn clockwise.
    const turned = aSmoke((column) => (column < 16 ? 1 : 0), { turnRad: Math.PI / 2 });
    frames.publish(FIRE_SMOKE, turned);
    await settle();
    expect(distance(await colour(20, 20), ground)).toBeGreaterThan(25);
    expect(distance(await colour(-20, 20), ground)).toBeGreaterThan(25);
    expect(distance(await colour(-20, -20), ground)).toBeLessThan(SAME);
  });

  it('shows the same value in the same colour whatever else is in the air', async () => {
    const { colour, frames, settle } = await aPicture();
    frames.publish(
      FIRE_SMOKE,
      aSmoke((column) => (column < 14 ? 0.3 : 0)),
    );
    await settle();
    const alone = await colour(-30, 0);
    await new Promise((resolve) => setTimeout(resolve, 500));
    frames.publish(
      FIRE_SMOKE,
      aSmoke((column) => (column < 14 ? 0.3 : 50)),
    );
    await settle();
    expect(distance(await colour(-30, 0), alone)).toBeLessThan(SAME);
    expect(distance(await colour(30, 0), alone)).toBeGreaterThan(30);
  });

  it('is gone with its fire, with the air, and with the layer', async () => {
    const { colour, frames, settle, store } = await aPicture();
    const ground = await colour(-20, 5);
    frames.publish(
      FIRE_SMOKE,
      aSmoke(() => 1),
    );
    await settle();
    const smoky = await colour(-20, 5);
    expect(distance(smoky, ground)).toBeGreaterThan(25);
    changeLook(store, { air: 'none' });
    await settle();
    expect(distance(await colour(-20, 5), ground)).toBeLessThan(SAME);
    changeLook(store, { air: 'particles' });
    fireSlice.update(store, (state) => ({ ...state, shown: '' }));
    await settle();
    expect(distance(await colour(-20, 5), ground)).toBeLessThan(SAME);
    fireSlice.update(store, (state) => ({ ...state, shown: 'fire' }));
    showLayer(store, 'fire', false);
    await settle();
    expect(distance(await colour(-20, 5), ground)).toBeLessThan(SAME);
    showLayer(store, 'fire', true);
    await settle();
    expect(distance(await colour(-20, 5), smoky)).toBeLessThan(SAME);
  });

  it('has a body above it that hides the ground, the thicker the more', async () => {
    const { colour, frames, settle } = await aPicture();
    const ground = await colour(0, 0);
    const sliceAt = (northM: number, opticalDepth: number): PlumeSlice => ({
      ...{ at: placeAt(0, northM), heightM: 20, halfWidthM: 24, halfHeightM: 16 },
      ...{ towardsRad: 0, opticalDepth },
    });
    const bodyOf = (depth: number) => ({
      ...aSmoke(() => 0),
      slices: [-40, -20, 0, 20, 40].map((northM) => sliceAt(northM, depth)),
    });
    frames.publish(FIRE_SMOKE, bodyOf(0.4));
    await settle();
    const thin = distance(await colour(0, 0), ground);
    await new Promise((resolve) => setTimeout(resolve, 500));
    frames.publish(FIRE_SMOKE, bodyOf(5));
    await settle();
    expect(thin).toBeGreaterThan(5);
    expect(distance(await colour(0, 0), ground)).toBeGreaterThan(thin + 10);
    expect(distance(await colour(55, 0), ground)).toBeLessThan(SAME);
  });
});

describe('zones on the ground', () => {
  it('are tinted inside and edged, and tell the gravest where they lie on each other', async () => {
    const { colour, frames, settle, pick } = await aPicture();
    const ground = await colour(45, 0);
    frames.publish(
      zonesOf('smoke'),
      zonesOfFire(
        aZone({ id: 'wide', tier: 1, rings: aSquare(26), areaM2: 2704 }),
        aZone({ id: 'grave', tier: 3, rings: aSquare(12), areaM2: 576 }),
      ),
    );
    await settle();
    expect(distance(await colour(45, 0), ground)).toBeLessThan(SAME);
    expect(distance(await colour(-18, -5), ground)).toBeGreaterThan(8);
    expect(distance(await colour(26, -8), ground)).toBeGreaterThan(60);
    expect(pick(-18, -5)).toMatchObject({ feature: 'fire', id: 'zone/smoke/wide' });
    expect(pick(4, -5)).toMatchObject({ feature: 'fire', id: 'zone/smoke/grave' });
    expect(pick(45, 0)).toBeUndefined();
  });

  it('are named above smoke and flames, as everything that fire writes', async () => {
    const { scene } = await aPicture();
    const all = inOrder(scene().primitives);
    const bodies = all.findLastIndex(
      (one) => one instanceof FirePlume || one instanceof FireFlames,
    );
    const words = all.flatMap((one, at) => (one instanceof LabelCollection ? [at] : []));
    expect(words.length).toBeGreaterThan(4);
    expect(Math.min(...words)).toBeGreaterThan(bodies);
  });

  it('of another fire are not shown', async () => {
    const { colour, frames, settle } = await aPicture();
    const ground = await colour(-5, -5);
    const zones = zonesOfFire(aZone({ id: 'z', tier: 3, rings: aSquare(30) }));
    frames.publish(zonesOf('smoke'), { ...zones, of: 'other' });
    await settle();
    expect(distance(await colour(-5, -5), ground)).toBeLessThan(SAME);
  });
});

describe('the fire beside the shown one', () => {
  it('is an outline of what burns there, while the two are compared', async () => {
    const { colour, frames, settle, store, scene } = await aPicture();
    const ground = await colour(26, -8);
    const zones = zonesOfFire(aZone({ id: 'now', kind: 'burning', tier: 3, rings: aSquare(26) }));
    frames.publish(SECOND_ZONES, { ...zones, of: 'second' });
    await settle();
    expect(distance(await colour(26, -8), ground)).toBeLessThan(SAME);
    fireSlice.update(store, (state) => ({
      ...state,
      scenarios: [...state.scenarios, aFireScenario({ id: 'second', name: 'Second' })],
      compared: 'second',
    }));
    await settle();
    scene().requestRender();
    await settle();
    // Dots: somewhere along the edge, and nothing inside.
    const along = [];
    for (let northM = -10; northM < -6; northM += 0.35) {
      along.push(distance(await colour(26, northM), ground));
    }
    expect(Math.max(...along)).toBeGreaterThan(40);
    expect(distance(await colour(14, -8), ground)).toBeLessThan(SAME);
  });
});

describe('ground that burns', () => {
  it('is burnt where fire has come by the shown time, and as it was where it comes much later', async () => {
    const { colour, frames, settle } = await aPicture();
    const ground = await colour(20, 5);
    const [west, south] = placeAt(-40, -40);
    const [east, north] = placeAt(40, 40);
    const vegetation: BurntGround = {
      ...{ columns: 40, rows: 40, cellM: 2, burntM2: 3200 },
      ...{ westDeg: west, southDeg: south, eastDeg: east, northDeg: north },
      arrivalS: Float32Array.from({ length: 1600 }, (_, cell) => (cell % 40 < 20 ? 30 : 9000)),
    };
    frames.publish(FIRE_SPREAD, { scenario: 'fire', vegetation });
    frames.publish(FIRE_MOMENT, aBurningRoof(FIRE_ORIGIN, 4, 20_000).moment);
    await settle();
    expect(distance(await colour(-30, 5), ground)).toBeGreaterThan(12);
    expect(distance(await colour(30, 5), ground)).toBeLessThan(SAME);
  });
});

describe('flames', () => {
  it('burn on the roofs that burn, and are off where a person turned them off', async () => {
    const { colour, frames, settle, store } = await aPicture();
    const ground = await colour(0, 1);
    const { places, moment } = aBurningRoof(FIRE_ORIGIN, 4, 20_000);
    frames.publish(FIRE_PLACES, places);
    frames.publish(FIRE_MOMENT, moment);
    await settle();
    const hot = await colour(0, 1);
    expect(hot.red).toBeGreaterThan(ground.red + 60);
    expect(hot.red).toBeGreaterThan(hot.blue + 60);
    changeLook(store, { showsFlames: false });
    await settle();
    expect(distance(await colour(0, 1), ground)).toBeLessThan(SAME);
  });

  it('ask for pictures while the clock runs through the fire, and for none while it stands', async () => {
    const { frames, settle, scene, store } = await aPicture();
    const { places, moment } = aBurningRoof(FIRE_ORIGIN, 4, 20_000);
    frames.publish(FIRE_PLACES, places);
    frames.publish(FIRE_MOMENT, moment);
    await settle();
    let pictures = 0;
    const forget = scene().postRender.addEventListener(() => pictures++);
    const count = async () => {
      pictures = 0;
      await new Promise((resolve) => setTimeout(resolve, 700));
      return pictures;
    };
    setRate(store, 60);
    await until(() => pictures > 5);
    setTime(store, instant(60_000));
    // The ground comes in finer meanwhile; flames that lick would never let it rest.
    let drawn = await count();
    for (let turn = 0; turn < 25 && drawn > 0; turn++) drawn = await count();
    forget();
    expect(drawn).toBe(0);
  });
});

describe('ways and water', () => {
  it('show the way of an engine as a line on the ground', async () => {
    const { colour, frames, settle } = await aPicture();
    const ground = await colour(-20, 0);
    frames.publish(FIRE_DISPATCH, {
      ...{ building: aFireScenario().ignitions[0]?.building, atMs: 0, fullAlarm: 1, closed: 0 },
      engines: [
        {
          ...{ id: 'e', name: 'E', station: 's', stationName: 'S', arriveS: 200, distanceM: 90 },
          ...{ role: 'first', line: [placeAt(-50, 0), placeAt(50, 0)] },
        },
      ],
      speeds: { en: '', zh: '' },
    });
    await settle();
    expect(distance(await colour(-20, 0), ground)).toBeGreaterThan(60);
    expect(distance(await colour(-20, 8), ground)).toBeLessThan(SAME);
  });

  it('lead from a hydrant to the network that it stands on', async () => {
    const { frames, settle, pick } = await aPicture();
    frames.publish(FIRE_HYDRANTS, {
      ...{ building: aFireScenario().ignitions[0]?.building, atMs: 0, needs: [], model: '' },
      hydrants: [
        {
          ...{ id: 'H', key: 'water/node/H', at: placeAt(20, 10), distanceM: 20 },
          ...{ flowM3s: 0.05, staticPa: 4e5, limit: '' },
        },
      ],
    });
    await settle();
    expect(pick(20, 10)).toMatchObject({ feature: 'pipes', id: 'water/node/H' });
    expect(pick(-20, -10)).toBeUndefined();
  });
});

describe('pointing', () => {
  it('tells the place of a click, and selects nothing meanwhile', async () => {
    const { frames, settle, store, move } = await aPicture();
    beginPointing(store, 'ignition');
    await settle();
    move('pointerdown', -20, 10);
    move('pointerup', -20, 10);
    const gesture = frames.peek<DrawGesture>(FIRE_GESTURE);
    expect(gesture?.act).toBe('add');
    if (gesture?.act !== 'add') return;
    const [longitude, latitude] = placeAt(-20, 10);
    expect(Math.abs(gesture.place[0] - longitude) * 68_500).toBeLessThan(1.5);
    expect(Math.abs(gesture.place[1] - latitude) * 111_320).toBeLessThan(1.5);
    expect(store.getState().selection).toEqual([]);
  });
});

describe('the layer of fire', () => {
  it('takes everything away again, and comes back on another attach', async () => {
    const { globe: on, scene, layer, frames, settle, colour } = await aPicture();
    frames.publish(
      FIRE_SMOKE,
      aSmoke(() => 1),
    );
    frames.publish(zonesOf('smoke'), zonesOfFire(aZone({ id: 'z', rings: aSquare(20) })));
    await settle();
    const [smoky, mine] = [await colour(30, 10), scene().primitives.length];
    on.setLayers([]);
    await until(() => scene().primitives.length < mine);
    const without = scene().primitives.length;
    await settle();
    expect(distance(await colour(30, 10), smoky)).toBeGreaterThan(20);
    on.setLayers([layer]);
    await until(() => scene().primitives.length === mine);
    await settle();
    expect(distance(await colour(30, 10), smoky)).toBeLessThan(SAME);
    on.setLayers([]);
    await until(() => scene().primitives.length === without);
  });
});
