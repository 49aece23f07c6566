// Extended periods: a third model runs them, so that the present goes on being solved meanwhile. The latest run is
// kept, instant by instant, for whoever scrubs through it.

import type { WaterRun, WaterRunNews, WaterRunRequest } from '#features/pipes/contract/water.ts';
import type { NetworkValues } from '#features/pipes/contract.ts';
import { type NetworkChanges, noChanges } from '#model/network-changes.ts';
import { judgeSupply, servicePressure } from '#simulation/hydraulics/judge-supply.ts';
import type { LiveState } from '#simulation/hydraulics/live-state.ts';
import type { WaterModel, WaterSnapshot } from '#simulation/hydraulics/parts.ts';
import { cutPipes } from '#simulation/hydraulics/split-pipe.ts';
import { createTankLevels } from '#simulation/hydraulics/tank-levels.ts';
import { MODEL } from './model-name.ts';
import { matchRows, type Rows } from './rows.ts';
import { keepFrame, type RunFrame, showFrame } from './run-frame.ts';
import { createRecord } from './run-record.ts';
import { createSteps, type Ended } from './run-steps.ts';
import { countCustomers, sayWarnings } from './to-report.ts';
import { toValues } from './to-values.ts';
import type { WaterParts } from './water-network.ts';

/** Others in the worker get their turn this often. */
const TURN_MS = 40;

interface Kept {
  readonly run: WaterRun;
  readonly frames: readonly RunFrame[];
  readonly model: WaterModel;
  readonly rows: Rows;
  readonly changes: NetworkChanges;
}

export class RunDesk {
  readonly #parts: WaterParts;
  #opening: Promise<WaterModel> | undefined;
  #busy: Promise<void> = Promise.resolve();
  #kept: Kept | undefined;
  #count = 0;

  constructor(parts: WaterParts) {
    this.#parts = parts;
  }

  /** One run at a time: the next one waits until the one before ended or was left. */
  async *run(
    request: WaterRunRequest,
    live: LiveState,
    signal: AbortSignal,
  ): AsyncGenerator<WaterRunNews> {
    const before = this.#busy;
    let free = () => {};
    this.#busy = new Promise((resolve) => {
      free = resolve;
    });
    try {
      await before;
      this.#opening ??= this.#parts.openAgain();
      const model = await this.#opening;
      const changes = request.history.at(-1)?.changes ?? noChanges;
      const cut = cutPipes(model, changes.bursts);
      try {
        yield* this.#runCut(request, live, cut.model, changes, signal);
      } finally {
        cut.join();
      }
    } finally {
      free();
    }
  }

  /** Values at an instant of the latest run; undefined where it is another one. */
  frame(id: string, atMs: number): NetworkValues | undefined {
    const kept = this.#kept;
    if (kept?.run.id !== id) return undefined;
    const { run, frames, model, rows, changes } = kept;
    const next = frames.findIndex(({ timeS }) => run.startMs + timeS * 1000 > atMs);
    const frame = frames.at(next < 0 ? -1 : Math.max(0, next - 1));
    if (!frame) return undefined;
    const { snapshot, supply } = showFrame(model, frame);
    const { network } = this.#parts;
    const solved = { network, rows, model, snapshot, supply, changes };
    const values = toValues(solved, { atMs: run.startMs + frame.timeS * 1000, model: run.model });
    const { quality } = frame;
    if (!quality) return values;
    const byRow = Float32Array.from(rows.node, (node) => quality[node] ?? Number.NaN);
    return { ...values, nodes: { ...values.nodes, quality: byRow } };
  }

  close(): void {
    void this.#opening?.then((model) => model.close());
  }

  async *#runCut(
    request: WaterRunRequest,
    live: LiveState,
    model: WaterModel,
    changes: NetworkChanges,
    signal: AbortSignal,
  ): AsyncGenerator<WaterRunNews> {
    const { network } = this.#parts;
    const rows = matchRows(network, model);
    const frames: RunFrame[] = [];
    const tanks = createTankLevels(model);
    const record = createRecord(request);
    const add = (snapshot: WaterSnapshot) => {
      const supply = judgeSupply(model, snapshot);
      frames.push(keepFrame(snapshot, supply));
      tanks.add(snapshot);
      record.add(
        snapshot,
        model,
        countCustomers({ network, rows, model, snapshot, supply, changes }),
      );
    };
    const options = {
      changes,
      state: live.state,
      pressureDriven: servicePressure,
      horizonS: request.horizonS,
    };
    const steps = createSteps(model, options, request, frames, add);
    let turnAt = performance.now();
    let ended: Ended | undefined;
    try {
      for (;;) {
        const { done, value } = steps.next();
        if (done) {
          ended = value;
          break;
        }
        if (performance.now() - turnAt < TURN_MS) continue;
        yield { kind: 'progress', doneS: value, totalS: request.horizonS };
        await new Promise((resolve) => setTimeout(resolve, 0));
        turnAt = performance.now();
        if (signal.aborted) return;
      }
    } finally {
      steps.return({ failure: undefined, quality: undefined });
    }
    this.#count += 1;
    const { failure, quality } = ended;
    const run: WaterRun = {
      id: `${network.id}-${this.#count}`,
      network: network.id,
      model: MODEL,
      startMs: request.atMs,
      endMs: request.atMs + (frames.at(-1)?.timeS ?? 0) * 1000,
      ...record.series,
      tanks: tanks.levels.map(({ emptyAtS, ...levels }) => ({
        ...levels,
        emptyAtMs: emptyAtS === undefined ? undefined : request.atMs + emptyAtS * 1000,
      })),
      quality: quality && request.quality ? { request: request.quality, ...quality } : undefined,
      problem: failure && { reason: failure.reason, where: failure.where },
      warnings: sayWarnings(record.warnings),
    };
    this.#kept = { run, frames, model, rows, changes };
    yield { kind: 'done', run };
  }
}
