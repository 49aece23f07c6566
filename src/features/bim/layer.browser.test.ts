import { Cartesian2, Cartesian3, Matrix4, SceneTransforms } from 'cesium';
import { afterEach, describe, expect, it } from 'vitest';
import { toModelPlacement } from '#contract/bim-model.ts';
import { toModelMatrix } from '#model/model-placement.ts';
import { fromDegrees, metres, radians } from '#model/units.ts';
import { poseLookingAt } from '#scene/camera-pose.ts';
import { FIRST_LOOK, type FirstLookFrame } from '#scene/first-look.ts';
import { aGlobe, colourAt, draw, type TestGlobe, until } from '#scene/testing/a-globe.tsx';
import { blocksToGlb } from '#scene/testing/glb.ts';
import { initialCamera } from '#store/camera.ts';
import { select } from '#store/selection.ts';
import { type BimFrame, COLOURED, GHOST, SPACE, VISIBLE } from './contract/paint.ts';
import { BIM_SECTION_GESTURE, type SectionGesture } from './contract/section.ts';
import { boxAt } from './kernel/a-house.ts';
import { aModel, type BuiltModel, type Thing } from './kernel/a-model.ts';
import { type HouseOnGlobe, onGlobe } from './layer/a-house-on-globe.ts';
import { createLayer } from './layer.ts';
import { changeLook, setModels } from './state.ts';

const MIDDLE = { x: 240, y: 160 };
let globe: TestGlobe | undefined;
let house: HouseOnGlobe | undefined;

afterEach(() => {
  globe?.remove();
  house?.free();
});

/** Two storeys: a slab with a wide block on each; the upper one covers the lower. Posts stand around as instances. */
const tower = (): BuiltModel =>
  aModel({
    class: 'IfcProject',
    parts: [
      {
        class: 'IfcBuilding',
        parts: [
          {
            class: 'IfcBuildingStorey',
            name: 'Ground floor',
            parts: [
              { class: 'IfcSlab', name: 'Lower', box: boxAt(-5, -5, 0, 10, 10, 3) },
              {
                class: 'IfcSpace',
                name: 'Room',
                discipline: 'space',
                box: boxAt(-8, -5, 0, 3, 10, 3),
              },
              ...posts(),
            ],
          },
          {
            class: 'IfcBuildingStorey',
            name: 'First floor',
            parts: [{ class: 'IfcSlab', name: 'Upper', box: boxAt(-5, -5, 3, 10, 10, 3) }],
          },
        ],
      },
    ],
  });

const posts = (): Thing[] =>
  Array.from({ length: 24 }, (_, at) => ({
    class: 'IfcColumn',
    name: `Post ${at}`,
    box: boxAt(-12 + at, 6, 0, 0.9, 2, 3),
  }));

const colours = (thing: Thing): readonly [number, number, number, number] => {
  if (thing.name === 'Upper') return [40, 60, 220, 255];
  if (thing.name === 'Lower') return [220, 60, 40, 255];
  return thing.class === 'IfcSpace' ? [200, 200, 200, 90] : [60, 200, 60, 255];
};

