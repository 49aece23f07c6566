// One run from its scenario to frames: short slices of the solver with a look at messages between them. What it
// computes depends on its inputs and on the log of steering alone, never on how fast the machine is.

import type { FloodScenario, FloodStatus } from '#features/flood/contract.ts';
import { MAXIMA_EVERY_S } from '#simulation/flood/maxima/keep-maxima.ts';
import { type FloodState, isSolverLost } from '#simulation/flood/parts.ts';
import type { FloodGround, FloodObserver } from '../parts.ts';
import type { FloodCity, KeptRun, LoggedSteering, Steering } from '../protocol.ts';
import type { KeptFrames } from './kept-frames.ts';
import { createCut, createYield, Pacer, SLICE_MS } from './pace.ts';
import { checkGoesOn, type Origin, type PreparedRun, prepareRun } from './prepare-run.ts';
import { KEPT_EVERY_S, RunKeeper } from './run-keeper.ts';
import { RunSteering } from './run-steering.ts';
import { RunTeller } from './run-teller.ts';
import { RunWatcher } from './run-watcher.ts';
import { TaskLine } from './task-line.ts';
import type { RunTopics } from './topics.ts';

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
  readonly #teller: RunTeller;
  readonly #tasks: TaskLine;
  readonly #keeper: RunKeeper;
  readonly #pacer: Pacer;
  readonly #watcher: RunWatcher;
  readonly #steering: RunSteering;
  #ground: FloodGround | undefined;
  #parts: PreparedRun | undefined;
  #isPaused: boolean;
  #pausesAtS: number;
  #origin: Origin | undefined;
  /** End of the piece that the forcing has allowed and that was cut. */
  #pieceS: number | undefined;

  constructor(city: FloodCity, topics: RunTopics, request: RunRequest) {
    const { scenario } = request;
    this.id = request.run;
    this.#city = city;
    this.#topics = topics;
    this.#request = request;
    this.#steering = new RunSteering(this.id, scenario, request.log ?? []);
    this.#keeper = new RunKeeper(this.id, scenario.durationS);
    this.#pacer = new Pacer(request.pace ?? Number.POSITIVE_INFINITY);
    this.#isPaused = request.isPaused ?? false;
    this.#pausesAtS = request.pausesAtS ?? Number.POSITIVE_INFINITY;
    this.#teller = new RunTeller(this.id, scenario, topics.now);
    this.#watcher = new RunWatcher(this.#teller);
    this.#tasks = new TaskLine(this.id);
  }

  get status(): FloodStatus {
    return this.#teller.status;
  }
  get ground(): FloodGround | undefined {
    return this.#ground;
  }
  get observer(): FloodObserver | undefined {
    return this.#watcher.observer;
  }
  get frames(): KeptFrames {
    return this.#keeper.frames;
  }
  get maxima(): PreparedRun['maxima'] | undefined {
    return this.#parts?.maxima;
  }
  get log(): readonly LoggedSteering[] {
    return this.#steering.log;
  }
  /** The run that this one goes on from, and since when. */
  get from(): { readonly source: FloodRun; readonly timeS: number } | undefined {
    const { from } = this.#request;
    const startS = this.frames.timesS[0];
    return from && startS !== undefined ? { source: from.source, timeS: startS } : undefined;
  }

  kept(): KeptRun {
    return this.#keeper.describe(this.status);
  }

  /** Runs while it is read; what was kept stays when the reader leaves. */
  async *news(signal: AbortSignal) {
    const left = new AbortController();
    const work = this.#work(AbortSignal.any([signal, left.signal]));
    try {
      yield* this.#teller.read(signal);
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
        await this.#tasks.add(() => this.#apply(steering));
    }
    this.#tasks.wake();
    return this.#timeS;
  }

  /** What another run needs to go on from this one at a time; takes a state now where that is the present. */
  async origin(timeS: number): Promise<Origin> {
    if (!this.#tasks.hasEnded && timeS >= this.#timeS) {
      await this.#tasks.add(() => this.#keepSnapshot());
    }
    const state = this.#keeper.stateBefore(timeS);
    if (!state || !this.#ground || !this.#parts) {
      throw new Error(`Run ${this.id} has kept no state at or before ${timeS} s.`);
    }
    return {
      ...{ run: this.id, scenario: state.scenario, ground: this.#ground },
      ...{ solver: this.#parts.solver, state },
    };
  }

  get #scenario(): FloodScenario {
    return this.#steering.scenario;
  }

  get #timeS(): number {
    return this.#parts?.solver.timeS() ?? this.status.timeS;
  }

  async #work(signal: AbortSignal): Promise<void> {
    const messages = createYield();
    try {
      this.#teller.say('preparing');
      await this.#prepare(signal);
      for (let isOver = false; !isOver; ) {
        try {
          await this.#loop(signal, messages.pause);
          isOver = true;
        } catch (error) {
          if (signal.aborted || !isSolverLost(error)) throw error;
          await this.#takeOver(error);
        }
      }
    } catch (error) {
      if (!signal.aborted) this.#teller.fail(error, this.#timeS);
    } finally {
      messages.close();
      this.#parts?.solver.dispose();
      this.#tasks.end();
      this.#teller.end();
    }
  }

  async #prepare(signal: AbortSignal): Promise<void> {
    const { from } = this.#request;
    const origin = from && (await from.source.origin(from.timeS));
    this.#origin = origin;
    if (origin) checkGoesOn(this.#scenario, origin);
    const ground =
      origin?.ground ?? (await this.#topics.readGround(this.#city, this.#scenario, signal));
    signal.throwIfAborted();
    this.#ground = ground;
    this.#teller.tellPlace(ground);
    if (!origin) this.#teller.tellStart(ground);
    this.#parts = await prepareRun(this.#topics, this.#city, this.#scenario, ground, origin);
    signal.throwIfAborted();
    const before = from?.source.observer;
    void this.#watcher.open(this.#topics.openObserver, {
      ...{ run: this.id, city: this.#city, scenario: this.#scenario, ground },
      ...(from && before && { from: { observer: before, timeS: this.#timeS } }),
    });
  }

  /** The card is gone, and with it the water since the last kept state: another backend goes on from there. */
  async #takeOver({ message }: Error): Promise<void> {
    const { solver } = this.#ready();
    const atS = this.#timeS;
    solver.dispose();
    const state = this.#keeper.stateBefore(Number.POSITIVE_INFINITY);
    if (state) this.#steering.goBack(state);
    const ground = this.#groundOf();
    const { scheme, backend } = solver;
    const own = state && { run: this.id, scenario: this.#scenario, ground, state };
    const origin = own ? { ...own, solver: { scheme, backend } } : this.#origin;
    this.#pieceS = undefined;
    this.#parts = await prepareRun(
      ...([this.#topics, this.#city, this.#scenario, ground, origin, true] as const),
    );
    this.#teller.tellLoss({ atS, fromS: this.#timeS, reason: message });
  }

  async #loop(signal: AbortSignal, pause: () => Promise<void>): Promise<void> {
    const { now } = this.#topics;
    const { durationS } = this.#scenario;
    if (!this.#keeper.hasState) {
      await this.#keepMoment(await this.#ready().solver.state(), true);
      await this.#keepSnapshot();
    }
    this.#restartClock();
    while (!signal.aborted) {
      await this.#tasks.doAll();
      this.#replay();
      if (this.#timeS >= durationS) break;
      if (this.#timeS >= this.#pausesAtS) {
        this.#isPaused = true;
        this.#pausesAtS = Number.POSITIVE_INFINITY;
      }
      if (this.#isPaused) {
        await this.#tell(true);
        if (this.#tasks.isEmpty && this.#isPaused) await this.#tasks.untilWoken(signal);
        continue;
      }
      const waitS = this.#timeS - this.#pacer.allowedS(now());
      if (waitS >= 0) await sleep(Math.min(LONGEST_WAIT_MS, (waitS * 1000) / this.#pacer.factor));
      else await this.#slice(signal, durationS);
      this.#teller.mark(this.#timeS);
      await this.#tell(false);
      await pause();
    }
    if (signal.aborted) return;
    await this.#keepSnapshot();
    const { solver } = this.#ready();
    this.#teller.tellFrame(await solver.state());
    await this.#teller.sayNow(solver, 'done');
  }

  async #slice(signal: AbortSignal, durationS: number): Promise<void> {
    const { solver, forcing } = this.#ready();
    const { now } = this.#topics;
    const endMs = now() + SLICE_MS;
    const { nextS } = this.#steering;
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
      if (this.#keeper.isStateDue(stopS)) await this.#keepSnapshot();
    } while (!cut.aborted && solver.timeS() < durationS);
  }

  async #keepMoment(state: FloodState, isKept: boolean): Promise<void> {
    const { maxima, forcing } = this.#ready();
    if (state.timeS > maxima.timeS || state.timeS === 0) maxima.update(state);
    this.#keeper.keepFrame(state, this.#teller.shape, isKept);
    this.#watcher.tellOfWork(this.#scenario, forcing, this.#timeS);
    if (isKept) await this.#watcher.observe(state, maxima, true);
  }

  async #keepSnapshot(): Promise<void> {
    const { solver, forcing, maxima } = this.#ready();
    this.#keeper.keepState({
      solver: await solver.snapshot(),
      forcing: forcing.snapshot(),
      maxima: maxima.arrays(),
      scenario: this.#scenario,
      backend: solver.backend,
      logged: this.log.length,
    });
  }

  /** A frame, and twice a second a status and the consequences, where it is time and somebody reads. */
  async #tell(isStill: boolean): Promise<void> {
    const { solver, maxima } = this.#ready();
    if (this.#teller.isFrameDue) this.#teller.tellFrame(await solver.state());
    if (!isStill && !this.#teller.isStatusDue) return;
    await this.#watcher.observe(await solver.state(), maxima, false);
    await this.#teller.sayNow(solver, this.#isPaused ? 'paused' : 'running');
  }

  #apply(steering: LoggedSteering['steering']): void {
    this.#steering.apply({ timeS: this.#timeS, steering }, this.#ready().forcing);
    this.#pieceS = undefined;
  }

  #replay(): void {
    if (this.#steering.replay(this.#timeS, this.#ready().forcing)) this.#pieceS = undefined;
  }

  #restartClock(): void {
    this.#teller.resetPace();
    this.#pacer.restart(this.#topics.now(), this.#timeS);
  }

  #groundOf(): FloodGround {
    if (!this.#ground) throw new Error(`Run ${this.id} has no ground yet.`);
    return this.#ground;
  }

  #ready(): PreparedRun {
    if (!this.#parts) throw new Error(`Run ${this.id} is not ready yet.`);
    return this.#parts;
  }
}

const nextMultiple = (timeS: number, unitS: number): number =>
  (Math.floor(timeS / unitS) + 1) * unitS;

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
