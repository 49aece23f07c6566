// The elements of a system by what they are to a network, with all places where they can be joined.

import type { UtilityNetwork } from '#model/utility-network.ts';
import type { createAxisReader, ElementAxis } from './axis.ts';
import type { IfcSource, PointM } from './ifc-source.ts';
import type { IfcPort, IfcPorts } from './ports.ts';
import { type Role, roleOf } from './roles.ts';
import { type Hints, type Stop, segmentStops } from './stops.ts';
import type { IfcSystem } from './systems.ts';

export interface SystemParts {
  readonly source: IfcSource;
  readonly ports: IfcPorts;
  readonly axisOf: ReturnType<typeof createAxisReader>;
  readonly system: IfcSystem & { readonly utility: UtilityNetwork };
  /** Open ends this near meet, m. */
  readonly meetM: number;
}

type RoleOf<Kind extends Role['kind']> = Extract<Role, { kind: Kind }>;

export interface SystemStops {
  readonly stops: readonly Stop[];
  /** Rows of stops along the axis. */
  readonly segments: readonly {
    readonly element: number;
    readonly axis: ElementAxis;
    readonly rows: readonly number[];
  }[];
  /** Nodes: fittings, places, equipment; valves and movers that have not two ports. */
  readonly hubs: readonly {
    readonly element: number;
    readonly role: RoleOf<'fitting' | 'place' | 'equipment'>;
    readonly isValve: boolean;
    readonly stops: readonly number[];
  }[];
  readonly valves: readonly Linked<RoleOf<'valve'>>[];
  readonly devices: readonly Linked<RoleOf<'device'>>[];
  readonly pairs: readonly (readonly [number, number])[];
  readonly hasPump: boolean;
  /** Valves whose kind is not said. */
  readonly unsure: number;
  /** Elements that nothing places. */
  readonly unplaced: readonly number[];
}

interface Linked<LinkRole> {
  readonly element: number;
  readonly role: LinkRole;
  /** Rows of its two stops. */
  readonly rows: readonly number[];
}

export function findStops(parts: SystemParts): SystemStops {
  const { source, ports, axisOf, system } = parts;
  const elements = [...system.members]
    .sort((a, b) => a - b)
    .map((element) => ({
      element,
      role: roleOf(source, element, system.utility),
      ports: ports.of(element).filter((port) => isOfSystem(port, parts)),
    }))
    .filter(({ role, ports: own }) => role.kind !== 'none' || own.length > 0);
  const axes = new Map<number, ElementAxis>();
  for (const { element, role, ports: own } of elements) {
    const axis = role.kind === 'segment' ? (axisOf(element) ?? axisOfPorts(own)) : undefined;
    if (axis) axes.set(element, axis);
  }
  const stops: Stop[] = [];
  const rowOf = new Map<number, number>();
  const put = (stop: Stop): number => {
    if (stop.port) rowOf.set(stop.port.id, stops.length);
    return stops.push(stop) - 1;
  };
  const found = {
    ...{ segments: [], hubs: [], valves: [], devices: [], unplaced: [] },
    unsure: 0,
  } as Mutable;
  const hints = createHints(ports, axes);
  for (const { element, role, ports: own } of elements) {
    if (role.kind !== 'segment') continue;
    const axis = axes.get(element);
    if (!axis) found.unplaced.push(element);
    else
      found.segments.push({
        element,
        axis,
        rows: segmentStops(element, axis, own, hints).map(put),
      });
  }
  for (const { element, role, ports: own } of elements) {
    if (role.kind === 'segment') continue;
    const places = placesOf(own, element, stops, rowOf, parts);
    const isLink = (role.kind === 'valve' || role.kind === 'device') && places.length === 2;
    if (places.length === 0) {
      found.unplaced.push(element);
    } else if (role.kind === 'valve') {
      if (!role.isSure) found.unsure++;
      const rows = places.map(put);
      if (isLink) found.valves.push({ element, role, rows });
      else found.hubs.push({ element, role: junction, isValve: !role.isOneWay, stops: rows });
    } else if (role.kind === 'device' && isLink) {
      found.devices.push({ element, role, rows: places.map(put) });
    } else {
      const hub = role.kind === 'device' ? equipment : role.kind === 'none' ? junction : role;
      found.hubs.push({ element, role: hub, isValve: false, stops: places.map(put) });
    }
  }
  return {
    ...found,
    stops,
    pairs: ports.joints.flatMap(([one, other]) => {
      const [a, b] = [rowOf.get(one), rowOf.get(other)];
      return a === undefined || b === undefined ? [] : [[a, b] as const];
    }),
    hasPump: found.devices.some(({ role }) => role.link === 'pump'),
  };
}

