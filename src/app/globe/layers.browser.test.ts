import { afterEach, describe, expect, it } from 'vitest';
import { metres } from '#model/units.ts';
import { poseLookingAt } from '#scene/camera-pose.ts';
import { aGlobe, draw, type TestGlobe, until } from '#scene/testing/a-globe.tsx';
import { aBlockCity, type BlockCity } from '#scene/testing/block-city.ts';
import { initialCamera } from '#store/camera.ts';
import { features } from '../features.ts';

let globe: TestGlobe | undefined;
let blocks: BlockCity | undefined;

afterEach(() => {
  globe?.remove();
  blocks?.free();
});

const drawn = features.flatMap(({ id, layer }) => (layer ? [{ id, layer }] : []));

describe('every layer of the app', () => {
  it.each(drawn)('$id leaves the scene as it found it', async ({ id, layer }) => {
    blocks = aBlockCity(3);
    const pose = poseLookingAt({ ...blocks.centre, radius: metres(60) });
    globe = await aGlobe({ city: blocks.city, camera: { ...initialCamera, ...pose } });
    const { scene, store } = globe;
    const count = () => ({
      primitives: scene().primitives.length,
      groundPrimitives: scene().groundPrimitives.length,
      imagery: scene().imageryLayers.length,
      shadows: scene().shadowMap.enabled,
      lighting: scene().globe.enableLighting,
      terrain: scene().terrainProvider.constructor.name,
    });
    await draw(scene());
    // The base imagery is added once its description has been read.
    await until(() => scene().imageryLayers.length === 1);
    const before = count();

    const { createLayer } = await layer();
    const one = createLayer();
    globe.setLayers([one]);
    await until(() => {
      const kind = store.getState().layers[id]?.status.kind;
      return kind === undefined || kind !== 'loading';
    });
    await draw(scene(), 3);
    globe.setLayers([]);
    await new Promise(requestAnimationFrame);
    await draw(scene());
    expect(count()).toEqual(before);
    expect(store.getState().problems.filter(({ path }) => path.startsWith(id))).toEqual([]);
  });
});
