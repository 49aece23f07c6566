// The gas network as it is handed over: gate stations, regulators, pipes of three pressures, valves.

import { createRandom } from '#model/random.ts';
import type { TownBuilding } from '../buildings.ts';
import type { Corridor } from '../corridor.ts';
import type { Point3 } from '../solids.ts';
import type { StreetGraph } from '../street-graph.ts';
import type { BuildingAccess } from '../street-graph-access.ts';
import type { GasDraft, GasLevel, GasRun } from './gas-draft.ts';
import { lengthOf, partOf, pointAlong } from './line-cuts.ts';
import { isOnDistrictHeat } from './loads.ts';
import type { Network, NetworkDevice, NetworkNode, NetworkPipe, NetworkValve } from './network.ts';
import { districtAt, middleOf } from './quarters.ts';
import { accessesByEdge, rimAt } from './sewer-runs.ts';
import { createYears } from './years.ts';

export interface GasNetwork extends Network {
  /** Pressure over atmosphere at which each pipe runs, Pa, by its pressure class. */
  readonly pressurePa: Readonly<Record<string, number>>;
}

const classes: Readonly<Record<GasLevel, { name: string; pressurePa: number; letters: string }>> = {
  high: { name: 'high pressure 16 bar', pressurePa: 1_600_000, letters: 'GH' },
  medium: { name: 'medium pressure 1 bar', pressurePa: 90_000, letters: 'GM' },
  low: { name: 'low pressure 50 mbar', pressurePa: 2300, letters: 'GL' },
};
const owner = 'Stadtwerke Marenholm';
/** A low-pressure pipe ends this far before the great road that it has no feed from. */
const capM = 3;

