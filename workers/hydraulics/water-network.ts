// One open water network: its model for normal operation, a second one that may be cut at bursts, and what both need
// to remember from one instant to the next.

import type { IncidentHydraulics } from '#features/pipes/contract/incident.ts';
import type {
  WaterMatch,
  WaterMoment,
  WaterRunNews,
  WaterRunRequest,
  WaterSolution,
} from '#features/pipes/contract/water.ts';
import type { NetworkValues } from '#features/pipes/contract.ts';
import { moveNetwork } from '#features/pipes/kernel/place/move-network.ts';
import { type NetworkChanges, noChanges } from '#model/network-changes.ts';
import type { NetworkMove } from '#model/network-move.ts';
import type { NetworkReading } from '#model/network-reading.ts';
import type { PipeNetwork } from '#model/pipe-network.ts';
import { judgeSupply, servicePressure } from '#simulation/hydraulics/judge-supply.ts';
import { type LiveState, toLiveState } from '#simulation/hydraulics/live-state.ts';
import {
  isFailure,
  type SolverFailure,
  type WaterModel,
  type WaterSnapshot,
} from '#simulation/hydraulics/parts.ts';
import { patternTimeOf } from '#simulation/hydraulics/pattern-time.ts';
import { SolverError, trySolve } from '#simulation/hydraulics/solve.ts';
import { IncidentDesk } from './incident-desk.ts';
import { describeMatch } from './match.ts';
import { MODEL } from './model-name.ts';
import { ResidualDesk } from './residual-desk.ts';
import { matchRows, type Rows } from './rows.ts';
import { RunDesk } from './run-desk.ts';
import { ScaleHistory } from './scale-history.ts';
import { countCustomers, sayWarnings, toAreas, toBalance, toPumps, toTanks } from './to-report.ts';
import { type Solved, toValues } from './to-values.ts';
import { zonesOfNodes } from './zones.ts';

export interface WaterParts {
  readonly network: PipeNetwork;
  readonly timeZone: string;
  readonly model: WaterModel;
  /** The same model once more, for incidents. */
  readonly forIncidents: WaterModel;
  /** The same model once more. */
  readonly openAgain: () => Promise<WaterModel>;
}

export class WaterNetwork {
  readonly match: WaterMatch;
  readonly parts: WaterParts;
  readonly rows: Rows;
  /** The register where a person put it: what others are told of places. */
  standing: PipeNetwork;
  readonly #incidents: IncidentDesk;
  readonly #runs: RunDesk;
  readonly #residuals = new ResidualDesk();
  readonly #scales = new ScaleHistory();
  readonly #zoneOf: (node: string) => string;
  #lastGood: WaterSolution | undefined;

  constructor(parts: WaterParts) {
    this.parts = parts;
    this.standing = parts.network;
    this.rows = matchRows(parts.network, parts.model);
    this.match = describeMatch(parts, this.rows);
    this.#incidents = new IncidentDesk(parts, this.rows);
    this.#runs = new RunDesk(parts);
    this.#zoneOf = zonesOfNodes(parts.network);
  }

  get model(): WaterModel {
    return this.parts.model;
  }

  /** Undefined: where its file put it. Nothing is solved anew: lengths and levels stay. */
  place(move: NetworkMove | undefined): void {
    const { network } = this.parts;
    this.standing = move ? moveNetwork(network, move) : network;
  }

  solve(moment: WaterMoment): WaterSolution {
    const startedAt = performance.now();
    const changes = moment.history.at(-1)?.changes ?? noChanges;
    const live = this.liveState(moment, changes);
    const options = { state: live.state, pressureDriven: servicePressure };
    const cut = this.#incidents.modelFor(changes);
    const outcome = trySolve(cut.model, { ...options, changes });
    if (isFailure(outcome)) return this.#keepLastGood(outcome);
    const solved = this.#judge(cut.model, cut.rows ?? this.rows, outcome, changes);
    const incident =
      moment.history.length === 0
        ? undefined
        : this.#incidents.report(moment, solved, () => this.#solveNormal(options));
    const solution = this.#describe(moment, live, solved, incident, startedAt);
    this.#lastGood = solution;
    return solution;
  }

  run(request: WaterRunRequest, signal: AbortSignal): AsyncGenerator<WaterRunNews> {
    const changes = request.history.at(-1)?.changes ?? noChanges;
    return this.#runs.run(request, this.liveState(request, changes), signal);
  }

  frame(run: string, atMs: number): NetworkValues | undefined {
    return this.#runs.frame(run, atMs);
  }

