// One network that storms are run on: its model is made anew for each run, its frames are kept for the clock.

import type { ReadNetwork } from '#conversion/networks/read-collections.ts';
import type {
  DrainageMatch,
  DrainageNews,
  DrainageRequest,
  DrainageRun,
} from '#features/pipes/contract/drainage.ts';
import type { NetworkValues } from '#features/pipes/contract.ts';
import { toKey } from '#features/pipes/kernel/index-space.ts';
import { linkKinds } from '#model/pipe-network.ts';
import { gageOf, stormIntensities } from '#simulation/drainage/design-storm.ts';
import { type DrainageFacts, drainageOf } from '#simulation/drainage/from-network.ts';
import { createDrainage, type Drainage } from '#simulation/drainage/run-drainage.ts';
import { MODEL, valuesOf } from './drainage-values.ts';
import { notablesOf } from './notables.ts';

/** Share of the section that a blocked pipe has left. */
const LEFT_OF_BLOCKED = 0.1;

export class DrainNetwork {
  readonly #read: ReadNetwork;
  readonly #facts: DrainageFacts;
  #run = '';
  #runs = 0;
  #frames: NetworkValues[] = [];

  constructor(read: ReadNetwork, facts: DrainageFacts) {
    this.#read = read;
    this.#facts = facts;
  }

  get id(): string {
    return this.#read.network.id;
  }

  match(): DrainageMatch {
    const { network } = this.#read;
    const { catchments } = this.#facts;
    const gage = gageOf('none', new Float64Array(1));
    const { assumptions } = drainageOf(network, this.#facts, { startMs: 0, durationS: 1, gage });
    return {
      ...{ network: network.id, links: network.links.ids.length, nodes: network.nodes.ids.length },
      catchments: catchments.length,
      catchmentM2: catchments.reduce((sum, { areaM2 }) => sum + areaM2, 0),
      pumps: network.links.ids.flatMap((id, row) =>
        linkKinds[network.links.kind[row] ?? 0] === 'pump'
          ? [{ id, key: toKey(network.id, 'link', id) }]
          : [],
      ),
      assumptions,
    };
  }

  frame(run: string, atMs: number): NetworkValues | undefined {
    if (run !== this.#run) return undefined;
    let nearest: NetworkValues | undefined;
    for (const one of this.#frames) {
      if (!nearest || Math.abs(one.atMs - atMs) < Math.abs(nearest.atMs - atMs)) nearest = one;
    }
    return nearest;
  }

  async *run(request: DrainageRequest, signal: AbortSignal): AsyncIterable<DrainageNews> {
    const { startMs, durationS, frameS } = request;
    const { network } = this.#read;
    const intensity = stormIntensities(request.storm);
    const gage = gageOf('storm', intensity);
    const made = drainageOf(network, this.#facts, { startMs, durationS, gage });
    const drainage = createDrainage(made.model);
    this.#cause(drainage, request);
    this.#run = `${network.id}-${++this.#runs}`;
    this.#frames = [];
    const began = performance.now();
    for (let atS = 0; atS < durationS; ) {
      signal.throwIfAborted();
      atS = Math.min(atS + frameS, durationS);
      drainage.advance(atS);
      const values = valuesOf(network, made, drainage, startMs);
      this.#frames.push(values);
      const timesRealTime = (atS * 1000) / (performance.now() - began);
      yield { kind: 'progress', doneS: atS, totalS: durationS, timesRealTime, values };
      // Lets a wish to stop in.
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    const timesRealTime = (durationS * 1000) / (performance.now() - began);
    yield { kind: 'run', run: this.#report(request, drainage, made, intensity, timesRealTime) };
  }

  #cause({ drains, set }: Drainage, { blocked, stoppedPumps }: DrainageRequest): void {
    const rows = new Map(drains.model.links.map(({ id }, row) => [id, row]));
    for (const id of blocked) {
      const row = rows.get(id);
      if (row === undefined) throw new RangeError(`Pipe ${id} is not in the model of ${this.id}.`);
      set(row, LEFT_OF_BLOCKED);
    }
    for (const id of stoppedPumps) {
      const row = rows.get(id);
      if (row === undefined) throw new RangeError(`Pump ${id} is not in the model of ${this.id}.`);
      set(row, 0);
    }
  }

  #report(
    { startMs, durationS }: DrainageRequest,
    drainage: Drainage,
    { assumptions }: ReturnType<typeof drainageOf>,
    intensity: Float64Array,
    timesRealTime: number,
  ): DrainageRun {
    const balance = drainage.balance();
    return {
      ...{ network: this.id, run: this.#run, model: MODEL, startMs, timesRealTime, assumptions },
      endMs: startMs + durationS * 1000,
      rainM: intensity.reduce((sum, one) => sum + one * 300, 0),
      rainM3: drainage.runoff.rainM3,
      runoffM3: drainage.runoff.runoffM3,
      outflowM3: balance.outflowM3,
      floodedM3: balance.floodedM3,
      storedM3: balance.storedM3,
      balanceError: balance.routingError,
      ...notablesOf(this.id, drainage),
    };
  }
}
