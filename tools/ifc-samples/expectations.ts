// What a reader of the samples should find in them, counted while they were written.

import { toGeographic } from './kit/project.ts';
import type { Sample } from './samples.ts';
import { toModelSite } from './samples.ts';

export interface Expectation {
  readonly bytes: number;
  /** Objects by class, in the order of the alphabet. */
  readonly classes: Readonly<Record<string, number>>;
  /** Products with a shape, spaces among them, openings not. */
  readonly products: number;
  readonly rooms: {
    readonly count: number;
    readonly floorAreaM2: number;
    readonly volumeM3: number;
  };
  readonly placement: {
    readonly longitudeDeg: number;
    readonly latitudeDeg: number;
    readonly eastingM: number;
    readonly northingM: number;
    /** Of ±0.00 above the vertical datum. */
    readonly heightM: number;
    readonly turnDeg: number;
    readonly crs: string;
    readonly verticalCrs: string;
  };
}

export const toExpectations = (samples: readonly Sample[]): Record<string, Expectation> =>
  Object.fromEntries(samples.map((sample) => [`${sample.id}.ifc`, toExpectation(sample)]));

function toExpectation({ text, counts, plot, rooms }: Sample): Expectation {
  const site = toModelSite(plot);
  const { longitudeDeg, latitudeDeg } = toGeographic(site);
  const shaped = [...counts].filter(([type]) => type !== 'IFCOPENINGELEMENT');
  const to3 = (value: number) => Number(value.toFixed(3));
  const to9 = (value: number) => Number(value.toFixed(9));
  return {
    bytes: Buffer.byteLength(text),
    classes: Object.fromEntries(
      [...counts]
        .map(([type, { all }]) => [type, all] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    products: shaped.reduce((sum, [, { withShape }]) => sum + withShape, 0),
    rooms: {
      count: rooms.length,
      floorAreaM2: to3(rooms.reduce((sum, { areaM2 }) => sum + areaM2, 0)),
      volumeM3: to3(rooms.reduce((sum, { volumeM3 }) => sum + volumeM3, 0)),
    },
    placement: {
      ...{ longitudeDeg: to9(longitudeDeg), latitudeDeg: to9(latitudeDeg) },
      ...{ eastingM: site.eastingM, northingM: site.northingM, heightM: site.heightM },
      ...{ turnDeg: site.turnDeg, crs: site.crs, verticalCrs: site.verticalCrs },
    },
  };
}
