import { BillboardCollection, Cartesian2, Cartesian3 } from 'cesium';
import { afterEach, describe, expect, it } from 'vitest';
import type { SensorKind } from '#model/sensor-kind.ts';
import { fromDegrees, metres, radians } from '#model/units.ts';
import { aGlobe, colourAt, draw, type TestGlobe, until } from '#scene/testing/a-globe.tsx';
import { initialCamera } from '#store/camera.ts';
import { fadeLayer, showLayer } from '#store/layers.ts';
import { select } from '#store/selection.ts';
import type { SensorFrame } from './contract.ts';
import { aCatalogue, aReading } from './kernel/a-catalogue.ts';
import { toColumns } from './kernel/columns.ts';
import { createLayer } from './layer.ts';

const MIDDLE = { x: 240, y: 160 };
/** A pin's head stands above its tip. */
const HEAD_Y = 26;
const LONGITUDE_DEG = 4.5;
const LATITUDE_DEG = 52;
/** Seen straight down from 1,000 m, the picture of 480 px is about 1,155 m wide. */
const DEGREES_PER_PX = 1155 / 480 / 111_320 / Math.cos(fromDegrees(LATITUDE_DEG));

let globe: TestGlobe | undefined;

afterEach(() => {
  globe?.remove();
  globe = undefined;
});

interface Placed {
  readonly id: string;
  readonly kind?: SensorKind;
  /** From the middle of the picture, px to the right. */
  readonly right?: number;
  readonly level?: 0 | 1 | 2;
  readonly waits?: boolean;
  readonly isStale?: boolean;
  readonly isFiltered?: boolean;
  readonly value?: number;
}

function aFrame(placed: readonly Placed[], change: Partial<SensorFrame> = {}): SensorFrame {
  const catalogue = aCatalogue();
  for (const { id, kind = 'river', right = 0 } of placed) {
    catalogue.with(id, kind, [{ property: 'waterLevel' }], {
      longitudeDeg: LONGITUDE_DEG + right * DEGREES_PER_PX,
      latitudeDeg: LATITUDE_DEG,
    });
  }
  const bytes = (of: (one: Placed) => number) => Uint8Array.from(placed, of);
  const readings = aReading(placed.map(({ value }) => value ?? 2.4));
  return {
    sensors: toColumns(catalogue.build()),
    ...readings,
    isStale: bytes(({ isStale }) => Number(isStale ?? false)),
    level: bytes(({ level }) => level ?? 0),
    shownRow: Int32Array.from(placed.keys()),
    sensorLevel: bytes(({ level }) => level ?? 0),
    sensorIsStale: bytes(({ isStale }) => Number(isStale ?? false)),
    isMatching: bytes(({ isFiltered }) => Number(!isFiltered)),
    isUnacknowledged: bytes(({ waits }) => Number(waits ?? false)),
    scale: undefined,
    sequence: 1,
    sourceTimeMs: 1_000_000,
    ...change,
  };
}

