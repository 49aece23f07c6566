// Answers the protocol. Each network that is open is a `DrainNetwork`; what it computes lies in
// `src/simulation/drainage`.

import { readNetwork } from '#conversion/networks/read-collections.ts';
import type { DrainageMatch, OpenDrains } from '#features/pipes/contract/drainage.ts';
import type { NetworkSource } from '#features/pipes/contract.ts';
import { fetchFile } from '../fetch-file.ts';
import type { Service } from '../port.ts';
import { DrainNetwork } from './drain-network.ts';
import type { DrainageProtocol } from './protocol.ts';
import { readCatchments, readFacts } from './read-facts.ts';

export function createDrainageService(): Service<DrainageProtocol> {
  const networks = new Map<string, DrainNetwork>();
  const get = (id: string): DrainNetwork => {
    const network = networks.get(id);
    if (!network) throw new Error(`The drains ${id} are not open.`);
    return network;
  };

  async function open({ sources, catchments }: OpenDrains): Promise<readonly DrainageMatch[]> {
    const lines = catchments === undefined ? undefined : await fetchBytes(catchments);
    const known = lines ? readCatchments(new TextDecoder().decode(lines)) : [];
    networks.clear();
    for (const source of sources) {
      const read = await load(source);
      networks.set(source.id, new DrainNetwork(read, readFacts(read, known)));
    }
    return [...networks.values()].map((network) => network.match());
  }
  return {
    calls: {
      open,
      frame: ({ network, run, atMs }) => networks.get(network)?.frame(run, atMs),
    },
    streams: {
      run: (request, { signal }) => get(request.network).run(request, signal),
    },
  };
}

async function load(source: NetworkSource) {
  const { id, name, isFictional = false } = source;
  const [pipes, nodes, valves, devices] = await Promise.all(
    [source.pipes, source.nodes, source.valves, source.devices].map(fetchBytes),
  );
  return readNetwork({
    id,
    name,
    isFictional,
    pipes: pipes ?? new Uint8Array(),
    nodes,
    valves,
    devices,
  });
}

async function fetchBytes(url: string | undefined): Promise<Uint8Array | undefined> {
  return url === undefined ? undefined : new Uint8Array(await fetchFile(url, url, () => {}));
}
