import type { DatastreamCatalogue } from '#contract/datastream-catalogue.ts';
import type { CreateSource } from './source.ts';

/** One kind of source: the cities that it serves and how it is made, loaded when the first of them is there. */
interface SourceKind {
  readonly id: string;
  serves(catalogue: DatastreamCatalogue): boolean;
  load(): Promise<CreateSource>;
}

const kinds: readonly SourceKind[] = [
  {
    id: 'simulated',
    serves: ({ simulated, sensors }) => simulated && sensors.length > 0,
    load: async () => (await import('./simulated/index.ts')).createSimulatedSource,
  },
];

/** What brings the readings of a city; undefined where they come by themselves, over HTTP. */
export const findSource = (catalogue: DatastreamCatalogue): SourceKind | undefined =>
  kinds.find((kind) => kind.serves(catalogue));
