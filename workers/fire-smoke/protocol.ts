// What is asked of the air: smoke of what burns at a moment, and a release or an explosion.

import type {
  AirQuantity,
  AirReport,
  ReleaseScenario,
  SmokeFrame,
} from '#features/fire/contract/smoke.ts';
import type { AirOfScenario, HazardZones, WindSpell } from '#features/fire/contract.ts';
import type { TownFiles } from '../town/client.ts';

/** What burns now: one entry a building in each array. */
export interface BurningNow {
  /** City-wide indices. */
  readonly index: Uint32Array;
  readonly heatKW: Float32Array;
  /** When each caught fire (s). */
  readonly sinceS: Float32Array;
  /** 1: it hardly burns any more, or not yet: its smoke doesn't rise. */
  readonly isSmouldering: Uint8Array;
}

export interface SmokeQuestion {
  /** The scenario, and its time. */
  readonly of: string;
  readonly startMs: number;
  readonly timeS: number;
  readonly burning: BurningNow;
  /** In order of time; the first holds from the beginning. */
  readonly wind: readonly WindSpell[];
  readonly air: AirOfScenario;
  readonly quantity: AirQuantity;
  readonly band: SmokeFrame['band'];
}

export interface ReleaseQuestion {
  readonly release: ReleaseScenario;
  /** Since it began; below 0: not yet. */
  readonly timeS: number;
  /** Resolved: of a station or of the release itself. */
  readonly wind: { readonly speedMs: number; readonly fromRad: number };
  readonly air: AirOfScenario;
}

export interface AirAnswer {
  /** Undefined where there is nothing in the air now, or nothing that could be drawn there: a blast. */
  readonly frame: SmokeFrame | undefined;
  readonly zones: HazardZones;
  readonly report: AirReport;
}

export interface FireSmokeProtocol {
  readonly calls: {
    /** Once, before anything else. */
    readonly open: {
      params: { readonly city: TownFiles };
      result: { readonly buildings: number; readonly sites: number };
    };
    readonly smoke: { params: SmokeQuestion; result: AirAnswer };
    readonly release: { params: ReleaseQuestion; result: AirAnswer };
  };
  readonly streams: Readonly<Record<never, never>>;
}
