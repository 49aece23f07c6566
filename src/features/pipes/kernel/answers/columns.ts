// What the tables say of each kind of element, by name and unit: for details, lists and statistics alike.

import {
  heightSources,
  type PipeNetwork,
  pipeRoles,
  pipeShapes,
  pipeStatuses,
} from '#model/pipe-network.ts';
import { utilityNetworks } from '#model/utility-network.ts';
import { pipeVolumeM3 } from '#simulation/network/pipe-volume.ts';
import type { ElementKind } from '../../contract/answers.ts';
import type { KnownNetwork } from '../open-network.ts';
import { typeOf } from './type-of.ts';

export interface Column {
  readonly name: string;
  /** SI; '' where there is none. */
  readonly unit: string;
  /** NaN or '' where it is not known. */
  readonly read: (known: KnownNetwork, row: number) => number | string;
}

const utilities = Object.keys(utilityNetworks);

/** A column of numbers with a unit. */
const number = (
  name: string,
  unit: string,
  read: (network: PipeNetwork, row: number) => number | undefined,
): Column => ({
  name,
  unit,
  read: ({ network }, row) => rounded(read(network, row) ?? Number.NaN),
});

const words = (
  name: string,
  read: (network: PipeNetwork, row: number) => string | undefined,
): Column => ({ name, unit: '', read: ({ network }, row) => read(network, row) ?? '' });

/** 0 is not known: years. */
const year = (name: string, read: (network: PipeNetwork, row: number) => number | undefined) =>
  number(name, 'year', (network, row) => read(network, row) || Number.NaN);

const yes = (name: string, read: (network: PipeNetwork, row: number) => number | undefined) =>
  words(name, (network, row) => (read(network, row) === 1 ? 'yes' : 'no'));

/** Tables hold single precision: 0.1 stays 0.1. */
const rounded = (value: number) => Number(value.toPrecision(7));

const type = (kind: ElementKind): Column => ({
  ...{ name: 'type', unit: '' },
  read: ({ network }, row) => typeOf(network, { kind, row }),
});

export const columns: Readonly<Record<ElementKind, readonly Column[]>> = {
  link: [
    type('link'),
    words('utility', ({ links }, row) => utilities[links.utility[row]!]),
    words('role', ({ links }, row) => pipeRoles[links.role[row]!]),
    words('status', ({ links }, row) => pipeStatuses[links.status[row]!]),
    words('material', ({ links }, row) => links.materials[links.material[row]!]),
    number('length', 'm', ({ links }, row) => links.lengthM[row]),
    number('innerDiameter', 'm', ({ links }, row) => links.innerM[row]),
    number('innerWidth', 'm', ({ links }, row) => links.widthM[row]),
    number('wall', 'm', ({ links }, row) => links.wallM[row]),
    words('shape', ({ links }, row) => pipeShapes[links.shape[row]!]),
    number('volume', 'm³', pipeVolumeM3),
    year('year', ({ links }, row) => links.year[row]),
    number('cover', 'm', ({ links }, row) => links.coverM[row]),
    number('fromInvertLevel', 'm', ({ links }, row) => links.fromInvertLevelM[row]),
    number('toInvertLevel', 'm', ({ links }, row) => links.toInvertLevelM[row]),
    number('slope', 'm/m', ({ links }, row) => {
      const fall = links.fromInvertLevelM[row]! - links.toInvertLevelM[row]!;
      return links.lengthM[row]! > 0 ? fall / links.lengthM[row]! : undefined;
    }),
    words('heightSource', ({ links }, row) => heightSources[links.heightSource[row]!]),
    words('zone', ({ links }, row) => links.zones[links.zone[row]!]),
    yes('closed', ({ links }, row) => links.isClosed[row]),
    yes('oneWay', ({ links }, row) => links.isOneWay[row]),
  ],
  node: [
    type('node'),
    number('groundLevel', 'm', ({ nodes }, row) => nodes.groundLevelM[row]),
    number('invertLevel', 'm', ({ nodes }, row) => nodes.invertLevelM[row]),
    number('depth', 'm', ({ nodes }, row) => nodes.groundLevelM[row]! - nodes.invertLevelM[row]!),
    number('demand', '', ({ nodes }, row) => nodes.demand[row] || Number.NaN),
    number('customers', '1', ({ nodes }, row) => nodes.customers[row]),
    yes('critical', ({ nodes }, row) => nodes.isCritical[row]),
    yes('source', ({ nodes }, row) => nodes.isSource[row]),
  ],
  valve: [
    type('valve'),
    words('link', ({ valves, links }, row) => links.ids[valves.link[row]!]),
    words('node', ({ valves, nodes }, row) => nodes.ids[valves.node[row]!]),
    yes('closed', ({ valves }, row) => valves.isClosed[row]),
    yes('operable', ({ valves }, row) => valves.isOperable[row]),
    year('exercised', ({ valves }, row) => valves.exercisedYear[row]),
    number('turns', '1', ({ valves }, row) => valves.turns[row]),
    number('diameter', 'm', ({ valves }, row) => valves.diameterM[row]),
    words('access', ({ valves }, row) => valves.access[row]),
  ],
};
