// What a proposal needs of the ground and how large it is; sums over the buildings that give way.

import type { BimModel } from '#contract/bim-model.ts';
import type { BuildingNumbers, Figure } from '#model/building-numbers.ts';
import { toGeodetic } from '#model/position.ts';
import { metres, type Radians } from '#model/units.ts';
import type { ModelSource, QuantitySum, SectionBox } from '../contract.ts';
import { matrixOf } from './place-on-earth.ts';

/** What of a building encloses its space: with rooms these add up to the whole of it. */
export const SOLID_CLASSES = [
  ...['IfcSpace', 'IfcWall', 'IfcWallStandardCase', 'IfcSlab', 'IfcRoof', 'IfcColumn', 'IfcBeam'],
] as const;
export const WALL_CLASSES = ['IfcWall', 'IfcWallStandardCase', 'IfcCurtainWall'] as const;

/** Corners of a box of the model as longitude and latitude, counter-clockwise from above. */
export function footprintOf(
  source: ModelSource,
  model: BimModel,
  { leastM, greatestM }: SectionBox,
): readonly (readonly [Radians, Radians])[] {
  const m = matrixOf(source, model);
  const corners: readonly (readonly [number, number])[] = [
    [leastM[0], leastM[1]],
    [greatestM[0], leastM[1]],
    [greatestM[0], greatestM[1]],
    [leastM[0], greatestM[1]],
  ];
  return corners.map(([x, y]) => {
    const at = (row: number) => metres(m[row]! * x + m[4 + row]! * y + m[12 + row]!);
    const { longitude, latitude } = toGeodetic({ x: at(0), y: at(1), z: at(2) });
    return [longitude, latitude] as const;
  });
}

/** Floors below this are in the ground and are no part of the height. */
const GROUND_M = -1;

/**
 * @param rooms quantities of its rooms added up
 * @param volumeM3 of its solids' meshes; undefined while they are on their way
 */
export function numbersOfModel(
  model: BimModel,
  rooms: readonly QuantitySum[],
  volumeM3: number | undefined,
): BuildingNumbers {
  const [least, greatest] = model.boundsM;
  const above = model.storeys.filter(({ elevationM }) => elevationM >= GROUND_M);
  const ground = above[0]?.elevationM ?? least[2];
  return {
    floorAreaM2: floorArea(model, rooms, above.length),
    heightM: { value: greatest[2] - ground, rule: 'floor-to-top' },
    volumeM3:
      volumeM3 === undefined || volumeM3 === 0
        ? undefined
        : { value: volumeM3, rule: 'mesh-parts' },
  };
}

function floorArea(
  { boundsM: [least, greatest] }: BimModel,
  rooms: readonly QuantitySum[],
  storeys: number,
): Figure | undefined {
  for (const name of ['GrossFloorArea', 'NetFloorArea']) {
    const found = rooms.find((one) => one.name === name);
    if (found && found.sum > 0) return { value: found.sum, rule: 'quantity', source: name };
  }
  if (storeys === 0) return undefined;
  const footprint = (greatest[0] - least[0]) * (greatest[1] - least[1]);
  return { value: storeys * footprint, rule: 'storeys-footprint' };
}

/** Space that closed meshes enclose, m³: signed tetrahedra about the first corner. */
export function volumeOf(positions: Float32Array, indices: Uint32Array): number {
  const [ox = 0, oy = 0, oz = 0] = positions;
  let six = 0;
  for (let at = 0; at < indices.length; at += 3) {
    const [a, b, c] = [3 * indices[at]!, 3 * indices[at + 1]!, 3 * indices[at + 2]!];
    const [ax, ay, az] = [positions[a]! - ox, positions[a + 1]! - oy, positions[a + 2]! - oz];
    const [bx, by, bz] = [positions[b]! - ox, positions[b + 1]! - oy, positions[b + 2]! - oz];
    const [cx, cy, cz] = [positions[c]! - ox, positions[c + 1]! - oy, positions[c + 2]! - oz];
    six += ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx);
  }
  return Math.abs(six) / 6;
}

/** Areas and volumes add up, of heights the greatest counts; a figure that one of them lacks is unknown. */
export function addUp(all: readonly BuildingNumbers[]): BuildingNumbers {
  const figures = (name: keyof BuildingNumbers) => all.map((one) => one[name]);
  const known = (name: keyof BuildingNumbers) =>
    figures(name).filter((figure) => figure !== undefined);
  const sum = (name: keyof BuildingNumbers): Figure | undefined => {
    const [first] = known(name);
    if (!first || known(name).length < all.length) return undefined;
    return { ...first, value: known(name).reduce((total, { value }) => total + value, 0) };
  };
  const highest = known('heightM').reduce<Figure | undefined>(
    (most, one) => (most && most.value >= one.value ? most : one),
    undefined,
  );
  return { floorAreaM2: sum('floorAreaM2'), heightM: highest, volumeM3: sum('volumeM3') };
}
