// The runs of the open city, by their ids.

import type { EnsembleNews } from '#features/flood/contract/ensemble.ts';
import type { DamageTable } from '#features/flood/contract/impact.ts';
import type { FloodFrame } from '#features/flood/contract.ts';
import { alignDepths, differenceMap, differenceNumbers } from './answers/difference.ts';
import { extentFile, quantityOf, rasterFile } from './answers/files.ts';
import { type MapWish, mapOf } from './answers/maps.ts';
import { toDepths } from './answers/read-depths.ts';
import { seriesOf } from './answers/series.ts';
import { ensembleOf } from './ensemble/ensemble-of.ts';
import type { FloodGround, FloodObserver, OpenObserver } from './parts.ts';
import type { FloodCity, FloodDifference, FloodProtocol, FloodSeries } from './protocol.ts';
import { FloodRun } from './run/flood-run.ts';
import type { RunTopics } from './run/topics.ts';

type Streams = FloodProtocol['streams'];
type Calls = FloodProtocol['calls'];

export class RunDesk {
  readonly #topics: RunTopics;
  readonly #city: FloodCity;
  readonly #runs = new Map<string, FloodRun>();
  #damage: DamageTable | undefined;

  constructor(topics: RunTopics, city: FloodCity) {
    const { openObserver } = topics;
    this.#topics = openObserver
      ? { ...topics, openObserver: (run) => this.#openObserver(openObserver, run) }
      : topics;
    this.#city = city;
  }

  /** Takes the place of a run with the same id. */
  begin({ from, ...request }: Streams['run']['params']): FloodRun {
    const source = from && { source: this.get(from.run), timeS: from.timeS };
    const run = new FloodRun(this.#city, this.#topics, {
      ...request,
      ...(source && { from: source }),
    });
    this.#runs.set(run.id, run);
    return run;
  }

  /** Settles when ground, kernels and consequences are ready; what fails will fail when it is asked for. */
  async warm({ scenario }: Calls['warm']['params']): Promise<undefined> {
    const { readGround, warmSolvers, openObserver } = this.#topics;
    const { signal } = new AbortController();
    const city = this.#city;
    const onGround = async () => {
      const ground = await readGround(city, scenario, signal);
      // Who is affected is read once a city; it would take the thread from the first steps of a run.
      await openObserver?.({ run: '', city, scenario, ground });
    };
    await Promise.allSettled([warmSolvers?.(), onGround()]);
    return undefined;
  }

  get(id: string): FloodRun {
    const run = this.#runs.get(id);
    if (!run) throw new Error(`Run ${id} is not kept here.`);
    return run;
  }

  forget(id: string): void {
    this.#runs.delete(id);
  }

  frameAt({ run: id, timeS }: Calls['frameAt']['params']): Calls['frameAt']['result'] {
    const run = this.#keeperOf(id, timeS);
    const frame = run.frames.frameAt(timeS);
    if (!frame) throw new Error(`Run ${id} has kept no frame yet.`);
    const impact = run.observer?.impactAt(timeS);
    return {
      frame: { ...frame, run: id },
      impact: impact && { ...impact, run: id },
    };
  }

  map({ run: id, other, timeS, ...wish }: Calls['map']['params']): Float32Array<ArrayBuffer> {
    if (wish.colouring !== 'difference' || other === undefined) return this.#mapOf(id, wish);
    const [runM, otherM] = this.#depthsOf(id, other, timeS);
    return new Float32Array(differenceMap(runM, otherM));
  }

