import { expect, it } from 'vitest';
import { type GeoreferencingReading, toModelPlacement } from '#contract/bim-model.ts';
import { parseCrs } from '#model/crs-parse.ts';
import { toModelMatrix } from '#model/model-placement.ts';
import { toEcef } from '#model/position.ts';
import { createGrid } from '../georeferencing/grid.ts';
import type { PointM } from '../georeferencing/model-origin.ts';
import { placeOnGrid } from '../georeferencing/place-on-grid.ts';
import { createTileAnchor } from './tile-anchors.ts';

const geoid = () => 47;
const utm = parseCrs('EPSG:25832+7837');
if (!utm.ok) throw new Error(utm.reason);
const grid = createGrid(utm.value, geoid);
const [cos, sin] = [Math.cos(0.3), Math.sin(0.3)];
/** A model that is turned by 0.3 rad on the map. */
const toMap = ([x, y, z]: PointM) =>
  [650_000 + cos * x - sin * y, 5_438_000 + sin * x + cos * y, 120 + z] as const;
const reading: GeoreferencingReading = {
  source: 'map-conversion',
  placement: placeOnGrid(grid, toMap, [0, 0, 0]).placement,
  ...{ crs: 'EPSG:25832', verticalCrs: 'EPSG:7837', steps: [] },
};
const wide = { least: [-2000, -2000, 0], greatest: [2000, 2000, 30] } as const;
const root = toModelMatrix(toModelPlacement(reading.placement));

const apply = (m: ArrayLike<number>, [x, y, z]: readonly number[]) =>
  [0, 1, 2].map((row) => m[row]! * x! + m[4 + row]! * y! + m[8 + row]! * z! + m[12 + row]!);

/** Where a point comes to by way of its tile, from where the map says, m. */
function missM(anchor: ReturnType<typeof createTileAnchor>, middle: PointM, point: PointM): number {
  const inModel = anchor(middle);
  const earth = apply(root, inModel ? apply(inModel, point) : point);
  const { x, y, z } = toEcef(grid.toPosition(...toMap(point)));
  return Math.hypot(earth[0]! - x, earth[1]! - y, earth[2]! - z);
}

it('puts each tile of a wide model where the map says, within 10 mm over 400 m', () => {
  const anchor = createTileAnchor(wide, reading, geoid);
  for (const [x, y] of [
    [0, 0],
    [1800, 1800],
    [-1800, 900],
    [300, -1900],
  ] as const) {
    expect(missM(anchor, [x, y, 10], [x, y, 10])).toBeLessThan(0.001);
    expect(missM(anchor, [x, y, 10], [x + 200, y, 0])).toBeLessThan(0.01);
    expect(missM(anchor, [x, y, 10], [x, y - 200, 30])).toBeLessThan(0.01);
  }
});

it('mends what one plane for all would miss by a quarter of a metre', () => {
  const none: ReturnType<typeof createTileAnchor> = () => undefined;
  expect(missM(none, [1800, 1800, 10], [1800, 1800, 10])).toBeGreaterThan(0.25);
});

it('keeps a model that names no map level at its height', () => {
  const anchor = createTileAnchor(wide, { ...reading, crs: undefined }, geoid);
  const inModel = anchor([1500, 0, 5]);
  if (!inModel) throw new Error('There is no frame for the tile.');
  const flat = apply(root, [1500, 0, 5]);
  const level = apply(root, apply(inModel, [1500, 0, 5]));
  const dropM = Math.hypot(...level.map((part, axis) => part - flat[axis]!));
  // The plane leaves the Earth by d² / 2R.
  expect(dropM).toBeCloseTo(1500 ** 2 / 2 / 6_380_000, 2);
});

it('leaves narrower models on their one plane', () => {
  const narrow = { least: [-200, -200, 0], greatest: [200, 200, 30] } as const;
  expect(createTileAnchor(narrow, reading, geoid)([100, 0, 0])).toBeUndefined();
});
