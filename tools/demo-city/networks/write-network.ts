// A network as collections in the schema of pipes: `pipes-…`, `nodes-…`, `devices-…`, `valves-…`.

import type { Feature, Geometry } from 'geojson';
import { site } from '../site.ts';
import { type Collection, toCollection, toLine, toPlace } from '../write-collection.ts';
import type { Network, NetworkNode, NetworkPipe, NetworkValve } from './network.ts';
import { rimAt } from './sewer-runs.ts';

const round = (value: number): number => Math.round(value * 100) / 100;
const toMillimetres = (metres: number): number => Math.round(metres * 1000);

/** Collections without a feature are left out. */
export function writeNetwork(network: Network): Collection[] {
  const { id, title, pipes, nodes, devices, valves } = network;
  const sets: readonly (readonly [kind: string, title: string, features: Feature<Geometry>[]])[] = [
    ['pipes', title, pipes.map(toPipe)],
    ['nodes', `${title}: nodes`, nodes.map(toNode)],
    [
      'devices',
      `${title}: pumps and devices`,
      devices.map(({ id: name, kind, node, from, to, at, more }) =>
        toPlace(name, at, { kind, node, fromNode: from, toNode: to, ...more }),
      ),
    ],
    [
      'valves',
      `${title}: valves and switches`,
      valves.map(({ id: name, kind, link, node, at, isClosed, isOperable, lastExercised }) =>
        toPlace(name, at, {
          kind,
          link,
          node,
          normalState: stateOf(kind, isClosed),
          state: stateOf(kind, isClosed),
          operable: isOperable,
          lastExercised: String(lastExercised),
        }),
      ),
    ],
  ];
  return sets.flatMap(([kind, name, features]) =>
    features.length === 0 ? [] : [toCollection(`${kind}-${id}`, name, features)],
  );
}

/** A valve that lets nothing through is closed; a switch that lets nothing through is open. */
const stateOf = (kind: NetworkValve['kind'], isClosed: boolean): 'open' | 'closed' =>
  (kind === 'isolation') === isClosed ? 'closed' : 'open';

function toPipe(pipe: NetworkPipe): Feature<Geometry> {
  const { id, network, role, from, to, line, innerM, outerM, installed } = pipe;
  const [start, end] = [line[0]!, line.at(-1)!];
  const isSewer = network === 'storm' || network === 'sanitary' || network === 'combined';
  const isSurveyed = installed >= 1995;
  const zSource = isSewer ? 'invert' : isSurveyed ? 'surveyed' : 'cover';
  return toLine(id, line, {
    assetId: id,
    network,
    role,
    fromNode: from,
    toNode: to,
    shape: 'circle',
    innerDiameter_mm: toMillimetres(innerM),
    wall_mm: toMillimetres((outerM - innerM) / 2),
    material: pipe.material,
    installDate: String(installed),
    ...(isSewer && {
      fromInvert_m: round(start.z - innerM / 2),
      toInvert_m: round(end.z - innerM / 2),
    }),
    ...(!pipe.isOpen && { depthOfCover_m: round(coverOf(pipe)) }),
    verticalDatum: site.verticalCrs,
    zSource,
    qualityLevel: isSewer || isSurveyed ? 'B' : 'C',
    length_m: round(pipe.lengthM),
    ...(pipe.roughness && { roughness: pipe.roughness }),
    ...(pipe.pressureClass && { pressureClass: pipe.pressureClass }),
    status: 'inService',
    owner: pipe.owner,
    zone: pipe.zone,
    ...pipe.more,
  });
}

/** Least ground over the pipe at its bends, m. */
export const coverOf = ({ line, outerM }: NetworkPipe): number =>
  Math.min(...line.map((point) => rimAt(point) - point.z)) - outerM / 2;

function toNode({ id, kind, at, rimM, invertM, buildings, more }: NetworkNode): Feature<Geometry> {
  return toPlace(id, at, {
    kind,
    rim_m: round(rimM),
    elevation_m: round(at.z),
    ...(invertM !== undefined && { invert_m: round(invertM) }),
    ...(buildings.length > 0 && { customers: buildings.length, buildings }),
    ...more,
  });
}
