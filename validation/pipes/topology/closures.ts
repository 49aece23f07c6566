// Each segment of a network closed off, judged twice: by topology (who is isolated or stranded) and by
// pressure-driven hydraulics (who gets nothing). They have to say the same of every customer in every incident.

import { readInpNetwork } from '#conversion/networks/inp-network.ts';
import { noChanges } from '#model/network-changes.ts';
import { LOW_PRESSURE_M, servicePressure } from '#simulation/hydraulics/judge-supply.ts';
import { openWaterModel } from '#simulation/hydraulics/open-model.ts';
import { isFailure, type WaterModel, type WaterSnapshot } from '#simulation/hydraulics/parts.ts';
import { trySolve } from '#simulation/hydraulics/solve.ts';
import { buildGraph } from '#simulation/network/graph.ts';
import { isolateLink, type PreparedNetwork } from '#simulation/network/isolate.ts';
import { toOperation } from '#simulation/network/operation.ts';
import { findSources, reach } from '#simulation/network/reach.ts';
import { findSegments } from '#simulation/network/segments.ts';
import { strategicValves } from './strategic-valves.ts';

export interface Agreement {
  /** Customers times incidents, and how many are judged alike. */
  readonly tests: number;
  readonly agree: number;
  readonly incidents: number;
  /** Reached by topology, dry by hydraulics: an open way leads there, its pressure is too low. */
  readonly lowPressure: number;
  /** The same, where a pump or valve on the way is shut by its own control. */
  readonly shutByControl: number;
  /**
   * Cut off by the links that EPANET has open, one-way ones the right way, and yet it gives what its
   * accuracy leaves open: in pockets behind closed links its heads mean nothing. The app judges such pockets as without supply.
   */
  readonly undetermined: number;
  /** None of these. */
  readonly unexplained: number;
  /** Incidents that EPANET could not solve. */
  readonly unsolved: number;
}

/** EPANET has converged when flows change by less than this part of all flow (its ACCURACY). */
const ACCURACY = 1e-3;

/** A customer who gets less than this share is dry. */
const DRY_SHARE = 0.05;

/** Every `stride`-th segment with a link. */
export async function compareClosures(
  inp: string,
  file: string,
  stride: number,
): Promise<Agreement> {
  const bare = readInpNetwork(inp, file);
  const network = readInpNetwork(inp, file, strategicValves(bare));
  const graph = buildGraph(network);
  const prepared = { network, graph, segments: findSegments(network, graph) };
  const model = await openWaterModel(inp);
  const sum = { tests: 0, agree: 0, incidents: 0, unsolved: 0 };
  const differences = { lowPressure: 0, shutByControl: 0, undetermined: 0, unexplained: 0 };
  try {
    for (const link of oneLinkEach(prepared, stride)) {
      const { isolated, valves } = isolateLink(prepared, link, noChanges);
      const closedLinks = new Set<string>();
      for (const [row, id] of network.links.ids.entries()) {
        if (isolated.links[row] === 1) closedLinks.add(id);
      }
      for (const valve of valves) closedLinks.add(network.links.ids[network.valves.link[valve]!]!);
      const changes = { ...noChanges, closedLinks: [...closedLinks] };
      const snapshot = trySolve(model, {
        ...{ changes, state: undefined, pressureDriven: servicePressure },
      });
      sum.incidents++;
      if (isFailure(snapshot)) {
        sum.unsolved++;
        continue;
      }
      const operation = toOperation(network, graph, changes);
      const reached = reach(network, graph, operation, { nodes: findSources(network) });
      const isLinkClosed = Uint8Array.from(network.links.ids, (id) => {
        const index = model.linkIndex.get(id) ?? 0;
        return Number(snapshot.isOpen[index - 1] === 0);
      });
      const shut = { ...operation, isLinkClosed };
      const fed = reach(network, graph, shut, { nodes: findSources(network) });
      judge(network.nodes.ids, [reached.nodes, fed.nodes], model, snapshot, sum, differences);
    }
  } finally {
    model.close();
  }
  return { ...sum, ...differences };
}

type Differences = {
  -readonly [Kind in 'lowPressure' | 'shutByControl' | 'undetermined' | 'unexplained']: number;
};

function judge(
  ids: readonly string[],
  /** With the links as the register has them, and as EPANET has them in this moment. */
  [isReached, isFed]: readonly [Uint8Array, Uint8Array],
  model: WaterModel,
  snapshot: WaterSnapshot,
  sum: { tests: number; agree: number },
  differences: Differences,
): void {
  const all = snapshot.demandM3s.reduce((total, flow) => total + Math.max(0, flow), 0);
  for (const [row, id] of ids.entries()) {
    const node = (model.nodeIndex.get(id) ?? 0) - 1;
    const asked = snapshot.demandM3s[node]! / Math.max(1e-12, snapshot.deliveredShare[node]!);
    const isCustomer = model.nodeType[node] === 0 && isAsking(snapshot, node, asked);
    if (!isCustomer) continue;
    sum.tests++;
    const isDry = snapshot.deliveredShare[node]! < DRY_SHARE;
    if (isDry === (isReached[row] === 0)) sum.agree++;
    else if (!isDry && isFed[row] === 0 && snapshot.demandM3s[node]! < ACCURACY * all) {
      differences.undetermined++;
    } else if (!isDry) differences.unexplained++;
    else if (isFed[row] === 0) differences.shutByControl++;
    else if (snapshot.pressureM[node]! < LOW_PRESSURE_M) differences.lowPressure++;
    else differences.unexplained++;
  }
}

/** Where nothing is asked EPANET says that all is delivered. */
const isAsking = (snapshot: WaterSnapshot, node: number, asked: number): boolean =>
  snapshot.deliveredShare[node]! < 1 || asked > 1e-9;

function oneLinkEach({ segments }: PreparedNetwork, stride: number): readonly number[] {
  const links = new Map<number, number>();
  for (const [link, segment] of segments.ofLink.entries()) {
    if (!links.has(segment)) links.set(segment, link);
  }
  return [...links.values()].filter((_, at) => at % stride === 0);
}
