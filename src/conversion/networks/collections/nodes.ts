import type { NodeRow } from '#model/build-network.ts';
import { type NodeKind, nodeKinds } from '#model/pipe-network.ts';
import type { UtilityNetwork } from '#model/utility-network.ts';
import type { FaultList } from './faults.ts';
import { type Feature, Fields, readPoint, wordMap } from './fields.ts';

const kinds = wordMap(nodeKinds);
const drains: readonly UtilityNetwork[] = ['storm', 'sanitary', 'combined'];

/** `host` is the id of the node that it stands at. */
export type ReadNode = Omit<NodeRow, 'host'> & { readonly host: string | undefined };

/** Undefined, with a fault, where it has no place. */
export function readNode(
  { id, geometry, properties }: Feature,
  utility: UtilityNetwork,
  faults: FaultList,
): ReadNode | undefined {
  const place = readPoint(geometry);
  if (!place) return faults.leaveOut('has no point as geometry.', '没有点坐标。');
  const fields = new Fields(properties, faults);
  const kind = fields.word('kind', kinds) ?? 'junction';
  const { critical } = properties;
  return {
    id,
    kind,
    place,
    groundLevelM: fields.number('rim_m') ?? fields.number('ground_m'),
    invertLevelM: fields.number('invert_m') ?? fields.number('elevation_m'),
    host: fields.text('node'),
    demand: readDemand(fields, utility),
    customers: fields.amount('customers'),
    isCritical: critical !== undefined && critical !== null && critical !== false,
    isSource: fields.boolean('source') ?? feeds(kind, utility),
  };
}

/** m³/s of water, kg/s of gas, W of heat and power. */
function readDemand(fields: Fields, utility: UtilityNetwork): number | undefined {
  if (utility === 'gas') return fields.amount('demand_kg_s');
  if (utility === 'heatSupply' || utility === 'heatReturn' || utility === 'power') {
    const kilowatts = fields.amount('load_kW');
    return kilowatts === undefined ? undefined : 1000 * kilowatts;
  }
  return fields.number('demand_m3s');
}

/** Plants and stations of drains take water; those of other networks give. */
function feeds(kind: NodeKind, utility: UtilityNetwork): boolean {
  if (kind === 'reservoir' || kind === 'tank') return true;
  return (kind === 'plant' || kind === 'station') && !drains.includes(utility);
}
