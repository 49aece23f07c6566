// A stair of two flights side by side along y, with a landing at the turn.

import { whole } from '../step/step-file.ts';
import { count, identifier, label, lengthM, said } from './facts.ts';
import type { Storey } from './model.ts';
import type { Part } from './parts.ts';
import type { Rect, XY } from './place.ts';
import type { Plates } from './plates.ts';

export interface StairSpec {
  readonly key: string;
  readonly name: string;
  readonly storey: Storey;
  /** Well of the stair; the first flight climbs in its left half, from the lower y. */
  readonly well: Rect;
  /** To the next storey. */
  readonly height: number;
  /** Of the storey's landing before the first riser, m. */
  readonly landing: number;
  /** Entered from the higher y. */
  readonly isTurned?: boolean;
}

const GAP_M = 0.12;
const TREAD_M = 0.27;
const WAIST_M = 0.16;

export function stair({ element, assembly }: Plates, spec: StairSpec): void {
  const { key, name, storey, well, height, landing, isTurned = false } = spec;
  const way = isTurned ? -1 : 1;
  const risers = 2 * Math.round(height / 0.175 / 2);
  const rise = height / risers;
  const perFlight = risers / 2;
  const run = (perFlight - 1) * TREAD_M;
  const width = (well.x1 - well.x0 - GAP_M) / 2;
  const start = isTurned ? well.y1 - landing : well.y0 + landing;
  const turn = start + way * run;
  const all = assembly('IFCSTAIR', 'HALF_TURN_STAIR', key, name, storey);
  const flights = [
    { x: well.x0, points: steps(start, 0, way, perFlight, rise) },
    { x: well.x1 - width, points: steps(turn, height / 2, isTurned ? 1 : -1, perFlight, rise) },
  ];
  for (const [index, { x, points }] of flights.entries()) {
    element({
      ...{ entity: 'IFCSTAIRFLIGHT', predefined: 'STRAIGHT', material: 'concrete', cost: '351' },
      ...{ key: `${key} flight ${index + 1}`, name: `${name}, Lauf ${index + 1}` },
      ...{ within: storey, whole: all },
      parts: [{ colour: 'concrete', side: points, x, wide: width }],
      own: (kind) => [whole(perFlight), whole(perFlight - 1), rise, TREAD_M, kind],
      sets: { Pset_StairFlightCommon: facts(perFlight, rise) },
    });
    const inner = index === 0 ? x + width - 0.05 : x + 0.01;
    element({
      ...{ entity: 'IFCRAILING', predefined: 'HANDRAIL', material: 'steel', cost: '359' },
      ...{ key: `${key} railing ${index + 1}`, name: `${name}, Geländer ${index + 1}` },
      ...{ within: storey, whole: all, parts: railing(points, inner, (index === 0) !== isTurned) },
    });
  }
  const far: XY = isTurned ? [well.y0, turn] : [turn, well.y1];
  element({
    ...{ entity: 'IFCSLAB', predefined: 'LANDING', material: 'concrete', cost: '351' },
    ...{ key: `${key} landing`, name: `${name}, Podest`, within: storey, whole: all },
    parts: [
      {
        colour: 'concrete',
        box: [well.x0, far[0], height / 2 - 0.2, well.x1 - well.x0, far[1] - far[0], 0.2],
      },
    ],
  });
}

/** Outline of a flight in y and z: up its steps, back along its underside. */
function steps(y: number, z: number, way: 1 | -1, risers: number, rise: number): XY[] {
  const outline: XY[] = [[y, z]];
  for (let step = 0; step < risers; step++) {
    const at = y + way * step * TREAD_M;
    outline.push([at, z + (step + 1) * rise]);
    if (step < risers - 1) outline.push([at + way * TREAD_M, z + (step + 1) * rise]);
  }
  const end = y + way * (risers - 1) * TREAD_M;
  outline.push([end, z + (risers - 1) * rise - WAIST_M], [y + way * TREAD_M, z - WAIST_M + 0.02]);
  outline.push([y, z]);
  const ring = outline.slice(0, -1);
  return way === 1 ? ring.reverse() : ring;
}

function railing(outline: readonly XY[], x: number, isUp: boolean): Part[] {
  const low = outline.reduce((a, b) => (b[1] < a[1] ? b : a));
  const high = outline.reduce((a, b) => (b[1] > a[1] ? b : a));
  const foot: XY = [low[0], low[1] + 0.3];
  const posts = [0.06, 0.5, 0.94].map((share): Part => {
    const y = foot[0] + (high[0] - foot[0]) * share;
    const z = foot[1] + (high[1] - foot[1]) * share;
    return { colour: 'steelDark', box: [x, y - 0.02, z - 0.1, 0.04, 0.04, 0.9] };
  });
  const band = (from: number, to: number): XY[] => {
    const ring: XY[] = [
      [foot[0], foot[1] + from],
      [high[0], high[1] + from],
      [high[0], high[1] + to],
      [foot[0], foot[1] + to],
    ];
    return isUp ? ring : ring.reverse();
  };
  return [
    ...posts,
    { colour: 'steelDark', side: band(0.78, 0.84), x, wide: 0.04 },
    { colour: 'steel', side: band(0.35, 0.38), x: x + 0.01, wide: 0.02 },
  ];
}

const facts = (risers: number, rise: number) => ({
  NumberOfRiser: count(risers),
  NumberOfTreads: count(risers - 1),
  RiserHeight: lengthM(rise),
  TreadLength: lengthM(TREAD_M),
  FireRating: label('R 90'),
  HandicapAccessible: said(false),
  Reference: identifier('Treppenlauf'),
});
