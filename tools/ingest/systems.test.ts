import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseBimModel } from '#contract/bim-model.ts';
import { readNetwork } from '#conversion/networks/read-collections.ts';
import { noChanges } from '#model/network-changes.ts';
import { nodeKinds } from '#model/pipe-network.ts';
import { prepare, rowOfLink } from '#simulation/network/a-network.ts';
import { isolateLink } from '#simulation/network/isolate.ts';
import { toOperation } from '#simulation/network/operation.ts';
import { directionsByFall, traceAlong } from '#simulation/network/trace.ts';
import { type IngestReport, ingestCity } from './ingest-city.ts';
import { silentProgress } from './progress.ts';

// A conversion in a fresh thread beside other tests on the same machine.
const PATIENCE_MS = 90_000;
const station = fileURLToPath(new URL('../../ifc-samples/pumping-station.ifc', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'panopolis-systems-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ingest = (systems: boolean | undefined) =>
  ingestCity({
    ...{ files: [station], out: join(folder, `town-${systems}`), systems },
    ...{ roles: new Map(), heights: {}, jobs: 1, progress: silentProgress },
    signal: new AbortController().signal,
  });

describe('the distribution systems of an ingested model', () => {
  let report: IngestReport;
  beforeAll(async () => {
    report = await ingest(true);
  }, PATIENCE_MS);

  const bytesOf = (id: string) => {
    const layer = report.manifest.layers.find((one) => one.id === id);
    if (layer?.kind !== 'collection') return undefined;
    return new Uint8Array(readFileSync(join(folder, 'town-true', layer.items)));
  };
  const storm = () => {
    const id = 'storm-pumping-station-rw';
    const read = readNetwork({
      ...{ id, name: id, isFictional: false },
      pipes: bytesOf(`pipes-${id}`) ?? new Uint8Array(),
      nodes: bytesOf(`nodes-${id}`),
      valves: bytesOf(`valves-${id}`),
      devices: bytesOf(`devices-${id}`),
    });
    expect(read.faults).toEqual([]);
    return prepare(read.network);
  };

  it('are closed off like any network: a pump by its two valves, and nothing else', () => {
    const prepared = storm();
    const { valves } = prepared.network;
    const closure = isolateLink(prepared, rowOfLink(prepared, 'Pumpe 2'), noChanges);
    const names = Array.from(closure.valves, (row) => valves.ids[row]).sort();
    expect(names).toEqual(['Druckschieber 2', 'Saugschieber 2']);
  });

  it('are traced: what runs through a pump leaves by the one outlet', () => {
    const prepared = storm();
    const { nodes } = prepared.network;
    const row = nodes.ids.indexOf('Durchflussmessung');
    expect(row).toBeGreaterThanOrEqual(0);
    const outlet = nodes.kind.indexOf(nodeKinds.indexOf('outfall'));
    const { network, graph } = prepared;
    const found = traceAlong(
      ...([network, graph, toOperation(network, graph), directionsByFall(network)] as const),
      ...([{ nodes: [row], links: [] }, true] as const),
    );
    expect(outlet).toBeGreaterThanOrEqual(0);
    expect(found.nodes[outlet]).toBe(1);
  });

  it('stand where the model does, to the millimetre', () => {
    const layer = report.manifest.layers.find(({ kind }) => kind === 'bim');
    if (layer?.kind !== 'bim') throw new Error('There is no model.');
    const text = readFileSync(join(folder, 'town-true', layer.model), 'utf8');
    const { placement } = parseBimModel(JSON.parse(text), 'model.json').georeferencing.readings[0]!;
    const { network } = storm();
    const metres = 111_320;
    const far = Array.from(network.nodes.ids, (_, row) =>
      Math.hypot(
        (network.nodes.places[3 * row]! - placement.longitudeDeg) *
          metres *
          Math.cos((placement.latitudeDeg * Math.PI) / 180),
        (network.nodes.places[3 * row + 1]! - placement.latitudeDeg) * metres,
      ),
    );
    expect(Math.max(...far)).toBeLessThan(40);
    // The manifold lies 2 m below the model's zero.
    const row = network.nodes.ids.findIndex((id) => id.startsWith('Sammeldruckleitung'));
    expect(network.nodes.places[3 * row + 2]).toBeCloseTo(placement.heightM - 2, 2);
  });

  it('are in the report with what was assumed', () => {
    const storms = report.networks.find(({ utility }) => utility === 'storm');
    expect(storms?.assumptions.map(({ code }) => code)).toEqual(['ifc-outfalls']);
    expect(report.networks.map(({ source }) => source.format)).toEqual(['ifc', 'ifc']);
  });
});

describe('systems that nobody asked for', () => {
  it(
    'stay in the model alone',
    async () => {
      const { manifest, networks } = await ingest(undefined);
      expect(networks).toEqual([]);
      expect(manifest.layers.map(({ kind }) => kind)).toEqual(['bim', 'terrain']);
    },
    PATIENCE_MS,
  );
});
