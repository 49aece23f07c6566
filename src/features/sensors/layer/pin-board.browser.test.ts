import { afterEach, describe, expect, it } from 'vitest';
import { createRandom } from '#model/random.ts';
import { type SensorKind, sensorKinds } from '#model/sensor-kind.ts';
import { fromDegrees, metres, radians } from '#model/units.ts';
import { aGlobe, draw, type TestGlobe } from '#scene/testing/a-globe.tsx';
import { initialCamera } from '#store/camera.ts';
import type { SensorFrame } from '../contract.ts';
import { aCatalogue, aReading } from '../kernel/a-catalogue.ts';
import { toColumns } from '../kernel/columns.ts';
import { createPinBoard, type PinBoard } from './pin-board.ts';

const SENSORS = 10_000;
const WEST = 4.4;
const SOUTH = 51.9;
const ACROSS_DEG = 0.1;
/** From this high the picture holds the whole town and little else. */
const TOWN_M = 7000;

let globe: TestGlobe | undefined;
let board: PinBoard | undefined;

afterEach(() => {
  board?.stop();
  globe?.remove();
  globe = undefined;
});

/** Ten thousand sensors all over a town, one in forty in alarm. */
function aTown(): SensorFrame {
  const random = createRandom('town');
  const kinds = Object.keys(sensorKinds) as SensorKind[];
  const catalogue = aCatalogue();
  for (let at = 0; at < SENSORS; at++) {
    catalogue.with(`S-${at}`, random.pick(kinds), [{ property: 'airTemperature' }], {
      longitudeDeg: random.between(WEST, WEST + ACROSS_DEG),
      latitudeDeg: random.between(SOUTH, SOUTH + ACROSS_DEG / 2),
    });
  }
  const level = Uint8Array.from({ length: SENSORS }, () => (random.chance(1 / 40) ? 2 : 0));
  const nothing = new Uint8Array(SENSORS);
  return {
    sensors: toColumns(catalogue.build()),
    ...aReading(Array.from({ length: SENSORS }, () => random.between(-5, 30))),
    level,
    shownRow: Int32Array.from({ length: SENSORS }, (_, at) => at),
    sensorLevel: level,
    sensorIsStale: nothing,
    isMatching: new Uint8Array(SENSORS).fill(1),
    isUnacknowledged: nothing,
    scale: undefined,
    sequence: 1,
    sourceTimeMs: 0,
  };
}

async function aBoard(frame: SensorFrame, heightM: number) {
  const position = {
    longitude: fromDegrees(WEST + ACROSS_DEG / 2),
    latitude: fromDegrees(SOUTH + ACROSS_DEG / 4),
    height: metres(heightM),
  };
  const camera = { ...initialCamera, position, heading: radians(0), pitch: fromDegrees(-90) };
  globe = await aGlobe({ camera });
  const scene = globe.scene();
  await draw(scene);
  board = createPinBoard(scene);
  board.wear({ theme: 'dark', language: 'en', isStill: false });
  board.setFrame(frame);
  return { board, scene };
}

/** Arranges until every picture is drawn; true where something changed. */
function arrangeAll(one: PinBoard): boolean {
  let isChanged = one.arrange();
  while (one.isUnfinished) isChanged = one.arrange() || isChanged;
  return isChanged;
}

/** Sensors of every pin in the picture. */
function pinsOf(one: PinBoard): (readonly number[])[] {
  const pins: (readonly number[])[] = [];
  for (let pin = 0; one.inside(pin).length > 0; pin++) pins.push(one.inside(pin));
  return pins;
}

describe('ten thousand sensors in one picture', () => {
  it('are all counted once, on as many pins as find room', async () => {
    const { board: one, scene } = await aBoard(aTown(), TOWN_M);
    expect(arrangeAll(one)).toBe(true);
    const pins = pinsOf(one);
    const all = pins.flat();
    expect(all.length).toBe(SENSORS);
    expect(new Set(all).size).toBe(SENSORS);
    // On 400 × 330 px some twenty that fell at random stand 64 px apart.
    expect(pins.length).toBeGreaterThan(12);
    expect(pins.length).toBeLessThan(50);
    await draw(scene);
    expect(one.sprites.count).toBeLessThan(2000);
  });

  it('give the pins to the alarms first', async () => {
    const frame = aTown();
    const { board: one } = await aBoard(frame, TOWN_M);
    arrangeAll(one);
    const owners = pinsOf(one).map(([own]) => own!);
    const alarms = owners.filter((at) => frame.sensorLevel[at] === 2).length;
    expect(alarms).toBeGreaterThan(owners.length * 0.7);
  });

  it('have a pin each where few of them are in the picture', async () => {
    const { board: one } = await aBoard(aTown(), 160);
    arrangeAll(one);
    const pins = pinsOf(one);
    expect(pins.length).toBeGreaterThan(0);
    expect(pins.every((inside) => inside.length === 1)).toBe(true);
  });

  it('are not drawn anew while nothing of them changes', async () => {
    const frame = aTown();
    const { board: one } = await aBoard(frame, TOWN_M);
    expect(arrangeAll(one)).toBe(true);
    expect(arrangeAll(one)).toBe(false);
    one.setFrame({ ...frame, sequence: 2 });
    expect(arrangeAll(one)).toBe(false);
    one.setFrame({ ...frame, sensorLevel: frame.sensorLevel.map((level) => (level ? 0 : 1)) });
    expect(arrangeAll(one)).toBe(true);
  });

  it('have nothing written under them that have no news, but for the selected one', async () => {
    const frame = aTown();
    const { board: one, scene } = await aBoard(frame, 160);
    const spritesOf = async (now: SensorFrame) => {
      one.setFrame(now);
      arrangeAll(one);
      await draw(scene);
      return one.sprites.count;
    };
    const fresh = await spritesOf(frame);
    const isStale = new Uint8Array(SENSORS).fill(1);
    const old = await spritesOf({ ...frame, sequence: 2, sensorIsStale: isStale });
    expect(old).toBeLessThan(fresh);
    one.mark([pinsOf(one)[0]![0]!], []);
    arrangeAll(one);
    await draw(scene);
    expect(one.sprites.count).toBeGreaterThan(old);
  });

  it('put the selected one before all others', async () => {
    const { board: one } = await aBoard(aTown(), TOWN_M);
    arrangeAll(one);
    const hidden = pinsOf(one).find((inside) => inside.length > 1)![1]!;
    one.mark([hidden], []);
    arrangeAll(one);
    expect(pinsOf(one).map(([own]) => own)).toContain(hidden);
  });

  it('are gone with the catalogue of another city', async () => {
    const { board: one } = await aBoard(aTown(), TOWN_M);
    arrangeAll(one);
    const elsewhere = aCatalogue().with('T-1', 'tide', [], { longitudeDeg: -80 }).build();
    const nothing = new Uint8Array(1);
    one.setFrame({
      ...aTown(),
      sensors: toColumns(elsewhere),
      shownRow: Int32Array.of(-1),
      sensorLevel: nothing,
      sensorIsStale: nothing,
      isMatching: Uint8Array.of(1),
      isUnacknowledged: nothing,
    });
    expect(arrangeAll(one)).toBe(true);
    expect(pinsOf(one)).toEqual([]);
    expect(one.sprites.count).toBe(0);
  });
});
