import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readNetwork } from '../networks/read-collections.ts';
import { convertIfc } from './convert-ifc.ts';
import { type ModelPackage, toModelPackage } from './model-package.ts';

// The engine starts, and the machine may be busy.
const PATIENCE_MS = 60_000;
const station = new URL('../../../ifc-samples/pumping-station.ifc', import.meta.url);
const geoid = () => 40;

describe('the package of a dropped model', () => {
  let made: ModelPackage;
  beforeAll(async () => {
    const bytes = new Uint8Array(readFileSync(station));
    const converted = await convertIfc(bytes, {
      ...{ id: 'station', file: 'station.ifc', geoid, withSystems: true },
    });
    made = await toModelPackage(converted, {
      ...{ id: 'dropped-station', name: 'Station', geoid, timeZoneAt: () => 'Europe/Berlin' },
    });
  }, PATIENCE_MS);

  it('holds its distribution systems as networks, every file there', () => {
    const { layers } = made.manifest;
    const ids = layers.flatMap((layer) => (layer.kind === 'collection' ? [layer.id] : []));
    expect(ids.filter((id) => id.startsWith('pipes-')).sort()).toEqual([
      'pipes-power-station-ns',
      'pipes-storm-station-rw',
    ]);
    for (const layer of layers) {
      if (layer.kind === 'collection') expect([...made.files.keys()]).toContain(layer.items);
    }
  });

  it('has them where the model stands, without a fault', () => {
    const bytesOf = (id: string) => {
      const layer = made.manifest.layers.find((one) => one.id === id);
      return layer?.kind === 'collection' ? made.files.get(layer.items) : undefined;
    };
    const id = 'storm-station-rw';
    const { network, faults } = readNetwork({
      ...{ id, name: id, isFictional: false, pipes: bytesOf(`pipes-${id}`) ?? new Uint8Array() },
      ...{ nodes: bytesOf(`nodes-${id}`), valves: bytesOf(`valves-${id}`) },
      devices: bytesOf(`devices-${id}`),
    });
    expect(faults).toEqual([]);
    const bim = made.manifest.layers.find(({ kind }) => kind === 'bim');
    if (bim?.kind !== 'bim') throw new Error('There is no model.');
    const [west, south, east, north] = bim.boundsDeg;
    for (let at = 0; at < network.nodes.places.length; at += 3) {
      const [longitude = 0, latitude = 0] = network.nodes.places.subarray(at, at + 2);
      expect(longitude).toBeGreaterThan(west - 1e-5);
      expect(longitude).toBeLessThan(east + 1e-5);
      expect(latitude).toBeGreaterThan(south - 1e-5);
      expect(latitude).toBeLessThan(north + 1e-5);
    }
  });
});
