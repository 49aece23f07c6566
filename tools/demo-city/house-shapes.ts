// How a house of each manner looks: its walls, its roof and what it is built of.

import type { Random } from '#model/random.ts';
import type { MaterialName } from './materials.ts';
import { add, cross, direction, distance, subtract } from './plane.ts';
import { type Finish, flat, gabled, hipped, mansard, type Quad, type Surface } from './solids.ts';
import type { UsedBlock } from './town.ts';

const oldWalls = [
  'plaster-cream',
  'plaster-white',
  'plaster-ochre',
  'plaster-rose',
  'plaster-sage',
  'brick-red',
  'plaster-blue',
] as const;
const brickWalls = [
  'brick-red',
  'brick-dark',
  'brick-yellow',
  'plaster-cream',
  'plaster-white',
] as const;
const tiles = ['tile-red', 'tile-red', 'tile-orange', 'tile-brown', 'slate'] as const;

export interface Shape {
  readonly surfaces: readonly Surface[];
  readonly top: number;
  readonly roof: string;
  readonly construction: string;
}

/** `foot` and `eaves` are heights above the vertical datum, m. */
export function shapeHouse(
  base: Quad,
  foot: number,
  eaves: number,
  { manner, district }: UsedBlock,
  chance: Random,
): Shape {
  const [a, b, c, d] = base;
  const width = Math.min(distance(a, b), distance(c, d));
  const depth = Math.abs(cross(direction(a, b), subtract(d, a)));
  const isOld = manner.built[1] < 1900;
  const brick = (roof: MaterialName): Finish => ({ wall: chance.pick(brickWalls), roof });
  if (manner.pattern === 'sheds') {
    const finish: Finish = {
      wall: chance.pick(['metal', 'metal-blue', 'brick-dark', 'concrete']),
      roof: chance.pick(['metal', 'gravel', 'slate']),
    };
    const ridge = eaves + depth * 0.07;
    return {
      surfaces: gabled(base, foot, eaves + 4, ridge + 4, finish),
      top: ridge + 4,
      roof: 'gabled',
      construction: 'steel frame',
    };
  }
  if (manner.pattern === 'slabs') {
    const finish: Finish = {
      wall: chance.pick(['concrete', 'plaster-white', 'plaster-cream', 'plaster-blue']),
      roof: chance.pick(['gravel', 'gravel', 'green-roof']),
    };
    return {
      surfaces: flat(base, foot, eaves + 0.5, finish),
      top: eaves + 0.5,
      roof: 'flat',
      construction: 'precast concrete',
    };
  }
  if (width > 2.2 * depth || manner.storeys[1] > 4) {
    if (chance.chance(0.5)) {
      const knee = eaves + 3.2;
      return {
        surfaces: mansard(base, foot, eaves, knee, 0.32, brick(chance.pick(tiles))),
        top: knee,
        roof: 'mansard',
        construction: 'masonry',
      };
    }
    if (chance.chance(0.3)) {
      return {
        surfaces: flat(base, foot, eaves + 0.4, brick('gravel')),
        top: eaves + 0.4,
        roof: 'flat',
        construction: 'masonry',
      };
    }
  }
  const steepness = isOld ? chance.between(0.85, 1.15) : chance.between(0.55, 0.85);
  // Narrow old houses turn their gable to the street, as in every Hanseatic town.
  const turnsGable = isOld && width < depth && chance.chance(0.6) && isEven(base);
  const finish: Finish = isOld
    ? { wall: chance.pick(oldWalls), roof: chance.pick(tiles) }
    : brick(district === 'Speicherstadt' ? 'copper' : chance.pick(tiles));
  const oriented: Quad = turnsGable ? asSideFront(base) : base;
  const span = turnsGable ? width : depth;
  const ridge = eaves + (span / 2) * steepness;
  const isHipped =
    !isOld && manner.pattern === 'detached' && chance.chance(0.4) && width > depth * 1.05;
  const construct = isHipped ? hipped : gabled;
  return {
    surfaces: construct(oriented, foot, eaves, ridge, finish),
    top: ridge,
    roof: isHipped ? 'hipped' : 'gabled',
    construction: isOld ? 'timber and brick' : 'masonry',
  };
}

/** Its sides run alike: a corner house, turned, would stand in the street. */
const isEven = ([a, b, c, d]: Quad): boolean => distance(subtract(c, b), subtract(d, a)) < 0.8;

/** The same footprint seen from its side, made a parallelogram so that roof planes stay plane. */
function asSideFront([a, b, c]: Quad): Quad {
  return [b, c, add(a, subtract(c, b)), a];
}
