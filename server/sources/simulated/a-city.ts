// A small city for tests: one thing or more for every observed property, in a manifest of its own.

import { parseCityManifest } from '#contract/city-package.ts';
import type { SensorThing } from '#contract/sensor-catalogue.ts';
import { isObservedPropertyId, observedProperties } from '#model/observed-property.ts';
import type { SensorKind } from '#model/sensor-kind.ts';
import type { SourceContext } from '../source.ts';

export interface TestCity extends SourceContext {
  readonly sensors: readonly SensorThing[];
  /** What was reported. */
  readonly said: readonly string[];
  /** “T-1.waterLevel” of a datastream's id. */
  nameOf(datastream: number): string;
}

interface CityOptions {
  readonly sensors?: readonly SensorThing[];
  readonly layers?: readonly unknown[];
  readonly folder?: string;
}

export function aCity(options: CityOptions = {}): TestCity {
  const said: string[] = [];
  const names: string[] = [];
  const sensors = options.sensors ?? everyProperty();
  return {
    manifest: parseCityManifest(
      {
        ...{ format: 'panopolis-city', version: 1, id: 'marenholm', name: 'Marenholm' },
        ...{ build: '0123456789ab', boundsDeg: [10.61, 54.27, 10.69, 54.32], heightM: [30, 150] },
        crs: { horizontal: 'EPSG:25832', vertical: 'EPSG:7837' },
        ...{ timeZone: 'Europe/Berlin', sources: [], layers: options.layers ?? [] },
      },
      'city.json',
    ),
    folder: options.folder ?? '/nowhere',
    sensors,
    said,
    report: (sentence) => said.push(sentence),
    datastreamId(thing, datastream) {
      const name = `${thing}.${datastream}`;
      const known = names.indexOf(name);
      return known >= 0 ? known + 1 : names.push(name);
    },
    nameOf: (datastream) => names[datastream - 1] ?? '',
  };
}

export const aSensor = (
  id: string,
  kind: SensorKind,
  properties: readonly string[],
  change: Partial<SensorThing> & { readonly intervalS?: number } = {},
): SensorThing => {
  const { intervalS = 10, ...facts } = change;
  return {
    ...{ id, kind, name: id, longitudeDeg: 10.65, latitudeDeg: 54.295, heightM: 42 },
    datastreams: properties
      .filter(isObservedPropertyId)
      .map((property) => ({ id: property, property, intervalS })),
    ...facts,
  };
};

const kinds: readonly SensorKind[] = [
  ...(['river', 'tide', 'street', 'weather', 'pressure', 'flow', 'tank', 'pump', 'sewer'] as const),
  ...(['air', 'noise', 'smoke', 'electricalFire', 'gas', 'heat', 'power', 'parking'] as const),
  ...(['traffic', 'crossing', 'lift', 'waste', 'coldStore', 'room'] as const),
];

/** Every kind with every property, as odd as some of them are together. */
const everyProperty = (): SensorThing[] =>
  kinds.map((kind, index) =>
    aSensor(`T-${kind}`, kind, Object.keys(observedProperties), {
      longitudeDeg: 10.63 + (index % 5) * 0.01,
      latitudeDeg: 54.28 + Math.floor(index / 5) * 0.006,
      intervalS: 5 + (index % 4) * 20,
    }),
  );
