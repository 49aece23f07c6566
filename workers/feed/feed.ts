// The feed of one city: the line to the server, what it made of the present, the replay of the past, and
// those who follow.

import type { DatastreamCatalogue } from '#contract/datastream-catalogue.ts';
import type { LiveClock, LiveEvent } from '#contract/live-event.ts';
import type { LiveFrame } from '#contract/live-frame.ts';
import { toColumns } from '#features/sensors/kernel/columns.ts';
import { AlarmBook } from './alarm-book.ts';
import { CityState } from './city-state.ts';
import { Follower, type News } from './follower.ts';
import { readHistory } from './history.ts';
import { LiveLine, type LiveLineOptions } from './live-line.ts';
import { LiveState } from './live-state.ts';
import type {
  Connection,
  FeedItem,
  FeedSummary,
  HistoryParams,
  LatestColumns,
  Series,
  Shown,
} from './protocol.ts';
import { Replay } from './replay.ts';
import { type Rows, toRows } from './rows.ts';
import type { ServerRequests } from './server-requests.ts';

export interface FeedOptions {
  readonly catalogue: DatastreamCatalogue;
  readonly server: ServerRequests;
  readonly connect: LiveLineOptions['connect'];
}

/** A datastream that no catalogue has is asked about again after so long. */
const ASK_AGAIN_MS = 10_000;

export class Feed {
  readonly #server: ServerRequests;
  readonly #line: LiveLine;
  readonly #book: AlarmBook;
  readonly #followers = new Set<Follower>();
  #live: LiveState;
  #replay: Replay;
  #shown: Shown = { kind: 'live' };
  #connection: Connection = 'connecting';
  #connectionSinceMs = Date.now();
  #problem: string | undefined;
  #alarmProblem: string | undefined;
  #clock: LiveClock | undefined;
  #catalogueMs = Date.now();

