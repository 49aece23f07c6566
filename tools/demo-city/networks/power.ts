// The power grid as it is handed over: 110, 20 and 0.4 kV cables, substations, transformers, switches.

import { createRandom } from '#model/random.ts';
import type { Corridor } from '../corridor.ts';
import type { Point3 } from '../solids.ts';
import type { BuildingAccess } from '../street-graph-access.ts';
import { wayLine } from './cable-lines.ts';
import { lengthOf, partOf, pointAlong } from './line-cuts.ts';
import type { Network, NetworkDevice, NetworkNode, NetworkPipe, NetworkValve } from './network.ts';
import type { PowerDraft } from './power-draft.ts';
import { districtAt, middleOf } from './quarters.ts';
import { accessesByEdge, rimAt } from './sewer-runs.ts';
import { createYears } from './years.ts';

export interface Transformer {
  /** Id of its node and device. */
  readonly id: string;
  readonly at: Point3;
  readonly loadKw: number;
  readonly ratedKva: number;
  /** Id of the substation that feeds its ring. */
  readonly substation: string;
}

export interface PowerNetwork extends Network {
  readonly transformers: readonly Transformer[];
}

const owner = 'Stadtwerke Marenholm';
const cables = {
  low: { voltageKv: 0.4, outerM: 0.052, material: 'NAYY 4x150' },
  medium: { voltageKv: 20, outerM: 0.075, material: 'NA2XS2Y 3x240' },
  high: { voltageKv: 110, outerM: 0.11, material: 'A2XS(FL)2Y 3x1000' },
} as const;
type Level = keyof typeof cables;
/** Cables lie beside each other in one trench, away from the houses; m to the right of the low-voltage cable. */
const besideM = { low: 0, medium: -0.12, high: -0.34 } as const;