/** The tower seen from straight above, its middle in the middle of the picture. */
async function standing(built = tower(), radiusM = 16) {
  house = await onGlobe(built, colours);
  const layer = createLayer();
  const { longitudeDeg, latitudeDeg, heightM } = house.painted.original;
  const pose = poseLookingAt(
    {
      longitude: fromDegrees(longitudeDeg),
      latitude: fromDegrees(latitudeDeg),
      height: metres(heightM + 6),
      radius: metres(radiusM),
    },
    radians(0),
    fromDegrees(-90),
  );
  globe = await aGlobe({ camera: { ...initialCamera, ...pose } }, [layer]);
  const { store, scene, frames } = globe;
  const { painted } = house;
  const show = async (
    flagsOf: (name: string) => number,
    colour = [0, 0, 0],
    caps: BimFrame['caps'] = new Map(),
  ) => {
    const rgba = new Uint8Array(painted.count * 4);
    for (const [row, { name = '' }] of built.things.entries()) {
      rgba.set([...colour, flagsOf(name)], row * 4);
    }
    frames.publish('bim', { models: [painted], rgba, caps } satisfies BimFrame);
    await settle();
  };
  const settle = async () => {
    await new Promise(requestAnimationFrame);
    await draw(scene(), 3);
  };
  const pickAt = (x: number, y: number) => layer.pick?.(scene().pick(new Cartesian2(x, y)));
  await show(() => VISIBLE);
  await until(() => store.getState().layers.bim?.status.kind === 'ready');
  await settle();
  const idOf = (name: string) => `house/${built.data.elements.globalId.at(built.row(name))}`;
  /** CSS pixel of a place in the model's frame, m. */
  const pixelOf = (x: number, y: number, z: number) => {
    const m = Matrix4.fromArray([...toModelMatrix(toModelPlacement(painted.original))]);
    const place = Matrix4.multiplyByPoint(m, new Cartesian3(x, y, z), new Cartesian3());
    const pixel = SceneTransforms.worldToWindowCoordinates(scene(), place);
    return { x: pixel?.x ?? -1, y: pixel?.y ?? -1 };
  };
  const pickPlace = (...place: Parameters<typeof pixelOf>) => {
    const { x, y } = pixelOf(...place);
    return pickAt(x, y)?.id;
  };
  return {
    ...globe,
    layer,
    show,
    settle,
    pickAt,
    idOf,
    built,
    pickPlace,
    pixelOf,
    placement: painted.original,
    colour: (x = MIDDLE.x, y = MIDDLE.y) => colourAt(globe!, x, y),
  };
}

