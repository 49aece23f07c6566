import { Cartesian3, SceneTransforms } from 'cesium';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type BimModel, type StoredPlacement, toModelPlacement } from '#contract/bim-model.ts';
import { standOf } from '#model/model-moves.ts';
import { enuToEcefMatrix, toEcef } from '#model/position.ts';
import { fromDegrees, metres, radians } from '#model/units.ts';
import { poseLookingAt } from '#scene/camera-pose.ts';
import { aGlobe, draw, type TestGlobe, until } from '#scene/testing/a-globe.tsx';
import { initialCamera } from '#store/camera.ts';
import {
  BIM_GESTURE,
  BIM_GROUND,
  type GroundUnder,
  type PlacingGesture,
} from '../contract/placing.ts';
import { boxAt } from '../kernel/a-house.ts';
import { aModel } from '../kernel/a-model.ts';
import { originalPlacement } from '../kernel/placement.ts';
import { createLayer } from '../layer.ts';
import { followPlacing } from '../session/follow-placing.ts';
import { BIM_MODELS, type BimModels } from '../session/line.ts';
import { apartM, pivotOf, selectPlacing, startPlacing, turnDraft } from '../state/placing.ts';

let globe: TestGlobe;
let model: BimModel;
let start: StoredPlacement;
let stop: () => void;

/** A house of 20 × 10 m that its file puts in two places, 40 m apart; seen from the south at an angle. */
beforeEach(async () => {
  const built = aModel({
    class: 'IfcProject',
    parts: [{ class: 'IfcWall', box: boxAt(-10, -5, 0, 20, 10, 6) }],
  });
  start = originalPlacement(built.model);
  const other = { ...start, latitudeDeg: start.latitudeDeg + 40 / 111_300 };
  const georeferencing = {
    ...built.model.georeferencing,
    readings: [
      ...built.model.georeferencing.readings,
      { source: 'site' as const, placement: other, steps: [] },
    ],
  };
  const boundsM: BimModel['boundsM'] = [
    [-10, -5, 0],
    [10, 5, 6],
  ];
  model = { ...built.model, georeferencing, boundsM };
  const { longitude, latitude, height } = toModelPlacement(start);
  const at = { longitude, latitude, height, radius: metres(40) };
  globe = await aGlobe(
    { camera: { ...initialCamera, ...poseLookingAt(at, radians(0), fromDegrees(-50)) } },
    [createLayer()],
  );
  const source = {
    id: model.id,
    name: model.name,
    url: 'https://twin.example/bim/model.json',
    origin: 'city' as const,
  };
  globe.frames.publish(BIM_MODELS, [{ source, model, base: 0, count: 1 }] satisfies BimModels);
  stop = followPlacing(globe.store, globe.frames, window);
});

afterEach(() => {
  stop();
  globe.remove();
});

async function place(): Promise<void> {
  startPlacing(globe.store, model.id, start);
  await draw(globe.scene());
}

const draft = () => selectPlacing(globe.store.getState())!.draft;

/** Pixel of a point east, north and up of the model's foot. */
function pixel(east: number, north: number, up = 0) {
  const m = enuToEcefMatrix(standOf(toModelPlacement(start), pivotOf(model)));
  const along = (row: number) =>
    m[row]! * east + m[4 + row]! * north + m[8 + row]! * up + m[12 + row]!;
  const position = new Cartesian3(along(0), along(1), along(2));
  const point = SceneTransforms.worldToWindowCoordinates(globe.scene(), position);
  const { left, top } = globe.scene().canvas.getBoundingClientRect();
  return { clientX: left + point!.x, clientY: top + point!.y };
}

function pointer(
  type: string,
  at: { clientX: number; clientY: number },
  more: PointerEventInit = {},
) {
  const event = new PointerEvent(type, {
    bubbles: true,
    cancelable: true,
    pointerId: 1,
    ...at,
    ...more,
  });
  globe.scene().canvas.dispatchEvent(event);
  return event;
}

function dragFrom(
  from: readonly [number, number],
  to: readonly [number, number],
  more?: PointerEventInit,
) {
  pointer('pointerdown', pixel(...from), more);
  pointer('pointermove', pixel(...to), more);
  pointer('pointerup', pixel(...to), more);
}

