// Houses on their lots: storeys, roof, walls, and what a register would know of them.

import Flatbush from 'flatbush';
import type { Random } from '#model/random.ts';
import { storeysBelowGround } from './basements.ts';
import { fireFactsOf } from './fire-facts.ts';
import { shapeHouse } from './house-shapes.ts';
import { groundLevel, streetLevel } from './landscape.ts';
import type { Lot } from './lots.ts';
import type { MaterialName } from './materials.ts';
import {
  add,
  area,
  between,
  cross,
  direction,
  distance,
  type Point,
  scale,
  subtract,
} from './plane.ts';
import { toMap } from './site.ts';
import { flat, type Quad, type Surface } from './solids.ts';
import type { Street } from './streets.ts';
import type { UsedBlock } from './town.ts';

export interface TownBuilding {
  readonly id: string;
  readonly attributes: Readonly<Record<string, string | number | boolean | Measure>>;
  readonly surfaces: readonly Surface[];
}

/** A number that says its unit. */
interface Measure {
  readonly value: number;
  readonly uom: string;
}

export interface StackPart {
  readonly base: readonly Point[];
  /** Storeys under this part. */
  readonly below: number;
  readonly storeys: number;
  readonly roof: MaterialName;
}

/** A building of several flat-roofed parts, in the plan. */
export interface Stack {
  readonly parts: readonly StackPart[];
  readonly street: number | undefined;
  readonly wall: MaterialName;
}

/** A landmark that was shaped by hand: its surfaces are in map coordinates already. */
export interface Landmark {
  readonly name: string;
  readonly use: string;
  readonly built: number;
  readonly storeys: number;
  readonly footprint: readonly Point[];
  readonly surfaces: readonly Surface[];
  /** What it takes of the ground, in the plan; the whole block unless said. */
  readonly plan?: readonly Point[];
}

const storeyM = 3.1;

/**
 * Floor for each who is in at noon besides residents. An office has about 27 m² of floor a desk, corridors
 * and all, and six desks of ten are taken.
 */
const m2PerPersonByDay: Readonly<Record<string, number>> = {
  residential: Number.POSITIVE_INFINITY,
  mixed: 120,
  office: 45,
  retail: 60,
};
/** Lowest ground under a footprint, a little below so that no wall floats. */
export const footOf = (plan: readonly Point[]): number => Math.min(...plan.map(groundLevel)) - 0.3;

/**
 * Bends a lot into the map and makes its back parallel to its front again, so roofs are plane; it stays within
 * the lot, whose sides may be of different depth.
 */
export function toMapQuad(base: Quad): Quad {
  const [a, b, c, d] = [toMap(base[0]), toMap(base[1]), toMap(base[2]), toMap(base[3])];
  const along = direction(a, b);
  const right = cross(along, subtract(c, b));
  const left = cross(along, subtract(d, a));
  const depth = Math.min(right, left);
  return [a, b, between(b, c, depth / right), between(a, d, depth / left)];
}

