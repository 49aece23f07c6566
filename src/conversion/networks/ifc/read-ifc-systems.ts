// The distribution systems of an IFC file → networks in the file's own coordinates (m).

import type { Text } from '#model/text.ts';
import { createIfcModel } from '../../ifc/description/ifc-model.ts';
import type { ImportedNetwork } from '../imported-network.ts';
import { networkIds } from '../imported-network.ts';
import { createAxisReader } from './axis.ts';
import { buildSystem } from './build-system.ts';
import { createIfcSource, type IfcSource, type SystemsFile } from './ifc-source.ts';
import { type IfcPorts, readPorts } from './ports.ts';
import { type IfcSystem, noNetwork, readSystems } from './systems.ts';

export interface IfcSystemsOptions {
  /** Of the model among those of its city: part of the networks' ids. */
  readonly id: string;
  /** As people know the model: stands before the systems' names. */
  readonly name: string;
  /** Open ends this near are joined, m. */
  readonly joinM: number;
}

export interface IfcSystems {
  readonly networks: readonly ImportedNetwork[];
  /** Systems that became none, and pieces that belong to none. */
  readonly notes: readonly Text[];
}

const NONE: IfcSystems = { networks: [], notes: [] };

/** Never throws for what a file says. */
export function readIfcSystems(file: SystemsFile, options: IfcSystemsOptions): IfcSystems {
  const model = createIfcModel(file);
  const concerned = model.rowsDerivedFrom('IFCSYSTEM', 'IFCFLOWSEGMENT');
  if (concerned.length === 0) return NONE;
  const source = createIfcSource(file, model);
  const ports = readPorts(source);
  const systems = readSystems(source, ports).filter(({ id }) => !isOther(source, id));
  const axisOf = createAxisReader(source);
  const networks: ImportedNetwork[] = [];
  const notes: Text[] = [];
  for (const system of systems) {
    const { utility } = system;
    const made =
      utility &&
      buildSystem({
        ...{ source, ports, axisOf, meetM: options.joinM },
        system: { ...system, utility },
      });
    if (!made || !utility) {
      notes.push(noNetwork(system, hasSegments(source, system)));
      continue;
    }
    networks.push({
      id: [networkIds[utility], options.id, slug(system.name) || String(system.id)].join('-'),
      name: `${options.name}: ${system.title}`,
      utility,
      source: { file: file.file, format: 'ifc' },
      plane: { kind: 'local' },
      ...made,
    });
  }
  return { networks: withOwnIds(networks), notes: [...notes, ...strays(source, ports, systems)] };
}

/** Zones, structures and building elements are systems of the schema, too; nothing flows in them. */
const isOther = (source: IfcSource, id: number): boolean =>
  ['IFCZONE', 'IFCBUILDINGSYSTEM', 'IFCBUILTSYSTEM', 'IFCSTRUCTURALANALYSISMODEL'].some((one) =>
    source.isA(id, one),
  );

const hasSegments = (source: IfcSource, { members }: IfcSystem): boolean =>
  [...members].some((id) => source.isA(id, 'IFCFLOWSEGMENT'));

function strays(source: IfcSource, ports: IfcPorts, systems: readonly IfcSystem[]): Text[] {
  const known = new Set(systems.flatMap(({ members }) => [...members]));
  const rows = source.model.rowsDerivedFrom('IFCFLOWSEGMENT');
  const loose = Array.from(rows, (row) => source.model.idOf(row)).filter((id) => !known.has(id));
  if (loose.length === 0) return [];
  const joined = loose.filter((id) => ports.of(id).length > 0).length;
  return [
    {
      en: `${loose.length} pipe, duct or cable segments belong to no system (${joined} of them have ports): they become no network.`,
      zh: `${loose.length} 个管段、风管段或线缆段不属于任何系统（其中 ${joined} 个有端口），不生成网络。`,
    },
  ];
}

function withOwnIds(networks: readonly ImportedNetwork[]): ImportedNetwork[] {
  const counts = new Map<string, number>();
  return networks.map((network) => {
    const count = (counts.get(network.id) ?? 0) + 1;
    counts.set(network.id, count);
    return count === 1 ? network : { ...network, id: `${network.id}-${count}` };
  });
}

const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
