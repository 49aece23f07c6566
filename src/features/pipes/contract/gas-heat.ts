// What the solver of gas, heat and power says of the open networks, for the screens.

import type { NetworkChanges } from '#model/network-changes.ts';
import type { NetworkReading } from '#model/network-reading.ts';
import type { Text } from '#model/text.ts';
import type { NetworkValues, PipeKey } from '../contract.ts';

/** Channel with a `readonly GasHeatReport[]`: one for gas, one for heat, one for power, where there are such. */
export const GAS_HEAT_REPORTS = 'pipes/gas-heat-reports';
/** Channel with the share of the design load that the screens ask for; 0.3 where nobody did. */
export const GAS_HEAT_LOAD = 'pipes/gas-heat-load';
export const usualLoadShare = 0.3;

export type GasHeatKind = 'gas' | 'heat' | 'power';

export interface GasHeatMoment {
  readonly atMs: number;
  readonly loadShare: number;
  readonly readings: readonly NetworkReading[];
  /** By network id. */
  readonly changes: Readonly<Record<string, NetworkChanges>>;
}

export interface GasHeatFigure {
  readonly name: Text;
  /** SI; the unit as in the tables: Pa, kg/s, W, m/s, °C, 1. */
  readonly value: number;
  readonly unit: 'Pa' | 'kg/s' | 'W' | 'm/s' | '°C' | '1' | 'count' | 'Pa/m';
}

/** An element that stands out: the lowest pressure, the fullest transformer. */
export interface GasHeatNotable {
  readonly key: PipeKey;
  readonly id: string;
  readonly name: Text;
  readonly value: number;
  readonly unit: GasHeatFigure['unit'];
  readonly isBad: boolean;
}

export interface GasHeatResidual {
  readonly key: PipeKey;
  readonly sensor: string;
  readonly name: string;
  readonly measured: number;
  readonly solved: number;
  readonly unit: 'Pa' | '°C';
}

export interface GasHeatReport {
  readonly kind: GasHeatKind;
  readonly networks: readonly string[];
  readonly atMs: number;
  readonly loadShare: number;
  readonly model: string;
  readonly figures: readonly GasHeatFigure[];
  readonly notable: readonly GasHeatNotable[];
  readonly residuals: readonly GasHeatResidual[];
  readonly assumptions: readonly Text[];
  /** Why there is nothing newer, with the elements' ids, and since when what is shown is old. */
  readonly failure:
    | { readonly text: Text; readonly keys: readonly PipeKey[]; readonly sinceMs: number }
    | undefined;
  readonly tookMs: number;
}

export interface GasHeatSolution {
  readonly values: readonly NetworkValues[];
  readonly reports: readonly GasHeatReport[];
}
