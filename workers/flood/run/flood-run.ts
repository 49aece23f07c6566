// One run from its scenario to frames: short slices of the solver with a look at messages between them. What it
// computes depends on its inputs and on the log of steering alone, never on how fast the machine is.

import type { FloodEvent } from '#features/flood/contract/impact.ts';
import type { FloodPhase, FloodScenario, FloodStatus } from '#features/flood/contract.ts';
import { MAXIMA_EVERY_S } from '#simulation/flood/maxima/keep-maxima.ts';
import type { FloodState } from '#simulation/flood/parts.ts';
import { chooseScheme } from '#simulation/flood/run/choose-scheme.ts';
import { FroudeAuditor } from '#simulation/flood/run/froude-audit.ts';
import type { FloodGround, FloodObserver } from '../parts.ts';
import type { FloodCity, KeptRun, LoggedSteering, Steering } from '../protocol.ts';
import { describeFailure } from './describe-failure.ts';
import { KeptFrames } from './kept-frames.ts';
import { KeptSnapshots } from './kept-snapshots.ts';
import { NewsQueue } from './news-queue.ts';
import { createCut, createYield, Pacer, RealTimeMeter, SLICE_MS } from './pace.ts';
import { checkGoesOn, type Origin, type PreparedRun, prepareRun } from './prepare-run.ts';
import { type FrameShape, quantise } from './quantise.ts';
import { hasPart, steerScenario } from './steer-scenario.ts';
import type { RunTopics } from './topics.ts';

const FRAME_EVERY_MS = 100;
const STATUS_EVERY_MS = 500;
/** Moments that lists and snapshots are made of (s of the run). */
const KEPT_EVERY_S = 60;
/** Frames that a run of any length keeps at most, before memory bounds it. */
const FRAME_COUNT = 720;
const SNAPSHOT_COUNT = 60;
const LONGEST_WAIT_MS = 50;

export interface RunRequest {
  readonly run: string;
  readonly scenario: FloodScenario;
  readonly from?: { readonly source: FloodRun; readonly timeS: number };
  readonly log?: readonly LoggedSteering[];
  readonly pace?: number;
  readonly isPaused?: boolean;
  readonly pausesAtS?: number;
}

export class FloodRun {
  readonly id: string;
  readonly #city: FloodCity;
  readonly #topics: RunTopics;
  readonly #request: RunRequest;
  readonly #queue = new NewsQueue();
  readonly #frames: KeptFrames;
  readonly #snapshots: KeptSnapshots;
  readonly #pacer: Pacer;
  readonly #meter = new RealTimeMeter();
  readonly #log: LoggedSteering[] = [];
  #scenario: FloodScenario;
  #ground: FloodGround | undefined;
  #parts: PreparedRun | undefined;
  #observer: FloodObserver | undefined;
  #auditor: FroudeAuditor | undefined;
  #status: FloodStatus;
  #isPaused: boolean;
  #pausesAtS: number;
  #tasks: (() => void | Promise<void>)[] = [];
  #wake = () => {};
  #hasEnded = false;
  #wet: ReadonlySet<number> = new Set();
  #replayed = 0;
  /** End of the piece that the forcing has allowed and that was cut. */
  #pieceS: number | undefined;
  #working: ReadonlySet<string> | undefined;
  #last = { frameMs: Number.NEGATIVE_INFINITY, statusMs: Number.NEGATIVE_INFINITY };

