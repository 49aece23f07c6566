import type { CityManifest } from '#contract/city-package.ts';
import type { Stage } from '#conversion/convert.ts';
import type { CityReport } from '#conversion/convert-city.ts';
import type { NetworkPreview } from '#conversion/networks/examine-networks.ts';
import type { NetworkAnswers } from '#conversion/networks/network-answers.ts';
import type { NetworkReport } from '#conversion/networks/network-report.ts';
import type { Protocol } from '../port.ts';

export interface ImportRequest {
  /** As dropped: gzip is unpacked here. */
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[];
  readonly id: string;
  readonly name: string;
  /** What a person answered when a file named none, e.g. `EPSG:7415`. */
  readonly crs?: string | undefined;
}

export type ImportStep =
  /** `done` of `total`; both start again with each stage. */
  | {
      readonly kind: 'progress';
      readonly stage: Stage;
      readonly done: number;
      readonly total: number;
    }
  | {
      readonly kind: 'city';
      readonly manifest: CityManifest;
      /** The package but for city.json, by path. */
      readonly files: readonly (readonly [path: string, bytes: Uint8Array<ArrayBuffer>])[];
      readonly report: CityReport;
    };

export interface NetworkRequest extends Omit<ImportRequest, 'crs'> {
  readonly answers: NetworkAnswers;
}

export type NetworkStep =
  | {
      readonly kind: 'progress';
      readonly stage: 'read' | 'terrain';
      readonly done: number;
      readonly total: number;
    }
  | (Omit<Extract<ImportStep, { kind: 'city' }>, 'report'> & {
      readonly reports: readonly NetworkReport[];
    });

export interface ImportProtocol extends Protocol {
  readonly calls: {
    /** What is in networks' files and what has to be asked. */
    readonly examineNetworks: { params: NetworkRequest; result: NetworkPreview };
  };
  readonly streams: {
    readonly convert: { params: ImportRequest; item: ImportStep };
    readonly convertNetworks: { params: NetworkRequest; item: NetworkStep };
  };
}
