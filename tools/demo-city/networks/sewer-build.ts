// A sewer drawn: pipes between manholes, and which manhole drains each building.

import type { Corridor } from '../corridor.ts';
import type { CorridorNetwork } from '../corridor-table.ts';
import type { Point3 } from '../solids.ts';
import type { StreetGraph } from '../street-graph.ts';
import type { BuildingAccess } from '../street-graph-access.ts';
import { lengthOf } from './line-cuts.ts';
import type { NetworkNode, NetworkPipe } from './network.ts';
import { districtAt, middleOf } from './quarters.ts';
import type { LaidReach } from './sewer-levels.ts';
import { outerOf, piecesOf, rimAt, type SewerPiece } from './sewer-runs.ts';
import { sewerManning } from './sewer-sizes.ts';

export interface SewerKind {
  readonly slot: CorridorNetwork;
  /** Begins the ids of its nodes and pipes. */
  readonly letters: string;
  readonly networkOf: (reach: LaidReach) => NetworkPipe['network'];
  readonly owner: string;
  readonly yearOf: (edge: number) => number;
  /** Own water of a crossing, e.g. of a basin below it. */
  readonly kindOf: (crossing: number) => Pick<NetworkNode, 'kind' | 'more'> | undefined;
}

export interface BuiltSewer {
  readonly pipes: NetworkPipe[];
  readonly nodes: ReadonlyMap<string, NetworkNode>;
  readonly supply: ReadonlyMap<string, string>;
  readonly piecesOn: ReadonlyMap<
    number,
    readonly (SewerPiece & { readonly from: string; readonly to: string })[]
  >;
}

interface Draft {
  kind: NetworkNode['kind'];
  at: Point3;
  crossing: number | undefined;
  buildings: string[];
  more: NetworkNode['more'];
}

export function buildSewer(
  graph: StreetGraph,
  corridor: Corridor,
  reaches: readonly LaidReach[],
  accesses: ReadonlyMap<number, readonly BuildingAccess[]>,
  kind: SewerKind,
): BuiltSewer {
  const pipes: NetworkPipe[] = [];
  const drafts = new Map<string, Draft>();
  const supply = new Map<string, string>();
  const piecesOn = new Map<number, (SewerPiece & { from: string; to: string })[]>();

  function manhole(id: string, at: Point3, invertM: number, crossing: number | undefined): void {
    const known = drafts.get(id);
    if (known) {
      known.at = { ...known.at, z: Math.min(known.at.z, invertM) };
      return;
    }
    const own = crossing === undefined ? undefined : kind.kindOf(crossing);
    drafts.set(id, {
      kind: own?.kind ?? 'manhole',
      at: { ...at, z: invertM },
      crossing,
      buildings: [],
      more: own?.more,
    });
  }

  for (const reach of reaches) {
    const edge = graph.edges[reach.edge]!;
    const number = edge.id.slice(2);
    const crossingId = (crossing: number) => `${kind.letters}-${graph.nodes[crossing]!.id}`;
    const pieces = piecesOf(graph, corridor, kind.slot, reach).map((piece) => ({
      ...piece,
      from:
        piece.isFirst && reach.headM === 0
          ? crossingId(reach.up)
          : `${kind.letters}-S-${number}-${piece.order}`,
      to: piece.isLast ? crossingId(reach.down) : `${kind.letters}-S-${number}-${piece.order + 1}`,
    }));
    piecesOn.set(reach.edge, pieces);
    for (const piece of pieces) {
      const { line, from, to } = piece;
      const [start, end] = [line[0]!, line.at(-1)!];
      const radius = reach.diameterM / 2;
      // At a pumping station the water comes in lower than the force main goes out.
      manhole(
        from,
        start,
        start.z - radius,
        piece.isFirst && reach.headM === 0 ? reach.up : undefined,
      );
      manhole(to, end, end.z - radius, piece.isLast ? reach.down : undefined);
      pipes.push(toPipe(reach, piece, pipes.length));
    }
    attach(reach, pieces);
  }

  function toPipe(
    reach: LaidReach,
    piece: SewerPiece & { from: string; to: string },
    _: number,
  ): NetworkPipe {
    const edge = graph.edges[reach.edge]!;
    const isFalling = reach.kind === 'gravity';
    const installed = kind.yearOf(reach.edge);
    return {
      id: `${kind.letters}-P-${edge.id.slice(2)}-${piece.order}`,
      network: kind.networkOf(reach),
      role: isFalling ? 'main' : 'forceMain',
      from: piece.from,
      to: piece.to,
      line: piece.line,
      lengthM: lengthOf(piece.line),
      innerM: reach.diameterM,
      outerM: outerOf(reach),
      material: isFalling ? sewerMaterial(reach.diameterM, installed) : 'PE',
      installed,
      roughness: isFalling
        ? { model: 'manning', value: sewerManning }
        : { model: 'colebrook', value: 0.0001 },
      owner: kind.owner,
      zone: districtAt(middleOf(edge)).name,
      more: { designFlow_m3s: Math.round(reach.flowM3s * 1000) / 1000 },
      isOpen: edge.bridge !== undefined,
    };
  }

  /** A building drains into the next manhole down the street; where a force main lies, into its pump. */
  function attach(
    reach: LaidReach,
    pieces: readonly (SewerPiece & { from: string; to: string })[],
  ): void {
    const edge = graph.edges[reach.edge]!;
    for (const { building, stationM } of accesses.get(reach.edge) ?? []) {
      const station = edge.from === reach.up ? stationM : edge.lengthM - stationM;
      const piece = pieces.find(({ toM }) => toM >= station) ?? pieces.at(-1)!;
      const node = reach.kind === 'gravity' ? piece.to : piece.from;
      supply.set(building, node);
      drafts.get(node)!.buildings.push(building);
    }
  }

  const nodes = new Map<string, NetworkNode>();
  for (const [id, { kind: is, at, crossing, buildings, more }] of drafts) {
    nodes.set(id, {
      id,
      kind: is,
      at,
      rimM: rimAt(at),
      invertM: at.z,
      ...(crossing !== undefined && { crossing }),
      buildings,
      ...(more && { more }),
    });
  }
  return { pipes, nodes, supply, piecesOn };
}

function sewerMaterial(diameterM: number, year: number): string {
  if (diameterM > 0.65) return year < 1930 ? 'brick' : 'reinforced concrete';
  if (year < 1965) return 'vitrified clay';
  return year < 1995 ? 'concrete' : 'PP';
}
