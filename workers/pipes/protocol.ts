import type {
  Criticality,
  ElementDetails,
  ElementFault,
  ElementName,
  ExerciseRow,
  ListPage,
  ListRequest,
  NetworkStatistics,
  Outage,
  PipeHit,
  ShortestWay,
  SourceShare,
  Trace,
  TraceKind,
} from '#features/pipes/contract/answers.ts';
import type { Isolation } from '#features/pipes/contract/incident.ts';
import type { PipeLegend } from '#features/pipes/contract/legend.ts';
import type { PipeMarks } from '#features/pipes/contract/marks.ts';
import type { NightJudgement, NightRequest } from '#features/pipes/contract/night-flow.ts';
import type { PipeShapes } from '#features/pipes/contract/shapes.ts';
import type {
  NetworkSource,
  NetworkValues,
  OpenNetwork,
  PipeKey,
  PipesLook,
  PipeTable,
} from '#features/pipes/contract.ts';
import type { Snap } from '#features/pipes/kernel/place/find-snap.ts';
import type { NetworkChanges } from '#model/network-changes.ts';
import type { Protocol } from '../port.ts';
import type { ClearanceCalls, SectionCalls } from './section-calls.ts';

/** A network that could not be opened. */
export interface OpenFailure {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
  /** True where its server may be back later. */
  readonly isPassing: boolean;
}

export interface OpenedNetworks {
  /** In the order of their bases. */
  readonly networks: readonly OpenNetwork[];
  readonly failures: readonly OpenFailure[];
  /** How many of each network's elements are at fault; see the call `faults`. */
  readonly faults: readonly { readonly network: string; readonly count: number }[];
}

export interface PipePaint {
  readonly table: PipeTable;
  readonly legend: PipeLegend | undefined;
}

/** Names streets, so that a pipe is found by the one it lies in: a collection of lines with `name`. */
export interface StreetSource {
  readonly url: string;
}

export interface PipesProtocol extends Protocol {
  readonly calls: {
    /** Opens these networks and closes all others; the order gives the bases. */
    readonly open: {
      params: { readonly sources: readonly NetworkSource[]; readonly streets?: StreetSource };
      result: OpenedNetworks;
    };
    readonly faults: { params: { readonly network: string }; result: readonly ElementFault[] };
    readonly shapes: { params: Record<never, never>; result: PipeShapes };
    /** Takes what a solver found; kept for paint and traces until newer ones come. */
    readonly takeValues: { params: NetworkValues; result: undefined };
    readonly dropValues: { params: { readonly network: string }; result: undefined };
    readonly paint: {
      params: { readonly look: PipesLook; readonly marks: PipeMarks };
      result: PipePaint;
    };

    /** Around a broken link; `changes` are those of the link's network. */
    readonly isolate: {
      params: { readonly link: PipeKey; readonly changes: NetworkChanges };
      result: Isolation;
    };
    readonly trace: {
      params: {
        readonly from: PipeKey;
        readonly kind: TraceKind;
        readonly changes: NetworkChanges;
      };
      result: Trace;
    };
    /** Undefined where no way leads there. */
    readonly shortest: {
      params: {
        readonly from: PipeKey;
        readonly to: PipeKey;
        readonly changes: NetworkChanges;
      };
      result: ShortestWay | undefined;
    };
    /** Undefined where no flow is solved. */
    readonly sourceShare: {
      params: { readonly node: PipeKey };
      result: SourceShare | undefined;
    };
    /** What is lost when these links and nodes are out: transformers, feeders, pumps, stations. */
    readonly outage: {
      params: { readonly out: readonly PipeKey[]; readonly changes: NetworkChanges };
      result: Outage;
    };
    /** The costliest segments first. */
    readonly criticality: {
      params: {
        readonly network: string;
        readonly changes: NetworkChanges;
        readonly limit: number;
      };
      result: Criticality;
    };
    /** The valves most worth turning first. */
    readonly exerciseList: {
      params: { readonly network: string; readonly limit: number };
      result: readonly ExerciseRow[];
    };

    readonly details: { params: { readonly key: PipeKey }; result: ElementDetails | undefined };
    /** Elements by key; undefined where there is none. */
    readonly find: {
      params: { readonly keys: readonly PipeKey[] };
      result: readonly (ElementName | undefined)[];
    };
    /** Elements by index; undefined where there is none. */
    readonly identify: {
      params: { readonly indices: readonly number[] | Uint32Array };
      result: readonly (ElementName | undefined)[];
    };
    readonly search: {
      params: { readonly query: string; readonly limit: number };
      result: readonly PipeHit[];
    };
    /** Elements that are drawn and whose middle lies inside the polygon of longitude, latitude pairs (rad). */
    readonly findInside: {
      params: {
        readonly polygon: readonly (readonly [number, number])[];
        readonly look: PipesLook;
      };
      result: readonly ElementName[];
    };
    readonly list: { params: ListRequest; result: ListPage };
    readonly statistics: {
      params: { readonly network: string; readonly year: number };
      result: NetworkStatistics | undefined;
    };

    /** How to move a network so that its nearest node meets another network's. */
    readonly snap: {
      params: { readonly network: string; readonly withinM: number };
      result: Snap | undefined;
    };
    /** What the record of its flow meters says of a network's districts at night. */
    readonly nights: { params: NightRequest; result: NightJudgement };

    readonly crossSection: SectionCalls['crossSection'];
    readonly longSection: SectionCalls['longSection'];
    readonly clearances: ClearanceCalls['clearances'];
    readonly clearanceFindings: ClearanceCalls['clearanceFindings'];
    readonly clearanceTable: ClearanceCalls['clearanceTable'];
  };
  readonly streams: Record<never, never>;
}
