import type {
  AnalysedElement,
  AnalysisNews,
  ContaminationRequest,
  ContaminationResult,
  FireFlowRequest,
  FireFlowResult,
  LeakRequest,
  LeakResult,
  RingResult,
  TogetherResult,
  TraceBackRequest,
  TraceBackResult,
} from '#features/pipes/contract/analyses.ts';
import type {
  CriticalityNews,
  CriticalityRequest,
  OpenWater,
  PlaceWater,
  WaterMatch,
  WaterMoment,
  WaterRunNews,
  WaterRunRequest,
  WaterSolution,
} from '#features/pipes/contract/water.ts';
import type { NetworkValues } from '#features/pipes/contract.ts';
import type { Protocol } from '../port.ts';

export interface HydraulicsProtocol extends Protocol {
  readonly calls: {
    /** Opens the model of a network in the place of what was open under its id. */
    readonly open: { params: OpenWater; result: WaterMatch };
    readonly close: { params: { readonly network: string }; result: undefined };
    /** Says where a person put a network, so that places are told as they are seen; undefined: where its file did. */
    readonly place: { params: PlaceWater; result: undefined };
    /**
     * One instant. What EPANET can't solve gives the last good solution with what stands against a newer one; it
     * rejects with a `SolverError` where there was none yet, with a `ChangeError` where a change names what is not
     * there.
     */
    readonly solve: { params: WaterMoment; result: WaterSolution };
    /** Values of the network's latest run at an instant; undefined where that is another run. */
    readonly frame: {
      params: { readonly network: string; readonly run: string; readonly atMs: number };
      result: NetworkValues | undefined;
    };
    /** All hydrants of a network's register. */
    readonly hydrants: {
      params: { readonly network: string };
      result: readonly AnalysedElement[];
    };
  };
  readonly streams: {
    /** An extended period from an instant on; it stops when the reader leaves, and the last news is the run. */
    readonly run: { params: WaterRunRequest; item: WaterRunNews };
    /** Closes one segment after the other; it stops when the reader leaves. */
    readonly criticality: { params: CriticalityRequest; item: CriticalityNews };
    /** What hydrants give; searches stop when their reader leaves, and the last news is the result. */
    readonly fireFlow: { params: FireFlowRequest; item: AnalysisNews<FireFlowResult> };
    /** What they give open all at once. */
    readonly together: { params: FireFlowRequest; item: AnalysisNews<TogetherResult> };
    /** What one gives with each pipe of its ring closed. */
    readonly ring: {
      params: FireFlowRequest & { readonly hydrant: string };
      item: AnalysisNews<RingResult>;
    };
    readonly contamination: {
      params: ContaminationRequest;
      item: AnalysisNews<ContaminationResult>;
    };
    readonly traceBack: { params: TraceBackRequest; item: AnalysisNews<TraceBackResult> };
    readonly leak: { params: LeakRequest; item: AnalysisNews<LeakResult> };
  };
}
