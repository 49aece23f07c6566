// Gives pipes that name no nodes the nodes at their ends: those within the tolerance, else new ones.

import { AssumptionList } from '../assumptions.ts';
import type { ImportedNode, ImportedPipe, PlanePoint } from '../imported-network.ts';
import type { PlacedNetwork } from '../place-network.ts';
import { NearbyPoints } from './nearby.ts';
import { createMetres } from './network-plan.ts';

/** Networks whose pipes name their nodes stay as they are. */
export function joinEnds(placed: PlacedNetwork, toleranceM: number): PlacedNetwork {
  const { network, toEarth, boundsDeg } = placed;
  if (network.pipes.every(({ from, to }) => from !== '' && to !== '')) return placed;
  const { toPlan } = createMetres(boundsDeg, toEarth);
  const near = new NearbyPoints(toleranceM);
  const known = new Set(network.nodes.map(({ id }) => id));
  for (const { id, point } of network.nodes) near.add(id, toPlan(point));
  const made: ImportedNode[] = [];
  let joined = 0;
  const nodeFor = (pipe: ImportedPipe, end: 'from' | 'to', point: PlanePoint): string => {
    const [nearest] = near.within(toPlan(point), toleranceM);
    if (nearest) {
      joined++;
      return nearest.id;
    }
    let id = `${pipe.id}:${end}`;
    while (known.has(id)) id += "'";
    known.add(id);
    near.add(id, toPlan(point));
    made.push({ id, at: pipe.at, kind: 'junction', point });
    return id;
  };
  const pipes = network.pipes.map((pipe) => {
    const from = pipe.from || nodeFor(pipe, 'from', pipe.line[0]!);
    const to = pipe.to || nodeFor(pipe, 'to', pipe.line.at(-1)!);
    return { ...pipe, from, to };
  });
  const assumptions = new AssumptionList();
  assumptions.add(
    'joined-ends',
    `Pipes name no nodes: # ends were joined to what stands within ${toleranceM} m of them (--join).`,
    `管段未注明节点：# 个端点与 ${toleranceM} m 内的节点相连（--join）。`,
    joined,
  );
  if (made.length > 0) {
    assumptions.add(
      'made-nodes',
      '# junctions were made where pipes end without a node.',
      '在无节点的管段端点处生成了 # 个连接点。',
      made.length,
    );
  }
  return {
    ...placed,
    network: {
      ...network,
      pipes,
      nodes: [...network.nodes, ...made],
      assumptions: [...network.assumptions, ...assumptions.all],
    },
  };
}
