// Hands readings and alarms to the hub of the city that they belong to.

import { randomInt } from 'node:crypto';
import type { DatastreamCatalogue } from '#contract/datastream-catalogue.ts';
import type { Alarm, LiveClock } from '#contract/live-event.ts';
import type { ObservationBatch } from '../observation-batch.ts';
import type { SourceClock } from '../sources/source.ts';
import { CityDesk } from './city-desk.ts';
import { type CreatePace, createPace } from './pace.ts';
import { splitBatch } from './split-batch.ts';

/** What `/live` reads of storage. */
export interface LiveStorage {
  /** Ids of the cities that have datastreams. */
  cities(): Promise<readonly string[]>;
  /** Undefined where there is no such city. */
  catalogue(city: string): Promise<DatastreamCatalogue | undefined>;
  /** The latest reading of each datastream up to and including an instant. */
  latest(city: string, atMs: number): Promise<ObservationBatch>;
  /** Readings in order of time. */
  history(city: string, query: HistoryQuery): Promise<ObservationBatch>;
}

export interface HistoryQuery {
  readonly fromMs: number;
  /** Up to but not including it. */
  readonly toMs: number;
  /** All of the city where undefined. */
  readonly datastreams?: readonly number[];
  readonly everyS?: number;
  /** At most so many rows; one more where there are more. */
  readonly limit: number;
}

/** Where news comes from. Each listener is told until what it was given back is called. */
export interface LiveNews {
  onBatch(listener: (batch: ObservationBatch) => void): () => void;
  onAlarm(listener: (alarm: Alarm) => void): () => void;
  /** Undefined where the city's readings live in everyone's time. */
  findClock(city: string): SourceClock | undefined;
}

export interface LiveDeskOptions {
  readonly storage: LiveStorage;
  readonly news: LiveNews;
  readonly report: (sentence: string) => void;
  readonly now?: () => number;
  /** When frames are made; tests have their own. */
  readonly createPace?: CreatePace;
}

/** What a forecast says is no news: it is read from storage by whoever wants it. */
const NO_NEWS = 'no news';
/** Numbers of datastreams that no city has are asked about again after so long. */
const ASK_AGAIN_MS = 10_000;

export class LiveDesk {
  readonly #options: LiveDeskOptions;
  readonly #now: () => number;
  readonly #cities = new Map<string, Promise<CityDesk | undefined>>();
  readonly #cityOf = new Map<number, CityDesk | typeof NO_NEWS>();
  #stops: (() => void)[] = [];
  #askedMs = Number.NEGATIVE_INFINITY;

  constructor(options: LiveDeskOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /** Opens the cities that storage knows and lets the news in. */
  async start(): Promise<void> {
    const { news } = this.#options;
    this.#stops = [
      news.onBatch((batch) => this.#accept(batch)),
      news.onAlarm((alarm) => {
        const city = this.#cityOf.get(alarm.datastream);
        if (city && city !== NO_NEWS) city.hub.tell({ kind: 'alarm', alarm });
      }),
    ];
    await this.#openAll();
  }

  stop(): void {
    for (const stop of this.#stops) stop();
    for (const city of this.#cities.values()) void city.then((one) => one?.stop());
    this.#cities.clear();
  }

  /** Undefined where there is no such city. */
  async find(id: string): Promise<CityDesk | undefined> {
    const known = this.#cities.get(id);
    if (known) return known;
    const opening = this.#open(id);
    this.#cities.set(id, opening);
    const opened = await opening.catch((error: unknown) => {
      this.#cities.delete(id);
      throw error;
    });
    // Asked for before it was ingested, it is asked for again.
    if (!opened) this.#cities.delete(id);
    return opened;
  }

  /** What the catalogue says is other now: its datastreams, or their limits. */
  async reload(id: string): Promise<void> {
    const city = await this.#cities.get(id);
    if (!city) return void (await this.find(id));
    if (await this.#learn(id, city)) await city.refill();
    city.hub.tell({ kind: 'catalogue' });
  }

  async clock(id: string): Promise<LiveClock | undefined> {
    return (await this.find(id))?.clock();
  }

  async #open(id: string): Promise<CityDesk | undefined> {
    const { storage, news, report } = this.#options;
    if (!(await storage.catalogue(id))) return undefined;
    const city = new CityDesk({
      topic: randomInt(2 ** 32),
      startSequence: this.#now(),
      createPace: this.#options.createPace ?? createPace,
      findClock: () => news.findClock(id),
      latest: (atMs) => storage.latest(id, atMs),
      now: this.#now,
      report: (sentence) => report(`Live, ${id}: ${sentence}`),
    });
    await this.#learn(id, city);
    await city.refill();
    return city;
  }

  /** Returns whether there is a datastream that was not known. */
  async #learn(id: string, city: CityDesk): Promise<boolean> {
    const catalogue = await this.#options.storage.catalogue(id);
    const before = this.#cityOf.size;
    for (const { datastreams } of catalogue?.sensors ?? []) {
      for (const { number, forecast = false } of datastreams)
        this.#cityOf.set(number, forecast ? NO_NEWS : city);
    }
    return this.#cityOf.size > before;
  }

  async #openAll(): Promise<void> {
    for (const id of await this.#options.storage.cities()) {
      const isKnown = this.#cities.has(id);
      const city = await this.find(id);
      if (isKnown && city) await this.#learn(id, city);
    }
  }

  #accept(batch: ObservationBatch): void {
    const homeless = this.#hand(batch);
    if (!homeless || this.#now() - this.#askedMs < ASK_AGAIN_MS) return;
    this.#askedMs = this.#now();
    void this.#openAll()
      .then(() => {
        this.#hand(homeless);
      })
      .catch((error: unknown) => this.#options.report(`Live: ${String(error)}`));
  }

  /** Gives each city its part; returns what none of them is known to have. */
  #hand(batch: ObservationBatch): ObservationBatch | undefined {
    const { parts, homeless } = splitBatch(batch, this.#cityOf);
    for (const [city, part] of parts) if (city !== NO_NEWS) city.accept(part);
    return homeless;
  }
}
