// Gas, heat and power of the open city: opened once, solved for each moment. What fails keeps its last good values
// and says since when they are old.

import { NetworkDataError } from '#simulation/gas-heat/network-facts.ts';
import { type LoadedNetwork, loadNetworks } from '../pipes/open-networks.ts';
import type { Service } from '../port.ts';
import type { Desk } from './desk.ts';
import { createGasDesk } from './gas-desk.ts';
import { createHeatDesk } from './heat-desk.ts';
import { createPowerDesk } from './power-desk.ts';
import type { GasHeatFault, GasHeatProtocol } from './protocol.ts';

const kinds: ReadonlySet<string> = new Set(['gas', 'heatSupply', 'heatReturn', 'power']);

export function createGasHeatService(): Service<GasHeatProtocol> {
  let loaded: readonly LoadedNetwork[] = [];
  let desks: readonly Desk[] = [];
  return {
    calls: {
      open: async ({ sources }, { signal }) => {
        const { networks, failures } = await loadNetworks(sources, loaded, signal);
        loaded = networks.filter(({ network }) => kinds.has(network.utility));
        const faults: GasHeatFault[] = failures.map(({ id, reason }) => ({
          element: id,
          text: { en: reason, zh: reason },
        }));
        const found: Desk[] = [];
        const attempt = (create: () => Desk) => {
          try {
            found.push(create());
          } catch (error) {
            if (!(error instanceof NetworkDataError)) throw error;
            faults.push({ element: error.element, text: error.text });
          }
        };
        const of = (utility: string) => loaded.filter(({ network }) => network.utility === utility);
        for (const one of of('gas')) attempt(() => createGasDesk(one));
        const [supply] = of('heatSupply');
        const [back] = of('heatReturn');
        if (supply && back) attempt(() => createHeatDesk(supply, back));
        for (const one of of('power')) attempt(() => createPowerDesk(one));
        desks = found;
        return { networks: desks.flatMap((desk) => desk.networks), faults };
      },
      solve: (moment) => {
        const solved = desks.map((desk) => desk.solve(moment));
        return {
          values: solved.flatMap(({ values }) => values),
          reports: solved.map(({ report }) => report),
        };
      },
    },
    streams: {},
  };
}