type Mutable = {
  -readonly [Key in
    | 'segments'
    | 'hubs'
    | 'valves'
    | 'devices'
    | 'unplaced']: SystemStops[Key][number][];
} & { unsure: number };

const junction: RoleOf<'place'> = { kind: 'place', node: 'junction' };
const equipment: RoleOf<'equipment'> = { kind: 'equipment' };

/** A pump stands in the water and in the power: a port is of the system that it is joined in, or says. */
function isOfSystem(port: IfcPort, { ports, system }: SystemParts): boolean {
  const partners = ports.partnersOf(port.id).flatMap((id) => ports.byId.get(id) ?? []);
  if (partners.some(({ owner }) => system.members.has(owner))) {
    return port.system === '' || system.purpose === '' || port.system === system.purpose;
  }
  return port.system === '' || system.purpose === ''
    ? partners.length === 0
    : port.system === system.purpose;
}

/** A segment without a readable shape goes straight from port to port. */
function axisOfPorts(ports: readonly IfcPort[]): ElementAxis | undefined {
  const points = ports.map(({ point }) => point).filter((point) => point !== undefined);
  return points.length < 2 ? undefined : { points, section: undefined };
}

/** Stops of what is no segment; without ports it stands where its placement is. */
function placesOf(
  own: readonly IfcPort[],
  owner: number,
  stops: readonly Stop[],
  rowOf: ReadonlyMap<number, number>,
  { source, ports }: SystemParts,
): Stop[] {
  const toStop = (port: IfcPort | undefined, point: PointM): Stop => ({
    ...{ owner, port, point, alongM: 0 },
    flow: port?.flow ?? '',
  });
  const matrix = source.matrixOf(owner);
  const stand: PointM | undefined = matrix && [matrix[12] ?? 0, matrix[13] ?? 0, matrix[14] ?? 0];
  if (own.length === 0) return stand ? [toStop(undefined, stand)] : [];
  const at = own.map((port) => {
    const partner = ports.partnersOf(port.id).flatMap((id) => stops[rowOf.get(id) ?? -1] ?? [])[0];
    return port.point ?? partner?.point;
  });
  const known = at.find((point) => point !== undefined) ?? stand;
  return own.flatMap((port, row) => {
    const point = at[row] ?? known;
    return point ? [toStop(port, point)] : [];
  });
}

/** Ends of what a port is joined to; across a fitting without places, those of what that is joined to. */
function createHints(ports: IfcPorts, axes: ReadonlyMap<number, ElementAxis>): Hints {
  const around = (port: IfcPort, depth: number): PointM[] => {
    if (port.point) return [port.point];
    const axis = axes.get(port.owner);
    if (axis) return [axis.points[0], axis.points.at(-1)].filter((point) => point !== undefined);
    if (depth === 0) return [];
    return ports
      .of(port.owner)
      .filter(({ id }) => id !== port.id)
      .flatMap((other) => across(other, depth - 1));
  };
  const across = (port: IfcPort, depth: number): PointM[] =>
    ports.partnersOf(port.id).flatMap((id) => {
      const partner = ports.byId.get(id);
      return partner ? around(partner, depth) : [];
    });
  return (port) => across(port, 3);
}
