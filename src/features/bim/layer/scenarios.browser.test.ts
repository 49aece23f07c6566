import { afterEach, describe, expect, it } from 'vitest';
import { fromDegrees, metres, radians } from '#model/units.ts';
import { poseLookingAt } from '#scene/camera-pose.ts';
import { aGlobe, draw, type TestGlobe, until } from '#scene/testing/a-globe.tsx';
import { initialCamera } from '#store/camera.ts';
import { addScenario, propose, showScenario } from '#store/scenarios.ts';
import { type BimFrame, type PaintedModel, VISIBLE } from '../contract/paint.ts';
import { boxAt } from '../kernel/a-house.ts';
import { aModel } from '../kernel/a-model.ts';
import { createLayer } from '../layer.ts';
import { setModels } from '../state.ts';
import { type HouseOnGlobe, onGlobe } from './a-house-on-globe.ts';

let globe: TestGlobe | undefined;
let house: HouseOnGlobe | undefined;
afterEach(() => {
  globe?.remove();
  house?.free();
});

const cellar = () =>
  aModel({
    class: 'IfcProject',
    parts: [{ class: 'IfcSlab', name: 'Roof', box: boxAt(-5, -5, 0, 10, 10, 3) }],
  });

async function standing(change: Partial<PaintedModel> = {}) {
  const built = cellar();
  house = await onGlobe(built);
  const painted = { ...house.painted, ...change };
  const layer = createLayer();
  const { longitudeDeg, latitudeDeg, heightM } = painted.original;
  const pose = poseLookingAt(
    {
      longitude: fromDegrees(longitudeDeg),
      latitude: fromDegrees(latitudeDeg),
      height: metres(heightM),
      radius: metres(16),
    },
    radians(0),
    fromDegrees(-90),
  );
  globe = await aGlobe({ camera: { ...initialCamera, ...pose } }, [layer]);
  const { store, scene, frames } = globe;
  setModels(store, [{ id: painted.id, name: 'House', url: 'model.json', origin: 'dropped' }]);
  const rgba = new Uint8Array(painted.count * 4).fill(VISIBLE);
  frames.publish('bim', { models: [painted], rgba, caps: new Map() } satisfies BimFrame);
  const settle = async () => {
    await new Promise(requestAnimationFrame);
    await draw(scene(), 3);
  };
  await settle();
  await until(() => store.getState().layers.bim?.status.kind === 'ready');
  await settle();
  const holes = () => {
    const polygons = scene().globe.clippingPolygons;
    return polygons?.enabled ? polygons.length : 0;
  };
  const isSeen = () => {
    const primitives = scene().primitives;
    return Array.from({ length: primitives.length }, (_, at) => primitives.get(at)).some(
      (one: { readonly root?: unknown; readonly show?: boolean }) =>
        one.root !== undefined && one.show === true,
    );
  };
  return { ...globe, id: painted.id, settle, holes, isSeen };
}

const basement = { leastM: [-5, -5, -4], greatestM: [5, 5, 0] } as const;

describe('a model of a scenario', () => {
  it('is seen in its scenario alone, never in what exists', async () => {
    const { store, id, settle, isSeen } = await standing();
    expect(isSeen()).toBe(true);
    addScenario(store, 'New house');
    propose(store, 'scenario-1', { model: id, replaces: ['B-1'] });
    await settle();
    expect(isSeen()).toBe(true);
    showScenario(store, 0);
    await settle();
    expect(isSeen()).toBe(false);
    showScenario(store, 1);
    await settle();
    expect(isSeen()).toBe(true);
  });
});

describe('a model with a basement', () => {
  it('opens the ground while it is seen, and closes it behind it', async () => {
    const { store, id, settle, holes } = await standing({ basement });
    expect(holes()).toBe(1);
    addScenario(store, 'New house');
    propose(store, 'scenario-1', { model: id, replaces: [] });
    showScenario(store, 0);
    await settle();
    expect(holes()).toBe(0);
    showScenario(store, 1);
    await settle();
    expect(holes()).toBe(1);
  });

  it('leaves the ground whole where it has none', async () => {
    const { holes } = await standing();
    expect(holes()).toBe(0);
  });
});