  /** What sensors say now, with elements that stand at another node of the model told as that one. */
  liveState(moment: WaterMoment, changes: NetworkChanges): LiveState {
    const { model, timeZone } = this.parts;
    const excluded = new Set([
      ...changes.extraDemands.map(({ node }) => node),
      ...changes.bursts.flatMap(({ link }) => endsOf(model, link)),
    ]);
    const live = toLiveState(model, this.atHosts(moment.readings), {
      patternS: patternTimeOf(moment.atMs, timeZone),
      excluded,
      heldScale: excluded.size > 0 ? this.#scales.before(moment.history[0]?.atMs) : undefined,
    });
    if (excluded.size === 0) this.#scales.keep(moment.atMs, live.scale);
    return live;
  }

  /** What sensors say now, but demands as they stood before an instant: since then meters may count a burst. */
  stateBefore(moment: WaterMoment, onsetMs: number): LiveState & { readonly isHeld: boolean } {
    const { model, timeZone } = this.parts;
    const heldScale = this.#scales.before(onsetMs);
    const live = toLiveState(model, this.atHosts(moment.readings), {
      patternS: patternTimeOf(moment.atMs, timeZone),
      heldScale,
    });
    return { ...live, isHeld: heldScale !== undefined };
  }

  close(): void {
    this.parts.model.close();
    this.#incidents.close();
    this.#runs.close();
  }

  #judge(model: WaterModel, rows: Rows, snapshot: WaterSnapshot, changes: NetworkChanges): Solved {
    const { network } = this.parts;
    return { network, rows, model, snapshot, supply: judgeSupply(model, snapshot), changes };
  }

  /** How it would be without the incident; undefined where that can't be solved. */
  #solveNormal(options: {
    readonly state: LiveState['state'];
    readonly pressureDriven: typeof servicePressure;
  }) {
    const { model } = this.parts;
    const outcome = trySolve(model, { ...options, changes: noChanges });
    return isFailure(outcome) ? undefined : this.#judge(model, this.rows, outcome, noChanges);
  }

  #describe(
    moment: WaterMoment,
    live: LiveState,
    solved: Solved,
    incident: IncidentHydraulics | undefined,
    startedAt: number,
  ): WaterSolution {
    const { atMs, network } = moment;
    const { model, snapshot } = solved;
    const { state, scale } = live;
    return {
      values: toValues(solved, { atMs, model: MODEL }),
      report: {
        network,
        atMs,
        model: MODEL,
        staleSinceMs: undefined,
        problem: undefined,
        ...toBalance(model, snapshot),
        demandFactor: scale.factor,
        areas: toAreas(scale, this.#zoneOf),
        tanks: toTanks(model, snapshot, state),
        pumps: toPumps(model, snapshot, state),
        residuals: this.#residuals.compare(atMs, this.atHosts(moment.readings), model, snapshot),
        ...countCustomers(solved),
        staleSensors: live.stale,
        unknownElements: live.unknown,
        warnings: sayWarnings(snapshot.warnings),
        iterations: snapshot.iterations,
        solveMs: performance.now() - startedAt,
      },
      incident,
    };
  }

  /** The last good solution, marked as old; throws where there is none. */
  #keepLastGood(failure: SolverFailure): WaterSolution {
    const good = this.#lastGood;
    if (!good) throw new SolverError(failure);
    const staleSinceMs = good.report.atMs;
    const { reason, where } = failure;
    return {
      ...good,
      values: { ...good.values, staleSinceMs },
      report: { ...good.report, staleSinceMs, problem: { reason, where } },
    };
  }

  /** Readings of elements that stand at another node of the model, told as that one's. */
  atHosts(readings: readonly NetworkReading[]): readonly NetworkReading[] {
    const { model, network } = this.parts;
    const { nodes } = network;
    this.#hosts ??= new Map(
      nodes.ids.flatMap((id, row) => {
        const host = nodes.ids[nodes.host[row] ?? row];
        return model.nodeIndex.has(id) || host === undefined || host === id ? [] : [[id, host]];
      }),
    );
    const hosts = this.#hosts;
    return readings.map((reading) => {
      const host = hosts.get(reading.element);
      return host === undefined ? reading : { ...reading, element: host };
    });
  }
  #hosts: ReadonlyMap<string, string> | undefined;
}

function endsOf({ linkIndex, linkFrom, linkTo, nodeIds }: WaterModel, id: string): string[] {
  const link = linkIndex.get(id);
  if (link === undefined) return [];
  return [linkFrom, linkTo].flatMap((ends) => nodeIds[(ends[link - 1] ?? 0) - 1] ?? []);
}
