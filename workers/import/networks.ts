// What the worker does with networks: tells what is in the files, and makes a city of them.

import tzLookup from '@photostructure/tz-lookup';
import {
  examineNetworks,
  type NetworkPreview,
  toWishes,
} from '#conversion/networks/examine-networks.ts';
import { convertNetworkCity } from '#conversion/networks/network-city.ts';
import { loadEgm96 } from '#conversion/terrain/egm96.ts';
import { createItemQueue, createPause, ownBytes } from '../item-queue.ts';
import { type MaybeTransfer, Transfer } from '../port.ts';
import { unpackOrSay } from './convert.ts';
import type { NetworkRequest, NetworkStep } from './protocol.ts';

export async function examine({ files, answers }: NetworkRequest): Promise<NetworkPreview> {
  const unpacked = await Promise.all(files.map(unpackOrSay));
  return examineNetworks(unpacked, answers, await loadEgm96());
}

export async function* convertNetworks(
  { files, id, name, answers }: NetworkRequest,
  { signal }: { readonly signal: AbortSignal },
): AsyncGenerator<MaybeTransfer<NetworkStep>> {
  const steps = createItemQueue<MaybeTransfer<NetworkStep>>();
  const work = (async () => {
    const unpacked = await Promise.all(files.map(unpackOrSay));
    const city = await convertNetworkCity(unpacked, toWishes(answers), {
      id,
      name,
      geoid: await loadEgm96(),
      timeZoneAt: (longitudeDeg, latitudeDeg) => tzLookup(latitudeDeg, longitudeDeg),
      onTask: createPause(signal),
      onProgress: (stage, done, total) => steps.put({ kind: 'progress', stage, done, total }),
    });
    const built = [...city.files].map(([path, bytes]) => [path, ownBytes(bytes)] as const);
    steps.put(
      new Transfer<NetworkStep>(
        { kind: 'city', manifest: city.manifest, files: built, reports: city.reports },
        built.map(([, bytes]) => bytes.buffer),
      ),
    );
  })();
  yield* steps.until(work);
}
