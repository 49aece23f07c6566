// The sanitary and combined sewers as they are handed over: pipes, manholes, pumping stations, overflow
// chambers, the plant.

import type { Corridor } from '../corridor.ts';
import type { BuildingAccess } from '../street-graph-access.ts';
import type { Catchment } from './catchments.ts';
import { type Inlet, placeInlets } from './inlets.ts';
import type { Network, NetworkDevice } from './network.ts';
import { type OutfallReach, toOutfall } from './outfall-reach.ts';
import { overWeir } from './outfall-walls.ts';
import { bankOf } from './outfalls.ts';
import type { OverflowChamber, SanitaryDraft } from './sanitary-draft.ts';
import { type BuiltSewer, buildSewer } from './sewer-build.ts';
import type { LaidReach } from './sewer-levels.ts';
import { accessesByEdge } from './sewer-runs.ts';
import { pumpsOf } from './storm.ts';
import { createYears } from './years.ts';

export interface SanitaryNetwork extends Network {
  /** Id of the node at the wastewater plant. */
  readonly plant: string;
  /** Of the combined sewers. */
  readonly inlets: readonly Inlet[];
  readonly catchments: readonly (Catchment & { readonly outlet: string })[];
}

const letters = { sanitary: 'SA', combined: 'CO' } as const;
const owner = 'Stadtentwässerung Marenholm';

export function buildSanitary(
  draft: SanitaryDraft,
  corridor: Corridor,
  accesses: readonly BuildingAccess[],
  seed: string,
): SanitaryNetwork {
  const { graph, plant, chambers } = draft;
  const byEdge = accessesByEdge(accesses);
  const years = createYears(graph, seed, 'sanitary', { earliest: 1885, renewed: 0.35 });
  const lifted = new Set(
    draft.sanitary.flatMap(({ kind, up, headM }) =>
      kind === 'forceMain' && headM === 0 ? [up] : [],
    ),
  );
  const build = (network: 'sanitary' | 'combined', reaches: readonly LaidReach[]): BuiltSewer =>
    buildSewer(graph, corridor, reaches, byEdge, {
      slot: 'sanitary',
      letters: letters[network],
      networkOf: () => network,
      owner,
      yearOf: years,
      kindOf: (crossing) => {
        if (network === 'combined') return undefined;
        if (crossing === plant) return { kind: 'plant', more: { name: 'Klärwerk Ölhafen' } };
        return lifted.has(crossing) ? { kind: 'station', more: { name: 'Pumpwerk' } } : undefined;
      },
    });
  const sanitary = build('sanitary', draft.sanitary);
  const combined = build('combined', draft.combined);
  const idOf = (network: keyof typeof letters, crossing: number) =>
    `${letters[network]}-${graph.nodes[crossing]!.id}`;
  const overflows = chambers.map((chamber, index) =>
    overflowOf(draft, chamber, combined, index + 1),
  );
  return {
    id: 'sanitary',
    title: 'Sanitary and combined sewers',
    plant: idOf('sanitary', plant),
    pipes: [...sanitary.pipes, ...combined.pipes, ...overflows.map(({ pipe }) => pipe)],
    nodes: [
      ...sanitary.nodes.values(),
      ...combined.nodes.values(),
      ...overflows.map(({ node }) => node),
    ],
    devices: [
      ...pumpsOf(sanitary.pipes, sanitary.nodes),
      ...chambers.flatMap((chamber, index): NetworkDevice[] => {
        const node = idOf('combined', chamber.crossing);
        const at = combined.nodes.get(node)!.at;
        return [
          {
            ...{ id: `${node}-TH`, kind: 'throttle', node, from: node, at },
            to: idOf('sanitary', chamber.crossing),
            more: { throttle_m3s: round(chamber.throttleM3s) },
          },
          {
            ...{ id: `${node}-WE`, kind: 'weir', node, from: node, at },
            to: overflows[index]!.node.id,
            more: {
              crest_m: round(overflows[index]!.weirM),
              width_m: 3,
              discharge: 0.6,
              designFlow_m3s: round(chamber.stormM3s),
            },
          },
        ];
      }),
      ...overflows.flatMap(({ devices }) => devices),
    ],
    valves: [],
    supply: new Map([...sanitary.supply, ...combined.supply]),
    inlets: placeInlets(graph, combined, letters.combined),
    catchments: draft.catchments.map((catchment) => ({
      ...catchment,
      outlet: idOf('combined', catchment.crossing),
    })),
  };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** Over the weir and out to the water. */
function overflowOf(
  { graph }: SanitaryDraft,
  chamber: OverflowChamber,
  { nodes }: BuiltSewer,
  number: number,
): OutfallReach & { readonly weirM: number } {
  const site = bankOf(graph, chamber.crossing);
  const { weirM, flowM3s, leastDiameterM } = overWeir(site, chamber);
  const from = nodes.get(`${letters.combined}-${graph.nodes[chamber.crossing]!.id}`)!;
  const reach = toOutfall(site, {
    ...{ letters: letters.combined, number, from, flowM3s, leastDiameterM, owner, weirM },
  });
  return { ...reach, weirM };
}
