// The supply of a package that brings a water model.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FieldEvent, SourceContext } from '../../source.ts';
import type { LocalClock } from '../local-clock.ts';
import type { Weather } from '../weather.ts';
import type { Signal } from '../world.ts';
import { planDay } from './day-plan.ts';
import { createNetworkDays, type NetworkDays } from './network-days.ts';
import { startNetworkThread } from './network-thread.ts';
import { type Column, valueAt } from './solved-day.ts';
import { noSupply, type WaterSupply } from './supply.ts';

/** Pa of a metre of water at 10 °C. */
const PASCALS_PER_METRE = 999.7 * 9.80665;

interface Around {
  readonly seed: number;
  readonly clock: LocalClock;
  readonly weather: Weather;
}

/** A file that EPANET can't read is reported, and its meters follow the town's demand without it. */
export async function openSupply(context: SourceContext, around: Around): Promise<WaterSupply> {
  const { manifest, folder, sensors, report, fieldWork } = context;
  const layer = manifest.layers.find(
    (one) => one.kind === 'network' && one.network === 'water' && one.format === 'epanet-inp',
  );
  if (layer?.kind !== 'network') return noSupply;
  const elements = [...new Set(sensors.flatMap(({ element }) => element ?? []))];
  try {
    const inp = await readFile(join(folder, layer.model), 'utf8');
    const thread = await startNetworkThread({ inp, wanted: { nodes: elements, links: elements } });
    let isClosed = false;
    let field: readonly FieldEvent[] = (await fieldWork?.list()) ?? [];
    const days = createNetworkDays({
      clock: around.clock,
      planOf: (day) => planDay(day, around, field),
      solve: thread.solve,
      report: (sentence) => {
        if (!isClosed) report(sentence);
      },
    });
    const unwatch = fieldWork?.watch(() => {
      void followField().catch((error: unknown) => {
        if (!isClosed) report(`The water network does not follow the field: ${messageOf(error)}`);
      });
    });
    async function followField(): Promise<void> {
      const known = field.length;
      field = (await fieldWork?.list()) ?? [];
      // What is new is seldom the last: people write down what they did a while ago.
      const atMs = Math.min(...field.slice(Math.max(0, known - 1)).map((event) => event.atMs));
      if (!isClosed && Number.isFinite(atMs)) await days.refresh(atMs);
    }
    return toSupply(days, thread.watched, () => {
      isClosed = true;
      unwatch?.();
      return thread.close();
    });
  } catch (error) {
    report(`${layer.model} can't be solved: ${messageOf(error)}`);
    return noSupply;
  }
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

function toSupply(
  days: NetworkDays,
  watched: { readonly nodes: readonly string[]; readonly links: readonly string[] },
  close: () => Promise<void>,
): WaterSupply {
  const nodes = new Map(watched.nodes.map((id, index) => [id, index]));
  const links = new Map(watched.links.map((id, index) => [id, index]));
  const signal = (column: Column, index: number | undefined, factor = 1): Signal | undefined => {
    if (index === undefined) return undefined;
    return (timeMs) =>
      factor * days.read(timeMs, (day, seconds) => valueAt(day, column, index, seconds));
  };
  return {
    isReady: days.isReady,
    prepare: days.prepare,
    pressure: (node) => signal('depthM', nodes.get(node), PASCALS_PER_METRE),
    level: (tank) => signal('depthM', nodes.get(tank)),
    flow: (link) => signal('flowM3s', links.get(link)),
    speed: (pump) => signal('speed', links.get(pump)),
    power: (pump) => signal('powerW', links.get(pump)),
    close,
  };
}
