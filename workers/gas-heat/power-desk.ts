import { pipeFlags } from '#features/pipes/contract.ts';
import { noChanges } from '#model/network-changes.ts';
import { linkKinds } from '#model/pipe-network.ts';
import { loadPower, toPowerModel } from '#simulation/gas-heat/power-load.ts';
import type { LoadedNetwork } from '../pipes/open-networks.ts';
import { createDesk, type Desk, freshReadings, keyOf, leastRows } from './desk.ts';

export function createPowerDesk({ network, records }: LoadedNetwork): Desk {
  const model = toPowerModel(network, records.properties.bind(records));
  const { nodes, links } = network;
  const nodeRow = new Map(nodes.ids.map((id, row) => [id, row]));
  return createDesk({
    kind: 'power',
    networks: [network.id],
    model: 'loads summed up over closed switches',
    assumptions: model.assumptions,
    keysOf: () => [],
    solve: (moment) => {
      const { atMs, changes } = moment;
      const read = freshReadings(
        moment,
        (one) => one.network === 'power' && one.property === 'electricPower',
      );
      const measuredW = new Map(
        read.flatMap(({ element, value }) => {
          const row = nodeRow.get(element);
          return row === undefined ? [] : [[row, value] as const];
        }),
      );
      const load = loadPower(model, changes[network.id] ?? noChanges, measuredW);
      const without = nodes.customers.reduce(
        (sum, customers, row) => sum + (load.isSupplied[row] === 1 ? 0 : customers),
        0,
      );
      const fullest = leastRows(
        load.loadShare.map((share) => -share),
        8,
      );
      return {
        values: [
          {
            network: network.id,
            atMs,
            model: 'Power, loads summed up',
            staleSinceMs: undefined,
            links: { loadShare: Float32Array.from(load.loadShare) },
            nodes: {},
            linkFlags: Uint8Array.from(links.ids, (_, row) =>
              load.isSupplied[links.from[row]!] === 1 || load.isSupplied[links.to[row]!] === 1
                ? 0
                : pipeFlags.noSupply,
            ),
            nodeFlags: Uint8Array.from(load.isSupplied, (one) =>
              one === 1 ? 0 : pipeFlags.noSupply,
            ),
          },
        ],
        figures: [
          { name: { en: 'Load', zh: '负荷' }, value: load.totalW - load.lostW, unit: 'W' },
          { name: { en: 'Load that is cut off', zh: '失电负荷' }, value: load.lostW, unit: 'W' },
          {
            name: { en: 'Transformers with measured load', zh: '实测负荷变压器' },
            value: measuredW.size,
            unit: 'count',
          },
          {
            name: { en: 'Customers without power', zh: '停电用户' },
            value: without,
            unit: 'count',
          },
        ],
        notable: fullest.map((row) => ({
          key: keyOf(network.id, 'link', links.ids[row]),
          id: links.ids[row]!,
          name:
            linkKinds[links.kind[row]!] === 'transformer'
              ? { en: 'Transformer load', zh: '变压器负载率' }
              : { en: 'Cable load', zh: '电缆负载率' },
          value: load.loadShare[row]!,
          unit: '1' as const,
          isBad: load.loadShare[row]! > 1,
        })),
        residuals: [],
      };
    },
  });
}
