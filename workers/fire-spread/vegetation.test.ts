import { gzipSync } from 'node:zlib';
import { zxyToTileId } from 'pmtiles';
import { afterEach, describe, expect, it } from 'vitest';
import { createFeatureTiles } from '#conversion/basemap/geojson-tiles.ts';
import { createPmtilesWriter } from '#conversion/basemap/pmtiles-writer.ts';
import { tilesWithin } from '#conversion/basemap/tile-grid.ts';
import { formatVectorTile } from '#conversion/basemap/vector-tile.ts';
import type { AirOfScenario, FireScenario } from '#features/fire/contract.ts';
import { coverCode } from '#simulation/flood/ground/roughness.ts';
import { connect, serve } from '../port.ts';
import { aWoodenTown, type WoodenTown } from './a-wooden-town.ts';
import type { SpreadProtocol } from './protocol.ts';
import { grassMoisture, vegetationOf } from './run/vegetation-of.ts';
import { createSpreadService } from './service.ts';

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

/** Around the town, which begins at 10° and 54°. */
const bounds = [9.99, 53.99, 10.01, 54.01] as const;
const [west, south, east, north] = bounds;

/** A map on which all ground is of one kind. */
async function aMap(kind: string): Promise<ArrayBuffer> {
  const zoom = 14;
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const all = createFeatureTiles(
    [
      {
        classified: { layer: 'landuse', minZoom: 0, properties: { kind } },
        geometry: { type: 'Polygon', coordinates: [ring] },
      },
    ],
    zoom,
  );
  const data: Uint8Array[] = [];
  const gzip = async (bytes: Uint8Array) => gzipSync(bytes);
  const writer = createPmtilesWriter({ append: (bytes) => void data.push(bytes), gzip });
  const tiles = tilesWithin(bounds, zoom).toSorted((a, b) => zxyToTileId(...a) - zxyToTileId(...b));
  for (const [z, x, y] of tiles) {
    const layers = all.tileAt(z, x, y);
    if (layers) await writer.add(z, x, y, gzipSync(formatVectorTile(layers)));
  }
  const head = await writer.finish({
    boundsDeg: bounds,
    minZoom: zoom,
    maxZoom: zoom,
    metadata: {},
  });
  return Uint8Array.from(Buffer.concat([head, ...data])).buffer;
}

/** The town with that map, or with one that can't be read. */
function mapped(town: WoodenTown, map: ArrayBuffer): WoodenTown {
  const { whole, range } = town.read;
  return {
    ...town,
    city: { ...town.city, basemap: 'map' },
    read: {
      whole,
      range: async (url, from, to) => (url === 'map' ? map.slice(from, to) : range(url, from, to)),
    },
  };
}

const air = (more: Partial<AirOfScenario>): AirOfScenario => ({
  ...{ temperatureC: 30, humidity: 0.2, cloud: 0, stability: 'auto', source: { kind: 'given' } },
  ...more,
});

async function run(town: WoodenTown, more: Partial<FireScenario> = {}) {
  const { port1, port2 } = new MessageChannel();
  serve<SpreadProtocol>(port2, createSpreadService({ read: town.read, now: () => 0 }));
  endings.push(() => {
    port1.close();
    port2.close();
  });
  const worker = connect<SpreadProtocol>(port1, 'fire-spread');
  await worker.call('open', { city: town.city });
  const startMs = Date.UTC(2026, 6, 15, 11);
  const wind = [{ fromS: 0, speedMs: 6, fromRad: (3 * Math.PI) / 2 }];
  const scenario = town.fireAt(4, { startMs, wind, ...more });
  for await (const news of worker.stream('run', { scenario }))
    if (news.kind === 'spread') return news.spread;
  throw new Error('No spread came.');
}

