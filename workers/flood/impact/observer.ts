// Watches one run for its consequences: looks at kept moments are what lists and replay tell of.

import type {
  FloodEvent,
  FloodHit,
  FloodImpact,
  FloodRoadLines,
  HitQuery,
} from '#features/flood/contract/impact.ts';
import { hitsCsv } from '#features/flood/kernel/consequences/hits-csv.ts';
import { queryHits } from '#features/flood/kernel/consequences/query-hits.ts';
import { findClosures, findEvents } from '#simulation/flood/impact/closures.ts';
import { createDamageCount, type DamageTable, jrcEurope } from '#simulation/flood/impact/damage.ts';
import { Impact, type Look } from '#simulation/flood/impact/impact.ts';
import { arrivalDepthsM } from '#simulation/flood/parts.ts';
import type { FloodObserver, Moment } from '../parts.ts';
import type { FloodHits } from '../protocol.ts';
import type { PlacedExposure } from './place-exposure.ts';
import { type DamageOf, nameThing, tellClosures, tellHits, tellImpact } from './tell-impact.ts';

const ARRIVAL = arrivalDepthsM.indexOf(0.3);

export class ImpactObserver implements FloodObserver {
  readonly placed: PlacedExposure;
  readonly #run: string;
  readonly #durationS: number;
  readonly #impact: Impact;
  #table: DamageTable = jrcEurope;
  #damageOf: DamageOf;
  #toldLooks: number;

  constructor(
    run: string,
    durationS: number,
    placed: PlacedExposure,
    from?: { readonly observer: ImpactObserver; readonly timeS: number },
  ) {
    this.placed = placed;
    this.#run = run;
    this.#durationS = durationS;
    this.#impact = new Impact(
      placed.city,
      from && { impact: from.observer.#impact, timeS: from.timeS },
    );
    if (from) this.#table = from.observer.#table;
    this.#damageOf = createDamageCount(this.#table, placed.people);
    this.#toldLooks = this.#impact.log.times.length;
  }

  observe({ timeS, state, maxima, isKept }: Moment): {
    readonly impact?: FloodImpact;
    readonly events?: readonly FloodEvent[];
  } {
    const look: Look = {
      timeS,
      depthM: state.depthM,
      uMs: state.uMs,
      vMs: state.vMs,
      mostM: maxima.depthM,
      hazardRating: maxima.hazardRating,
      arrivalS: maxima.arrivalS[ARRIVAL]!,
    };
    if (!isKept) return { impact: this.#tell(timeS, this.#impact.show(look)) };
    const last = this.#impact.log.times.at(-1) ?? Number.NEGATIVE_INFINITY;
    // A run that steps back over its own kept time tells nothing new.
    if (timeS <= last) return {};
    const states = this.#impact.keep(look);
    const events = this.#events(this.#toldLooks);
    this.#toldLooks = this.#impact.log.times.length;
    const isEdge = timeS === 0 || timeS >= this.#durationS;
    return { ...(isEdge && { impact: this.#tell(timeS, states) }), events };
  }

  impactAt(timeS: number): FloodImpact | undefined {
    const found = this.#impact.at(timeS);
    return found && this.#tell(found.timeS, found.states);
  }

  hits(timeS = Number.POSITIVE_INFINITY, query: HitQuery = {}): FloodHits {
    const found = this.#impact.at(timeS);
    const { things } = this.placed.city;
    const { log } = this.#impact;
    const looks = log.looksUntil(timeS);
    const { most = Number.POSITIVE_INFINITY, lists = ['hits', 'events', 'closures'] } = query;
    const wants = (list: (typeof lists)[number]) => found !== undefined && lists.includes(list);
    const hits = wants('hits') ? this.#query(timeS, query) : [];
    const closures =
      found && wants('closures')
        ? tellClosures(this.placed, found.states, findClosures(things, log, looks))
        : [];
    return {
      hits: hits.slice(0, most),
      events: wants('events') ? this.#events(0, looks) : [],
      closures: closures.slice(0, most),
      hitsInAll: hits.length,
      closuresInAll: closures.length,
    };
  }

  hitsCsv(timeS = Number.POSITIVE_INFINITY, query: HitQuery = {}): string {
    return hitsCsv(this.#query(timeS, query), this.#table.currency);
  }

  #query(timeS: number, query: HitQuery): readonly FloodHit[] {
    const found = this.#impact.at(timeS);
    return found ? queryHits(tellHits(this.placed, found.states, this.#damageOf), query) : [];
  }

  roads(): FloodRoadLines {
    return this.placed.exposure.streets.lines;
  }

  setDamage(table: DamageTable): void {
    this.#table = table;
    this.#damageOf = createDamageCount(table, this.placed.people);
  }

  #tell(timeS: number, states: Parameters<typeof tellImpact>[3]): FloodImpact {
    return tellImpact(this.placed, this.#run, timeS, states, this.#table, this.#damageOf);
  }

  #events(fromLook: number, toLook = this.#impact.log.times.length): FloodEvent[] {
    const { log } = this.#impact;
    return findEvents(this.placed.city.things, log, fromLook, toLook).map(
      ({ timeS, kind, thing }) => {
        const { name, feature, id } = nameThing(this.placed, thing);
        return { timeS, kind, name, feature, id };
      },
    );
  }
}
