// What of a flood a shared link carries: scenarios as they were drawn, gauges, the look, the open tool. Runs are
// computed anew by whoever opens it.

import * as v from 'valibot';
import { joinedById } from '#store/joined-by-id.ts';
import {
  type FloodLook,
  type FloodScenario,
  floodColourings,
  ratingVariants,
} from '../contract.ts';
import { type FloodState, initial, initialLook } from './initial.ts';
import { parseScenario } from './scenario-shape.ts';

/** A link stays short enough for a message; the newest are what is talked about. */
const MOST_SCENARIOS = 3;
const MOST_LETTERS = 6000;

const number = v.pipe(v.number(), v.finite());
const look = v.pipe(
  v.object({
    colouring: v.fallback(v.picklist(floodColourings), initialLook.colouring),
    rating: v.fallback(v.picklist(ratingVariants), initialLook.rating),
    showsStreaks: v.fallback(v.boolean(), initialLook.showsStreaks),
    showsWater: v.fallback(v.boolean(), initialLook.showsWater),
    showsConsequences: v.fallback(v.boolean(), initialLook.showsConsequences),
    arrivalDepthM: v.fallback(number, initialLook.arrivalDepthM),
  }),
  v.transform((read): FloodLook => read),
);
const gauge = v.object({
  id: v.string(),
  name: v.string(),
  line: v.pipe(v.array(v.tuple([number, number])), v.minLength(1)),
});
const shared = v.object({
  version: v.literal(1),
  scenarios: v.fallback(v.array(v.unknown()), []),
  edited: v.fallback(v.string(), ''),
  gauges: v.fallback(v.array(gauge), []),
  look: v.fallback(v.optional(look), undefined),
  tool: v.fallback(v.string(), ''),
});

export function toShared({ scenarios, edited, gauges, look: shown, tool }: FloodState): unknown {
  const isPlain =
    scenarios.length === 0 && gauges.length === 0 && shown === initialLook && tool === '';
  if (isPlain) return undefined;
  return {
    version: 1,
    ...(scenarios.length > 0 && { scenarios: fitting(scenarios, edited), edited }),
    ...(gauges.length > 0 && { gauges }),
    ...(shown !== initialLook && { look: shown }),
    ...(tool !== '' && { tool }),
  };
}

/** The edited one first of all, then the newest, as long as the link stays short. */
function fitting(scenarios: readonly FloodScenario[], edited: string): readonly FloodScenario[] {
  const order = scenarios
    .toReversed()
    .toSorted((a, b) => Number(b.id === edited) - Number(a.id === edited));
  let letters = 0;
  const kept = new Set<string>();
  for (const scenario of order.slice(0, MOST_SCENARIOS)) {
    letters += JSON.stringify(scenario).length;
    if (kept.size > 0 && letters > MOST_LETTERS) break;
    kept.add(scenario.id);
  }
  return scenarios.filter(({ id }) => kept.has(id)).map(shortened);
}

/** Six places of a degree are a hand's breadth. */
const shortened = (scenario: FloodScenario): FloodScenario =>
  JSON.parse(JSON.stringify(scenario), (_, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value,
  );

/** Keeps every part that can be read: a link never stops working. */
export function fromShared(value: unknown): FloodState {
  const read = v.safeParse(shared, value);
  if (!read.success) return initial;
  const { scenarios, edited, gauges, look: shown, tool } = read.output;
  const known = scenarios.flatMap((one) => parseScenario(one) ?? []);
  return {
    ...initial,
    scenarios: known,
    edited: known.some(({ id }) => id === edited) ? edited : (known.at(-1)?.id ?? ''),
    ...{ gauges, look: shown ?? initialLook, tool },
  };
}

/** Scenarios and runs of one's own stay; water is shown only of a scenario that the link is about. */
export function keep(linked: FloodState, here: FloodState): FloodState {
  const { look: seen, tool, edited } = linked;
  const isMeant = (id: string) => {
    const run = here.runs.find((one) => one.id === id);
    return linked.scenarios.some((one) => one.id === run?.scenario.id);
  };
  return {
    ...here,
    scenarios: joinedById(linked.scenarios, here.scenarios),
    gauges: joinedById(linked.gauges, here.gauges),
    shown: isMeant(here.shown) ? here.shown : '',
    compared: isMeant(here.compared) ? here.compared : '',
    ...{ look: seen, tool, edited, drawing: undefined },
  };
}
