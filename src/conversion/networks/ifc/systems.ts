// The distribution systems of a file, who belongs to them, and what flows in them.

import type { Text } from '#model/text.ts';
import type { UtilityNetwork } from '#model/utility-network.ts';
import { enumerationOf } from '../../ifc/step/values.ts';
import type { IfcSource } from './ifc-source.ts';
import type { IfcPorts } from './ports.ts';

export interface IfcSystem {
  readonly id: number;
  /** As the file calls it, short: `RW`. */
  readonly name: string;
  /** For people: its long name where it has one. */
  readonly title: string;
  /** IfcDistributionSystemEnum; '' where it says nothing. */
  readonly purpose: string;
  /** Undefined for air, cooling and the like, which the schema of networks does not know. */
  readonly utility: UtilityNetwork | undefined;
  /** Where it is not the predefined type that tells what flows. */
  readonly isByName: boolean;
  readonly members: ReadonlySet<number>;
}

const NAME = 2;
const OBJECT_TYPE = 4;
const LONG_NAME = 5;
const PREDEFINED = 6;

const byPurpose: Readonly<Record<string, UtilityNetwork>> = {
  WATERSUPPLY: 'water',
  DOMESTICCOLDWATER: 'water',
  DOMESTICHOTWATER: 'water',
  FIREPROTECTION: 'water',
  RAINWATER: 'storm',
  STORMWATER: 'storm',
  SEWAGE: 'sanitary',
  WASTEWATER: 'sanitary',
  DRAINAGE: 'combined',
  GAS: 'gas',
  HEATING: 'heatSupply',
  ELECTRICAL: 'power',
  LIGHTING: 'power',
  POWERGENERATION: 'power',
  EARTHING: 'power',
  LIGHTNINGPROTECTION: 'power',
  FIXEDTRANSMISSIONNETWORK: 'telecom',
  OVERHEAD_CONTACTLINE_SYSTEM: 'power',
  RETURN_CIRCUIT: 'power',
  DATA: 'telecom',
  COMMUNICATION: 'telecom',
  TELEPHONE: 'telecom',
  TV: 'telecom',
  AUDIOVISUAL: 'telecom',
  SIGNAL: 'telecom',
  SECURITY: 'telecom',
  CONTROL: 'telecom',
};

/** Of systems whose type says nothing: IFC2X3 has names only. */
const byWords: readonly (readonly [RegExp, UtilityNetwork])[] = [
  [/storm|rain|regenwasser|pluvial|hulevesi|雨水/i, 'storm'],
  [/sewage|waste ?water|sanitary|soil|schmutz|abwasser|污水|废水/i, 'sanitary'],
  [/drain|entwässerung|排水/i, 'combined'],
  [/fire|sprinkler|cold ?water|hot ?water|domestic|water supply|trinkwasser|给水|消防/i, 'water'],
  [/\bgas\b|燃气|氧气/i, 'gas'],
  [/heat|hydronic|heizung|供热|采暖/i, 'heatSupply'],
  [/power|electric|light|strom|电力|照明/i, 'power'],
  [/data|tele|signal|communication|通信|弱电/i, 'telecom'],
];
const OF_AIR = /air|ventilat|exhaust|zuluft|abluft|lüftung|chilled|condenser|cooling|通风|空调|冷/i;
const RETURNS = /return|rücklauf|\bRL\b|回水/i;

/** Systems with members, those that are part of another with it. */
export function readSystems(source: IfcSource, ports: IfcPorts): readonly IfcSystem[] {
  const { model } = source;
  const members = new Map<number, Set<number>>();
  const add = (group: number, ids: readonly number[]) => {
    const known = members.get(group) ?? new Set();
    members.set(group, known);
    for (const id of ids) known.add(ports.byId.get(id)?.owner ?? id);
  };
  const parents = new Map<number, number>();
  for (const row of model.rowsOf('IFCRELASSIGNSTOGROUP', 'IFCRELASSIGNSTOGROUPBYFACTOR')) {
    const ids = model.cursor.begin(row, 4).references();
    const group = model.cursor.skip().reference();
    for (const id of ids) if (source.isA(id, 'IFCSYSTEM')) parents.set(id, group);
    add(group, ids);
  }
  for (const row of model.rowsOf('IFCRELAGGREGATES', 'IFCRELNESTS')) {
    const whole = model.cursor.begin(row, 4).reference();
    if (!source.isA(whole, 'IFCSYSTEM')) continue;
    for (const part of model.cursor.references()) parents.set(part, whole);
  }
  for (const [part, whole] of parents) {
    if (part !== whole) add(topOf(whole, parents), [...(members.get(part) ?? [])]);
  }
  return [...members].flatMap(([id, own]) => {
    const isWhole = source.isA(id, 'IFCSYSTEM') && !parents.has(id);
    return isWhole && own.size > 0 ? [readSystem(source, id, own)] : [];
  });
}

function topOf(system: number, parents: ReadonlyMap<number, number>): number {
  let top = system;
  for (let depth = 0; depth < 16; depth++) top = parents.get(top) ?? top;
  return top;
}

function readSystem(source: IfcSource, id: number, members: ReadonlySet<number>): IfcSystem {
  const name = source.textAt(id, NAME) || source.textAt(id, LONG_NAME) || `#${id}`;
  const title = source.textAt(id, LONG_NAME) || name;
  const word = enumerationOf(source.valuesOf(id)[PREDEFINED]) ?? '';
  const purpose = word === 'NOTDEFINED' || word === 'USERDEFINED' ? '' : word;
  const words = [name, title, source.textAt(id, OBJECT_TYPE)].join(' ');
  const known = purpose === '' ? byName(words) : byPurpose[purpose];
  const utility = known === 'heatSupply' && RETURNS.test(words) ? 'heatReturn' : known;
  return { id, name, title, purpose, utility, isByName: purpose === '', members };
}

const byName = (words: string): UtilityNetwork | undefined =>
  OF_AIR.test(words) ? undefined : byWords.find(([pattern]) => pattern.test(words))?.[1];

/** Why a system becomes no network. */
export const noNetwork = ({ name, title, purpose }: IfcSystem, hasSegments: boolean): Text => {
  const full = title === name ? name : `${name} (${title})`;
  if (!hasSegments) {
    return {
      en: `System ${full} has no pipe or cable segments: it becomes no network.`,
      zh: `系统 ${full} 没有管段或线缆段，不生成网络。`,
    };
  }
  const what = purpose === '' ? 'not said' : purpose;
  return {
    en: `System ${full} carries what networks here do not know (${what}): it becomes no network.`,
    zh: `系统 ${full} 的介质不在网络类型之列（${purpose || '未注明'}），不生成网络。`,
  };
};
