// Ports, whose they are, where they stand, and which are joined.

import { enumerationOf } from '../../ifc/step/values.ts';
import type { IfcSource, PointM } from './ifc-source.ts';

export interface IfcPort {
  readonly id: number;
  readonly owner: number;
  /** m; undefined where the file does not place it. */
  readonly point: PointM | undefined;
  /** As seen from its owner: SINK takes in, SOURCE gives out; '' where it is both or not said. */
  readonly flow: 'SINK' | 'SOURCE' | '';
  /** IfcDistributionSystemEnum; '' where it is not said. */
  readonly system: string;
}

export interface IfcPorts {
  readonly of: (element: number) => readonly IfcPort[];
  readonly byId: ReadonlyMap<number, IfcPort>;
  /** Joined pairs, each once. */
  readonly joints: readonly (readonly [number, number])[];
  readonly partnersOf: (port: number) => readonly number[];
}

const FLOW = 7;
const SYSTEM = 9;
const SAME_M = 1e-3;

export function readPorts(source: IfcSource): IfcPorts {
  const { model } = source;
  const byOwner = new Map<number, IfcPort[]>();
  const byId = new Map<number, IfcPort>();
  const give = (id: number, owner: number) => {
    if (byId.has(id) || !source.isA(id, 'IFCPORT')) return;
    const port = readPort(source, id, owner);
    byId.set(id, port);
    const list = byOwner.get(owner);
    if (list) list.push(port);
    else byOwner.set(owner, [port]);
  };
  for (const row of model.rowsOf('IFCRELCONNECTSPORTTOELEMENT')) {
    const port = model.cursor.begin(row, 4).reference();
    give(port, model.cursor.reference());
  }
  for (const row of model.rowsOf('IFCRELNESTS')) {
    const owner = model.cursor.begin(row, 4).reference();
    for (const part of model.cursor.references()) give(part, owner);
  }
  for (const [owner, ports] of byOwner) {
    if (!standTogether(ports)) continue;
    // Two ends in one point are no places: some programs put all ports where their element stands.
    const bare = ports.map((port) => ({ ...port, point: undefined }));
    byOwner.set(owner, bare);
    for (const port of bare) byId.set(port.id, port);
  }
  const joints: (readonly [number, number])[] = [];
  const partners = new Map<number, number[]>();
  const seen = new Set<string>();
  for (const row of model.rowsOf('IFCRELCONNECTSPORTS')) {
    const one = model.cursor.begin(row, 4).reference();
    const other = model.cursor.reference();
    const key = one < other ? `${one} ${other}` : `${other} ${one}`;
    if (one === other || seen.has(key) || !byId.has(one) || !byId.has(other)) continue;
    seen.add(key);
    joints.push([one, other]);
    partners.set(one, [...(partners.get(one) ?? []), other]);
    partners.set(other, [...(partners.get(other) ?? []), one]);
  }
  return {
    of: (element) => byOwner.get(element) ?? [],
    ...{ byId, joints },
    partnersOf: (port) => partners.get(port) ?? [],
  };
}

function readPort(source: IfcSource, id: number, owner: number): IfcPort {
  const values = source.valuesOf(id);
  const matrix = source.matrixOf(id);
  const flow = enumerationOf(values[FLOW]);
  const system = enumerationOf(values[SYSTEM]) ?? '';
  return {
    ...{ id, owner },
    point: matrix && [matrix[12] ?? 0, matrix[13] ?? 0, matrix[14] ?? 0],
    flow: flow === 'SINK' || flow === 'SOURCE' ? flow : '',
    system: system === 'NOTDEFINED' || system === 'USERDEFINED' ? '' : system,
  };
}

function standTogether(ports: readonly IfcPort[]): boolean {
  const [first] = ports;
  if (ports.length < 2 || !first?.point) return false;
  const { point } = first;
  return ports.every(
    (port) =>
      port.point !== undefined &&
      Math.hypot(...port.point.map((part, axis) => part - (point[axis] ?? 0))) < SAME_M,
  );
}
