// One run of the store at one worker: begins it, tells the worker what a person changes, keeps its latest news.

import type { FloodLine, FloodNews, LoggedSteering, Steering } from '#workers/flood/client.ts';
import { WorkerDiedError } from '#workers/port.ts';
import type { FloodEvent, FloodImpact } from '../contract/impact.ts';
import type { FloodFrame, FloodPlace, FloodStatus } from '../contract.ts';
import type { FloodRun } from '../state.ts';
import { steeredBy, steeringOf } from './steering-of.ts';

/** What a dead worker's run is begun again with: the same inputs give the same water. */
export interface RunRecord {
  readonly begun: FloodRun;
  readonly log: readonly LoggedSteering[];
  /** How far it had come. */
  readonly timeS: number;
}

export interface FollowerEvents {
  readonly onNews: (run: string, kind: FloodNews['kind']) => void;
  readonly onStatus: (status: FloodStatus) => void;
  /** Steering that the run refused. */
  readonly onRefused: (error: unknown) => void;
  /** A run that was begun again has come as far as it had been. */
  readonly onBack: () => void;
  /** The run could not even begin, or its stream broke; not told of the death of the worker. */
  readonly onBroken: (run: FloodRun, error: unknown) => void;
}

export class RunFollower {
  readonly id: string;
  readonly #line: FloodLine;
  readonly #events: FollowerEvents;
  readonly #life = new AbortController();
  readonly #begun: FloodRun;
  #log: readonly LoggedSteering[];
  #told: FloodRun;
  #telling: Promise<void> = Promise.resolve();
  place: FloodPlace | undefined;
  frame: FloodFrame | undefined;
  status: FloodStatus | undefined;
  impact: FloodImpact | undefined;
  events: readonly FloodEvent[] = [];

  constructor(line: FloodLine, run: FloodRun, events: FollowerEvents, before?: RunRecord) {
    this.id = run.id;
    this.#line = line;
    this.#events = events;
    this.#begun = before?.begun ?? run;
    this.#log = before?.log ?? [];
    // What was done in it comes from its log; what a person changed while no worker was there is told now.
    this.#told = { ...run, scenario: steeredBy(this.#begun.scenario, this.#log) };
    void this.#follow(run, before);
    if (run.wanted !== 'stop') this.sync(run);
  }

  get record(): RunRecord {
    return { begun: this.#begun, log: this.#log, timeS: this.status?.timeS ?? 0 };
  }

  /** How far it has come: what lies later can't be shown yet. */
  get latestS(): number {
    return this.frame?.timeS ?? this.#begun.from?.timeS ?? 0;
  }

  /** Tells the worker what is different from what it knows. */
  sync(run: FloodRun): void {
    const told = this.#told;
    if (told === run) return;
    this.#told = run;
    if (run.wanted === 'stop') {
      this.#life.abort();
      return;
    }
    for (const steering of steeringOf(told.scenario, run.scenario)) this.#steer(steering);
    if (told.pace !== run.pace) this.#steer({ act: 'pace', factor: run.pace });
    if (told.wanted !== run.wanted) this.#steer({ act: run.wanted === 'pause' ? 'pause' : 'go' });
  }

  /** Ends the run; what the worker kept of it stays. */
  stop(): void {
    this.#life.abort();
  }

  async #follow(run: FloodRun, before: RunRecord | undefined): Promise<void> {
    const { signal } = this.#life;
    const { scenario, from } = this.#begun;
    const reachedS = before?.timeS ?? 0;
    const params = {
      ...{ run: run.id, scenario, pace: run.pace },
      isPaused: run.wanted === 'pause' && reachedS === 0,
      ...(run.wanted === 'pause' && reachedS > 0 && { pausesAtS: reachedS }),
      ...(from && { from }),
      ...(before && { log: before.log }),
    };
    let isBack = reachedS === 0;
    try {
      for await (const news of this.#line.stream('run', params, { signal, credit: 2 })) {
        this.#take(news);
        if (isBack || (this.status?.timeS ?? 0) < reachedS) continue;
        // Begun again, it has come as far as it had been when its worker died: it stands there as it stood.
        isBack = true;
        this.#events.onBack();
        if (this.#told.wanted === 'stop') return;
      }
    } catch (error) {
      if (!signal.aborted && !isDeath(error)) this.#events.onBroken(run, error);
    }
  }

  #take(news: FloodNews): void {
    switch (news.kind) {
      case 'place':
        this.place = news.place;
        break;
      case 'frame':
        this.frame = news.frame;
        break;
      case 'status':
        this.status = news.status;
        this.#events.onStatus(news.status);
        break;
      case 'impact':
        this.impact = news.impact;
        break;
      case 'events':
        this.events = [...this.events, ...news.events];
        break;
    }
    this.#events.onNews(this.id, news.kind);
  }

  /** One after another, in the order in which a person did it. */
  #steer(steering: Steering): void {
    this.#telling = this.#telling.then(async () => {
      const { signal } = this.#life;
      if (signal.aborted) return;
      try {
        const { timeS } = await this.#line.call('steer', { run: this.id, steering }, { signal });
        if (steering.act === 'add' || steering.act === 'remove') {
          this.#log = [...this.#log, { timeS, steering }];
        }
      } catch (error) {
        if (!signal.aborted && !isDeath(error)) this.#events.onRefused(error);
      }
    });
  }
}

/** What the supervisor of the worker deals with. */
const isDeath = (error: unknown): boolean => error instanceof WorkerDiedError;
