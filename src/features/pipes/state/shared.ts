// What of the networks a shared link carries: how they look, the open tool, a long section, where a hand
// put them, the incident with its log.

import * as v from 'valibot';
import { type BurstIncident, burstSizes } from '../contract/burst.ts';
import { SECTION_TOOL, type SectionChoice, sectionCourses } from '../contract/section.ts';
import { colourings, type PipesLook, palettes, undergroundViews } from '../contract.ts';
import { initial, initialLook, type PipesState } from './initial.ts';
import { movesShape } from './moves-shape.ts';

const number = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.minValue(0));
const look = v.pipe(
  v.object({
    hidden: v.fallback(v.array(v.string()), []),
    colouring: v.fallback(v.picklist(colourings), initialLook.colouring),
    palette: v.fallback(v.picklist(palettes), initialLook.palette),
    underground: v.fallback(v.picklist(undergroundViews), initialLook.underground),
    showFlow: v.fallback(v.boolean(), initialLook.showFlow),
    showValves: v.fallback(v.boolean(), initialLook.showValves),
    showNodes: v.fallback(v.boolean(), initialLook.showNodes),
  }),
  v.transform((read): PipesLook => ({ ...initialLook, ...read })),
);

const size = v.picklist(Object.keys(burstSizes) as (keyof typeof burstSizes)[]);
const turned = { valve: v.string(), link: v.string() };
const known = v.object({
  valves: v.array(v.string()),
  closed: v.array(v.string()),
  isolatedCustomers: count,
  strandedCustomers: count,
  critical: v.array(v.string()),
  drainedM: count,
  drainedM3: count,
  hydraulics: v.optional(
    v.object({
      lowPressureCustomers: count,
      noSupplyCustomers: count,
      burstFlowM3s: number,
      lostM3: number,
    }),
  ),
});
export const incidentAct = v.variant('kind', [
  v.object({ kind: v.picklist(['opened', 'size']), size }),
  v.object({ kind: v.picklist(['close', 'open', 'stuck', 'turnable']), ...turned }),
  v.object({ kind: v.picklist(['repaired', 'notRepaired', 'ended']) }),
  v.object({ kind: v.picklist(['note', 'workOrder']), text: v.string() }),
  v.object({ kind: v.literal('known'), known }),
]);
const step = v.object({
  key: v.string(),
  atMs: number,
  by: v.optional(v.string()),
  act: incidentAct,
});
const share = v.pipe(number, v.minValue(0), v.maxValue(1));
/** All but the steps, as the first entry of the server's log keeps it. */
export const incidentHead = v.object({
  network: v.string(),
  link: v.string(),
  share,
  sectionM2: count,
  place: v.string(),
});
const incidentShape = v.object({
  ...incidentHead.entries,
  key: v.string(),
  longitudeDeg: number,
  latitudeDeg: number,
  onsetMs: number,
  steps: v.pipe(v.array(step), v.minLength(1)),
});

/** An incident that was written as it is; undefined where it can't be read. */
export function parseIncident(value: unknown): BurstIncident | undefined {
  const read = v.safeParse(incidentShape, value);
  return read.success ? read.output : undefined;
}

const section = v.pipe(
  v.object({
    kind: v.picklist(['cross', 'long']),
    along: v.picklist(sectionCourses),
    from: v.optional(v.string()),
    to: v.optional(v.string()),
  }),
  v.transform(({ from, to, ...read }): SectionChoice => ({ ...read, from, to })),
);

const shared = v.object({
  version: v.literal(1),
  look: v.fallback(v.optional(look), undefined),
  tool: v.fallback(v.string(), ''),
  section: v.fallback(v.optional(section), undefined),
  incident: v.fallback(v.optional(incidentShape), undefined),
  moves: v.fallback(movesShape, {}),
});

/** An incident of the open city belongs in its link; networks come from the city. */
export function toShared(state: PipesState): unknown {
  const { look: shown, tool, section: along, incident, moves } = state;
  const isMoved = Object.keys(moves).length > 0;
  const isPlain = shown === initialLook && tool === '' && !incident && !isMoved;
  if (isPlain) return undefined;
  return {
    version: 1,
    ...(shown !== initialLook && { look: shown }),
    ...(tool !== '' && { tool }),
    ...(tool === SECTION_TOOL && along.kind === 'long' && { section: along }),
    ...(incident && { incident }),
    ...(isMoved && { moves }),
  };
}

/** Keeps every part that can be read: a link never stops working. */
export function fromShared(value: unknown): PipesState {
  const read = v.safeParse(shared, value);
  if (!read.success) return initial;
  const { look: shown, tool, section: along, incident, moves } = read.output;
  return {
    ...{ ...initial, look: shown ?? initialLook, tool, incident },
    section: along ?? initial.section,
    ...{ moves, linkedMoves: moves },
  };
}

/** The networks stay open; what a link carries becomes the link's, and what it moved stands where it says. */
export const keep = (linked: PipesState, here: PipesState): PipesState => ({
  ...here,
  look: linked.look,
  tool: linked.tool,
  section: linked.section,
  incident: linked.incident,
  moves: { ...here.moves, ...linked.moves },
  linkedMoves: linked.linkedMoves,
});
