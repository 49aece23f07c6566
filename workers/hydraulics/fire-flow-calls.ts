import type {
  AnalysedElement,
  AnalysisNews,
  FireFlowRequest,
  FireFlowResult,
  HydrantRow,
  RingResult,
  TogetherResult,
} from '#features/pipes/contract/analyses.ts';
import { toKey } from '#features/pipes/kernel/index-space.ts';
import { nodeKinds } from '#model/pipe-network.ts';
import {
  type FireFlowOptions,
  type HydrantFlow,
  runFireFlow,
} from '#simulation/hydraulics/fire-flow/fire-flow.ts';
import { compareRing } from '#simulation/hydraulics/fire-flow/ring.ts';
import { runTogether } from '#simulation/hydraulics/fire-flow/together.ts';
import type { WaterModel } from '#simulation/hydraulics/parts.ts';
import { prepare } from '#simulation/hydraulics/prepare.ts';
import { elementOf, keyOfNode, modelNode, optionsOf, rowOfNode, search } from './analysis-desk.ts';
import { MODEL } from './model-name.ts';
import { PASCALS_PER_METRE } from './to-values.ts';
import type { WaterList } from './water-list.ts';
import type { WaterNetwork } from './water-network.ts';

const HYDRANT = nodeKinds.indexOf('hydrant');

/** Streams about hydrants. */
export function createFireFlowCalls(list: WaterList) {
  return {
    fireFlow: (
      request: FireFlowRequest,
      { signal }: { readonly signal: AbortSignal },
    ): AsyncIterable<AnalysisNews<FireFlowResult>> => {
      const water = list.get(request.network);
      return search(water, signal, (model) => fireFlow(water, model, request));
    },
    together: (
      request: FireFlowRequest,
      { signal }: { readonly signal: AbortSignal },
    ): AsyncIterable<AnalysisNews<TogetherResult>> => {
      const water = list.get(request.network);
      return search(water, signal, (model) => together(water, model, request));
    },
    ring: (
      request: FireFlowRequest & { readonly hydrant: string },
      { signal }: { readonly signal: AbortSignal },
    ): AsyncIterable<AnalysisNews<RingResult>> => {
      const water = list.get(request.network);
      return search(water, signal, (model) => ring(water, model, request));
    },
  };
}

/** Hydrants of the register, whether the model has them or not. */
export const createHydrantCalls = (list: WaterList) => ({
  hydrants({ network }: { readonly network: string }): readonly AnalysedElement[] {
    const water = list.get(network);
    return hydrantRows(water, undefined).map((row) => elementOf(water, 'node', row));
  },
});

const toOptions = ({ residualPa, zoneMinimumPa, mostM3s }: FireFlowRequest): FireFlowOptions => ({
  residualM: residualPa / PASCALS_PER_METRE,
  zoneMinimumM: zoneMinimumPa / PASCALS_PER_METRE,
  mostM3s: mostM3s ?? Number.POSITIVE_INFINITY,
});

function* fireFlow(
  water: WaterNetwork,
  model: WaterModel,
  request: FireFlowRequest,
): Generator<number, FireFlowResult> {
  const { network } = water.parts;
  const rows = hydrantRows(water, request.hydrants);
  const places = rows.map((row) => ({ row, node: junctionOf(water, row) }));
  const nodes = [...new Set(places.flatMap(({ node }) => node ?? []))];
  const flows = new Map<string, HydrantFlow>();
  const undo = prepare(model, optionsOf(water, request));
  try {
    for (const flow of runFireFlow(model, nodes, toOptions(request))) {
      flows.set(flow.node, flow);
      yield flows.size / nodes.length;
    }
  } finally {
    undo();
  }
  return {
    ...{ network: network.id, atMs: request.atMs, model: `${MODEL.split(',')[0]}, demand-driven` },
    ...{ residualPa: request.residualPa, zoneMinimumPa: request.zoneMinimumPa },
    rows: places.flatMap(({ row, node }) => {
      const flow = node === undefined ? undefined : flows.get(node);
      return flow ? [toRow(water, row, flow)] : [];
    }),
    unknown: places.flatMap(({ row, node }) =>
      node === undefined ? (network.nodes.ids[row] ?? []) : [],
    ),
  };
}

