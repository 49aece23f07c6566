// A network somewhere else: turned and scaled around the middle of its box, on planes that touch the ellipsoid at its
// old and at its new place (off by less than 1 m at 10 km). Lengths, sizes and levels stay as the file has them.

import type { NetworkMove } from '#model/network-move.ts';
import type { PipeNetwork } from '#model/pipe-network.ts';
import type { NetworkMiddle } from '../../contract/place.ts';

const EQUATOR_M = 6_378_137;
const ECCENTRICITY_SQUARED = 0.00669437999014;
const DEGREE = Math.PI / 180;

export function middleOf({ nodes, links }: PipeNetwork): NetworkMiddle {
  const box = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number];
  for (const places of [nodes.places, links.line]) {
    for (let at = 0; at + 1 < places.length; at += 3) {
      const [longitude, latitude] = [places[at]!, places[at + 1]!];
      if (!Number.isFinite(longitude + latitude)) continue;
      box[0] = Math.min(box[0], longitude);
      box[1] = Math.min(box[1], latitude);
      box[2] = Math.max(box[2], longitude);
      box[3] = Math.max(box[3], latitude);
    }
  }
  const latitudeDeg = (box[1] + box[3]) / 2;
  const { eastM, northM } = degreesOf(latitudeDeg);
  return {
    ...{ longitudeDeg: (box[0] + box[2]) / 2, latitudeDeg },
    reachM: Math.hypot((box[2] - box[0]) * eastM, (box[3] - box[1]) * northM) / 2,
  };
}

export function moveNetwork(network: PipeNetwork, move: NetworkMove): PipeNetwork {
  const { nodes, links, valves } = network;
  const shift = toShift(middleOf(network), move);
  return {
    ...network,
    nodes: { ...nodes, places: shift(nodes.places) },
    links: { ...links, line: shift(links.line) },
    valves: { ...valves, places: shift(valves.places) },
  };
}

/** Longitudes, latitudes and heights from where a network was read to lie to where a person put it. */
export function toShift(
  from: NetworkMiddle,
  move: NetworkMove,
): (places: Float64Array) => Float64Array {
  const [before, after] = [degreesOf(from.latitudeDeg), degreesOf(move.latitudeDeg)];
  const [cosine, sine] = [
    Math.cos(move.turnDeg * DEGREE) * move.scale,
    Math.sin(move.turnDeg * DEGREE) * move.scale,
  ];
  return (places) => {
    const moved = new Float64Array(places.length);
    for (let at = 0; at < places.length; at += 3) {
      const east = (places[at]! - from.longitudeDeg) * before.eastM;
      const north = (places[at + 1]! - from.latitudeDeg) * before.northM;
      moved[at] = move.longitudeDeg + (east * cosine - north * sine) / after.eastM;
      moved[at + 1] = move.latitudeDeg + (east * sine + north * cosine) / after.northM;
      moved[at + 2] = places[at + 2]! + move.upM;
    }
    return moved;
  };
}

/** Metres of a degree at a latitude. */
export function degreesOf(latitudeDeg: number): {
  readonly eastM: number;
  readonly northM: number;
} {
  const latitude = latitudeDeg * DEGREE;
  const curve = 1 - ECCENTRICITY_SQUARED * Math.sin(latitude) ** 2;
  return {
    eastM: (EQUATOR_M / Math.sqrt(curve)) * Math.cos(latitude) * DEGREE,
    northM: ((EQUATOR_M * (1 - ECCENTRICITY_SQUARED)) / curve ** 1.5) * DEGREE,
  };
}

export const turned = (move: NetworkMove, byDeg: number): NetworkMove => ({
  ...move,
  turnDeg: move.turnDeg + byDeg,
});

/** So many metres east and north of where it stands. */
export function nudged(move: NetworkMove, eastM: number, northM: number): NetworkMove {
  const degrees = degreesOf(move.latitudeDeg);
  return {
    ...move,
    longitudeDeg: move.longitudeDeg + eastM / degrees.eastM,
    latitudeDeg: move.latitudeDeg + northM / degrees.northM,
  };
}
