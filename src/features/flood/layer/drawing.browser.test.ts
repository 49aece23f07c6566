import { Cartesian2, Cartographic } from 'cesium';
import { afterEach, describe, expect, it } from 'vitest';
import { fromDegrees, metres, radians } from '#model/units.ts';
import { aGlobe, draw, type TestGlobe, until } from '#scene/testing/a-globe.tsx';
import { initialCamera } from '#store/camera.ts';
import { FLOOD_FRAME, FLOOD_PLACE, type FloodScenario } from '../contract.ts';
import { createLayer } from '../layer.ts';
import { followDrawing } from '../session/draw.ts';
import { startDrawing } from '../state/draw.ts';
import { thingOf } from '../state/selected.ts';
import { floodSlice, selectFlood } from '../state.ts';
import { aFrame, aPlace, FLOOD_ORIGIN } from './a-flood.ts';

const MIDDLE = { x: 240, y: 160 };
const EYE_M = 100;
const M_PER_PX = (2 * EYE_M * Math.tan(fromDegrees(60) / 2)) / 480;
const DEGREE_M = 111_320;

let globe: TestGlobe | undefined;
let stop: (() => void) | undefined;

afterEach(() => {
  stop?.();
  globe?.remove();
  globe = undefined;
});

const { longitudeDeg, latitudeDeg } = FLOOD_ORIGIN;
const placeAt = (eastM: number, northM: number) =>
  [
    longitudeDeg + eastM / (DEGREE_M * Math.cos(fromDegrees(latitudeDeg))),
    latitudeDeg + northM / DEGREE_M,
  ] as const;

/** A globe straight above bare ground, with the gestures followed. */
async function aSketchbook() {
  const camera = {
    ...initialCamera,
    position: {
      longitude: fromDegrees(longitudeDeg),
      latitude: fromDegrees(latitudeDeg),
      height: metres(EYE_M),
    },
    heading: radians(0),
    pitch: fromDegrees(-90),
  };
  const layer = createLayer();
  const made = await aGlobe({ camera }, [layer]);
  globe = made;
  const { store, frames, scene } = made;
  stop = followDrawing(store, frames);
  const settle = async () => {
    await new Promise(requestAnimationFrame);
    await draw(scene(), 3);
  };
  // The base imagery comes when it will, and changes the ground.
  scene().imageryLayers.removeAll();
  // The first tiles of the globe are so coarse that their middle lies far below its face.
  const below = Cartographic.fromDegrees(longitudeDeg, latitudeDeg);
  const isFine = () => Math.abs(scene().globe.getHeight(below) ?? EYE_M) < 0.2;
  for (let picture = 0; picture < 60 && !isFine(); picture++) await settle();
  const at = (eastM: number, northM: number) =>
    new Cartesian2(MIDDLE.x + eastM / M_PER_PX, MIDDLE.y - northM / M_PER_PX);
  const click = (eastM: number, northM: number) => {
    const { canvas } = scene();
    const { left, top } = canvas.getBoundingClientRect();
    const { x, y } = at(eastM, northM);
    const place = { clientX: left + x, clientY: top + y, button: 0 };
    // The browser knows no pointer of this id that it could give to the canvas.
    canvas.setPointerCapture = () => {};
    canvas.releasePointerCapture = () => {};
    for (const type of ['pointerdown', 'pointerup']) {
      canvas.dispatchEvent(new PointerEvent(type, { ...place, bubbles: true, pointerId: 1 }));
    }
  };
  const press = (key: string) =>
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    );
  const points = () => selectFlood(store.getState()).drawing?.points;
  return { ...{ layer, store, frames, scene, settle, click, press, points, at } };
}

const scenario: FloodScenario = {
  ...{ id: 's', name: 'S', hazard: 'breach', startMs: 0, durationS: 3600 },
  ...{ boundsDeg: [4, 52, 5, 53], cellM: 2, scheme: 'auto', backend: 'auto' },
  sources: [],
  structures: [
    {
      ...{ id: 'w', name: 'Wall', kind: 'barrier', fromS: 0, heightM: 1 },
      line: [placeAt(-30, 10), placeAt(30, 10)],
    },
  ],
  ...{ buildings: 'walls', sillM: 0.3, ground: { kind: 'none' }, hasSewers: false },
  roughnessFactor: 1,
};

