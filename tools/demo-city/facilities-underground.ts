// A short underground line below the streets: tunnels, stations with their platforms, entrances at the kerb.
// Levels in m above the vertical datum.

import { groundLevel } from './landscape.ts';
import { add, distance, type Point, scale } from './plane.ts';
import { site, toMap } from './site.ts';
import type { Point3 } from './solids.ts';
import { type Collection, toCollection, toLine, toPlace, toPosition } from './write-collection.ts';

interface Stop {
  readonly name: string;
  /** Middle of the platform in the plan, and the direction of the track there. */
  readonly at: Point;
  readonly along: Point;
  /** Top of the platform. */
  readonly platformM: number;
}

const east = { x: 1, y: 0 };
const north = { x: 0, y: 1 };

const stops: readonly Stop[] = [
  { name: 'Hauptbahnhof', at: { x: 2560, y: 1660 }, along: east, platformM: -12 },
  { name: 'Johannisplatz', at: { x: 2750, y: 2140 }, along: north, platformM: -13 },
  { name: 'Messe', at: { x: 2750, y: 2620 }, along: north, platformM: -16 },
  { name: 'Rathaus', at: { x: 1930, y: 2840 }, along: east, platformM: -17 },
  { name: 'Kieler Straße', at: { x: 1190, y: 2840 }, along: east, platformM: -11 },
];

/** Where the track bends between the stops. */
const track: readonly Point[] = [
  { x: 2420, y: 1660 },
  { x: 2640, y: 1660 },
  { x: 2720, y: 1690 },
  { x: 2750, y: 1770 },
  { x: 2750, y: 2720 },
  { x: 2730, y: 2790 },
  { x: 2670, y: 2832 },
  { x: 2590, y: 2840 },
  { x: 1080, y: 2840 },
];

const platform = {
  lengthM: 110,
  widthM: 10,
  boxLengthM: 130,
  boxWidthM: 19,
  boxHeightM: 7,
} as const;

export interface UndergroundEntrance {
  readonly id: string;
  readonly station: string;
  readonly at: Point3;
  /** Top of the step that water has to rise over. */
  readonly sillM: number;
  readonly widthM: number;
  readonly kind: 'stairs' | 'lift';
}

export interface UndergroundStation {
  readonly id: string;
  readonly name: string;
  /** Middle of the platform, on it. */
  readonly at: Point3;
  readonly ring: readonly Point[];
  readonly platformM: number;
  readonly concourseM: number;
  readonly entrances: readonly UndergroundEntrance[];
}

export interface UndergroundLine {
  readonly id: string;
  readonly name: string;
  /** Middle between the tracks, on the rails. */
  readonly line: readonly Point3[];
  readonly stations: readonly UndergroundStation[];
}

export function digUnderground(): UndergroundLine {
  return {
    id: 'U1',
    name: 'U1 Hauptbahnhof – Kieler Straße',
    line: trackLine(),
    stations: stops.map((stop, index) => toStation(stop, `U1-${index + 1}`)),
  };
}

const railBelowPlatformM = 1.05;

function trackLine(): Point3[] {
  const points = track.slice(1).flatMap((to, index) => {
    const from = track[index]!;
    const steps = Math.ceil(distance(from, to) / 20);
    const along = Array.from({ length: steps }, (_, step) =>
      add(from, scale({ x: to.x - from.x, y: to.y - from.y }, (step + 1) / steps)),
    );
    return index === 0 ? [from, ...along] : along;
  });
  const stations = [0];
  for (const [index, point] of points.slice(1).entries()) {
    stations.push(stations[index]! + distance(points[index]!, point));
  }
  const marks = stops.map(({ at, platformM }) => {
    const nearest = points.reduce(
      (best, point, index) => (distance(point, at) < distance(points[best]!, at) ? index : best),
      0,
    );
    return [stations[nearest]!, platformM - railBelowPlatformM] as const;
  });
  return points.map((point, index) => ({ ...toMap(point), z: levelAt(marks, stations[index]!) }));
}

