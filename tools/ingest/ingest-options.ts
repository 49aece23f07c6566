import type { StoredPlacement } from '#contract/bim-model.ts';
import type { CityManifest } from '#contract/city-package.ts';
import type { HeightRules } from '#conversion/footprints/height.ts';
import type { NetworkWishes } from '#conversion/networks/import-networks.ts';
import type { InputRole } from './classify.ts';
import type { FileSource } from './file-source.ts';
import type { Progress } from './progress.ts';

export interface IngestOptions {
  readonly files: readonly string[];
  /** Files whose role is given instead of found out. */
  readonly roles: ReadonlyMap<string, InputRole>;
  /** The city's folder; its last part is the city's id. */
  readonly out: string;
  readonly name?: string | undefined;
  readonly crs?: string | undefined;
  readonly lod?: number | undefined;
  readonly timeZone?: string | undefined;
  readonly licence?: string | undefined;
  readonly attribution?: string | undefined;
  /** When the ground was surveyed; stands before what the elevation models say. */
  readonly surveyDate?: string | undefined;
  readonly isFictional?: boolean | undefined;
  readonly view?: CityManifest['view'];
  readonly heights: HeightRules;
  /** Where the one building model stands. */
  readonly at?: StoredPlacement | undefined;
  /** Buildings that the one building model is the detail of. */
  readonly replaces?: readonly string[] | undefined;
  /** How networks are read, placed and repaired; as is usual by default. */
  readonly networks?: NetworkWishes | undefined;
  /** Whether distribution systems of building models become networks, too. */
  readonly systems?: boolean | undefined;
  readonly jobs: number;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** An input file, open for reading. */
export interface Opened {
  readonly path: string;
  readonly plainPath: string;
  readonly role: InputRole;
  readonly source: FileSource;
}

type Source = CityManifest['sources'][number];

/** What the manifest says of a file. */
export const toSource = (
  file: string,
  format: string,
  features: number,
  { licence, attribution }: IngestOptions,
): Source => ({
  file,
  format,
  features,
  ...(licence === undefined ? {} : { licence }),
  ...(attribution === undefined ? {} : { attribution }),
});

export const secondsSince = (moment: number) => Math.round(performance.now() - moment) / 1000;