  constructor(city: FloodCity, topics: RunTopics, request: RunRequest) {
    const { scenario } = request;
    this.id = request.run;
    this.#city = city;
    this.#topics = topics;
    this.#request = request;
    this.#scenario = scenario;
    this.#frames = new KeptFrames(
      this.id,
      spacing(scenario.durationS, FRAME_COUNT, MAXIMA_EVERY_S),
    );
    this.#snapshots = new KeptSnapshots(spacing(scenario.durationS, SNAPSHOT_COUNT, KEPT_EVERY_S));
    this.#pacer = new Pacer(request.pace ?? Number.POSITIVE_INFINITY);
    this.#isPaused = request.isPaused ?? false;
    this.#pausesAtS = request.pausesAtS ?? Number.POSITIVE_INFINITY;
    this.#status = firstStatus(this.id, scenario);
  }

  get status(): FloodStatus {
    return this.#status;
  }
  get ground(): FloodGround | undefined {
    return this.#ground;
  }
  get observer(): FloodObserver | undefined {
    return this.#observer;
  }
  get frames(): KeptFrames {
    return this.#frames;
  }
  get maxima(): PreparedRun['maxima'] | undefined {
    return this.#parts?.maxima;
  }
  get log(): readonly LoggedSteering[] {
    return this.#log;
  }
  /** The run that this one goes on from, and since when. */
  get from(): { readonly source: FloodRun; readonly timeS: number } | undefined {
    const { from } = this.#request;
    const startS = this.#frames.timesS[0];
    return from && startS !== undefined ? { source: from.source, timeS: startS } : undefined;
  }

  kept(): KeptRun {
    const timesS = this.#frames.timesS;
    return {
      status: this.#status,
      fromS: timesS[0] ?? 0,
      toS: timesS.at(-1) ?? 0,
      everyS: this.#frames.everyS,
      frames: timesS.length,
      frameBytes: this.#frames.bytes,
      snapshotsS: this.#snapshots.timesS,
      snapshotBytes: this.#snapshots.bytes,
    };
  }

  /** Runs while it is read; what was kept stays when the reader leaves. */
  async *news(signal: AbortSignal) {
    const left = new AbortController();
    const work = this.#work(AbortSignal.any([signal, left.signal]));
    try {
      yield* this.#queue.read(signal);
    } finally {
      left.abort();
      await work;
    }
  }

  /** Resolves with the run's time when it takes effect; rejects where it can't be done. */
  async steer(steering: Steering): Promise<number> {
    switch (steering.act) {
      case 'pause':
      case 'go':
        this.#isPaused = steering.act === 'pause';
        this.#pausesAtS = Number.POSITIVE_INFINITY;
        this.#restartClock();
        break;
      case 'pace':
        this.#pacer.set(steering.factor, this.#topics.now(), this.#timeS);
        break;
      case 'add':
      case 'remove':
        await this.#between(() => this.#apply(steering));
    }
    this.#wake();
    return this.#timeS;
  }

  /** What another run needs to go on from this one at a time; takes a state now where that is the present. */
  async origin(timeS: number): Promise<Origin> {
    if (!this.#hasEnded && timeS >= this.#timeS) await this.#between(() => this.#keepSnapshot());
    const state = this.#snapshots.before(timeS);
    if (!state || !this.#ground || !this.#parts) {
      throw new Error(`Run ${this.id} has kept no state at or before ${timeS} s.`);
    }
    return {
      ...{ run: this.id, scenario: state.scenario, ground: this.#ground },
      ...{ solver: this.#parts.solver, state },
    };
  }

  get #timeS(): number {
    return this.#parts?.solver.timeS() ?? this.#status.timeS;
  }

  async #work(signal: AbortSignal): Promise<void> {
    const messages = createYield();
    try {
      this.#say('preparing');
      await this.#prepare(signal);
      await this.#loop(signal, messages.pause);
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    } finally {
      messages.close();
      this.#hasEnded = true;
      this.#parts?.solver.dispose();
      for (const task of this.#tasks.splice(0)) void task();
      this.#queue.end();
    }
  }

  async #prepare(signal: AbortSignal): Promise<void> {
    const { from } = this.#request;
    const origin = from && (await from.source.origin(from.timeS));
    if (origin) checkGoesOn(this.#scenario, origin);
    const ground =
      origin?.ground ?? (await this.#topics.readGround(this.#city, this.#scenario, signal));
    signal.throwIfAborted();
    this.#ground = ground;
    this.#queue.put({ kind: 'place', place: { ...ground.place, run: this.id } });
    if (!origin) this.#sendStart(ground);
    const { createSolver } = this.#topics;
    this.#parts = await prepareRun(
      { ...this.#topics, createSolver },
      this.#city,
      this.#scenario,
      ground,
      origin,
    );
    this.#auditor = new FroudeAuditor(this.#parts.solver.scheme);
    signal.throwIfAborted();
    void this.#openObserver(ground);
    await this.#keepMoment(await this.#parts.solver.state(), true);
    await this.#keepSnapshot();
  }

  /** The water before the first step, so that something is seen while the solver is made. */
  #sendStart({ grid, depthM }: FloodGround): void {
    const still = new Float32Array(grid.width * grid.height);
    this.#sendFrame({ timeS: 0, depthM, uMs: still, vMs: still });
  }

  /** Beside the run, which doesn't wait for it. */
  async #openObserver(ground: FloodGround): Promise<void> {
    const { from } = this.#request;
    const before = from?.source.observer;
    try {
      this.#observer = await this.#topics.openObserver?.({
        ...{ run: this.id, city: this.#city, scenario: this.#scenario, ground },
        ...(from && before && { from: { observer: before, timeS: this.#timeS } }),
      });
    } catch (error) {
      this.#status = { ...this.#status, problem: describeFailure(error, ground) };
    }
  }

  async #loop(signal: AbortSignal, pause: () => Promise<void>): Promise<void> {
    const { now } = this.#topics;
    const { durationS } = this.#scenario;
    this.#restartClock();
    while (!signal.aborted) {
      for (const task of this.#tasks.splice(0)) await task();
      this.#replay();
      if (this.#timeS >= durationS) break;
      if (this.#timeS >= this.#pausesAtS) {
        this.#isPaused = true;
        this.#pausesAtS = Number.POSITIVE_INFINITY;
      }
      if (this.#isPaused) {
        await this.#tell(true);
        if (this.#tasks.length === 0 && this.#isPaused) await this.#untilWoken(signal);
        continue;
      }
      const waitS = this.#timeS - this.#pacer.allowedS(now());
      if (waitS >= 0) await sleep(Math.min(LONGEST_WAIT_MS, (waitS * 1000) / this.#pacer.factor));
      else await this.#slice(signal, durationS);
      this.#meter.mark(now(), this.#timeS);
      await this.#tell(false);
      await pause();
    }
    if (signal.aborted) return;
    await this.#keepSnapshot();
    await this.#sayNow('done');
  }

  async #slice(signal: AbortSignal, durationS: number): Promise<void> {
    const { solver, forcing } = this.#ready();
    const { now } = this.#topics;
    const endMs = now() + SLICE_MS;
    const nextS = this.#request.log?.[this.#replayed]?.timeS ?? Number.POSITIVE_INFINITY;
    const cut = createCut(
      () =>
        now() >= endMs ||
        signal.aborted ||
        solver.timeS() >= nextS ||
        solver.timeS() >= this.#pausesAtS ||
        solver.timeS() >= this.#pacer.allowedS(now()),
    );
    do {
      const stopS = Math.min(durationS, nextMultiple(solver.timeS(), MAXIMA_EVERY_S));
      // A piece that was cut is gone on with: where it was cut must not be seen in the water.
      this.#pieceS ??= await forcing.apply(solver, stopS);
      await solver.run(this.#pieceS, cut);
      if (solver.timeS() < this.#pieceS) return;
      this.#pieceS = undefined;
      if (solver.timeS() < stopS) continue;
      const isKept = stopS % KEPT_EVERY_S === 0 || stopS === durationS;
      await this.#keepMoment(await solver.state(), isKept);
      if (this.#snapshots.isDue(stopS)) await this.#keepSnapshot();
    } while (!cut.aborted && solver.timeS() < durationS);
  }

  async #keepMoment(state: FloodState, isKept: boolean): Promise<void> {
    const { maxima } = this.#ready();
    if (state.timeS > maxima.timeS || state.timeS === 0) maxima.update(state);
    if (isKept || this.#frames.isDue(state.timeS)) {
      this.#frames.keep(quantise(this.#shape, state, new Set()).frame);
    }
    this.#tellOfWork();
    if (isKept) await this.#observe(state, true);
  }

  async #keepSnapshot(): Promise<void> {
    const { solver, forcing, maxima } = this.#ready();
    this.#snapshots.keep({
      solver: await solver.snapshot(),
      forcing: forcing.snapshot(),
      maxima: maxima.arrays(),
      scenario: this.#scenario,
    });
  }

  async #observe(state: FloodState, isKept: boolean): Promise<void> {
    if (!this.#observer) return;
    const { maxima } = this.#ready();
    const { timeS } = state;
    const seen = await this.#observer.observe({ timeS, state, maxima: maxima.maxima(), isKept });
    if (seen.impact) this.#queue.put({ kind: 'impact', impact: seen.impact });
    if (seen.events?.length) this.#queue.put({ kind: 'events', events: seen.events });
  }

  /** Breaches and barriers that begin. */
  #tellOfWork(): void {
    const { forcing } = this.#ready();
    const working = new Set(
      forcing.flows().flatMap(({ id, state }) => (state === 'working' ? [id] : [])),
    );
    const before = this.#working;
    this.#working = working;
    const { sources, structures } = this.#scenario;
    const events = [...sources, ...structures].flatMap(({ id, kind, name }): FloodEvent[] =>
      (kind === 'breach' || kind === 'barrier') && working.has(id) && !before?.has(id)
        ? [{ timeS: this.#timeS, kind, name, id }]
        : [],
    );
    if (events.length > 0) this.#queue.put({ kind: 'events', events });
  }

  /** A frame, and twice a second a status and the consequences, where it is time and somebody reads. */
  async #tell(isStill: boolean): Promise<void> {
    const nowMs = this.#topics.now();
    if (nowMs - this.#last.frameMs >= FRAME_EVERY_MS && this.#queue.wantsFrame) {
      this.#sendFrame(await this.#ready().solver.state());
    }
    if (!isStill && nowMs - this.#last.statusMs < STATUS_EVERY_MS) return;
    await this.#observe(await this.#ready().solver.state(), false);
    await this.#sayNow(this.#isPaused ? 'paused' : 'running', false);
  }

  #sendFrame(state: FloodState): void {
    const { frame, wet } = quantise(this.#shape, state, this.#wet);
    this.#wet = wet;
    this.#last.frameMs = this.#topics.now();
    this.#queue.put({ kind: 'frame', frame });
  }

  async #sayNow(phase: FloodPhase, withFrame = true): Promise<void> {
    const { solver } = this.#ready();
    if (withFrame) this.#sendFrame(await solver.state());
    const statistics = await solver.statistics();
    const balance = await solver.balance();
    const { isBeyond } = this.#auditor?.see(statistics) ?? { isBeyond: false };
    this.#status = {
      ...this.#status,
      ...{ scheme: solver.scheme, backend: solver.backend, threads: solver.threads },
      timeS: solver.timeS(),
      realTimeFactor: phase === 'paused' ? 0 : this.#meter.factor(),
      wetCells: statistics.wetCells,
      froudeShare: statistics.froudeShare,
      isBeyondScheme: isBeyond,
      storedM3: balance.storedM3,
      massError: balance.relativeError,
    };
    this.#say(phase);
  }

  #say(phase: FloodPhase): void {
    const ground = this.#ground;
    this.#status = {
      ...this.#status,
      phase,
      ...(ground && {
        cellM: ground.grid.cellM,
        cells: ground.grid.width * ground.grid.height,
        terrain: ground.terrain,
      }),
    };
    this.#last.statusMs = this.#topics.now();
    this.#queue.put({ kind: 'status', status: this.#status });
  }

  #fail(error: unknown): void {
    const problem = describeFailure(error, this.#ground);
    this.#status = { ...this.#status, timeS: this.#timeS, realTimeFactor: 0, problem };
    this.#say('failed');
  }

  /** Done by the loop between two slices; at once where it has ended. */
  #between(task: () => void | Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#tasks.push(async () => {
        try {
          if (this.#hasEnded) throw new Error(`Run ${this.id} has ended.`);
          await task();
          resolve();
        } catch (error) {
          reject(error);
        }
      });
      if (this.#hasEnded) void this.#tasks.pop()?.();
      this.#wake();
    });
  }

  #apply(steering: LoggedSteering['steering']): void {
    const { forcing } = this.#ready();
    const timeS = this.#timeS;
    if (steering.act === 'remove') {
      if (!hasPart(this.#scenario, steering.id)) {
        throw new Error(`Run ${this.id} has no source or structure ${steering.id}.`);
      }
      forcing.remove(steering.id);
    } else {
      for (const part of [steering.source, steering.structure]) {
        if (!part) continue;
        if (hasPart(this.#scenario, part.id)) forcing.remove(part.id);
        forcing.add(part);
      }
    }
    this.#pieceS = undefined;
    this.#scenario = steerScenario(this.#scenario, steering);
    this.#log.push({ timeS, steering });
  }

  #replay(): void {
    const log = this.#request.log ?? [];
    for (let next = log[this.#replayed]; next; next = log[++this.#replayed]) {
      if (next.timeS > this.#timeS) return;
      this.#apply(next.steering);
    }
  }

  #restartClock(): void {
    this.#meter.reset();
    this.#pacer.restart(this.#topics.now(), this.#timeS);
  }

  #untilWoken(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  get #shape(): FrameShape {
    const { width = 0, height = 0 } = this.#ground?.grid ?? {};
    return { run: this.id, width, height };
  }

  #ready(): PreparedRun {
    if (!this.#parts) throw new Error(`Run ${this.id} is not ready yet.`);
    return this.#parts;
  }
}

/** A multiple of `unitS` by which `durationS` is cut into about `count` pieces. */
const spacing = (durationS: number, count: number, unitS: number): number =>
  Math.max(1, Math.ceil(durationS / count / unitS)) * unitS;

const nextMultiple = (timeS: number, unitS: number): number =>
  (Math.floor(timeS / unitS) + 1) * unitS;

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

function firstStatus(run: string, scenario: FloodScenario): FloodStatus {
  return {
    run,
    scenario: scenario.id,
    phase: 'preparing',
    timeS: 0,
    durationS: scenario.durationS,
    realTimeFactor: 0,
    scheme: chooseScheme(scenario.hazard, scenario.scheme),
    backend: scenario.backend === 'auto' ? 'js' : scenario.backend,
    threads: 1,
    cellM: scenario.cellM,
    cells: 0,
    wetCells: 0,
    storedM3: 0,
    massError: 0,
    froudeShare: 0,
    terrain: '',
  };
}