/** Sensors seen straight from above, the one without an offset in the middle. */
async function aPicture(frame: SensorFrame, heightM = 1000) {
  const centre = {
    longitude: fromDegrees(LONGITUDE_DEG),
    latitude: fromDegrees(LATITUDE_DEG),
    height: metres(45 + heightM),
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
  const settle = async () => {
    await new Promise(requestAnimationFrame);
    // Placing waits for its turn after the last one, and a slow machine needs several to draw all pictures.
    for (let turn = 0; turn < 3; turn++) {
      await new Promise((resolve) => setTimeout(resolve, 120));
      await draw(scene(), 2);
    }
  };
  const publish = async (next: SensorFrame) => {
    frames.publish('sensors', next);
    await settle();
  };
  await until(() => store.getState().layers.sensors?.status.kind === 'idle');
  await publish(frame);
  const pickAt = (right = 0, up = HEAD_Y) =>
    scene().pick(new Cartesian2(MIDDLE.x + right, MIDDLE.y - up)) as unknown;
  const thingAt = (right = 0, up = HEAD_Y) => layer.pick?.(pickAt(right, up));
  const colour = (right: number, up: number) => colourAt(globe!, MIDDLE.x + right, MIDDLE.y - up);
  return { globe, layer, store, scene, publish, settle, pickAt, thingAt, colour };
}

describe('sensors on the globe', () => {
  it('stand where they are and tell who they are', async () => {
    const { thingAt } = await aPicture(aFrame([{ id: 'R-1' }, { id: 'R-2', right: 100 }]));
    expect(thingAt()).toEqual({ feature: 'sensors', index: 0, id: 'R-1' });
    expect(thingAt(100)).toEqual({ feature: 'sensors', index: 1, id: 'R-2' });
    expect(thingAt(50)).toBeUndefined();
  });

  it('are found before the names of places that they stand over', async () => {
    const { thingAt, scene, settle } = await aPicture(aFrame([{ id: 'R-1' }]));
    const names = scene().primitives.add(new BillboardCollection({ scene: scene() }));
    const picture = document.createElement('canvas');
    [picture.width, picture.height] = [80, 80];
    picture.getContext('2d')?.fillRect(0, 0, 80, 80);
    for (const heightM of [0, 500]) {
      const name = names.add({
        position: Cartesian3.fromDegrees(LONGITUDE_DEG, LATITUDE_DEG, heightM),
        disableDepthTestDistance: Number.POSITIVE_INFINITY,
      });
      name.setImage(`name ${heightM}`, picture);
    }
    await settle();
    await until(() => scene().pick(new Cartesian2(MIDDLE.x + 30, MIDDLE.y)) !== undefined);
    expect(thingAt()?.id).toBe('R-1');
  });

  it('say by colour and by shape what is wrong', async () => {
    const { colour, thingAt, publish } = await aPicture(
      aFrame([
        { id: 'R-1' },
        { id: 'R-2', right: 100, level: 1 },
        { id: 'R-3', right: -100, level: 2 },
      ]),
    );
    const normal = await colour(-10, HEAD_Y);
    expect(normal.red).toBeLessThan(90);
    const warning = await colour(90, HEAD_Y);
    expect(warning.red).toBeGreaterThan(200);
    expect(warning.green).toBeGreaterThan(130);
    const alarm = await colour(-110, HEAD_Y);
    expect(alarm.red).toBeGreaterThan(190);
    expect(alarm.green).toBeLessThan(100);
    // A diamond reaches farther to the side than a disc, and not into the corner of an octagon.
    expect(thingAt(117)).toBeDefined();
    expect(thingAt(17)).toBeUndefined();
    expect(thingAt(111, HEAD_Y + 11)).toBeUndefined();
    expect(thingAt(-89, HEAD_Y + 11)).toBeDefined();
    await publish(aFrame([{ id: 'R-1', level: 2 }]));
    expect((await colour(-10, HEAD_Y)).red).toBeGreaterThan(190);
  });

  it('are counted into the more urgent of two that have no room side by side', async () => {
    const { thingAt, pickAt, layer } = await aPicture(
      aFrame([{ id: 'R-1' }, { id: 'R-2', right: 9, level: 1 }]),
    );
    expect(thingAt(9)?.id).toBe('R-2');
    expect(thingAt(-10)).toBeUndefined();
    // The badge stands at the head's upper right and leads nearer to both.
    const badge = pickAt(9 + 12, HEAD_Y + 11);
    expect(layer.pick?.(badge)?.id).toBe('R-2');
    const target = layer.approach?.(badge);
    expect(target?.radius).toBeGreaterThan(5);
    expect(target?.radius).toBeLessThan(30);
    expect(layer.approach?.(pickAt(9))).toBeUndefined();
  });

  it('offer no way nearer to sensors that stand in one place', async () => {
    const { pickAt, layer } = await aPicture(aFrame([{ id: 'R-1' }, { id: 'R-2' }]));
    const badge = pickAt(12, HEAD_Y + 11);
    expect(layer.pick?.(badge)?.id).toBeDefined();
    expect(layer.approach?.(badge)).toBeUndefined();
  });

  it('fly nearer where a badge is clicked and select where a pin is', async () => {
    const { globe, store, scene } = await aPicture(
      aFrame([{ id: 'R-1' }, { id: 'R-2', right: 9 }]),
    );
    const click = (x: number, y: number) => {
      const { left, top } = scene().canvas.getBoundingClientRect();
      const at = { clientX: left + x, clientY: top + y, button: 0, pointerType: 'mouse' };
      for (const type of ['pointerdown', 'pointerup']) {
        scene().canvas.dispatchEvent(
          new PointerEvent(type, { ...at, bubbles: true, pointerId: 1 }),
        );
      }
    };
    const owner = [0, 9].find((right) => {
      const picked = scene().pick(new Cartesian2(MIDDLE.x + right, MIDDLE.y - HEAD_Y));
      return picked !== undefined;
    });
    expect(owner).toBeDefined();
    click(MIDDLE.x + (owner ?? 0), MIDDLE.y - HEAD_Y);
    await until(() => store.getState().selection.length === 1);
    expect(store.getState().selection[0]?.feature).toBe('sensors');
    const before = store.getState().camera.position.height;
    click(MIDDLE.x + (owner ?? 0) + 12, MIDDLE.y - HEAD_Y - 11);
    await until(() => store.getState().camera.flight !== undefined);
    expect(store.getState().camera.flight?.to.position.height).toBeLessThan(before / 2);
    expect(globe.builds()).toBe(1);
  });

  it('carry a ring while they are selected', async () => {
    const { colour, settle, store } = await aPicture(aFrame([{ id: 'R-1' }]));
    const before = await colour(-21, HEAD_Y);
    select(store, [{ feature: 'sensors', index: 0, id: 'R-1' }]);
    await settle();
    const ring = await colour(-21, HEAD_Y);
    expect(ring.blue - before.blue).toBeGreaterThan(60);
    select(store, [{ feature: 'city', index: 0, id: 'R-1' }]);
    await settle();
    expect(await colour(-21, HEAD_Y)).toEqual(before);
  });

  it('are gone where the filter leaves them out', async () => {
    const { thingAt, publish } = await aPicture(aFrame([{ id: 'R-1' }]));
    expect(thingAt()?.id).toBe('R-1');
    await publish(aFrame([{ id: 'R-1', isFiltered: true }]));
    expect(thingAt()).toBeUndefined();
  });

  it('take the colours of a property where one is chosen', async () => {
    const scale = {
      property: 'waterLevel',
      min: 0,
      max: 10,
      colours: ['#000000', '#00ff00', '#0000ff'],
    } as const;
    const frame = aFrame(
      [
        { id: 'R-1', value: 5 },
        { id: 'R-2', right: 100, value: 40 },
      ],
      { scale },
    );
    const { colour } = await aPicture(frame);
    const middle = await colour(-10, HEAD_Y);
    expect(middle.green).toBeGreaterThan(220);
    // Beyond the scale a value has the colour of its end.
    expect((await colour(90, HEAD_Y)).blue).toBeGreaterThan(220);
  });

  it('fade with old news', async () => {
    const { colour } = await aPicture(
      aFrame([
        { id: 'R-1', level: 2 },
        { id: 'R-2', right: 100, level: 2, isStale: true },
      ]),
    );
    const fresh = await colour(-10, HEAD_Y);
    const old = await colour(90, HEAD_Y);
    expect(fresh.red - fresh.green).toBeGreaterThan(100);
    expect(old.red - old.green).toBeLessThan(40);
  });

  it('have their value below them', async () => {
    const { globe } = await aPicture(aFrame([{ id: 'R-1', value: 8.88 }]));
    const bitmap = await createImageBitmap(await globe.handle().screenshot());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const below = context?.getImageData(MIDDLE.x - 30, MIDDLE.y + 2, 60, 20).data ?? [];
    const bright = Array.from(below).filter((one, at) => at % 4 === 0 && one > 220).length;
    expect(bright).toBeGreaterThan(40);
  });

  it('hide with their row and fade with its opacity', async () => {
    const { store, settle, thingAt, colour } = await aPicture(aFrame([{ id: 'R-1', level: 2 }]));
    const full = await colour(-10, HEAD_Y);
    fadeLayer(store, 'sensors', 0.3);
    await settle();
    expect((await colour(-10, HEAD_Y)).red).toBeLessThan(full.red - 80);
    showLayer(store, 'sensors', false);
    await settle();
    expect(thingAt()).toBeUndefined();
  });

  it('pulse only while an alarm waits to be acknowledged', async () => {
    const { scene, publish } = await aPicture(aFrame([{ id: 'R-1', level: 2 }]));
    // Ticks of the render loop, since a busy machine may take seconds for a single picture.
    let quietTicks = 0;
    let pictures = 0;
    scene().postUpdate.addEventListener(() => quietTicks++);
    scene().postRender.addEventListener(() => {
      quietTicks = 0;
      pictures++;
    });
    // Base imagery may still be arriving.
    await until(() => quietTicks > 40, 40_000);
    await publish(aFrame([{ id: 'R-1', level: 2, waits: true }]));
    pictures = 0;
    await until(() => pictures > 5, 40_000);
    await publish(aFrame([{ id: 'R-1', level: 2 }]));
    await until(() => quietTicks > 40, 40_000);
  });

  it('leave the scene as it was and come back with what was last known', async () => {
    const { globe, scene, store, settle, layer } = await aPicture(aFrame([{ id: 'R-1' }]));
    const before = scene().primitives.length;
    globe.setLayers([]);
    await until(() => scene().primitives.length === before - 1);
    globe.setLayers([layer]);
    await until(() => scene().primitives.length === before);
    await settle();
    const picked = scene().pick(new Cartesian2(MIDDLE.x, MIDDLE.y - HEAD_Y)) as unknown;
    expect(layer.pick?.(picked)?.id).toBe('R-1');
    expect(store.getState().problems).toEqual([]);
  });
});
