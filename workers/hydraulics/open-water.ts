// Fetches a network's model and its register and opens both.

import { readNetwork } from '#conversion/networks/read-collections.ts';
import type { OpenWater } from '#features/pipes/contract/water.ts';
import type { PipeNetwork } from '#model/pipe-network.ts';
import { openWaterModel } from '#simulation/hydraulics/open-model.ts';
import type { ValvePlace } from '#simulation/hydraulics/parts.ts';
import { fetchFile } from '../fetch-file.ts';
import { WaterNetwork } from './water-network.ts';

/** Rejects with a `FileError` where a file is missing, with an `EpanetError` where the model is none. */
export async function openWater({ source, timeZone }: OpenWater): Promise<WaterNetwork> {
  const { model } = source;
  if (model?.format !== 'epanet-inp') {
    throw new TypeError(`The network ${source.id} has no EPANET model.`);
  }
  const [inp, pipes, nodes, valves, devices] = await Promise.all(
    [model.url, source.pipes, source.nodes, source.valves, source.devices].map(fetchBytes),
  );
  const text = new TextDecoder().decode(inp);
  const { network } = readNetwork({
    id: source.id,
    name: source.name,
    isFictional: false,
    pipes: pipes ?? new Uint8Array(),
    nodes,
    valves,
    devices,
  });
  const options = { valves: valvePlaces(network) };
  const normal = await openWaterModel(text, options);
  const forIncidents = await openWaterModel(text, options);
  const openAgain = () => openWaterModel(text, options);
  return new WaterNetwork({ network, timeZone, model: normal, forIncidents, openAgain });
}

async function fetchBytes(url: string | undefined): Promise<Uint8Array | undefined> {
  if (url === undefined) return undefined;
  return new Uint8Array(await fetchFile(url, url, () => {}));
}

export function valvePlaces({ valves, links, nodes }: PipeNetwork): Map<string, ValvePlace> {
  return new Map(
    valves.ids.map((id, row) => [
      id,
      {
        link: links.ids[valves.link[row] ?? 0] ?? '',
        node: nodes.ids[valves.node[row] ?? 0] ?? '',
      },
    ]),
  );
}
