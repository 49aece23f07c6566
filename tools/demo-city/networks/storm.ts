// The storm sewers as they are handed over: pipes, manholes, inlets, basins, pumps, outfalls, catchments.

import type { Corridor } from '../corridor.ts';
import type { BuildingAccess } from '../street-graph-access.ts';
import type { Catchment } from './catchments.ts';
import { type Inlet, placeInlets } from './inlets.ts';
import type { Network, NetworkDevice, NetworkNode, NetworkPipe } from './network.ts';
import { largestInto, type OutfallReach, toOutfall } from './outfall-reach.ts';
import { type BuiltSewer, buildSewer } from './sewer-build.ts';
import { accessesByEdge } from './sewer-runs.ts';
import type { StormDraft } from './storm-draft.ts';
import { createYears } from './years.ts';

export interface StormNetwork extends Network {
  readonly inlets: readonly Inlet[];
  /** With the id of the manhole that each drains to. */
  readonly catchments: readonly (Catchment & { readonly outlet: string })[];
}

const letters = 'ST';
const owner = 'Stadtentwässerung Marenholm';

export function buildStorm(
  draft: StormDraft,
  corridor: Corridor,
  accesses: readonly BuildingAccess[],
  seed: string,
): StormNetwork {
  const { graph, levels, basins } = draft;
  const basinAt = new Map(basins.map((basin) => [basin.crossing, basin]));
  const built = buildSewer(graph, corridor, levels.reaches, accessesByEdge(accesses), {
    slot: 'storm',
    letters,
    networkOf: () => 'storm',
    owner,
    yearOf: createYears(graph, seed, 'storm', { earliest: 1890, renewed: 0.3 }),
    kindOf: (crossing) => {
      const basin = basinAt.get(crossing);
      if (!basin) return undefined;
      const { name, volumeM3, throttleM3s, inflowM3s } = basin;
      return {
        kind: 'storage',
        more: {
          name: `Rückhaltebecken ${name}`,
          volume_m3: volumeM3,
          depth_m: 2.5,
          area_m2: volumeM3 / 2.5,
          throttle_m3s: round(throttleM3s),
          designInflow_m3s: round(inflowM3s),
        },
      };
    },
  });
  const outfalls = outfallsOf(draft, built);
  const idOf = (crossing: number) => `${letters}-${graph.nodes[crossing]!.id}`;
  return {
    id: 'storm',
    title: 'Storm sewers',
    pipes: [...built.pipes, ...outfalls.map(({ pipe }) => pipe)],
    nodes: [...built.nodes.values(), ...outfalls.map(({ node }) => node)],
    devices: [
      ...pumpsOf(built.pipes, built.nodes),
      ...basins.map((basin): NetworkDevice => throttleOf(basin, built, idOf(basin.crossing))),
      ...outfalls.flatMap(({ devices }) => devices),
    ],
    valves: [],
    supply: built.supply,
    inlets: placeInlets(graph, built, letters),
    catchments: draft.catchments.map((catchment) => ({
      ...catchment,
      outlet: idOf(catchment.crossing),
    })),
  };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

function outfallsOf(
  { graph, outfalls, peakAt, levels }: StormDraft,
  { nodes }: BuiltSewer,
): OutfallReach[] {
  return outfalls.map((site, index) => {
    const from = nodes.get(`${letters}-${graph.nodes[site.crossing]!.id}`)!;
    return toOutfall(site, {
      letters,
      number: index + 1,
      from,
      flowM3s: Math.max(0.03, peakAt(site.crossing)),
      leastDiameterM: largestInto(levels, site.crossing),
      owner,
    });
  });
}

/** A pump at the beginning of each force main. */
export function pumpsOf(
  pipes: readonly NetworkPipe[],
  nodes: ReadonlyMap<string, NetworkNode>,
): NetworkDevice[] {
  return pipes
    .filter(({ role }) => role === 'forceMain')
    .map(({ id, from, to, line, innerM, more }) => {
      const well = nodes.get(from)!;
      const flow = Number(more?.designFlow_m3s ?? 0);
      return {
        id: id.replace('-P-', '-PU-'),
        kind: 'pump',
        node: from,
        from,
        to,
        at: well.at,
        more: {
          capacity_m3s: round(Math.max(0.005, flow * 1.15)),
          head_m: round(Math.max(1, line.at(-1)!.z + innerM / 2 - well.at.z + 1)),
          startLevel_m: round(well.at.z + 0.8),
          stopLevel_m: round(well.at.z + 0.3),
          units: 2,
        },
      };
    });
}

function throttleOf(
  { throttleM3s }: StormDraft['basins'][number],
  { pipes, nodes }: BuiltSewer,
  node: string,
): NetworkDevice {
  const onward = pipes.find(({ from, role }) => from === node && role === 'main');
  return {
    id: `${node}-TH`,
    kind: 'throttle',
    node,
    from: node,
    to: onward?.to ?? node,
    at: nodes.get(node)!.at,
    more: { throttle_m3s: round(throttleM3s) },
  };
}
