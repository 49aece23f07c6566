// One reader of `follow`: collects what changed until the reader takes it, at most ten times a second.

import type { DatastreamCatalogue } from '#contract/datastream-catalogue.ts';
import type { Alarm } from '#contract/live-event.ts';
import type { FeedItem } from './protocol.ts';

const SHORTEST_MS = 100;

/** What has happened since the item before. */
export interface News {
  /** Rows that changed; `all` where any may have, undefined where the columns are as they were. */
  readonly rows: ReadonlySet<number> | 'all' | undefined;
  readonly alarms: readonly Alarm[];
  /** Whether the alarms are everything that stands. */
  readonly areAllAlarms: boolean;
  readonly catalogue: DatastreamCatalogue | undefined;
}

export class Follower {
  #rows: Set<number> | 'all' | undefined = 'all';
  #alarms = new Map<number, Alarm>();
  #areAllAlarms = false;
  #catalogue: DatastreamCatalogue | undefined;
  #isNews = true;
  #wake: (() => void) | undefined;

  /** The summary changed, if nothing else did. */
  touch(): void {
    this.#isNews = true;
    this.#wake?.();
  }

  touchAll(): void {
    this.#rows = 'all';
    this.touch();
  }

  /** The columns are others; `rows` have a new reading. */
  touchRows(rows: Iterable<number>): void {
    if (this.#rows !== 'all') {
      this.#rows ??= new Set();
      for (const row of rows) this.#rows.add(row);
    }
    this.touch();
  }

  addAlarm(alarm: Alarm): void {
    this.#alarms.set(alarm.id, alarm);
    this.touch();
  }

  replaceAlarms(alarms: readonly Alarm[]): void {
    this.#alarms = new Map(alarms.map((alarm) => [alarm.id, alarm]));
    this.#areAllAlarms = true;
    this.touch();
  }

  replaceCatalogue(catalogue: DatastreamCatalogue): void {
    this.#catalogue = catalogue;
    this.touchAll();
  }

  /** Yields `takeItem` of what happened, whenever something has, until `signal` aborts. */
  async *read(takeItem: (news: News) => FeedItem, signal: AbortSignal): AsyncGenerator<FeedItem> {
    signal.addEventListener('abort', () => this.#wake?.(), { once: true });
    while (!signal.aborted) {
      if (!this.#isNews) {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
        continue;
      }
      yield takeItem(this.#take());
      await new Promise((resolve) => setTimeout(resolve, SHORTEST_MS));
    }
  }

  #take(): News {
    const news: News = {
      rows: this.#rows,
      alarms: [...this.#alarms.values()],
      areAllAlarms: this.#areAllAlarms,
      catalogue: this.#catalogue,
    };
    this.#rows = undefined;
    this.#alarms = new Map();
    this.#areAllAlarms = false;
    this.#catalogue = undefined;
    this.#isNews = false;
    return news;
  }
}