describe('the placing tool on the globe', () => {
  it('moves the model with the pointer over the ground', async () => {
    await place();
    dragFrom([0, 0], [12, -7]);
    const foot = standOf(toModelPlacement(draft()), pivotOf(model));
    const wanted = enuToEcefMatrix(standOf(toModelPlacement(start), pivotOf(model)));
    const { x, y, z } = toEcef(foot);
    const east = [x, y, z].reduce(
      (sum, value, row) => sum + (value - wanted[12 + row]!) * wanted[row]!,
      0,
    );
    const north = [x, y, z].reduce(
      (sum, value, row) => sum + (value - wanted[12 + row]!) * wanted[4 + row]!,
      0,
    );
    // A pixel is about 20 cm here.
    expect(east).toBeCloseTo(12, 0);
    expect(north).toBeCloseTo(-7, 0);
    expect(draft().heightM).toBeCloseTo(start.heightM, 2);
    expect(draft().rotationDeg).toBeCloseTo(start.rotationDeg, 3);
  });

  it('turns it by its ring about the middle of its foot, with Shift in steps of 5°', async () => {
    await place();
    const ring = 0.6 * Math.hypot(20, 10);
    dragFrom([ring, 0], [0, ring]);
    expect(draft().rotationDeg - start.rotationDeg).toBeCloseTo(90, 0);
    expect(apartM(draft(), turnDraft(start, pivotOf(model), 90), pivotOf(model))).toBeLessThan(
      0.01,
    );

    startPlacing(globe.store, model.id, start);
    await draw(globe.scene());
    const angle = (33 * Math.PI) / 180;
    dragFrom([ring, 0], [ring * Math.cos(angle), ring * Math.sin(angle)], { shiftKey: true });
    expect(draft().rotationDeg / 5).toBeCloseTo(Math.round((start.rotationDeg + 33) / 5), 6);
  });

  it('leaves the pointer to the globe elsewhere and when nothing is placed', async () => {
    await place();
    const heard = vi.fn();
    globe.scene().canvas.addEventListener('pointerdown', heard);
    dragFrom([0, 0], [1, 0]);
    expect(heard).not.toHaveBeenCalled();
    dragFrom([25, 0], [30, 0]);
    expect(heard).toHaveBeenCalledTimes(1);
    globe.store.setState({ features: {} });
    await draw(globe.scene());
    dragFrom([0, 0], [1, 0]);
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it('draws a line to the other reading with the distance between them', async () => {
    const scene = globe.scene();
    const before = scene.primitives.length;
    await place();
    await draw(scene);
    const drawn = Array.from({ length: scene.primitives.length }, (_, at) =>
      scene.primitives.get(at),
    );
    const labels = drawn.find((one) => one.constructor.name.includes('LabelCollection'));
    const texts = Array.from({ length: labels.length }, (_, at) => labels.get(at)).filter(
      ({ show }) => show,
    );
    expect(texts.map(({ text }) => text)).toEqual(['40 m']);
    globe.store.setState({ features: {} });
    await draw(scene);
    expect(scene.primitives.length).toBe(before);
  });

  it('says how high the ground is under the model', async () => {
    const heard = vi.fn();
    globe.frames.subscribe((channel) => channel === BIM_GROUND && heard());
    await place();
    await until(() => heard.mock.calls.length > 0);
    const ground = globe.frames.peek<GroundUnder>(BIM_GROUND)!;
    expect(ground).toMatchObject({ model: model.id, draft: start });
    // The globe of the tests is the bare ellipsoid.
    expect(ground.heightM).toBeCloseTo(0, 3);
  });

  it('goes by key: metres, tens and tenths north, up, and turned', async () => {
    await place();
    const press = (key: string, more: KeyboardEventInit = {}) =>
      window.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
      );
    press('ArrowUp', { shiftKey: true });
    press('ArrowDown');
    press('ArrowRight', { altKey: true });
    press('PageUp');
    press('.');
    expect((draft().latitudeDeg - start.latitudeDeg) * 111_300).toBeCloseTo(9, 0);
    expect(draft().heightM - start.heightM).toBeCloseTo(1, 2);
    expect(draft().rotationDeg - start.rotationDeg).toBeCloseTo(-1, 3);
    press('Escape');
    expect(selectPlacing(globe.store.getState())).toBeUndefined();
  });

  it('publishes nothing for a gesture of a model that isn’t placed any more', () => {
    const gesture = { model: model.id, draft: start } satisfies PlacingGesture;
    globe.frames.publish(BIM_GESTURE, gesture);
    expect(selectPlacing(globe.store.getState())).toBeUndefined();
  });
});
