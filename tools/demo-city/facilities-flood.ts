// What keeps the water out and lets it through: crests of levees, quays and sea walls, culverts and sluices,
// underpasses, and the river's levels from station to station.

import { crestLevel, ditchCulverts, groundLevel } from './landscape.ts';
import { railY } from './plan.ts';
import type { Point } from './plane.ts';
import { ditch, ditchBed, railLevel, underpasses, underpassLevel } from './rail-bed.ts';
import { site, toMap } from './site.ts';
import type { Point3 } from './solids.ts';
import {
  designCrest,
  floodLevel,
  leveeEnd,
  lowSpots,
  normalLevel,
  riverBed,
} from './water-levels.ts';
import { type Collection, toCollection, toLine, toPlace, toPosition } from './write-collection.ts';

export interface Levee {
  readonly id: string;
  readonly kind: 'levee' | 'quayWall' | 'seaWall';
  readonly bank: 'west' | 'east' | 'coast';
  readonly name: string;
  /** Along the crest, a point every five metres; z is the crest. */
  readonly crest: readonly Point3[];
  /** Stations of the plan that it runs between, m. */
  readonly from: number;
  readonly to: number;
  readonly built: number;
  readonly owner: string;
}

const stepM = 5;
/** Between the quay wall's edge, or the shoulder of the levee's road, and the river's middle. */
const crestOff = { levee: 52, quayWall: 43 } as const;

const onGround = (plan: Point): Point3 => ({ ...toMap(plan), z: groundLevel(plan) });

function alongPlan(from: Point, to: Point): Point3[] {
  const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / stepM);
  return Array.from({ length: steps + 1 }, (_, step) =>
    onGround({
      x: from.x + ((to.x - from.x) * step) / steps,
      y: from.y + ((to.y - from.y) * step) / steps,
    }),
  );
}

export function findLevees(): Levee[] {
  const levees: Levee[] = [];
  for (const bank of ['west', 'east'] as const) {
    const side = bank === 'west' ? -1 : 1;
    const stretches = [
      ['levee', -400, 600, 1926],
      ['levee', 600, 1180, 1926],
      ['levee', 1180, leveeEnd.north, 1958],
      ['quayWall', leveeEnd.north, 2520, 1911],
      ['quayWall', 2520, site.shore - 2, 1889],
    ] as const;
    for (const [kind, from, to, built] of stretches) {
      const x = site.river.x + side * crestOff[kind];
      levees.push({
        id: `LV-${bank === 'west' ? 'W' : 'E'}-${Math.round((from + 400) / 10)}`,
        kind,
        bank,
        name:
          kind === 'levee'
            ? `Marendeich ${bank === 'west' ? 'West' : 'Ost'}`
            : `${bank === 'west' ? 'Westkai' : 'Ostkai'}, Kaimauer`,
        crest: alongPlan({ x, y: from }, { x, y: to }),
        from,
        to,
        built,
        owner: kind === 'levee' ? 'Deichverband Maren' : 'Hafenamt Marenholm',
      });
    }
  }
  const { dock, shore, width } = site;
  const quays: readonly (readonly [id: string, from: Point, to: Point])[] = [
    ['LV-H-1', { x: 2240, y: shore - 1 }, { x: dock.west - 1, y: shore - 1 }],
    ['LV-H-2', { x: dock.west - 1, y: shore - 1 }, { x: dock.west - 1, y: dock.south - 1 }],
    ['LV-H-3', { x: dock.west - 1, y: dock.south - 1 }, { x: dock.east + 1, y: dock.south - 1 }],
    ['LV-H-4', { x: dock.east + 1, y: dock.south - 1 }, { x: dock.east + 1, y: shore - 1 }],
    ['LV-H-5', { x: dock.east + 1, y: shore - 1 }, { x: width, y: shore - 1 }],
  ];
  for (const [id, from, to] of quays) {
    levees.push({
      id,
      kind: 'quayWall',
      bank: 'coast',
      name: 'Hafenkante',
      crest: alongPlan(from, to),
      from: from.x,
      to: to.x,
      built: 1936,
      owner: 'Hafenamt Marenholm',
    });
  }
  levees.push({
    id: 'LV-C-1',
    kind: 'seaWall',
    bank: 'coast',
    name: 'Strandpromenade',
    crest: alongPlan({ x: -300, y: 3546 }, { x: 2050, y: 3546 }),
    from: -300,
    to: 2050,
    built: 1963,
    owner: 'Stadt Marenholm',
  });
  return levees;
}

const round = (value: number): number => Math.round(value * 100) / 100;

export function writeLevees(levees: readonly Levee[]): Collection {
  return toCollection(
    'levees',
    'Levees, quay walls and sea walls',
    levees.map(({ id, kind, bank, name, crest, from, to, built, owner }) => {
      const lowest = crest.reduce((best, point) => (point.z < best.z ? point : best));
      const isRiver = bank !== 'coast';
      const spots = lowSpots.filter((spot) => spot.side === bank && spot.y >= from && spot.y < to);
      return toLine(id, crest, {
        kind,
        bank,
        name,
        owner,
        built,
        lastInspection: '2025-10',
        ...(isRiver && {
          designCrestFrom_m: round(designCrest(from)),
          designCrestTo_m: round(designCrest(to)),
          flood100From_m: round(floodLevel(from)),
          flood100To_m: round(floodLevel(to)),
        }),
        crestLowest_m: round(lowest.z),
        crestLowestAt: toPosition(lowest),
        crestWidth_m: kind === 'levee' ? 18 : 1,
        verticalDatum: site.verticalCrs,
        defects: spots.map(({ cause, depthM }) => ({ cause, depth_m: depthM })),
      });
    }),
  );
}