/** Level at the stops, straight between them; over the tunnel below the river nothing is lost by that. */
function levelAt(marks: readonly (readonly [number, number])[], station: number): number {
  const next = marks.findIndex(([at]) => at >= station);
  if (next <= 0) return next === 0 ? marks[0]![1] : marks.at(-1)![1];
  const [before, after] = [marks[next - 1]!, marks[next]!];
  return before[1] + ((after[1] - before[1]) * (station - before[0])) / (after[0] - before[0]);
}

function toStation({ name, at, along, platformM }: Stop, id: string): UndergroundStation {
  const across = { x: -along.y, y: along.x };
  const place = (ahead: number, aside: number): Point =>
    add(add(at, scale(along, ahead)), scale(across, aside));
  const { boxLengthM, boxWidthM, lengthM } = platform;
  const corners = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ] as const;
  const entrances = [
    ...corners.map(
      ([ahead, aside], index): UndergroundEntrance =>
        entrance(`${id}-${'ABCD'[index]}`, id, place((ahead * lengthM) / 2, aside * 8.5), 'stairs'),
    ),
    entrance(`${id}-L`, id, place(12, 8.5), 'lift'),
  ];
  return {
    id,
    name,
    at: { ...toMap(at), z: platformM },
    ring: corners.map(([ahead, aside]) =>
      toMap(place((ahead * boxLengthM) / 2, (aside * boxWidthM) / 2)),
    ),
    platformM,
    concourseM: Math.min(platformM + 6, groundLevel(at) - 5),
    entrances,
  };
}

function entrance(
  id: string,
  station: string,
  plan: Point,
  kind: UndergroundEntrance['kind'],
): UndergroundEntrance {
  const ground = groundLevel(plan);
  return {
    id,
    station,
    at: { ...toMap(plan), z: ground },
    sillM: ground + (kind === 'stairs' ? 0.16 : 0.05),
    widthM: kind === 'stairs' ? 2.4 : 1.1,
    kind,
  };
}

const round = (value: number): number => Math.round(value * 100) / 100;

export function writeUnderground({ id, name, line, stations }: UndergroundLine): Collection[] {
  const tunnel = toLine(id, line, {
    kind: 'tunnel',
    name,
    tracks: 2,
    innerDiameter_m: 6.2,
    gauge_mm: 1435,
    built: 1974,
    pumpSumps: 3,
    verticalDatum: site.verticalCrs,
  });
  const boxes = stations.map((station) => ({
    type: 'Feature' as const,
    id: station.id,
    properties: {
      kind: 'undergroundStation',
      name: station.name,
      line: id,
      platform_m: round(station.platformM),
      concourse_m: round(station.concourseM),
      lowestEntrance_m: round(Math.min(...station.entrances.map(({ sillM }) => sillM))),
      entrances: station.entrances.map((entry) => entry.id),
      // Two trains of 540 and four people on a square metre of platform.
      capacity: 2 * 540 + 2 * platform.lengthM * platform.widthM,
      volume_m3: Math.round(platform.boxLengthM * platform.boxWidthM * platform.boxHeightM),
      built: 1974,
      verticalDatum: site.verticalCrs,
    },
    geometry: {
      type: 'Polygon' as const,
      coordinates: [
        [...station.ring, station.ring[0]!].map((point) =>
          toPosition({ ...point, z: station.platformM }),
        ),
      ],
    },
  }));
  const entrances = stations.flatMap((station) =>
    station.entrances.map((entry) =>
      toPlace(entry.id, entry.at, {
        kind: entry.kind,
        station: entry.station,
        name: station.name,
        sill_m: round(entry.sillM),
        width_m: entry.widthM,
        floodGate: false,
        verticalDatum: site.verticalCrs,
      }),
    ),
  );
  return [
    toCollection('underground-tunnels', 'Underground: tunnels', [tunnel]),
    toCollection('underground-stations', 'Underground: stations', boxes),
    toCollection('underground-entrances', 'Underground: entrances', entrances),
  ];
}
