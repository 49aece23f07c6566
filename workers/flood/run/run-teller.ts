// What a run tells whoever reads it: its place, frames at most ten times a second, how it stands twice a second.

import type { FloodEvent } from '#features/flood/contract/impact.ts';
import type { FloodPhase, FloodScenario, FloodStatus } from '#features/flood/contract.ts';
import type { FloodSolver, FloodState } from '#simulation/flood/parts.ts';
import { FroudeAuditor } from '#simulation/flood/run/froude-audit.ts';
import type { FloodGround } from '../parts.ts';
import type { FloodNews } from '../protocol.ts';
import { describeFailure } from './describe-failure.ts';
import { firstStatus } from './first-status.ts';
import { NewsQueue } from './news-queue.ts';
import { RealTimeMeter } from './pace.ts';
import { type FrameShape, quantise } from './quantise.ts';

const FRAME_EVERY_MS = 100;
const STATUS_EVERY_MS = 500;

export class RunTeller {
  readonly #run: string;
  readonly #now: () => number;
  readonly #queue = new NewsQueue();
  readonly #meter = new RealTimeMeter();
  #ground: FloodGround | undefined;
  #auditor: FroudeAuditor | undefined;
  #status: FloodStatus;
  #wet: ReadonlySet<number> = new Set();
  #frameMs = Number.NEGATIVE_INFINITY;
  #statusMs = Number.NEGATIVE_INFINITY;

  constructor(run: string, scenario: FloodScenario, now: () => number) {
    this.#run = run;
    this.#now = now;
    this.#status = firstStatus(run, scenario);
  }

  get status(): FloodStatus {
    return this.#status;
  }

  get shape(): FrameShape {
    const { width = 0, height = 0 } = this.#ground?.grid ?? {};
    return { run: this.#run, width, height };
  }

  get isFrameDue(): boolean {
    return this.#now() - this.#frameMs >= FRAME_EVERY_MS && this.#queue.wantsFrame;
  }

  get isStatusDue(): boolean {
    return this.#now() - this.#statusMs >= STATUS_EVERY_MS;
  }

  read(signal: AbortSignal): AsyncIterable<FloodNews> {
    return this.#queue.read(signal);
  }

  end(): void {
    this.#queue.end();
  }

  /** Where the water will be, before the first frame. */
  tellPlace(ground: FloodGround): void {
    this.#ground = ground;
    this.#queue.put({ kind: 'place', place: { ...ground.place, run: this.#run } });
  }

  /** The water before the first step, so that something is seen while the solver is made. */
  tellStart({ grid, depthM }: FloodGround): void {
    const still = new Float32Array(grid.width * grid.height);
    this.tellFrame({ timeS: 0, depthM, uMs: still, vMs: still });
  }

  tellFrame(state: FloodState): void {
    const { frame, wet } = quantise(this.shape, state, this.#wet);
    this.#wet = wet;
    this.#frameMs = this.#now();
    this.#queue.put({ kind: 'frame', frame });
  }

  tellEvents(events: readonly FloodEvent[]): void {
    if (events.length > 0) this.#queue.put({ kind: 'events', events });
  }

  tell(news: FloodNews): void {
    this.#queue.put(news);
  }

  /** Time of the run at this moment of the wall clock. */
  mark(timeS: number): void {
    this.#meter.mark(this.#now(), timeS);
  }

  resetPace(): void {
    this.#meter.reset();
  }

  /** Said with every status from now on; the run goes on with another backend. */
  tellLoss(loss: NonNullable<FloodStatus['loss']>): void {
    this.#status = { ...this.#status, loss, timeS: loss.fromS };
    this.resetPace();
  }

  /** Said with the next status; the run goes on. */
  keepProblem(error: unknown): void {
    this.#status = { ...this.#status, problem: describeFailure(error, this.#ground) };
  }

  async sayNow(solver: FloodSolver, phase: FloodPhase): Promise<void> {
    const statistics = await solver.statistics();
    const balance = await solver.balance();
    this.#auditor ??= new FroudeAuditor(solver.scheme);
    this.#status = {
      ...this.#status,
      ...{ scheme: solver.scheme, backend: solver.backend, threads: solver.threads },
      timeS: solver.timeS(),
      realTimeFactor: phase === 'paused' ? 0 : this.#meter.factor(),
      wetCells: statistics.wetCells,
      froudeShare: statistics.froudeShare,
      isBeyondScheme: this.#auditor.see(statistics).isBeyond,
      storedM3: balance.storedM3,
      massError: balance.relativeError,
    };
    this.say(phase);
  }

  say(phase: FloodPhase): void {
    const ground = this.#ground;
    this.#status = {
      ...this.#status,
      phase,
      ...(ground && {
        cellM: ground.grid.cellM,
        cells: ground.grid.width * ground.grid.height,
        terrain: ground.terrain,
        ...(ground.surveyed !== undefined && { surveyed: ground.surveyed }),
      }),
    };
    this.#statusMs = this.#now();
    this.#queue.put({ kind: 'status', status: this.#status });
  }

  fail(error: unknown, timeS: number): void {
    this.keepProblem(error);
    this.#status = { ...this.#status, timeS, realTimeFactor: 0 };
    this.say('failed');
  }
}
