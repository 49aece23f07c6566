// A fire as a link, a kept file or an incident's log wrote it, read back piece by piece.

import * as v from 'valibot';
import type { BuildingRef, Defence, EngineAtFire, FireScenario } from '../contract.ts';

const number = v.pipe(v.number(), v.finite());
const positive = v.pipe(number, v.gtValue(0));
const time = v.pipe(number, v.minValue(0));
const share = v.pipe(number, v.minValue(0), v.maxValue(1));
const text = v.pipe(v.string(), v.maxLength(200));
const place = v.tuple([
  v.pipe(number, v.minValue(-180), v.maxValue(180)),
  v.pipe(number, v.minValue(-90), v.maxValue(90)),
]);

const building = v.object({
  ...{ id: v.pipe(text, v.minLength(1)), name: text, at: place },
  index: v.pipe(number, v.integer(), v.minValue(0)),
});
const ignition = v.object({ building, timeS: time });
const wind = v.object({ fromS: time, speedMs: v.pipe(number, v.minValue(0)), fromRad: number });
const engine = v.object({
  ...{ id: v.string(), name: text, at: place, arriveS: number, flowLs: positive, reachM: positive },
  ...{ station: v.exactOptional(v.string()), leaveS: v.exactOptional(number) },
  waterL: v.exactOptional(positive),
});
const defence = v.object({
  ...{ id: v.string(), name: text, buildings: v.unknown(), fromS: time, flowLs: positive },
  untilS: v.exactOptional(number),
});
const water = v.object({ fromS: time, share });

const air = v.object({
  temperatureC: v.fallback(number, 15),
  humidity: v.fallback(share, 0.6),
  cloud: v.fallback(share, 0.5),
  droughtCode: v.exactOptional(v.fallback(time, 0)),
  droughtRecord: v.exactOptional(
    v.object({
      station: v.fallback(text, ''),
      ...{ atMs: v.fallback(number, 0), days: v.fallback(time, 0) },
    }),
  ),
  stability: v.fallback(v.picklist(['auto', 'A', 'B', 'C', 'D', 'E', 'F']), 'auto'),
  source: v.fallback(
    v.variant('kind', [
      v.object({ kind: v.literal('station'), name: text, timeMs: number }),
      v.object({ kind: v.literal('given') }),
    ]),
    { kind: 'given' },
  ),
});

const unknownAir: v.InferOutput<typeof air> = v.parse(air, {
  ...{ temperatureC: undefined, humidity: undefined, cloud: undefined },
  ...{ stability: undefined, source: undefined },
});

const list = v.fallback(v.array(v.unknown()), []);
/** Parts that can't be read are left out; a fire without place, time or wind is none. */
const scenario = v.object({
  ...{ id: v.pipe(text, v.minLength(1)), name: text, startMs: number },
  durationS: v.pipe(number, v.minValue(60), v.maxValue(7 * 86_400)),
  ...{ ignitions: list, wind: list, engines: list, defences: list, water: list },
  air: v.fallback(air, unknownAir),
  mode: v.fallback(v.picklist(['isochrones', 'seeded']), 'isochrones'),
  seed: v.fallback(v.pipe(number, v.integer()), 1),
  basedOn: v.exactOptional(v.string()),
});

export function parseFire(value: unknown): FireScenario | undefined {
  const read = v.safeParse(scenario, value);
  if (!read.success) return undefined;
  const { ignitions, wind: spells, engines, defences, water: short, ...rest } = read.output;
  const fire: FireScenario = {
    ...rest,
    ignitions: each(ignition, ignitions),
    wind: inOrder(each(wind, spells)),
    engines: each(engine, engines) satisfies readonly EngineAtFire[],
    defences: each(defence, defences).flatMap((one) => withBuildings(one) ?? []),
    water: inOrder(each(water, short)),
  };
  return fire.ignitions.length > 0 && fire.wind.length > 0 ? fire : undefined;
}

function withBuildings(one: v.InferOutput<typeof defence>): Defence | undefined {
  const buildings: readonly BuildingRef[] = Array.isArray(one.buildings)
    ? each(building, one.buildings)
    : [];
  return buildings.length > 0 ? { ...one, buildings } : undefined;
}

function each<Schema extends v.GenericSchema>(
  schema: Schema,
  values: readonly unknown[],
): v.InferOutput<Schema>[] {
  return values.flatMap((value) => {
    const read = v.safeParse(schema, value);
    return read.success ? [read.output] : [];
  });
}

const inOrder = <Spell extends { readonly fromS: number }>(spells: readonly Spell[]) =>
  spells
    .toSorted((a, b) => a.fromS - b.fromS)
    .filter(({ fromS }, at, all) => at === 0 || fromS > (all[at - 1]?.fromS ?? 0));