describe('drawing on the globe', () => {
  it('makes a point of each click where the ground is, and selects nothing meanwhile', async () => {
    const { store, settle, click, points } = await aSketchbook();
    startDrawing(store, 'barrier');
    await settle();
    click(-20, 10);
    click(25, -5);
    const [first, second] = points() ?? [];
    for (const [point, [east, north]] of [
      [first, placeAt(-20, 10)],
      [second, placeAt(25, -5)],
    ] as const) {
      expect(Math.abs((point?.[0] ?? 0) - east) * DEGREE_M).toBeLessThan(1.5);
      expect(Math.abs((point?.[1] ?? 0) - north) * DEGREE_M).toBeLessThan(1.5);
    }
    expect(store.getState().selection).toEqual([]);
  });

  it('takes points back with Backspace and everything with Escape', async () => {
    const { store, settle, click, press, points } = await aSketchbook();
    startDrawing(store, 'barrier');
    await settle();
    click(-20, 10);
    click(25, -5);
    press('Backspace');
    expect(points()?.length).toBe(1);
    press('Escape');
    await settle();
    expect(points()).toBeUndefined();
  });

  it('leaves the keys to a field that is written into', async () => {
    const { store, settle, click, points } = await aSketchbook();
    startDrawing(store, 'barrier');
    await settle();
    click(-20, 10);
    const field = document.createElement('input');
    document.body.append(field);
    const key = { key: 'Backspace', bubbles: true, cancelable: true };
    field.dispatchEvent(new KeyboardEvent('keydown', key));
    field.remove();
    expect(points()?.length).toBe(1);
  });

  it('gives the pointer back when it ends', async () => {
    const { store, scene, settle, click, press, points } = await aSketchbook();
    startDrawing(store, 'barrier');
    await settle();
    expect(scene().canvas.style.cursor).toBe('crosshair');
    press('Escape');
    await settle();
    expect(scene().canvas.style.cursor).toBe('');
    click(10, 10);
    expect(points()).toBeUndefined();
  });
});

describe('parts of a scenario on the globe', () => {
  it('are picked by their line, as what the inspector knows them by', async () => {
    const { store, scene, layer, settle, at } = await aSketchbook();
    floodSlice.update(store, (state) => ({ ...state, scenarios: [scenario], edited: 's' }));
    await settle();
    const find = (east: number, north: number) => {
      const found = layer.pick?.(scene().pick(at(east, north)));
      return found && thingOf(found);
    };
    expect(find(0, 10)).toEqual({ kind: 'part', id: 'w' });
    expect(find(0, -20)).toBeUndefined();
    floodSlice.update(store, (state) => ({ ...state, scenarios: [], edited: '' }));
    await settle();
    expect(find(0, 10)).toBeUndefined();
  });
});

describe('a flood that stands still', () => {
  it('asks for pictures only while its run goes and its water moves', async () => {
    const { store, frames, scene, settle } = await aSketchbook();
    const place = aPlace({ bedM: () => -41 });
    const status = { phase: 'paused' };
    const shown = (phase: string) =>
      floodSlice.update(store, (state) => ({
        ...state,
        shown: 'run',
        // Only the phase is looked at.
        status: { run: { ...status, phase } as never },
      }));
    shown('paused');
    frames.publish(FLOOD_PLACE, place);
    frames.publish(
      FLOOD_FRAME,
      aFrame(
        place,
        () => 1,
        () => 1,
      ),
    );
    await settle();
    let pictures = 0;
    scene().postRender.addEventListener(() => pictures++);
    const untilQuiet = async () => {
      do {
        pictures = 0;
        await new Promise((resolve) => setTimeout(resolve, 500));
      } while (pictures > 0);
    };
    await untilQuiet();
    shown('running');
    // Nobody asks but the streaks.
    await until(() => pictures > 4);
    frames.publish(
      FLOOD_FRAME,
      aFrame(place, () => 1),
    );
    await settle();
    await untilQuiet();
  });
});
