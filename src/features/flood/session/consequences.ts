// Turns the numbers of the shown run into what is seen of them: colours of buildings, states of streets, signs.

import type { SessionContext } from '#features/feature.ts';
import { lendColoursTo } from '#scene/building-colours.ts';
import { jrcEurope } from '#simulation/flood/impact/damage.ts';
import { selectLayer } from '#store/layers.ts';
import { watch } from '#store/watch.ts';
import type { FloodLine } from '#workers/flood/client.ts';
import {
  type DamageTable,
  FLOOD_BADGES,
  FLOOD_ROADS,
  type FloodBadge,
  type FloodImpact,
  type FloodRoadLines,
  type FloodRoads,
} from '../contract/impact.ts';
import { FLOOD, FLOOD_IMPACT, FLOOD_LINE } from '../contract.ts';
import { badgesOf } from '../kernel/consequences/badges.ts';
import { colourBuildings } from '../kernel/consequences/colour-buildings.ts';
import { selectFlood } from '../state.ts';

export function followConsequences(
  { store, frames }: Pick<SessionContext, 'store' | 'frames'>,
  signal: AbortSignal,
): () => void {
  let shown: FloodImpact | undefined;
  let told: { readonly line: FloodLine; readonly table: DamageTable } | undefined;
  let painted: Uint8Array | undefined;
  let asked: string | undefined;
  const loan = lendColoursTo(frames, FLOOD);
  let streets: { readonly run: string; readonly lines: Promise<FloodRoadLines> } | undefined;

  const isWanted = () => {
    const state = store.getState();
    return selectLayer(FLOOD)(state).on && selectFlood(state).look.showsConsequences;
  };

  function follow(): void {
    const impact = isWanted() ? frames.peek<FloodImpact>(FLOOD_IMPACT) : undefined;
    if (impact === shown) return;
    shown = impact;
    paint(impact);
    frames.publish(FLOOD_BADGES, impact && (badgesOf(impact) satisfies readonly FloodBadge[]));
    if (impact) void showRoads(impact);
    else frames.publish(FLOOD_ROADS, undefined);
  }

  /** Only where a building looks another way than before: a table is uploaded whole. */
  function paint(impact: FloodImpact | undefined): void {
    const build = store.getState().city?.manifest.build;
    const bytes = impact?.buildings;
    if (!impact || !bytes || build === undefined) {
      if (painted) loan.lend(undefined);
      painted = undefined;
      asked = undefined;
      return;
    }
    // Another run, or the look turned on: what a person turned to last is what they want to see.
    if (asked !== impact.run) loan.ask();
    asked = impact.run;
    if (painted && isSame(painted, bytes)) return;
    painted = bytes;
    loan.lend({ build, rgba: colourBuildings(bytes) });
  }

  async function showRoads(impact: FloodImpact): Promise<void> {
    const { run, timeS, roads: states } = impact;
    try {
      const lines = await linesOf(run);
      if (shown !== impact || !lines || signal.aborted) return;
      frames.publish(FLOOD_ROADS, { run, timeS, lines, states } satisfies FloodRoads);
    } catch {
      // The worker died or the run is forgotten: the next impact asks again.
      streets = undefined;
    }
  }

  /** Asked for once a run; the streets of a city are the same for all its runs. */
  function linesOf(run: string): Promise<FloodRoadLines> | undefined {
    if (streets?.run === run) return streets.lines;
    const line = frames.peek<FloodLine>(FLOOD_LINE);
    if (!line) return undefined;
    streets = { run, lines: line.call('roads', { run }, { signal }) };
    return streets.lines;
  }

  /** Each worker is told once, and again when the table changes; the next looks count by it. */
  function tellDamage(): void {
    const line = frames.peek<FloodLine>(FLOOD_LINE);
    const table = selectFlood(store.getState()).damage ?? jrcEurope;
    const isKnown = told ? told.line === line && told.table === table : table === jrcEurope;
    if (!line || isKnown) return;
    told = { line, table };
    line.call('damage', { table }, { signal }).catch(() => {
      told = undefined;
    });
  }

  const ends = [
    frames.subscribe((channel) => channel === FLOOD_IMPACT && follow()),
    frames.subscribe((channel) => channel === FLOOD_LINE && tellDamage()),
    watch(store, (state) => [selectFlood(state).damage], tellDamage),
    watch(store, () => [isWanted()], follow),
  ];
  follow();
  tellDamage();
  return () => {
    for (const end of ends) end();
    if (painted) loan.lend(undefined);
    frames.publish(FLOOD_ROADS, undefined);
    frames.publish(FLOOD_BADGES, undefined);
  };
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
