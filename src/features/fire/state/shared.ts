// What of a fire a shared link carries: the fires with everything that was done to them, which is shown and compared,
// the look, the open tool, releases, the evacuation that is ordered, stand-by places. What they come to is computed anew by whoever opens it.

import * as v from 'valibot';
import { joinedById } from '#store/joined-by-id.ts';
import { airQuantities } from '../contract/smoke.ts';
import { wildlandMaps } from '../contract/wildland.ts';
import type { FireScenario } from '../contract.ts';
import { noWork } from './evacuation.ts';
import { type FireState, initial } from './initial.ts';
import { buildingColourings, type FireLook, initialLook } from './look.ts';
import { parseFire } from './scenario-shape.ts';
import { fromSharedEvacuation, toSharedEvacuation } from './shared-evacuation.ts';
import { fromSharedReleases, toSharedReleases } from './shared-releases.ts';
import { fromSharedResponse, toSharedResponse } from './shared-response.ts';

/** A link stays short enough for a message; the shown fire, the compared one and the newest are what is talked about. */
const MOST_FIRES = 3;
const MOST_LETTERS = 8000;

const flag = (name: keyof FireLook & `shows${string}`) =>
  v.fallback(v.boolean(), initialLook[name]);
const look = v.pipe(
  v.object({
    buildings: v.fallback(v.picklist(['auto', ...buildingColourings]), initialLook.buildings),
    air: v.fallback(v.picklist(['none', ...airQuantities]), initialLook.air),
    band: v.fallback(v.picklist(['low', 'middle', 'high']), initialLook.band),
    showsPlume: flag('showsPlume'),
    showsFlames: flag('showsFlames'),
    showsZones: flag('showsZones'),
    showsRoutes: flag('showsRoutes'),
    showsHydrants: flag('showsHydrants'),
    wildland: v.fallback(v.picklist(['none', ...wildlandMaps]), initialLook.wildland),
  }),
  v.transform((read): FireLook => read),
);
const shared = v.object({
  version: v.literal(1),
  scenarios: v.fallback(v.array(v.unknown()), []),
  shown: v.fallback(v.string(), ''),
  compared: v.fallback(v.string(), ''),
  look: v.fallback(v.optional(look), undefined),
  tool: v.fallback(v.string(), ''),
  releases: v.optional(v.unknown()),
  evacuation: v.optional(v.unknown()),
  response: v.optional(v.unknown()),
});

export function toShared(state: FireState): unknown {
  const { scenarios, shown, compared, look: seen, tool } = state;
  const parts = Object.entries({
    releases: toSharedReleases(state.releases),
    evacuation: toSharedEvacuation(state.evacuation),
    response: toSharedResponse(state.response),
  }).filter(([, part]) => part !== undefined);
  const isPlain = scenarios.length === 0 && seen === initialLook && tool === '';
  if (isPlain && parts.length === 0) return undefined;
  return {
    version: 1,
    ...(scenarios.length > 0 && { scenarios: fitting(scenarios, shown, compared) }),
    ...(shown !== '' && { shown }),
    ...(compared !== '' && { compared }),
    ...(seen !== initialLook && { look: seen }),
    ...(tool !== '' && { tool }),
    ...Object.fromEntries(parts),
  };
}

function fitting(
  scenarios: readonly FireScenario[],
  shown: string,
  compared: string,
): readonly FireScenario[] {
  const weight = ({ id }: FireScenario) => (id === shown ? 2 : Number(id === compared));
  const order = scenarios.toReversed().toSorted((a, b) => weight(b) - weight(a));
  let letters = 0;
  const kept = new Set<string>();
  for (const scenario of order.slice(0, MOST_FIRES)) {
    letters += JSON.stringify(scenario).length;
    if (kept.size > 0 && letters > MOST_LETTERS) break;
    kept.add(scenario.id);
  }
  return scenarios.filter(({ id }) => kept.has(id)).map(shortened);
}

/** Six places of a degree are a hand's breadth. */
const shortened = (scenario: FireScenario): FireScenario =>
  JSON.parse(JSON.stringify(scenario), (_, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value,
  );

/** Keeps every part that can be read, and counts the fires that can't: a link never stops working. */
export function fromShared(value: unknown): FireState {
  const read = v.safeParse(shared, value);
  if (!read.success) return initial;
  const { scenarios, shown, compared, look: seen, tool } = read.output;
  const { releases, evacuation, response } = read.output;
  const known = scenarios.flatMap((one) => parseFire(one) ?? []);
  const isKnown = (id: string) => known.some((fire) => fire.id === id);
  return {
    ...initial,
    scenarios: known,
    unread: scenarios.length - known.length,
    shown: isKnown(shown) ? shown : '',
    compared: shown !== compared && isKnown(shown) && isKnown(compared) ? compared : '',
    ...{ look: seen ?? initialLook, tool, releases: fromSharedReleases(releases) },
    evacuation: fromSharedEvacuation(evacuation),
    response: fromSharedResponse(response),
  };
}

/** Fires, releases and plans of one's own stay, but what is shown is what the link shows. */
export function keep(linked: FireState, here: FireState): FireState {
  const { unread, shown, compared, look: seen, tool, releases, evacuation, response } = linked;
  return {
    ...here,
    scenarios: joinedById(linked.scenarios, here.scenarios),
    ...{ unread, shown, compared, look: seen, tool, pointing: undefined },
    releases: {
      ...releases,
      releases: joinedById(releases.releases, here.releases.releases),
    },
    evacuation: evacuation.request
      ? evacuation
      : { ...here.evacuation, request: undefined, work: noWork },
    response: {
      ...response,
      target: here.response.target,
      added: joinedById(response.added, here.response.added),
    },
  };
}
