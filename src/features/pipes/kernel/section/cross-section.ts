// Where a line over the ground meets the pipes and cables of all networks: a section across a street.

import { heightSources, pipeShapes } from '#model/pipe-network.ts';
import { type UtilityNetwork, utilityNetworks } from '#model/utility-network.ts';
import type { PipeCut, PlanPlace } from '../../contract/section.ts';
import { type PlacedNetwork, toIndex, toKey } from '../index-space.ts';
import { isPipe, outerHeightM, outerWidthM } from './outside.ts';
import { planeAround } from './plane.ts';

/** A cut with its height above the ellipsoid in `axisM`, and no cover yet. */
export interface CrossCuts {
  readonly lengthM: number;
  readonly cuts: readonly PipeCut[];
}

const utilities = Object.keys(utilityNetworks) as UtilityNetwork[];

/** In the order along the line. A pipe that runs along the line is met where its points cross to the other side. */
export function cutAcross(
  networks: readonly PlacedNetwork[],
  from: PlanPlace,
  to: PlanPlace,
): CrossCuts {
  const plane = planeAround(from[0], from[1]);
  const endX = plane.toX(to[0]);
  const endY = plane.toY(to[1]);
  const lengthM = Math.hypot(endX, endY);
  const cuts: PipeCut[] = [];
  if (!(lengthM > 0)) return { lengthM: 0, cuts };
  const [east, north] = [endX / lengthM, endY / lengthM];
  const [west, right] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])];
  const [south, top] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])];
  for (const placed of networks) {
    const { network, base } = placed;
    const { links } = network;
    for (let row = 0; row < links.ids.length; row++) {
      if (!isPipe(network, row)) continue;
      const last = links.lineStart[row + 1]! - 1;
      for (let point = links.lineStart[row]!; point < last; point++) {
        const at = 3 * point;
        const [lon1, lat1] = [links.line[at]!, links.line[at + 1]!];
        const [lon2, lat2] = [links.line[at + 3]!, links.line[at + 4]!];
        if ((lon1 < west && lon2 < west) || (lon1 > right && lon2 > right)) continue;
        if ((lat1 < south && lat2 < south) || (lat1 > top && lat2 > top)) continue;
        const [x1, y1] = [plane.toX(lon1), plane.toY(lat1)];
        const [x2, y2] = [plane.toX(lon2), plane.toY(lat2)];
        const side1 = east * y1 - north * x1;
        const side2 = east * y2 - north * x2;
        // A point on the line belongs to the side after it, so that a bend is met once.
        if (side1 < 0 === side2 < 0) continue;
        const share = side1 / (side1 - side2);
        const x = x1 + share * (x2 - x1);
        const y = y1 + share * (y2 - y1);
        const alongM = east * x + north * y;
        if (alongM < 0 || alongM > lengthM) continue;
        const [dx, dy] = [x2 - x1, y2 - y1];
        const turn = Math.abs(east * dy - north * dx) / Math.hypot(dx, dy);
        const id = links.ids[row]!;
        cuts.push({
          key: toKey(network.id, 'link', id),
          index: toIndex(base, { kind: 'link', row }),
          id,
          utility: utilities[links.utility[row]!] ?? network.utility,
          place: [plane.toLongitude(x), plane.toLatitude(y)],
          alongM,
          axisM: links.line[at + 2]! + share * (links.line[at + 5]! - links.line[at + 2]!),
          shape: pipeShapes[links.shape[row]!] ?? 'circle',
          outerWidthM: outerWidthM(network, row),
          outerHeightM: outerHeightM(network, row),
          innerM: links.innerM[row]!,
          material: links.materials[links.material[row]!] ?? '',
          angleDeg: (Math.asin(Math.min(1, turn)) * 180) / Math.PI,
          heightSource: heightSources[links.heightSource[row]!] ?? 'default',
          coverM: Number.NaN,
        });
      }
    }
  }
  return { lengthM, cuts: cuts.sort((a, b) => a.alongM - b.alongM) };
}

/** Leg after leg along places, as one section; `turnsM`: of each place along the line. */
export function cutThrough(
  networks: readonly PlacedNetwork[],
  places: readonly PlanPlace[],
): CrossCuts & { readonly turnsM: readonly number[] } {
  const cuts: PipeCut[] = [];
  const turnsM = [0];
  let lengthM = 0;
  for (const [at, to] of places.slice(1).entries()) {
    const leg = cutAcross(networks, places[at]!, to);
    const before = lengthM;
    for (const cut of leg.cuts) cuts.push({ ...cut, alongM: before + cut.alongM });
    lengthM += leg.lengthM;
    turnsM.push(lengthM);
  }
  return { lengthM, cuts, turnsM };
}

/** Where a line through places is after so many metres. */
export function placeThrough(
  places: readonly PlanPlace[],
  turnsM: readonly number[],
  alongM: number,
): PlanPlace {
  const next = Math.max(
    1,
    turnsM.findIndex((turnM, at) => at > 0 && turnM >= alongM),
  );
  const leg = next < places.length ? next : places.length - 1;
  const [from, to] = [places[leg - 1]!, places[leg]!];
  const span = turnsM[leg]! - turnsM[leg - 1]!;
  const share = span > 0 ? Math.min(1, Math.max(0, (alongM - turnsM[leg - 1]!) / span)) : 0;
  return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
}

/** A line across a pipe at a share of its length, as far to both sides. */
export function lineAcross(
  { network }: PlacedNetwork,
  row: number,
  halfM: number,
): readonly [PlanPlace, PlanPlace] | undefined {
  const { links } = network;
  const first = links.lineStart[row]!;
  const last = links.lineStart[row + 1]! - 1;
  if (last <= first) return undefined;
  const plane = planeAround(links.line[3 * first]!, links.line[3 * first + 1]!);
  const point = (at: number) =>
    [plane.toX(links.line[3 * at]!), plane.toY(links.line[3 * at + 1]!)] as const;
  let whole = 0;
  for (let at = first; at < last; at++) whole += distance(point(at), point(at + 1));
  let left = whole / 2;
  for (let at = first; at < last; at++) {
    const [a, b] = [point(at), point(at + 1)];
    const step = distance(a, b);
    if (left > step || step === 0) {
      left -= step;
      continue;
    }
    const [dx, dy] = [(b[0] - a[0]) / step, (b[1] - a[1]) / step];
    const [x, y] = [a[0] + dx * left, a[1] + dy * left];
    const end = (sign: number): PlanPlace => [
      plane.toLongitude(x - sign * dy * halfM),
      plane.toLatitude(y + sign * dx * halfM),
    ];
    return [end(1), end(-1)];
  }
  return undefined;
}

const distance = (a: readonly [number, number], b: readonly [number, number]) =>
  Math.hypot(b[0] - a[0], b[1] - a[1]);