function* together(
  water: WaterNetwork,
  model: WaterModel,
  request: FireFlowRequest,
): Generator<number, TogetherResult> {
  const { network } = water.parts;
  const idOf = (row: number) => network.nodes.ids[row] ?? '';
  const rows = hydrantRows(water, request.hydrants);
  const places = rows.map((row) => ({ row, node: junctionOf(water, row) }));
  const nodes = [...new Set(places.flatMap(({ node }) => node ?? []))];
  const undo = prepare(model, optionsOf(water, request));
  try {
    const { rows: flows, totalM3s, limit } = yield* runTogether(model, nodes, toOptions(request));
    const byNode = new Map(flows.map(({ node, flowM3s }) => [node, flowM3s]));
    const sharing = (node: string) => places.filter((place) => place.node === node).length;
    return {
      ...{ network: network.id, atMs: request.atMs, totalM3s, limit },
      model: `${MODEL.split(',')[0]}, demand-driven`,
      rows: places.flatMap(({ row, node }) =>
        node === undefined
          ? []
          : [{ id: idOf(row), flowM3s: (byNode.get(node) ?? 0) / sharing(node) }],
      ),
      unknown: places.flatMap(({ row, node }) => (node === undefined ? [idOf(row)] : [])),
    };
  } finally {
    undo();
  }
}

function* ring(
  water: WaterNetwork,
  model: WaterModel,
  request: FireFlowRequest & { readonly hydrant: string },
): Generator<number, RingResult> {
  const { network } = water.parts;
  const row = rowOfNode(water, request.hydrant);
  const node = row === undefined ? undefined : junctionOf(water, row);
  if (node === undefined) throw new Error(`The model has no junction for ${request.hydrant}.`);
  yield 0;
  const undo = prepare(model, optionsOf(water, request));
  try {
    const { hydrant, feedNode, closed } = compareRing(model, node, toOptions(request));
    return {
      hydrant: toKey(network.id, 'node', request.hydrant),
      flowM3s: hydrant.flowM3s,
      feed: keyOfNode(water, feedNode),
      closed: closed.map(({ link, flow }) => ({
        ...{ pipe: toKey(network.id, 'link', link), id: link, flowM3s: flow.flowM3s },
      })),
    };
  } finally {
    undo();
  }
}

/** Rows of nodes; throws where an id is none. */
function hydrantRows(water: WaterNetwork, ids: readonly string[] | undefined): number[] {
  const { nodes } = water.parts.network;
  if (ids === undefined) return [...nodes.kind.keys()].filter((row) => nodes.kind[row] === HYDRANT);
  return ids.map((id) => {
    const row = rowOfNode(water, id);
    if (row === undefined) throw new Error(`The network has no node ${id}.`);
    return row;
  });
}

function junctionOf(water: WaterNetwork, row: number): string | undefined {
  const node = modelNode(water, row);
  const index = node === undefined ? undefined : water.model.nodeIndex.get(node);
  return index !== undefined && water.model.nodeType[index - 1] === 0 ? node : undefined;
}

function toRow(water: WaterNetwork, row: number, flow: HydrantFlow): HydrantRow {
  const { staticM, flowM3s, aloneM3s, limit, lowestNode, lowestM, hydrantClass, method } = flow;
  return {
    ...elementOf(water, 'node', row),
    ...{ flowM3s, aloneM3s, limit, hydrantClass, method },
    staticPa: staticM * PASCALS_PER_METRE,
    lowest: keyOfNode(water, lowestNode),
    lowestPa: lowestM * PASCALS_PER_METRE,
  };
}