  difference({ run, other, timeS }: Calls['difference']['params']): FloodDifference {
    const [runM, otherM] = this.#depthsOf(run, other, timeS);
    return {
      ...{ run, other },
      ...(timeS !== undefined && { timeS }),
      ...differenceNumbers(runM, otherM, this.#groundOf(this.get(run))),
    };
  }

  /** Before the run went on from another one, what that one had. */
  series({ run: id, points, lines }: Calls['series']['params']): FloodSeries {
    const run = this.get(id);
    const own = seriesOf(run.frames, this.#groundOf(run), points, lines);
    const { from } = run;
    if (!from) return own;
    const before = this.series({ run: from.source.id, points, lines });
    const rows = before.timeS.findLastIndex((timeS) => timeS < from.timeS) + 1;
    const join = (a: Float32Array, b: Float32Array | undefined) =>
      Float32Array.of(...a.subarray(0, rows), ...(b ?? []));
    const joinAll = (a: readonly Float32Array[], b: readonly Float32Array[]) =>
      a.map((array, at) => join(array, b[at]));
    return {
      timeS: Float64Array.of(...before.timeS.subarray(0, rows), ...own.timeS),
      depthM: joinAll(before.depthM, own.depthM),
      levelM: joinAll(before.levelM, own.levelM),
      speedMs: joinAll(before.speedMs, own.speedMs),
      flowM3s: joinAll(before.flowM3s, own.flowM3s),
    };
  }

  raster(wish: Calls['raster']['params']): Uint8Array<ArrayBuffer> {
    const { run: id, of } = wish;
    const { place } = this.#groundOf(this.get(id));
    const values =
      of.quantity === 'map'
        ? this.map({ ...of, run: id })
        : quantityOf(this.#frameOf(id, of.timeS), place, of.quantity);
    return rasterFile(place, values, wish);
  }

  extent(wish: Calls['extent']['params']): string {
    const { run: id, timeS } = wish;
    const { place } = this.#groundOf(this.get(id));
    const depthM =
      timeS === undefined
        ? this.#mapOf(id, { colouring: 'max-depth' })
        : toDepths(this.#frameOf(id, timeS), place.width, place.height);
    return extentFile(place, depthM, wish);
  }

  ensemble(
    { run: id, scenario, request }: Streams['ensemble']['params'],
    signal: AbortSignal,
  ): AsyncGenerator<EnsembleNews> {
    const shown = this.#groundOf(this.get(id));
    return ensembleOf(this.#topics, this.#city, scenario, shown, request, signal);
  }

  observerOf(id: string): FloodObserver {
    const { observer } = this.get(id);
    if (!observer) throw new Error(`The consequences of run ${id} are not known yet.`);
    return observer;
  }

  setDamage(table: DamageTable): void {
    for (const { observer } of this.#runs.values()) observer?.setDamage(table);
    this.#damage = table;
  }

  async #openObserver(
    open: OpenObserver,
    run: Parameters<OpenObserver>[0],
  ): Promise<FloodObserver> {
    const observer = await open(run);
    if (this.#damage) observer.setDamage(this.#damage);
    return observer;
  }

  /** The run itself, or the one it went on from where the time lies before that. */
  #keeperOf(id: string, timeS: number): FloodRun {
    let run = this.get(id);
    for (let { from } = run; from && timeS < from.timeS; { from } = run) run = from.source;
    return run;
  }

  #mapOf(id: string, wish: MapWish): Float32Array<ArrayBuffer> {
    const { maxima } = this.get(id);
    if (!maxima) throw new Error(`Run ${id} has no maxima yet.`);
    return mapOf(maxima, wish);
  }

  #depthsOf(id: string, otherId: string, timeS: number | undefined) {
    const ground = this.#groundOf(this.get(id));
    const otherGround = this.#groundOf(this.get(otherId));
    const read = (run: string, { grid }: FloodGround) =>
      timeS === undefined
        ? this.#mapOf(run, { colouring: 'max-depth' })
        : toDepths(this.#frameOf(run, timeS), grid.width, grid.height);
    const otherM = alignDepths(read(otherId, otherGround), otherGround, ground);
    return [read(id, ground), otherM] as const;
  }

  #frameOf(run: string, timeS: number): FloodFrame {
    return this.frameAt({ run, timeS }).frame;
  }

  #groundOf(run: FloodRun): FloodGround {
    if (!run.ground) throw new Error(`Run ${run.id} is still being prepared.`);
    return run.ground;
  }
}