export function buildGas(
  draft: GasDraft,
  corridor: Corridor,
  buildings: readonly TownBuilding[],
  accesses: readonly BuildingAccess[],
  seed: string,
): GasNetwork {
  const { graph, runs, districts, medium, regulators, gates } = draft;
  const years = createYears(graph, seed, 'gas', { earliest: 1955, renewed: 0.4 });
  const nodes = new Map<string, NetworkNode & { readonly buildings: string[] }>();
  const pipes: NetworkPipe[] = [];
  const devices: NetworkDevice[] = [];
  const fed = new Map(
    districts.flatMap(({ feeds }) =>
      feeds.map(({ edge, crossing }) => [`${edge}/${crossing}`, true]),
    ),
  );
  const pipeOn = new Map<string, NetworkPipe>();

  function node(id: string, kind: NetworkNode['kind'], at: Point3, crossing?: number): string {
    if (!nodes.has(id)) {
      const place = crossing === undefined ? {} : { crossing };
      nodes.set(id, { id, kind, at, rimM: rimAt(at), buildings: [], ...place });
    }
    return id;
  }

  const crossingId = (level: GasLevel, crossing: number) =>
    `${classes[level].letters}-${graph.nodes[crossing]!.id}`;

  function lay({ edge, level, innerM, loadKw }: GasRun): void {
    const { from, to, id: street } = graph.edges[edge]!;
    const whole = corridor.lineOf(level === 'high' ? 'gasHigh' : 'gas', edge)!;
    const length = lengthOf(whole);
    const isCapped = (crossing: number) =>
      level === 'low' && medium.has(crossing) && !fed.has(`${edge}/${crossing}`);
    const cut = Math.min(capM, length / 4);
    const start = isCapped(from) ? cut : 0;
    const end = isCapped(to) ? length - cut : length;
    const line = start === 0 && end === length ? whole : partOf(whole, start, end);
    const idAt = (crossing: number, side: 'a' | 'b', at: Point3): string => {
      const isOwn = level === 'low' && medium.has(crossing);
      return isOwn
        ? node(`GL-${street}-${side}`, 'junction', at, isCapped(crossing) ? undefined : crossing)
        : node(crossingId(level, crossing), 'junction', at, crossing);
    };
    const pipe: NetworkPipe = {
      id: `${classes[level].letters}-P-${street.slice(2)}`,
      network: 'gas',
      role: level === 'high' ? 'transmission' : 'main',
      from: idAt(from, 'a', line[0]!),
      to: idAt(to, 'b', line.at(-1)!),
      line,
      lengthM: lengthOf(line),
      innerM,
      outerM: innerM * 1.1,
      material: level === 'high' ? 'steel' : gasMaterial(years(edge)),
      installed: years(edge),
      roughness: { model: 'colebrook', value: 0.0001 },
      pressureClass: classes[level].name,
      owner,
      zone: districtAt(middleOf(graph.edges[edge]!)).name,
      more: { load_kW: Math.round(loadKw), pressure_Pa: classes[level].pressurePa },
      isOpen: false,
    };
    pipes.push(pipe);
    pipeOn.set(`${edge}/${level === 'high' ? 'high' : 'gas'}`, pipe);
  }
  for (const run of runs) lay(run);

  function regulator(id: string, from: string, to: string, level: GasLevel, name: string): void {
    const place = nodes.get(from)!;
    devices.push({
      id,
      kind: 'regulator',
      node: from,
      from,
      to,
      at: place.at,
      more: { name, setting_Pa: classes[level].pressurePa, safetyShutOff: true },
    });
  }
  for (const [index, crossing] of regulators.entries()) {
    const [upper, lower] = [crossingId('high', crossing), crossingId('medium', crossing)];
    if (!nodes.has(upper)) continue;
    markAs(upper, 'regulator');
    regulator(`GR-H-${pad(index + 1)}`, upper, lower, 'medium', `Übernahmestation ${index + 1}`);
  }
  for (const [index, { feeds }] of districts.entries()) {
    for (const [order, { edge, crossing }] of feeds.entries()) {
      const upper = crossingId('medium', crossing);
      const { from, id: street, name } = graph.edges[edge]!;
      const lower = `GL-${street}-${from === crossing ? 'a' : 'b'}`;
      if (!nodes.has(upper) || !nodes.has(lower)) continue;
      markAs(lower, 'regulator');
      regulator(`GR-D-${pad(index + 1)}-${order + 1}`, upper, lower, 'low', `Regelstation ${name}`);
    }
  }
  for (const gate of gates)
    markAs(crossingId('high', gate), 'station', {
      name: 'Übergabestation',
      pressure_Pa: 1_600_000,
    });

  function markAs(id: string, kind: NetworkNode['kind'], more?: NetworkNode['more']): void {
    const known = nodes.get(id);
    if (known) nodes.set(id, { ...known, kind, ...(more && { more }) });
  }

  const supply = new Map<string, string>();
  const byEdge = accessesByEdge(
    accesses.filter((_, index) => !isOnDistrictHeat(buildings[index]!)),
  );
  for (const [edge, list] of byEdge) {
    const pipe = pipeOn.get(`${edge}/gas`);
    if (!pipe) continue;
    for (const { building, stationM } of list) {
      const id = stationM < graph.edges[edge]!.lengthM / 2 ? pipe.from : pipe.to;
      supply.set(building, id);
      nodes.get(id)!.buildings.push(building);
    }
  }
  return {
    id: 'gas',
    title: 'Gas',
    pipes,
    nodes: [...nodes.values()],
    devices,
    valves: valvesOf(graph, pipes, pipeOn, seed),
    supply,
    pressurePa: Object.fromEntries(
      Object.values(classes).map(({ name, pressurePa }) => [name, pressurePa]),
    ),
  };
}

const pad = (value: number): string => String(value).padStart(3, '0');

const gasMaterial = (year: number): string => {
  if (year < 1972) return 'ductile iron';
  return year < 1980 ? 'PVC' : 'PE';
};

/** At both ends of every pipe of high and medium pressure, and at each street end of low pressure's feeds. */
function valvesOf(
  graph: StreetGraph,
  pipes: readonly NetworkPipe[],
  pipeOn: ReadonlyMap<string, NetworkPipe>,
  seed: string,
): NetworkValve[] {
  const random = createRandom(`${seed}/gas valves`);
  const edgeOf = new Map([...pipeOn].map(([key, pipe]) => [pipe.id, Number(key.split('/')[0])]));
  return pipes.flatMap((pipe): NetworkValve[] => {
    const edge = graph.edges[edgeOf.get(pipe.id)!]!;
    const isSpaced = pipe.id.startsWith('GL') ? random.chance(0.25) : edge.lengthM > 40;
    if (!isSpaced) return [];
    const station = Math.min(6, pipe.lengthM / 3);
    return [
      {
        id: `${pipe.id.replace('-P-', '-V-')}-1`,
        kind: 'isolation',
        link: pipe.id,
        node: pipe.from,
        at: pointAlong(pipe.line, station),
        isClosed: false,
        isOperable: random.chance(0.96),
        lastExercised: random.whole(2016, 2026),
      },
    ];
  });
}