export interface Culvert {
  readonly id: string;
  readonly kind: 'culvert' | 'siphon' | 'sluice';
  readonly name: string;
  readonly shape: 'box' | 'circle';
  readonly widthM: number;
  readonly heightM: number;
  /** Ends in the map at the invert, from the ditch towards the river. */
  readonly from: Point3;
  readonly to: Point3;
  readonly lowestInvertM: number;
  /** A flap keeps the river from flowing back. */
  readonly flap: boolean;
}

export function findCulverts(): Culvert[] {
  return (['east', 'west'] as const).flatMap((side) => {
    const heading = side === 'east' ? 1 : -1;
    const letter = side === 'east' ? 'E' : 'W';
    const place = (off: number): Point3 => ({
      ...toMap({ x: site.river.x + heading * off, y: ditch.y }),
      z: ditchBed(side, off),
    });
    const mouth: Culvert = {
      id: `CV-${letter}-0`,
      kind: 'sluice',
      name: side === 'east' ? 'Bahnsiel Ost' : 'Bahnsiel West',
      ...{ shape: 'box', widthM: 2, heightM: 1.6 },
      from: place(ditch.toeM),
      to: place(ditch.mouthM),
      lowestInvertM: ditchBed(side, ditch.mouthM),
      flap: true,
    };
    const others = ditchCulverts(side).map(({ fromM, toM, x }, index): Culvert => {
      const underpass = underpasses.find((candidate) => candidate.x === x);
      const [from, to] = [place(toM), place(fromM)];
      return {
        id: `CV-${letter}-${index + 1}`,
        kind: underpass ? 'siphon' : 'culvert',
        name: underpass ? `Düker ${underpass.street}` : 'Durchlass Bahngraben',
        ...{ shape: 'box', widthM: 1.6, heightM: 1.2 },
        from,
        to,
        lowestInvertM: underpass ? underpassLevel(underpass) - 2.4 : to.z,
        flap: false,
      };
    });
    return [mouth, ...others];
  });
}

export function writeCulverts(culverts: readonly Culvert[]): Collection {
  return toCollection(
    'culverts',
    'Culverts, siphons and sluices',
    culverts.map(({ id, kind, name, shape, widthM, heightM, from, to, lowestInvertM, flap }) =>
      toLine(id, [from, to], {
        kind,
        name,
        shape,
        width_mm: widthM * 1000,
        height_mm: heightM * 1000,
        barrels: 1,
        fromInvert_m: round(from.z),
        toInvert_m: round(to.z),
        lowestInvert_m: round(lowestInvertM),
        length_m: round(Math.hypot(to.x - from.x, to.y - from.y)),
        roughness: { model: 'manning', value: 0.015 },
        entranceLoss: 0.5,
        flapValve: flap,
        material: 'concrete',
        built: 1958,
        owner: kind === 'sluice' ? 'Deichverband Maren' : 'Stadt Marenholm',
        verticalDatum: site.verticalCrs,
      }),
    ),
  );
}

/** Road underpasses: the ground that water collects on, and what it takes to close them. */
export function writeUnderpasses(): Collection {
  return toCollection(
    'underpasses',
    'Underpasses',
    underpasses.map((underpass, index) => {
      const { x, street, clearanceM, halfWidthM } = underpass;
      const length = 50;
      const ring = [
        { x: x - halfWidthM, y: railY - length },
        { x: x + halfWidthM, y: railY - length },
        { x: x + halfWidthM, y: railY + length },
        { x: x - halfWidthM, y: railY + length },
      ].map(onGround);
      return {
        type: 'Feature',
        id: `UP-${index + 1}`,
        properties: {
          kind: 'underpass',
          name: `Unterführung ${street}`,
          street,
          lowestRoad_m: round(underpassLevel(underpass)),
          clearance_m: clearanceM,
          railBed_m: round(railLevel(x)),
          deck_m: round(railLevel(x) - 0.9),
          closesAtDepth_m: 0.3,
          pump_m3s: 0.12,
          verticalDatum: site.verticalCrs,
        },
        geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]!].map(toPosition)] },
      };
    }),
  );
}

/** The river every hundred metres: bed, usual and flood level, crests of both banks. */
export function writeRiverStations(): Collection {
  const stations = Array.from({ length: 40 }, (_, index) => site.shore - index * 100);
  return toCollection(
    'river-stations',
    'River stations of the Maren',
    stations.map((y, index) =>
      toPlace(
        `MAREN-${String(index).padStart(2, '0')}`,
        { ...toMap({ x: site.river.x, y }), z: riverBed(y) },
        {
          station_m: index * 100,
          bed_m: round(riverBed(y)),
          meanLevel_m: round(normalLevel(y)),
          flood100_m: round(floodLevel(y)),
          crest_m: round(crestLevel(y)),
          width_m: site.river.halfWidth * 2,
          manning: 0.03,
          verticalDatum: site.verticalCrs,
        },
      ),
    ),
  );
}