export function buildPower(
  draft: PowerDraft,
  corridor: Corridor,
  accesses: readonly BuildingAccess[],
  seed: string,
): PowerNetwork {
  const { graph, cells, rings, grid, substations } = draft;
  const random = createRandom(`${seed}/power`);
  const years = createYears(graph, seed, 'power', { earliest: 1958, renewed: 0.35 });
  const nodes = new Map<string, NetworkNode & { readonly buildings: string[] }>();
  const pipes: NetworkPipe[] = [];
  const devices: NetworkDevice[] = [];
  const valves: NetworkValve[] = [];
  const supply = new Map<string, string>();

  function node(
    id: string,
    kind: NetworkNode['kind'],
    at: Point3,
    more?: NetworkNode['more'],
    crossing?: number,
  ): string {
    if (!nodes.has(id)) {
      nodes.set(id, {
        ...{ id, kind, at, rimM: rimAt(at), buildings: [] },
        ...(more && { more }),
        ...(crossing !== undefined && { crossing }),
      });
    }
    return id;
  }

  const pad = (value: number, digits = 4): string => String(value).padStart(digits, '0');
  const at = (crossing: number) => corridor.nodeOf('power', crossing);
  const substationId = (number: number) => `UW-${number + 1}`;
  const stationId = (cell: number) => `TS-${pad(cell + 1)}`;

  function cable(
    id: string,
    level: Level,
    from: string,
    to: string,
    line: readonly Point3[],
    edges: readonly [number, ...number[]],
    more: NetworkPipe['more'],
  ): NetworkPipe {
    const [edge] = edges;
    const { voltageKv, outerM, material } = cables[level];
    const pipe: NetworkPipe = {
      ...{ id, network: 'power', from, to, line, material, owner },
      role: level === 'low' ? 'main' : 'transmission',
      lengthM: lengthOf(line),
      ...{ innerM: outerM, outerM },
      installed: years(edge),
      pressureClass: `${voltageKv} kV`,
      zone: districtAt(middleOf(graph.edges[edge]!)).name,
      more: { voltage_kV: voltageKv, ...more },
      isOpen: edges.some((one) => graph.edges[one]!.bridge !== undefined),
    };
    pipes.push(pipe);
    return pipe;
  }

  function openSwitch(
    id: string,
    pipe: NetworkPipe,
    end: 'from' | 'to',
    kind: NetworkValve['kind'],
    isClosed: boolean,
  ): void {
    const station =
      end === 'from'
        ? Math.min(1, pipe.lengthM / 4)
        : Math.max(pipe.lengthM - 1, (pipe.lengthM * 3) / 4);
    valves.push({
      ...{ id, kind, link: pipe.id, node: pipe[end] },
      at: pointAlong(pipe.line, station),
      isClosed,
      isOperable: random.chance(0.98),
      lastExercised: random.whole(2019, 2026),
    });
  }

  for (const [number, { name, crossing }] of substations.entries()) {
    if (!rings.some(({ substation }) => substation === number)) continue;
    const place = at(crossing);
    const [upper, lower] = [
      node(`${substationId(number)}-110`, 'substation', place, { name, voltage_kV: 110 }),
      node(substationId(number), 'substation', place, { name, voltage_kV: 20 }, crossing),
    ];
    devices.push({
      id: `${substationId(number)}-T`,
      kind: 'transformer',
      node: lower,
      from: upper,
      to: lower,
      at: place,
      more: { name, rated_kVA: 63_000, units: 2, ratio: '110/20' },
    });
  }

  const transformers: Transformer[] = [];
  const ringOf = new Map(rings.flatMap((ring) => ring.cells.map((cell) => [cell, ring] as const)));
  for (const [cell, { station, loadKw }] of cells.entries()) {
    const place = at(station);
    const id = stationId(cell);
    const units = Math.max(1, Math.ceil(loadKw / 900));
    const ratedKva = [250, 400, 630, 1000].find((size) => size * 0.9 >= loadKw / units) ?? 1000;
    node(
      id,
      'substation',
      place,
      { voltage_kV: 0.4, load_kW: Math.round(loadKw), rated_kVA: ratedKva },
      station,
    );
    node(`${id}-20`, 'substation', place, { voltage_kV: 20 });
    devices.push({
      id: `${id}-T`,
      kind: 'transformer',
      node: id,
      from: `${id}-20`,
      to: id,
      at: place,
      more: { rated_kVA: ratedKva, units, ratio: '20/0.4', load_kW: Math.round(loadKw) },
    });
    transformers.push({
      id,
      at: place,
      loadKw,
      ratedKva,
      substation: substationId(ringOf.get(cell)?.substation ?? 0),
    });
  }

  const byEdge = accessesByEdge(accesses);
  for (const [cell, { edges, forest }] of cells.entries()) {
    for (const edge of edges) {
      const { from, to, id } = graph.edges[edge]!;
      const whole = corridor.lineOf('power', edge)!;
      const isTree = forest.onward[from] === edge || forest.onward[to] === edge;
      const up =
        forest.onward[to] === edge || (!isTree && forest.cost[from]! <= forest.cost[to]!)
          ? from
          : to;
      const down = up === from ? to : from;
      const flowing = up === from ? whole : [...whole].reverse();
      const upId = lowNode(cell, up);
      const line = isTree
        ? flowing
        : partOf(flowing, 0, Math.max(lengthOf(flowing) - 1.5, lengthOf(flowing) / 2));
      const downId = isTree ? lowNode(cell, down) : node(`EL-${id}-E`, 'junction', line.at(-1)!);
      const pipe = cable(`EL-P-${id.slice(2)}`, 'low', upId, downId, line, [edge], {
        transformer: stationId(cell),
      });
      // A cable that ends at another one is a spare way: its switch stands open.
      if (!isTree) openSwitch(`EL-SW-${id.slice(2)}`, pipe, 'to', 'switch', true);
      for (const { building } of byEdge.get(edge) ?? []) {
        supply.set(building, stationId(cell));
        nodes.get(stationId(cell))!.buildings.push(building);
      }
    }
  }

  /** Cells that meet at a crossing have a joint each there. */
  function lowNode(cell: number, crossing: number): string {
    if (cells[cell]!.station === crossing) return stationId(cell);
    return node(
      `EL-${graph.nodes[crossing]!.id}-${cell + 1}`,
      'junction',
      at(crossing),
      undefined,
      crossing,
    );
  }

  for (const [number, ring] of rings.entries()) {
    const last = ring.sections.length - 1;
    for (const [order, way] of ring.sections.entries()) {
      const from =
        order === 0 ? substationId(ring.substation) : `${stationId(ring.cells[order - 1]!)}-20`;
      const to =
        order === last ? substationId(ring.substation) : `${stationId(ring.cells[order]!)}-20`;
      const id = `MV-${pad(number + 1, 3)}-${order + 1}`;
      const line = wayLine(graph, corridor, way, besideM.medium - 0.09 * (number % 3));
      const [edge, ...others] = way.edges;
      if (edge === undefined) {
        joinInPlace(id, from, to);
        continue;
      }
      const pipe = cable(id, 'medium', from, to, line, [edge, ...others], {
        ring: `R-${pad(number + 1, 3)}`,
      });
      openSwitch(`${id}-A`, pipe, 'from', 'loadBreakSwitch', order === ring.openSection);
      openSwitch(`${id}-B`, pipe, 'to', 'loadBreakSwitch', false);
    }
  }

  /** Two stations at one crossing are joined by a busbar. */
  function joinInPlace(id: string, from: string, to: string): void {
    devices.push({
      id,
      kind: 'busbar',
      node: to,
      from,
      to,
      at: nodes.get(to)!.at,
      more: { voltage_kV: 20 },
    });
  }

  for (const [order, way] of grid.entries()) {
    const name = (crossing: number) => {
      const number = substations.findIndex((substation) => substation.crossing === crossing);
      return number < 0
        ? node('UW-0-110', 'station', at(crossing), { name: 'Netzübergabe 110 kV' })
        : `${substationId(number)}-110`;
    };
    const [edge, ...others] = way.edges;
    if (edge === undefined) continue;
    const line = wayLine(graph, corridor, way, besideM.high);
    cable(`HV-${order + 1}`, 'high', name(way.from), name(way.to), line, [edge, ...others], {});
  }

  return {
    id: 'power',
    title: 'Power',
    pipes,
    nodes: [...nodes.values()],
    devices,
    valves,
    supply,
    transformers,
  };
}
