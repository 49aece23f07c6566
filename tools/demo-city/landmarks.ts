// The buildings that everybody knows: shaped one by one, on the block that the plan keeps for them.

import type { Random } from '#model/random.ts';
import { wingBegins } from './building-models.ts';
import { footOf, type Landmark, toMapQuad } from './buildings.ts';
import { rectangle } from './lots.ts';
import { add, extent, type Point, scale } from './plane.ts';
import { toMap } from './site.ts';
import {
  circle,
  type Finish,
  flat,
  gabled,
  hipped,
  mansard,
  pointed,
  type Quad,
  type Surface,
} from './solids.ts';
import type { UsedBlock } from './town.ts';

interface Ground {
  /** A rectangle of the block, from shares of its length and width around its middle, in map coordinates. */
  part(along: number, across: number, length: number, width: number): Quad;
  at(along: number, across: number): Point;
  readonly foot: number;
  readonly length: number;
  readonly width: number;
}

function groundOf({ yard }: UsedBlock): Ground {
  const size = extent(yard);
  const place = (along: number, across: number): Point =>
    add(add(size.middle, scale(size.along, along)), scale(size.across, across));
  return {
    part: (along, across, length, width) =>
      toMapQuad(
        rectangle(place(along - length / 2, across - width / 2), size.along, length, width),
      ),
    at: (along, across) => toMap(place(along, across)),
    foot: footOf(yard),
    length: size.length,
    width: size.width,
  };
}

export function landmarks(block: UsedBlock, _random: Random): Landmark[] {
  const name = block.name ?? block.district;
  const ground = groundOf(block);
  const shape = (() => {
    if (name.startsWith('St.')) return church(ground);
    if (name === 'Rathaus') return townHall(ground);
    if (name.includes('bahnhof')) return station(ground);
    if (/krankenhaus/i.test(name)) return hospital(ground, name.includes('Johannis'));
    if (name.includes('Feuerwache')) return fireStation(ground);
    if (name.includes('Polizei')) return policeHeadquarters(ground);
    return school(ground);
  })();
  return [{ name, ...shape }];
}

type Shape = Omit<Landmark, 'name'>;
const brick: Finish = { wall: 'brick-red', roof: 'copper' };

function church({ part, at, foot, length, width }: Ground): Shape {
  // Tower and choir stand before and behind the nave, and all of it within the block.
  const naveM = Math.min(46, length * 0.66, length - 31);
  const nave = part(4, 0, naveM, Math.min(18, width * 0.42));
  const tower = part(-naveM / 2 - 1, 0, 11, 11);
  const choir = circle(at(naveM / 2 + 4, 0), 7, 8);
  const surfaces: Surface[] = [
    ...gabled(nave, foot, foot + 15, foot + 27, { wall: 'brick-red', roof: 'copper' }),
    ...pointed(tower, foot, foot + 38, foot + 71, brick),
    ...pointed(choir, foot, foot + 13, foot + 20, brick),
  ];
  return { use: 'religious', built: 1342, storeys: 1, footprint: nave, surfaces };
}

function townHall({ part, foot, length, width }: Ground): Shape {
  const wings = Math.min(30, length * 0.58);
  const main = part(0, 0, wings, Math.min(16, width * 0.4));
  const tower = part(-wings / 2 + 5, 0, 8, 8);
  return {
    use: 'government',
    built: 1571,
    storeys: 3,
    footprint: main,
    surfaces: [
      ...hipped(main, foot, foot + 13, foot + 22, { wall: 'plaster-ochre', roof: 'tile-red' }),
      ...pointed(tower, foot, foot + 29, foot + 41, { wall: 'plaster-ochre', roof: 'copper' }),
    ],
  };
}

function station({ part, foot, length, width }: Ground): Shape {
  const hall = part(0, -width * 0.2, Math.min(96, length * 0.85), Math.min(24, width * 0.35));
  const front = part(0, width * 0.12, Math.min(40, length * 0.4), Math.min(18, width * 0.28));
  return {
    use: 'transport',
    built: 1893,
    storeys: 2,
    footprint: hall,
    surfaces: [
      ...mansard(hall, foot, foot + 9, foot + 16, 0.45, { wall: 'brick-yellow', roof: 'glass' }),
      ...hipped(front, foot, foot + 14, foot + 20, { wall: 'brick-yellow', roof: 'slate' }),
    ],
  };
}

/** The newer wing at its end is a building of its own: building-models.ts. */
function hospital({ part, foot, length, width }: Ground, hasNewWing: boolean): Shape {
  const finish: Finish = { wall: 'plaster-white', roof: 'gravel' };
  const end = hasNewWing ? wingBegins : 0.4;
  const spine = part((length * (end - 0.4)) / 2, 0, length * (end + 0.4), 15);
  const shares = hasNewWing ? [-0.28, 0] : [-0.28, 0, 0.28];
  const wings = shares.map((share) => part(length * share, 0, 14, width * 0.75));
  return {
    use: 'hospital',
    built: 1976,
    storeys: 7,
    footprint: spine,
    surfaces: [
      ...flat(spine, foot, foot + 26, finish),
      ...wings.flatMap((wing) => flat(wing, foot, foot + 18, finish)),
    ],
  };
}

function school({ part, foot, length, width }: Ground): Shape {
  const finish: Finish = { wall: 'brick-yellow', roof: 'tile-brown' };
  const main = part(0, -width * 0.22, length * 0.72, 14);
  const wing = part(-length * 0.29, width * 0.08, 14, width * 0.5);
  const gym = part(length * 0.22, width * 0.2, 30, 18);
  return {
    use: 'school',
    built: 1911,
    storeys: 3,
    footprint: main,
    surfaces: [
      ...hipped(main, foot, foot + 12, foot + 18, finish),
      ...flat(wing, foot, foot + 11, { ...finish, roof: 'green-roof' }),
      ...flat(gym, foot, foot + 8, { wall: 'metal-blue', roof: 'metal' }),
    ],
  };
}

function fireStation({ part, foot, length, width }: Ground): Shape {
  const hall = part(0, 0, Math.min(52, length * 0.7), Math.min(20, width * 0.5));
  const tower = part(-Math.min(52, length * 0.7) / 2 + 3, 0, 6, 6);
  return {
    use: 'fire station',
    built: 1984,
    storeys: 2,
    footprint: hall,
    surfaces: [
      ...flat(hall, foot, foot + 8, { wall: 'brick-red', roof: 'gravel' }),
      ...flat(tower, foot, foot + 22, { wall: 'concrete', roof: 'gravel' }),
    ],
  };
}

function policeHeadquarters({ part, foot, length, width }: Ground): Shape {
  const finish: Finish = { wall: 'concrete', roof: 'gravel' };
  const main = part(0, -width * 0.15, length * 0.7, 16);
  const wing = part(length * 0.26, width * 0.1, 15, width * 0.5);
  return {
    use: 'police',
    built: 1998,
    storeys: 5,
    footprint: main,
    surfaces: [...flat(main, foot, foot + 20, finish), ...flat(wing, foot, foot + 13, finish)],
  };
}