export function createBuilder(streets: readonly Street[], random: Random) {
  const buildings: TownBuilding[] = [];
  const houseNumbers = new Map<number, number>();
  const occupied: { at: Point; radius: number }[] = [];

  function address(street: number | undefined, district: string): string {
    const named = street === undefined ? undefined : streets[street];
    if (!named) return district;
    const number = (houseNumbers.get(named.id) ?? 0) + 1;
    houseNumbers.set(named.id, number);
    return `${named.name} ${number}`;
  }

  function occupy(plan: readonly Point[]): void {
    const at = scale(plan.reduce(add), 1 / plan.length);
    occupied.push({ at, radius: Math.max(...plan.map((point) => distance(point, at))) });
  }

  function register(
    facts: {
      readonly plan: readonly Point[];
      readonly footprintM2: number;
      readonly heightM: number;
      readonly storeys: number;
      readonly use: string;
      readonly built: number;
      readonly roof: string;
      readonly construction: string;
      readonly street: number | undefined;
      readonly name?: string;
    },
    block: UsedBlock,
    surfaces: readonly Surface[],
    chance: Random,
  ): void {
    occupy(facts.plan);
    const floorM2 = Math.round(facts.footprintM2 * facts.storeys * 0.85);
    const isHome = facts.use === 'residential' || facts.use === 'mixed';
    const night = isHome ? Math.max(1, Math.round((floorM2 / 47) * chance.between(0.8, 1.15))) : 0;
    const inspected = chance.whole(2014, 2026);
    const day = Math.round(night * 0.38 + floorM2 / (m2PerPersonByDay[facts.use] ?? 90));
    buildings.push({
      id: `MH-${String(buildings.length + 1).padStart(5, '0')}`,
      surfaces,
      attributes: {
        ...(facts.name && { name: facts.name }),
        address: address(facts.street, block.district),
        district: block.district,
        use: facts.use,
        yearOfConstruction: facts.built,
        storeysAboveGround: facts.storeys,
        storeysBelowGround: storeysBelowGround(
          {
            ...{ use: facts.use, built: facts.built, storeys: facts.storeys },
            groundM: Math.min(...facts.plan.map(groundLevel)),
          },
          chance.fork('basement'),
        ),
        measuredHeight: { value: Math.round(facts.heightM * 10) / 10, uom: 'm' },
        floorArea: { value: floorM2, uom: 'm²' },
        construction: facts.construction,
        roofType: facts.roof,
        residentsNight: night,
        peopleDay: day,
        lastInspection: `${inspected}-${String(chance.whole(1, 12)).padStart(2, '0')}-${String(chance.whole(1, 28)).padStart(2, '0')}`,
        ...fireFactsOf(
          {
            ...{ use: facts.use, built: facts.built, storeys: facts.storeys },
            ...{ floorM2, inspectedYear: inspected },
          },
          chance.fork('fire facts'),
        ),
      },
    });
  }

  function addHouse(lot: Lot, block: UsedBlock): void {
    const chance = random.fork(`house ${buildings.length}`);
    const { manner } = block;
    const storeys = chance.whole(manner.storeys[0], manner.storeys[1]);
    const base = toMapQuad(lot.base);
    const footprintM2 = area(base);
    if (footprintM2 < 28) return;
    const foot = footOf(lot.base);
    const street = Math.max(...lot.base.map(streetLevel));
    const shape = shapeHouse(base, foot, street + 0.3 + storeys * storeyM, block, chance);
    register(
      {
        plan: lot.base,
        footprintM2,
        heightM: shape.top - foot,
        storeys,
        use: pickUse(block, chance),
        built: chance.whole(manner.built[0], manner.built[1]),
        roof: shape.roof,
        construction: shape.construction,
        street: lot.street,
      },
      block,
      shape.surfaces,
      chance,
    );
  }

  function addStack(stack: Stack, block: UsedBlock): void {
    const chance = random.fork(`stack ${buildings.length}`);
    const lowest = stack.parts[0];
    if (!lowest) return;
    const foot = footOf(lowest.base);
    const officeM = 3.7;
    const top = (part: StackPart) => foot + 0.6 + (part.below + part.storeys) * officeM;
    const surfaces = stack.parts.flatMap((part) =>
      flat(
        part.base.map(toMap),
        part.below === 0 ? foot : foot + 0.6 + part.below * officeM,
        top(part),
        { wall: stack.wall, roof: part.roof },
      ),
    );
    const tallest = Math.max(...stack.parts.map((part) => part.below + part.storeys));
    register(
      {
        plan: lowest.base,
        footprintM2: area(lowest.base.map(toMap)),
        heightM: 0.6 + tallest * officeM,
        storeys: tallest,
        use: chance.chance(0.8) ? 'office' : 'mixed',
        built: chance.whole(block.manner.built[0], block.manner.built[1]),
        roof: 'flat',
        construction: 'reinforced concrete',
        street: stack.street,
      },
      block,
      surfaces,
      chance,
    );
  }

  function addLandmark(landmark: Landmark, block: UsedBlock): void {
    const heights = landmark.surfaces.flatMap(({ ring }) => ring.map(({ z }) => z));
    register(
      {
        plan: landmark.plan ?? block.yard,
        footprintM2: area(landmark.footprint),
        heightM: Math.max(...heights) - Math.min(...heights),
        storeys: landmark.storeys,
        use: landmark.use,
        built: landmark.built,
        roof: 'various',
        construction: 'masonry',
        street: block.yard[0]?.street,
        name: landmark.name,
      },
      block,
      landmark.surfaces,
      random.fork(landmark.name),
    );
  }

  /** Tells which points of the plan no building covers; ask when all buildings stand. */
  function createIsFree(): (plan: Point) => boolean {
    const index = new Flatbush(occupied.length);
    for (const { at, radius } of occupied) {
      const reach = radius * 0.85 + 1.5;
      index.add(at.x - reach, at.y - reach, at.x + reach, at.y + reach);
    }
    index.finish();
    return (plan) =>
      index.search(plan.x, plan.y, plan.x, plan.y).every((found) => {
        const { at, radius } = occupied[found]!;
        return distance(at, plan) > radius * 0.85 + 1.5;
      });
  }
  return { buildings, addHouse, addStack, addLandmark, createIsFree };
}

function pickUse({ manner, district }: UsedBlock, chance: Random): string {
  if (manner.pattern === 'sheds')
    return chance.pick(['industry', 'industry', 'warehouse', 'logistics']);
  if (district === 'Speicherstadt') return chance.pick(['office', 'mixed', 'warehouse', 'culture']);
  if (manner.pattern === 'detached') return chance.chance(0.97) ? 'residential' : 'retail';
  return chance.pick([
    'residential',
    'residential',
    'residential',
    'mixed',
    'mixed',
    'retail',
    'office',
  ]);
}
