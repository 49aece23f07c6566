// Topology's answer about a broken pipe. Where the register has no valves at all, as in most model files, the pipe
// itself is stopped at both ends: lost is what it alone fed.

import type { NetworkChanges } from '#model/network-changes.ts';
import type { PipesLine } from '#workers/pipes/client.ts';
import type { ElementDetails } from '../../contract/answers.ts';
import type { Isolation } from '../../contract/incident.ts';
import type { OpenNetwork, PipeKey } from '../../contract.ts';

interface BrokenLink {
  readonly link: PipeKey;
  readonly changes: NetworkChanges;
}

export async function isolateBurst(
  line: PipesLine,
  network: OpenNetwork | undefined,
  broken: BrokenLink,
  signal: AbortSignal,
): Promise<Isolation> {
  if (network?.valves !== 0) return line.call('isolate', broken, { signal });
  const { link } = broken;
  // What was stopped already is part of what is out.
  const changes = { ...broken.changes, closedLinks: [] };
  const [details, outage] = await Promise.all([
    line.call('details', { key: link }, { signal }),
    line.call('outage', { out: [link], changes }, { signal }),
  ]);
  if (!details) throw new Error(`There is no ${link}.`);
  const { id, index, place } = details;
  return {
    network: network.network,
    link,
    valves: [
      {
        ...{ key: link, id, index, access: '', exercisedYear: 0, fromPreviousM: 0 },
        longitudeDeg: place.longitudeDeg,
        latitudeDeg: place.latitudeDeg,
        diameterM: numberOf(details, 'innerDiameter'),
        turns: Number.NaN,
      },
    ],
    passed: [],
    isolated: Uint32Array.of(index),
    stranded: outage.noSupply.filter((one) => one !== index),
    isolatedCustomers: 0,
    strandedCustomers: outage.customers,
    critical: outage.critical.map((one) => ({ ...one, why: 'stranded' })),
    drainedM: numberOf(details, 'length'),
    drainedM3: numberOf(details, 'volume'),
    isIsolable: true,
  };
}

function numberOf({ values }: ElementDetails, wanted: string): number {
  const value = values.find(({ name }) => name === wanted)?.value;
  return typeof value === 'number' ? value : 0;
}
