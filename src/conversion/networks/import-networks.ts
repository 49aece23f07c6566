// The way of networks from files to the collections of a city: read, placed, joined, judged, repaired on request.

import type { VerticalCrs } from '#model/crs.ts';
import type { Geoid } from '#model/geoid.ts';
import { choosePlace, type PlaceWishes } from './choose-place.ts';
import type { ImportedNetwork } from './imported-network.ts';
import { type NetworkReport, reportNetwork } from './network-report.ts';
import { type PlacedNetwork, placeNetwork } from './place-network.ts';
import { type NetworkFile, type ReadingWishes, readNetworkFiles } from './read-network-files.ts';
import type { NetworkFinding } from './report/findings.ts';
import { joinEnds } from './report/join-ends.ts';

export interface NetworkWishes extends ReadingWishes, PlaceWishes {
  /** Ends of pipes that name no nodes are joined to what stands within, m. */
  readonly joinM: number;
  /** Ends nearer than this that nothing joins are told as gaps, m. */
  readonly gapM: number;
  /** Which of the proposed repairs a person accepted; none by default. */
  readonly accepts?: ((network: string, finding: NetworkFinding) => boolean) | undefined;
}

export interface ImportedCity {
  readonly geoid: Geoid;
  /** Of the city that they come with: horizontal code, and the height system of what names none. */
  readonly crs?: string | undefined;
  readonly vertical?: VerticalCrs | undefined;
}

export interface ImportedNetworks {
  readonly networks: readonly PlacedNetwork[];
  readonly reports: readonly NetworkReport[];
}

export { usualWishes } from './usual-wishes.ts';

/** Throws `InputError`; its code is `crs-missing` where nobody says where a network lies. */
export async function importNetworks(
  files: readonly NetworkFile[],
  wishes: NetworkWishes,
  city: ImportedCity,
): Promise<ImportedNetworks> {
  const read = withOwnIds(await readNetworkFiles(files, wishes));
  const done = read.map((network) => {
    const placement = choosePlace(network, wishes, city.crs);
    const placed = placeNetwork(network, placement, city.geoid, city.vertical);
    const joined = joinEnds(placed, wishes.joinM);
    return reportNetwork(
      joined,
      wishes,
      (finding) => wishes.accepts?.(network.id, finding) ?? false,
    );
  });
  return {
    networks: done.map(({ placed }) => placed),
    reports: done.map(({ report }) => report),
  };
}

/** A second network of a kind is called after its file, too. */
function withOwnIds(networks: readonly ImportedNetwork[]): ImportedNetwork[] {
  const seen = new Set<string>();
  return networks.map((network) => {
    const stem = network.source.file
      .replace(/(\.\w+)+$/, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
    let { id } = network;
    for (let count = 1; seen.has(id); count++) {
      id = count === 1 ? `${network.id}-${stem}` : `${network.id}-${stem}-${count}`;
    }
    seen.add(id);
    return id === network.id ? network : { ...network, id };
  });
}
