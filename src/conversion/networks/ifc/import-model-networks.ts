// The networks of a building model: they stand where it does, and are judged like any others.

import type { ImportedCity, ImportedNetworks, NetworkWishes } from '../import-networks.ts';
import type { ImportedNetwork } from '../imported-network.ts';
import { reportNetwork } from '../network-report.ts';
import { type ModelStand, placeModelNetwork } from './place-model-network.ts';

/** Throws `InputError` where the model stands nowhere on the Earth. */
export function importModelNetworks(
  networks: readonly ImportedNetwork[],
  stand: ModelStand,
  { gapM, accepts }: Pick<NetworkWishes, 'gapM' | 'accepts'>,
  { geoid, vertical }: ImportedCity,
): ImportedNetworks {
  const done = networks.map((network) =>
    reportNetwork(
      placeModelNetwork(network, stand, geoid, vertical),
      { gapM },
      (finding) => accepts?.(network.id, finding) ?? false,
    ),
  );
  return {
    networks: done.map(({ placed }) => placed),
    reports: done.map(({ report }) => report),
  };
}
