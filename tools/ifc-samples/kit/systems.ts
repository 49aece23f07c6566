// Distribution systems: what flows where, through ports that are joined.

import { enumeration } from '../step/step-file.ts';
import type { Entity, Model, Product, Storey } from './model.ts';
import type { XYZ } from './place.ts';

export interface SystemSpec {
  readonly key: string;
  readonly name: string;
  readonly longName: string;
  /** IfcDistributionSystemEnum. */
  readonly kind: string;
  readonly ports: 'PIPE' | 'DUCT' | 'CABLECARRIER' | 'CABLE';
}

export interface System extends Entity {
  readonly spec: SystemSpec;
}

export interface Port extends Entity {
  /** In its storey, m. */
  readonly at: XYZ;
  readonly storey: Storey;
  readonly owner: Product;
}

export interface PortSpec {
  readonly key: string;
  readonly owner: Product;
  readonly storey: Storey;
  readonly at: XYZ;
  readonly flow: 'SOURCE' | 'SINK' | 'SOURCEANDSINK';
  /** Of a pipe's or duct's own piece: its place is the end of that piece, and isn't said again. */
  readonly isEnd?: boolean;
}

export interface Systems {
  readonly system: (spec: SystemSpec) => System;
  /** Makes its owner a part of the system. */
  readonly port: (system: System, spec: PortSpec) => Port;
  readonly join: (one: Port, other: Port) => void;
}

export function createSystems(model: Model): Systems {
  const { object, product, relate, place, file, globalId, history, building } = model;
  return {
    system(spec) {
      const { key, name, longName, kind } = spec;
      const made = object(
        ...(['IFCDISTRIBUTIONSYSTEM', `system ${key}`, name, undefined, undefined] as const),
        ...[longName, enumeration(kind)],
      );
      relate('IFCRELSERVICESBUILDINGS', made, building);
      return { ...made, spec };
    },
    port(system, { key, owner, storey, at, flow, isEnd }) {
      const { ports, kind } = system.spec;
      const made = product('IFCDISTRIBUTIONPORT', {
        ...{ key: `port ${key}`, name: undefined, shape: undefined },
        placement: isEnd ? undefined : place(storey.placement, at),
        own: [enumeration(flow), enumeration(ports), enumeration(kind)],
      });
      relate('IFCRELNESTS', owner, made);
      relate('IFCRELASSIGNSTOGROUP', system, owner);
      return { ...made, at, storey, owner };
    },
    join(one, other) {
      file.add(
        ...(['IFCRELCONNECTSPORTS', globalId(`join ${one.key} ${other.key}`), history] as const),
        ...[undefined, undefined, one.ref, other.ref, undefined],
      );
    },
  };
}
