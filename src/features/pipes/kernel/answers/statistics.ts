// How much of what lies in a network.

import { heightSources, linkKinds, nodeKinds, pipeRoles } from '#model/pipe-network.ts';
import { isPipe } from '#simulation/network/graph.ts';
import { pipeVolumeM3 } from '#simulation/network/pipe-volume.ts';
import type { LengthShare, NetworkStatistics } from '../../contract/answers.ts';
import type { KnownNetwork } from '../open-network.ts';

/** `year` is the present one. */
export function countNetwork({ network }: KnownNetwork, year: number): NetworkStatistics {
  const { links, nodes, valves } = network;
  const counts: Record<string, number> = { valves: valves.ids.length };
  const count = (name: string | undefined) => {
    if (name !== undefined) counts[name] = (counts[name] ?? 0) + 1;
  };
  for (const kind of links.kind) count(linkKinds[kind]);
  for (const kind of nodes.kind) count(nodeKinds[kind]);
  const tallies = {
    byMaterial: new Tally(),
    byDecade: new Tally(),
    byDiameter: new Tally(),
    byRole: new Tally(),
    byHeightSource: new Tally(),
  };
  let [lengthM, volumeM3, agedM, ageM] = [0, 0, 0, 0];
  for (let link = 0; link < links.ids.length; link++) {
    if (!isPipe(network, link)) continue;
    const length = links.lengthM[link]!;
    const laid = links.year[link]!;
    lengthM += length;
    volumeM3 += pipeVolumeM3(network, link);
    if (laid > 0) {
      agedM += length;
      ageM += length * (year - laid);
    }
    const inner = links.innerM[link]!;
    tallies.byMaterial.add(links.materials[links.material[link]!] ?? '', length);
    tallies.byDecade.add(laid > 0 ? String(laid - (laid % 10)) : '', length);
    tallies.byDiameter.add(
      Number.isNaN(inner) ? '' : String(Math.round(inner * 1000) / 1000),
      length,
    );
    tallies.byRole.add(pipeRoles[links.role[link]!] ?? '', length);
    tallies.byHeightSource.add(heightSources[links.heightSource[link]!] ?? '', length);
  }
  return {
    ...{ network: network.id, lengthM, volumeM3, counts },
    customers: nodes.customers.reduce((sum, one) => sum + one, 0),
    byMaterial: tallies.byMaterial.byLength(),
    byDecade: tallies.byDecade.byValue(),
    byDiameter: tallies.byDiameter.byValue(),
    byRole: tallies.byRole.byLength(),
    byHeightSource: tallies.byHeightSource.byLength(),
    meanAgeYears: agedM > 0 ? ageM / agedM : Number.NaN,
  };
}

class Tally {
  readonly #shares = new Map<string, { links: number; lengthM: number }>();

  add(value: string, lengthM: number): void {
    const share = this.#shares.get(value) ?? { links: 0, lengthM: 0 };
    share.links++;
    share.lengthM += lengthM;
    this.#shares.set(value, share);
  }

  byLength(): readonly LengthShare[] {
    return this.#all().sort((a, b) => b.lengthM - a.lengthM);
  }

  /** Ascending by number; not known comes last. */
  byValue(): readonly LengthShare[] {
    const order = ({ value }: LengthShare) =>
      value === '' ? Number.POSITIVE_INFINITY : Number(value);
    return this.#all().sort((a, b) => order(a) - order(b));
  }

  #all(): LengthShare[] {
    return [...this.#shares].map(([value, share]) => ({ value, ...share }));
  }
}
