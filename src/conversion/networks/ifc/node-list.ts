// The nodes of one distribution system: what stands where ports are joined, and where they end.

import type { NodeKind } from '#model/pipe-network.ts';
import type { UtilityNetwork } from '#model/utility-network.ts';
import type { ImportedNode } from '../imported-network.ts';
import type { ElementWords } from './element-words.ts';
import type { SystemParts, SystemStops } from './find-stops.ts';
import type { PointM } from './ifc-source.ts';
import type { Joined } from './join-stops.ts';
import { isDrain } from './roles.ts';
import type { Stop } from './stops.ts';

/** The places of a system as nodes: a fitting, a device that is no link, or where ports are joined. */
export class NodeList {
  readonly all: ImportedNode[] = [];
  readonly #byGroup = new Map<number, ImportedNode>();
  readonly #stops: readonly Stop[];
  readonly #joined: Joined;

  constructor(parts: SystemParts, found: SystemStops, joined: Joined, words: ElementWords) {
    this.#stops = found.stops;
    this.#joined = joined;
    const groups = new Map<number, number[]>();
    for (const row of found.stops.keys()) {
      const group = joined.groupOf(row);
      groups.set(group, [...(groups.get(group) ?? []), row]);
    }
    const hubOf = new Map(found.hubs.flatMap((hub) => hub.stops.map((row) => [row, hub] as const)));
    const isPaired = new Set(found.pairs.flat());
    for (const [group, rows] of groups) {
      const hubs = [...new Set(rows.flatMap((row) => hubOf.get(row) ?? []))];
      const hub = hubs.find(({ role }) => role.kind !== 'fitting') ?? hubs[0];
      const own = hub ? rows.filter((row) => hubOf.get(row) === hub) : rows;
      const stops = own.flatMap((row) => found.stops[row] ?? []);
      const [first] = stops;
      if (!first) continue;
      const isOpen = rows.length === 1 && !isPaired.has(rows[0] ?? -1);
      const point = middleOf(stops.map((stop) => stop.point));
      const node: ImportedNode = hub
        ? {
            ...words.of(hub.element),
            kind: kindOf(hub.role, stops, parts.system.utility),
            point,
            more: moreOf(hub.role, stops, parts.system.utility, rows, isPaired),
          }
        : {
            ...words.ofStop(first),
            kind: isOpen ? openKind(first, parts.system.utility) : 'junction',
            point,
          };
      this.#byGroup.set(group, node);
      this.all.push(node);
    }
  }

  at(row: number): ImportedNode {
    const node = this.#byGroup.get(this.#joined.groupOf(row));
    if (!node) throw new Error(`Stop ${row} of ${this.#stops.length} has no node.`);
    return node;
  }
}

type HubRole = SystemStops['hubs'][number]['role'];

/** What gives into a system feeds it. In drains it takes part at best. */
function kindOf(role: HubRole, stops: readonly Stop[], utility: UtilityNetwork): NodeKind {
  if (role.kind === 'place') return role.node;
  if (role.kind !== 'equipment') return 'junction';
  if (isDrain(utility)) return 'inlet';
  return stops.some(({ flow }) => flow === 'SOURCE') ? 'plant' : 'customer';
}

function moreOf(
  role: HubRole,
  stops: readonly Stop[],
  utility: UtilityNetwork,
  rows: readonly number[],
  isPaired: ReadonlySet<number>,
) {
  const kind = kindOf(role, stops, utility);
  if (kind === 'customer') return { customers: 1 };
  // A board that another one feeds is no source.
  const isFed = stops.some(({ flow }, at) => flow === 'SINK' && isPaired.has(rows[at] ?? -1));
  return kind === 'station' && isFed ? { source: false } : {};
}

/** What flows in at an open end comes from outside the model; drains give away there. */
function openKind({ flow }: Stop, utility: UtilityNetwork): NodeKind {
  if (isDrain(utility)) return flow === 'SOURCE' ? 'outfall' : 'junction';
  return flow === 'SINK' ? 'station' : 'junction';
}

export function middleOf(points: readonly PointM[]): PointM {
  const mean = (axis: 0 | 1 | 2) =>
    points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  return [mean(0), mean(1), mean(2)];
}