describe('a building model on the globe', () => {
  it('tells the element under the pointer, merged or instanced, and shows its own material', async () => {
    const { pickAt, pickPlace, idOf, built, colour } = await standing();
    expect(pickAt(MIDDLE.x, MIDDLE.y)).toEqual({
      feature: 'bim',
      index: built.row('Upper'),
      id: idOf('Upper'),
    });
    const blue = await colour();
    expect(blue.blue).toBeGreaterThan(blue.red + 60);
    for (const at of [0, 7, 23]) expect(pickPlace(-11.5 + at, 7, 3)).toBe(idOf(`Post ${at}`));
  });

  it('neither draws nor picks what is hidden', async () => {
    const { show, pickAt, pickPlace, idOf, colour } = await standing();
    await show((name) => (name === 'Upper' || name === 'Post 7' ? 0 : VISIBLE));
    expect(pickAt(MIDDLE.x, MIDDLE.y)?.id).toBe(idOf('Lower'));
    const red = await colour();
    expect(red.red).toBeGreaterThan(red.blue + 60);
    expect(pickPlace(-4.5, 7, 3)).toBeUndefined();
    expect(pickPlace(-3.5, 7, 3)).toBe(idOf('Post 8'));
  });

  it('looks and clicks through ghosts', async () => {
    const { show, pickAt, idOf, colour } = await standing();
    const solid = await colour();
    await show((name) => (name === 'Upper' ? VISIBLE | GHOST : VISIBLE));
    expect(pickAt(MIDDLE.x, MIDDLE.y)?.id).toBe(idOf('Lower'));
    let red = 0;
    for (let x = 0; x < 8; x++) {
      const seen = await colour(MIDDLE.x + x, MIDDLE.y);
      if (seen.red > seen.blue + 40) red++;
    }
    expect(red).toBeGreaterThanOrEqual(6);
    expect(solid.blue).toBeGreaterThan(solid.red);
  });

  it('takes colours from the table and keeps the selected one marked', async () => {
    const { show, store, settle, colour, built, idOf } = await standing();
    await show(() => VISIBLE | COLOURED, [20, 200, 30]);
    const green = await colour();
    expect(green.green).toBeGreaterThan(Math.max(green.red, green.blue) + 60);
    select(store, [{ feature: 'bim', index: built.row('Upper'), id: idOf('Upper') }]);
    await settle();
    const accent = await colour();
    expect(accent.red).toBeGreaterThan(accent.blue + 80);
    select(store, []);
    await settle();
    expect(await colour()).toEqual(green);
  });

  it('shows a room as glass when rooms are shown, or when it is selected', async () => {
    const { show, store, settle, pickPlace, built, idOf } = await standing();
    const room = (flags: number) => (name: string) => (name === 'Room' ? SPACE | flags : VISIBLE);
    await show(room(0));
    expect(pickPlace(-6.5, 0, 3)).toBeUndefined();
    select(store, [{ feature: 'bim', index: built.row('Room'), id: idOf('Room') }]);
    await settle();
    expect(pickPlace(-6.5, 0, 3)).toBe(idOf('Room'));
    select(store, []);
    await show(room(VISIBLE));
    expect(pickPlace(-6.5, 0, 3)).toBe(idOf('Room'));
  });

  it('lifts storeys apart, and is picked where it is seen', async () => {
    const { store, settle, pickPlace, idOf } = await standing();
    const lifted = [4.6, 0, 18] as const;
    expect(pickPlace(...lifted)).toBeUndefined();
    changeLook(store, { explodeM: 12 });
    await until(() => pickPlace(...lifted) === idOf('Upper'));
    changeLook(store, { explodeM: 0 });
    await until(() => pickPlace(...lifted) === undefined);
    await settle();
    expect(pickPlace(4, 0, 6)).toBe(idOf('Upper'));
  });

  it('cuts to a storey, and through a plane and a box', async () => {
    const { store, settle, pickAt, pickPlace, idOf } = await standing();
    changeLook(store, { cutStorey: idOf('Ground floor'), cutHeightM: 1.2 });
    await settle();
    expect(pickAt(MIDDLE.x, MIDDLE.y)?.id).toBe(idOf('Lower'));
    changeLook(store, { cutStorey: undefined, sectionModel: 'house' });
    changeLook(store, { planes: [{ normal: [1, 0, 0], distanceM: 2 }] });
    await settle();
    expect(pickPlace(4, 0, 6)).toBeUndefined();
    expect(pickPlace(-4, 0, 6)).toBe(idOf('Upper'));
    changeLook(store, { planes: [], box: { leastM: [0, 0, -1], greatestM: [5, 5, 2] } });
    await settle();
    expect(pickPlace(-4, 0, 6)).toBeUndefined();
    expect(pickPlace(3, 3, 2)).toBe(idOf('Lower'));
    changeLook(store, { box: undefined });
    await settle();
    expect(pickPlace(4, 0, 6)).toBe(idOf('Upper'));
  });

  it('closes what is cut open with a surface of the element, hidden and picked with it', async () => {
    const { store, show, pickPlace, colour, idOf, built } = await standing();
    changeLook(store, { sectionModel: 'house', planes: [{ normal: [0, 0, 1], distanceM: 1.5 }] });
    const row = built.row('Lower');
    const caps = new Map([
      [
        'house',
        {
          positions: Float32Array.of(-5, -5, 1.5, 5, -5, 1.5, 5, 5, 1.5, -5, 5, 1.5),
          hatch: Float32Array.of(-5, -5, 5, -5, 5, 5, -5, 5),
          indices: Uint32Array.of(0, 1, 2, 0, 2, 3),
          elements: Uint32Array.of(row, row, row, row),
          rgba: Uint8Array.from([1, 2, 3, 4].flatMap(() => [20, 220, 20, 255])),
          globalIds: new Map([[row, built.data.elements.globalId.at(row)]]),
        },
      ],
    ]);
    await show(() => VISIBLE, undefined, caps);
    const green = await colour();
    expect(green.green).toBeGreaterThan(Math.max(green.red, green.blue) + 40);
    expect(pickPlace(2, 2, 1.5)).toBe(idOf('Lower'));
    await show((name) => (name === 'Lower' ? 0 : VISIBLE), undefined, caps);
    const gone = await colour();
    expect(gone.green).toBeLessThan(green.green - 40);
    expect(pickPlace(2, 2, 1.5)).toBeUndefined();
    changeLook(store, { planes: [] });
    await show(() => VISIBLE, undefined, caps);
    expect(pickPlace(2, 2, 6)).toBe(idOf('Upper'));
  });

  it('lets a plane be dragged along its direction, and keeps the globe still meanwhile', async () => {
    const { store, settle, scene, frames, pixelOf } = await standing();
    changeLook(store, { sectionModel: 'house', planes: [{ normal: [1, 0, 0], distanceM: 2 }] });
    await settle();
    const camera = scene().camera.positionWC.clone();
    const from = pixelOf(2, 5, 5);
    const to = pixelOf(4, 5, 5);
    const { canvas } = scene();
    const { left, top } = canvas.getBoundingClientRect();
    const fire = (type: string, { x, y }: { x: number; y: number }, buttons: number) =>
      canvas.dispatchEvent(
        new PointerEvent(type, {
          ...{ bubbles: true, cancelable: true, pointerId: 1, button: 0, buttons },
          ...{ clientX: left + x, clientY: top + y },
        }),
      );
    fire('pointerdown', from, 1);
    fire('pointermove', to, 1);
    const gesture = frames.take<SectionGesture>(BIM_SECTION_GESTURE);
    expect(gesture?.planes[0]?.normal).toEqual([1, 0, 0]);
    expect(gesture?.planes[0]?.distanceM).toBeCloseTo(4, 1);
    fire('pointerup', to, 0);
    fire('pointermove', from, 0);
    expect(frames.take(BIM_SECTION_GESTURE)).toBeUndefined();
    await settle();
    expect(scene().camera.positionWC.equals(camera)).toBe(true);
  });

  it('stands where a person put it, planes and all', async () => {
    const { store, settle, pickPlace, idOf, placement } = await standing();
    const source = { id: 'house', name: 'house', url: 'none', origin: 'city' } as const;
    setModels(store, [{ ...source, placement: { ...placement, rotationDeg: 90 } }]);
    changeLook(store, {
      sectionModel: 'house',
      planes: [{ normal: [1, 0, 0], distanceM: 2 }],
    });
    await settle();
    // A quarter turn to the left: what was east of the origin lies north of it.
    expect(pickPlace(0, 4, 6)).toBeUndefined();
    expect(pickPlace(0, -4, 6)).toBe(idOf('Upper'));
  });

  it('shows a model while it is read, and takes that away when its tiles are there', async () => {
    const { frames, scene, placement } = await standing();
    const before = scene().primitives.length;
    const glb = blocksToGlb([{ east: 0, north: 0, half: 5, height: 8 }], 0);
    const matrix = toModelMatrix(toModelPlacement(placement));
    frames.publish(FIRST_LOOK, { look: { glb: glb.slice(), matrix } } satisfies FirstLookFrame);
    await until(() => scene().primitives.length === before + 1);
    frames.publish(FIRST_LOOK, { look: { glb: glb.slice(), matrix } } satisfies FirstLookFrame);
    frames.publish(FIRST_LOOK, { look: undefined } satisfies FirstLookFrame);
    await until(() => scene().primitives.length === before);
    // What was built too late is not shown after all.
    await draw(scene(), 3);
    expect(scene().primitives.length).toBe(before);
  });

  it('leaves the scene as it was', async () => {
    const { setLayers, scene, store } = await standing();
    const before = scene().primitives.length;
    setLayers([]);
    await until(() => scene().primitives.length < before);
    expect(scene().primitives.length).toBe(before - 1);
    expect(store.getState().problems).toEqual([]);
  });
});
