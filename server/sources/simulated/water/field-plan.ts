// Bursts of mains, and what people do about them, as a day of the network runs into them.

import type { FieldEvent } from '../../source.ts';
import { HOUR, MINUTE } from '../local-clock.ts';
import { between, mix } from '../noise.ts';
import type { DayPlan, LinkSwitch, PlannedBurst } from './day-plan.ts';

interface Span {
  readonly seed: number;
  readonly day: number;
  /** ms UTC of the day's start and end. */
  readonly startMs: number;
  readonly endMs: number;
}

interface Burst {
  readonly seed: number;
  readonly fromMs: number;
  readonly toMs: number;
  readonly atFiftyLs: PlannedBurst['atFiftyLs'];
}

/** The network that the model is of. */
const NETWORK = 'water';
/** A drill that nobody ends is over after so long. */
const DRILL_LASTS_MS = 6 * HOUR;
const MOST_LS = 90;
const LEAST_LS = 50;

/** A repair ends every burst that runs then. */
export function planField(
  span: Span,
  field: readonly FieldEvent[],
): Pick<DayPlan, 'bursts' | 'switches'> {
  const repairs = field.flatMap((event) =>
    event.kind === 'action' && event.action.act === 'repair' && isOurs(event) ? event.atMs : [],
  );
  const drills = field.flatMap((event): Burst[] =>
    event.kind === 'drill'
      ? [
          {
            seed: mix(span.seed, event.seed),
            fromMs: event.atMs,
            toMs: event.atMs + DRILL_LASTS_MS,
            // A hole of the day's size goes unnoticed at night, when pressure is far above its limits.
            atFiftyLs: 'fullBore',
          },
        ]
      : [],
  );
  const bursts = [burstOfDay(span), ...drills].flatMap((burst): PlannedBurst[] => {
    const repaired = repairs.find((atMs) => atMs > burst.fromMs && atMs < burst.toMs);
    const fromMs = Math.max(burst.fromMs, span.startMs);
    const toMs = Math.min(repaired ?? burst.toMs, span.endMs);
    if (fromMs >= toMs) return [];
    return [
      {
        seed: burst.seed,
        fromS: toSecond(fromMs, span),
        toS: toSecond(toMs, span),
        atFiftyLs: burst.atFiftyLs,
      },
    ];
  });
  return { bursts, switches: switchesOf(span, field) };
}

/** Each day a main breaks between morning and afternoon; nobody need repair it, the town's own people do. */
function burstOfDay({ seed, day, startMs }: Span): Burst {
  const chance = mix(seed ^ 0xb0257, day);
  const fromMs = startMs + Math.round(between(chance, 1, 8 * 60, 15 * 60)) * MINUTE;
  const lastsMs = Math.round(between(chance, 2, 3 * 60, 5 * 60)) * MINUTE;
  const atFiftyLs = between(chance, 3, LEAST_LS, MOST_LS);
  return { seed: chance, fromMs, toMs: fromMs + lastsMs, atFiftyLs };
}

/** A link with two valves lets water through once both are open. */
function switchesOf(span: Span, field: readonly FieldEvent[]): LinkSwitch[] {
  const shut = new Map<string, Set<string>>();
  return field.flatMap((event): LinkSwitch[] => {
    if (event.kind !== 'action' || !isOurs(event) || event.atMs >= span.endMs) return [];
    const { act, link, valve = '' } = event.action;
    if (act !== 'close' && act !== 'open') return [];
    const valves = shut.get(link) ?? new Set();
    shut.set(link, valves);
    const wasOpen = valves.size === 0;
    if (act === 'close') valves.add(valve);
    else valves.delete(valve);
    const isOpen = valves.size === 0;
    if (isOpen === wasOpen) return [];
    return [{ timeS: Math.max(0, toSecond(event.atMs, span)), link, isOpen }];
  });
}

const isOurs = ({ action }: Extract<FieldEvent, { kind: 'action' }>) => action.network === NETWORK;

const toSecond = (ms: number, { startMs }: Span): number => Math.round((ms - startMs) / 1000);
