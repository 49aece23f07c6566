// Fetches a network's collections and reads them into tables.

import { type ReadNetwork, readNetwork } from '#conversion/networks/read-collections.ts';
import type { NetworkSource } from '#features/pipes/contract.ts';
import { moveNetwork } from '#features/pipes/kernel/place/move-network.ts';
import { fetchFile } from '../fetch-file.ts';
import type { OpenFailure } from './protocol.ts';

export interface LoadedNetwork extends ReadNetwork {
  readonly source: NetworkSource;
  /** As its files have it, where a person put it elsewhere. */
  readonly asRead?: ReadNetwork['network'] | undefined;
}

export interface LoadedNetworks {
  readonly networks: readonly LoadedNetwork[];
  readonly failures: readonly OpenFailure[];
}

/** Opens what is not open yet, one after the other so that little is held at once; keeps what is. */
export async function loadNetworks(
  sources: readonly NetworkSource[],
  known: readonly LoadedNetwork[],
  signal: AbortSignal,
): Promise<LoadedNetworks> {
  const networks: LoadedNetwork[] = [];
  const failures: OpenFailure[] = [];
  for (const source of sources) {
    signal.throwIfAborted();
    const read = known.find((one) => isSameSource(one.source, source));
    const isSame = JSON.stringify(read?.source.move) === JSON.stringify(source.move);
    try {
      networks.push(read && isSame ? read : place(read ?? (await load(source)), source));
    } catch (error) {
      failures.push(toFailure(source, error));
    }
  }
  return { networks, failures };
}

const isSameSource = (a: NetworkSource, b: NetworkSource) =>
  a.id === b.id &&
  a.name === b.name &&
  a.pipes === b.pipes &&
  a.nodes === b.nodes &&
  a.valves === b.valves &&
  a.devices === b.devices;

async function load(source: NetworkSource): Promise<LoadedNetwork> {
  const [pipes, nodes, valves, devices] = await Promise.all([
    fetchBytes(source.pipes),
    ...[source.nodes, source.valves, source.devices].map((url) =>
      url === undefined ? undefined : fetchBytes(url),
    ),
  ]);
  const { id, name } = source;
  const isFictional = source.isFictional ?? false;
  const read = readNetwork({
    ...{ id, name, isFictional },
    ...{ pipes: pipes ?? new Uint8Array(), nodes, valves, devices },
  });
  if (read.network.links.ids.length === 0) {
    const [first] = read.faults;
    throw new Error(`it has no pipe that can be used${first ? `: ${first.text.en}` : '.'}`);
  }
  return { ...read, source };
}

function place(loaded: LoadedNetwork, source: NetworkSource): LoadedNetwork {
  const asRead = loaded.asRead ?? loaded.network;
  return source.move
    ? { ...loaded, source, asRead, network: moveNetwork(asRead, source.move) }
    : { ...loaded, source, asRead: undefined, network: asRead };
}

async function fetchBytes(url: string): Promise<Uint8Array> {
  const slash = url.lastIndexOf('/') + 1;
  return new Uint8Array(await fetchFile(url.slice(0, slash), url.slice(slash), () => {}));
}

/** No answer and errors of the server pass; a missing or malformed file stays. */
function toFailure({ id, name }: NetworkSource, error: unknown): OpenFailure {
  const reason = error instanceof Error ? error.message : String(error);
  const isFile = error instanceof Error && error.name === 'FileError';
  const status = isFile && 'status' in error ? error.status : undefined;
  const isPassing =
    isFile && (status === undefined || (typeof status === 'number' && status >= 500));
  return { id, name, reason, isPassing };
}
