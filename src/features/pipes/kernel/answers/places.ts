import { placeAlong } from '#model/network-line.ts';
import type { PipeNetwork } from '#model/pipe-network.ts';
import type { ElementPlace } from '../../contract/answers.ts';
import type { Element } from '../index-space.ts';

const SMALL_M = 5;

/** Middle of a link, place of a node or valve. */
export function placeOf(network: PipeNetwork, { kind, row }: Element): ElementPlace {
  if (kind === 'link') {
    const { line, lineStart, lengthM } = network.links;
    const place = placeAlong(line, 0.5, lineStart[row], lineStart[row + 1]);
    return toPlace(place, Math.max(SMALL_M, lengthM[row]! / 2 || 0));
  }
  const { places } = kind === 'node' ? network.nodes : network.valves;
  const at = 3 * row;
  return toPlace([places[at]!, places[at + 1]!, places[at + 2]!], SMALL_M);
}

function toPlace(
  [longitudeDeg, latitudeDeg, height]: readonly [number, number, number],
  radiusM: number,
): ElementPlace {
  return { longitudeDeg, latitudeDeg, heightM: Number.isFinite(height) ? height : 0, radiusM };
}
