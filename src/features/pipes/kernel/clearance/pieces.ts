// All pipes of the open networks as straight pieces in one plane, with an index of where they lie.

import Flatbush from 'flatbush';
import { heightSources } from '#model/pipe-network.ts';
import { type UtilityNetwork, utilityNetworks } from '#model/utility-network.ts';
import type { ClearanceGroup } from '../../contract/clearance.ts';
import { type PlacedNetwork, toIndex, toKey } from '../index-space.ts';
import type { ReadProperties } from '../open-network.ts';
import { isPipe, outerHeightM, outerWidthM } from '../section/outside.ts';
import { type Plane, planeAround } from '../section/plane.ts';

export interface CheckedPipe {
  readonly network: PlacedNetwork;
  readonly row: number;
  readonly key: string;
  readonly id: string;
  readonly index: number;
  readonly utility: UtilityNetwork;
  readonly group: ClearanceGroup;
  readonly halfWidthM: number;
  readonly halfHeightM: number;
  readonly isHeightKnown: boolean;
  /** Rows of its pieces, up to but not including the second. */
  readonly firstPiece: number;
  readonly endPiece: number;
}

export interface Pieces {
  readonly plane: Plane;
  readonly pipes: readonly CheckedPipe[];
  /** x, y, z of start and end: six numbers a piece. */
  readonly ends: Float64Array;
  readonly pipeOf: Uint32Array;
  readonly index: Flatbush | undefined;
  readonly widestM: number;
}

const utilities = Object.keys(utilityNetworks) as UtilityNetwork[];
const lowPa = 10_000;
const mediumPa = 400_000;

/** Gas by the pressure that its register names (GB 50028: low < 10 kPa, medium ≤ 0.4 MPa); low where it names none. */
export function groupOf(
  utility: UtilityNetwork,
  properties: () => Readonly<Record<string, unknown>>,
): ClearanceGroup {
  switch (utility) {
    case 'storm':
    case 'sanitary':
    case 'combined':
      return 'sewer';
    case 'heatSupply':
    case 'heatReturn':
      return 'heat';
    case 'gas': {
      const pressure = properties().pressure_Pa;
      if (typeof pressure !== 'number' || pressure < lowPa) return 'gasLow';
      return pressure <= mediumPa ? 'gasMedium' : 'gasHigh';
    }
    default:
      return utility;
  }
}

export interface ReadableNetwork extends PlacedNetwork {
  readonly properties: ReadProperties;
}

/** Pipes in service or out of it, not those that were never laid; a pipe of no known size counts as a thin one. */
export function toPieces(networks: readonly ReadableNetwork[]): Pieces {
  const first = networks.find(({ network }) => network.links.line.length > 1)?.network.links.line;
  const plane = planeAround(first?.[0] ?? 0, first?.[1] ?? 0);
  const pipes: CheckedPipe[] = [];
  const ends: number[] = [];
  const pipeOf: number[] = [];
  let widestM = 0;
  for (const placed of networks) {
    const { network, base, properties } = placed;
    const { links } = network;
    for (let row = 0; row < links.ids.length; row++) {
      if (!isPipe(network, row)) continue;
      const firstPiece = pipeOf.length;
      const last = links.lineStart[row + 1]! - 1;
      for (let point = links.lineStart[row]!; point < last; point++) {
        const at = 3 * point;
        for (const next of [at, at + 3]) {
          ends.push(plane.toX(links.line[next]!), plane.toY(links.line[next + 1]!));
          ends.push(links.line[next + 2]!);
        }
        pipeOf.push(pipes.length);
      }
      const utility = utilities[links.utility[row]!] ?? network.utility;
      const source = heightSources[links.heightSource[row]!];
      const halfWidthM = (outerWidthM(network, row) || 0) / 2;
      widestM = Math.max(widestM, halfWidthM);
      pipes.push({
        ...{ network: placed, row, utility, halfWidthM },
        id: links.ids[row]!,
        key: toKey(network.id, 'link', links.ids[row]!),
        index: toIndex(base, { kind: 'link', row }),
        group: groupOf(utility, () => properties('link', row)),
        halfHeightM: (outerHeightM(network, row) || 0) / 2,
        isHeightKnown: source === 'surveyed' || source === 'invert',
        firstPiece,
        endPiece: pipeOf.length,
      });
    }
  }
  const table = Float64Array.from(ends);
  let index: Flatbush | undefined;
  if (pipeOf.length > 0) {
    index = new Flatbush(pipeOf.length);
    for (let piece = 0; piece < pipeOf.length; piece++) {
      const at = 6 * piece;
      const [ax, ay, bx, by] = [table[at]!, table[at + 1]!, table[at + 3]!, table[at + 4]!];
      index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
    }
    index.finish();
  }
  return { plane, pipes, ends: table, pipeOf: Uint32Array.from(pipeOf), index, widestM };
}