describe('vegetation between the buildings', () => {
  const concrete = aWoodenTown({ perSide: 3, construction: () => 'concrete' });

  it('burns from the burning house on once flames leave it, as far as the scenario goes', async () => {
    const meadow = mapped(concrete, await aMap('meadow'));
    const dry = air({ droughtCode: 650 });
    const spread = await run(meadow, { air: dry });
    const { vegetation: burnt } = spread;
    if (!burnt) throw new Error('Nothing burnt.');
    const times = burnt.arrivalS.filter((timeS) => timeS < Infinity);
    expect(Math.min(...times)).toBeCloseTo(spread.flashoverS[5] ?? 0, 1);
    expect(Math.max(...times)).toBeLessThanOrEqual(7200);
    expect(burnt.burntM2).toBe(times.length * burnt.cellM ** 2);
    expect(burnt.arrivalS.length).toBe(burnt.columns * burnt.rows);
    // Half a house around the town of 36 m, and 60 m beyond.
    const widthM = (burnt.eastDeg - burnt.westDeg) * 111_195 * Math.cos((54 * Math.PI) / 180);
    expect(widthM / (burnt.columns * burnt.cellM)).toBeCloseTo(1, 2);
    expect(widthM).toBeGreaterThan(60);
    const [longitudeDeg, latitudeDeg] = meadow.building(4).at;
    expect(burnt.westDeg < longitudeDeg && longitudeDeg < burnt.eastDeg).toBe(true);
    expect(burnt.southDeg < latitudeDeg && latitudeDeg < burnt.northDeg).toBe(true);
    // It is no building: nobody lives there, nothing is counted.
    const unmapped = await run(concrete, { air: dry });
    expect(spread.order).toEqual(unmapped.order);
    expect(spread.hamada).toEqual(unmapped.hamada);
    expect(spread.water).toEqual(unmapped.water);
    const short = await run(meadow, { air: dry, durationS: 300 });
    expect(short.vegetation?.burntM2).toBeLessThan(burnt.burntM2);
  });

  it('doesn’t burn as a lawn in a usual summer, only when the drought has dried it', async () => {
    const park = mapped(concrete, await aMap('park'));
    for (const told of [
      air({}),
      air({ droughtCode: 250 }),
      air({ temperatureC: 18, humidity: 0.6 }),
    ])
      expect((await run(park, { air: told })).vegetation).toBeUndefined();
    expect((await run(park, { air: air({ droughtCode: 650 }) })).vegetation).toBeDefined();
    // Straw as it is, it is damp.
    const damp = air({ droughtCode: 650, temperatureC: 12, humidity: 1 });
    expect((await run(park, { air: damp })).vegetation).toBeUndefined();
  });

  it('is bare on streets, and unknown without a map or with one that can’t be read', async () => {
    const dry = { air: air({ droughtCode: 650 }) };
    const square = await run(mapped(concrete, await aMap('pedestrian')), dry);
    expect(square.vegetation).toBeUndefined();
    expect(square.model.name.en).toContain('Rothermel');
    for (const town of [concrete, mapped(concrete, new ArrayBuffer(64))]) {
      const spread = await run(town, dry);
      expect(spread.vegetation).toBeUndefined();
      expect(spread.model.name.en).not.toContain('Rothermel');
      expect(spread.model.range.en).toContain('the city has no map of it');
    }
  });

  it('dries by the drought code, and carries brands the better the drier the air', () => {
    expect([0, 300, 450, 600, 900].map(grassMoisture)).toEqual([1.2, 1.2, 0.75, 0.3, 0.3]);
    const of = (more: Partial<AirOfScenario>) =>
      vegetationOf({ air: air(more), startMs: Date.UTC(2026, 6, 15, 11) }, [10, 54]);
    const [dry, wet] = [of({}), of({ humidity: 0.9 })];
    expect(dry.brandIgnition).toBeGreaterThan(0.5);
    expect(wet.brandIgnition).toBeLessThan(0.3);
    expect(dry.fuels[coverCode('road')]).toBeUndefined();
    expect(dry.fuels[coverCode('unknown')]).toBeUndefined();
    expect(dry.fuels[coverCode('forest')]?.canopy).toBeDefined();
    // Unknown drought: the lawn is green, the meadow as the month has it.
    expect(dry.fuels[coverCode('grass')]?.moisture.liveHerb).toBe(1.2);
    expect(dry.fuels[coverCode('meadow')]?.moisture.liveHerb).toBeLessThan(1.2);
  });
});
