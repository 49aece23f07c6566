// Elements that are drawn and lie inside a polygon.

import { insideOf, type Polygon } from '#model/polygon.ts';
import type { ElementName } from '../../contract/answers.ts';
import type { PipesLook } from '../../contract.ts';
import { type Element, nameElement } from '../index-space.ts';
import type { KnownNetwork } from '../open-network.ts';
import { placeOf } from './places.ts';

const RADIANS = Math.PI / 180;

export function findInside(
  networks: readonly KnownNetwork[],
  polygon: Polygon,
  { hidden, showNodes, showValves }: PipesLook,
): readonly ElementName[] {
  if (polygon.length < 3) return [];
  const isInside = insideOf(polygon);
  return networks
    .filter(({ network }) => !hidden.includes(network.id))
    .flatMap((known) => {
      const { links, nodes, valves } = known.network;
      const found = (kind: Element['kind'], count: number) => {
        const names: ElementName[] = [];
        for (let row = 0; row < count; row++) {
          const { longitudeDeg, latitudeDeg } = placeOf(known.network, { kind, row });
          const isFound = isInside(longitudeDeg * RADIANS, latitudeDeg * RADIANS);
          if (isFound) names.push(nameElement(known, { kind, row }));
        }
        return names;
      };
      return [
        ...found('link', links.ids.length),
        ...(showNodes ? found('node', nodes.ids.length) : []),
        ...(showValves ? found('valve', valves.ids.length) : []),
      ];
    });
}