  constructor({ catalogue, server, connect }: FeedOptions) {
    this.#server = server;
    const rows = toRows(catalogue);
    this.#live = new LiveState(rows);
    this.#replay = this.#createReplay(rows);
    this.#book = new AlarmBook({
      read: () => server.alarms({ state: 'standing' }),
      onReplaced: () => this.#tell((follower) => follower.replaceAlarms(this.#book.all ?? [])),
      onProblem: (problem) => {
        this.#alarmProblem = problem;
        this.#tell((follower) => follower.touch());
      },
    });
    this.#line = new LiveLine({
      connect,
      onFrame: (frame) => this.#takeFrame(frame),
      onEvent: (event) => this.#takeEvent(event),
      onConnection: (connection, problem) => this.#turn(connection, problem),
    });
  }

  start(): void {
    this.#line.start();
  }

  stop(): void {
    this.#line.stop();
    this.#replay.stop();
    this.#book.stop();
  }

  /** Connects now where it waits to try again. */
  hurry(): void {
    this.#line.hurry();
  }

  show(shown: Shown): void {
    const before = this.#shown.kind;
    this.#shown = shown;
    if (shown.kind === 'replay') this.#replay.seek(shown.atMs, shown.rate);
    else if (before === 'replay') {
      this.#replay.stop();
      this.#tell((follower) => follower.touchAll());
    }
  }

  async *follow(signal: AbortSignal): AsyncGenerator<FeedItem> {
    const follower = new Follower();
    const alarms = this.#book.all;
    if (alarms) follower.replaceAlarms(alarms);
    this.#followers.add(follower);
    try {
      yield* follower.read((news) => this.#toItem(news), signal);
    } finally {
      this.#followers.delete(follower);
    }
  }

  history(params: HistoryParams, signal: AbortSignal): Promise<Series[]> {
    return readHistory(params, this.#live, this.#server, signal);
  }

  async snapshotAt(atMs: number, signal: AbortSignal): Promise<LatestColumns> {
    const state = new CityState(this.#live.state.rows);
    state.apply(await this.#server.snapshot(atMs, signal));
    return state.toColumns(atMs, this.#presentMs());
  }

  #createReplay(rows: Rows): Replay {
    return new Replay({
      rows,
      server: this.#server,
      presentMs: () => this.#presentMs(),
      onChange: () => {
        if (this.#shown.kind === 'replay') this.#tell((follower) => follower.touchAll());
      },
    });
  }

  #tell(say: (follower: Follower) => void): void {
    for (const follower of this.#followers) say(follower);
  }

  /** The source's clock now, as far as is known. */
  #presentMs(): number {
    const { sourceTimeMs, receivedAtMs } = this.#live;
    if (Number.isNaN(sourceTimeMs)) return this.#clock?.nowMs ?? Date.now();
    return sourceTimeMs + (Date.now() - receivedAtMs) * (this.#clock?.rate ?? 1);
  }

  #takeFrame(frame: LiveFrame): void {
    const { isSnapshot, wentBack, rows, hasUnknown } = this.#live.take(frame, Date.now());
    if (wentBack) void this.#book.readAnew();
    const isReplaying = this.#shown.kind === 'replay';
    this.#tell((follower) => {
      if (isReplaying) follower.touch();
      else if (isSnapshot) follower.touchAll();
      else follower.touchRows(rows);
    });
    const isUnexplained = hasUnknown && Date.now() - this.#catalogueMs > ASK_AGAIN_MS;
    if (isUnexplained) void this.#readCatalogue();
  }

  #takeEvent(event: LiveEvent): void {
    switch (event.kind) {
      case 'alarm':
        this.#book.note(event.alarm);
        this.#tell((follower) => follower.addAlarm(event.alarm));
        return;
      case 'clock':
        this.#clock = event.clock;
        this.#tell((follower) => follower.touch());
        return;
      case 'catalogue':
        void this.#readCatalogue();
        return;
    }
  }

  #turn(connection: Connection, problem: string | undefined): void {
    const isNew = connection !== this.#connection;
    if (!isNew && problem === this.#problem) return;
    if (isNew) this.#connectionSinceMs = Date.now();
    this.#connection = connection;
    this.#problem = problem;
    // Alarms that were raised while nobody listened come from the book.
    if (isNew && connection === 'live') void this.#book.readAnew();
    this.#tell((follower) => follower.touch());
  }

  async #readCatalogue(): Promise<void> {
    this.#catalogueMs = Date.now();
    const catalogue = await this.#server.catalogue().catch(() => undefined);
    if (!catalogue) return;
    const rows = toRows(catalogue);
    if (!isSame(rows.number, this.#live.state.rows.number)) {
      this.#live = new LiveState(rows);
      this.#replay.stop();
      this.#replay = this.#createReplay(rows);
      this.show(this.#shown);
      this.#line.restart();
    }
    this.#tell((follower) => follower.replaceCatalogue(catalogue));
  }

  #toItem({ rows, alarms, areAllAlarms, catalogue }: News): FeedItem {
    const isReplay = this.#shown.kind === 'replay';
    const state = isReplay ? this.#replay.state : this.#live.state;
    const atMs = isReplay ? this.#replay.atMs : this.#live.sourceTimeMs;
    const presentMs = isReplay ? this.#presentMs() : atMs;
    return {
      summary: this.#summarise(state, atMs, presentMs),
      ...(rows && { latest: state.toColumns(atMs, presentMs) }),
      ...(rows && rows !== 'all' && { changedRows: Uint32Array.from(rows) }),
      ...((areAllAlarms || alarms.length > 0) && { alarms: { isSnapshot: areAllAlarms, alarms } }),
      ...(catalogue && { sensors: toColumns(catalogue) }),
    };
  }

  #summarise(state: CityState, atMs: number, presentMs: number): FeedSummary {
    return {
      shown: this.#shown.kind,
      isLoading: this.#shown.kind === 'replay' && this.#replay.isLoading,
      connection: this.#connection,
      connectionSinceMs: this.#connectionSinceMs,
      sequence: this.#line.sequence,
      sourceTimeMs: atMs,
      receivedAtMs: this.#live.receivedAtMs,
      clock: this.#clock,
      ...state.summarise(atMs, presentMs),
      ...this.#line.recoveries,
      problem:
        this.#problem ??
        (this.#shown.kind === 'replay' ? this.#replay.problem : this.#alarmProblem),
    };
  }
}

const isSame = (a: Uint32Array, b: Uint32Array) =>
  a.length === b.length && a.every((number, row) => number === b[row]);
