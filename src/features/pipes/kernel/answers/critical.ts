import type { CriticalCustomer } from '../../contract/incident.ts';
import { toKey } from '../index-space.ts';
import type { KnownNetwork } from '../open-network.ts';

/** Critical customers among the marked nodes; named as the city names them. */
export function criticalAmong(
  { network, properties }: KnownNetwork,
  marks: Uint8Array,
  why: CriticalCustomer['why'],
): readonly CriticalCustomer[] {
  const { ids, isCritical } = network.nodes;
  return ids.flatMap((id, row) => {
    if (marks[row] === 0 || isCritical[row] === 0) return [];
    const { name, critical } = properties('node', row);
    const told = [name, critical].find((one) => typeof one === 'string' && one !== '');
    return [{ key: toKey(network.id, 'node', id), id, name: told ? String(told) : id, why }];
  });
}
