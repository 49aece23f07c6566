import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { convertIfc } from '#conversion/ifc/convert-ifc.ts';
import { hasSharedFiles, readShared } from '#conversion/testing/shared-ifc.ts';
import type { Clash, ClashRules } from '#features/bim/contract/clash.ts';
import type { Discipline } from '#model/discipline.ts';
import { connect, type Port, serve } from '../port.ts';
import type { BimProtocol } from './protocol.ts';
import { createBimService } from './service.ts';

const FILE = 'Duplex_A_20110907.ifc';

/** A real house of two flats, and a newer version of it, behind the worker's own service. */
describe.skipIf(!hasSharedFiles)('the duplex', () => {
  let worker: Port<BimProtocol>;
  const ends: (() => void)[] = [];

  beforeAll(async () => {
    const old = new TextDecoder('latin1').decode(readShared(FILE));
    const versions = new Map<string, ReadonlyMap<string, Uint8Array>>();
    for (const [name, text] of [
      ['old', old],
      ['new', edit(old)],
    ] as const) {
      const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
      const geoid = () => 0;
      versions.set(name, (await convertIfc(bytes, { id: name, file: FILE, geoid })).files);
    }
    const server = createServer((request, response) => {
      const [, name = '', ...path] = (request.url ?? '').split('/');
      const file = versions.get(name)?.get(path.join('/'));
      response.writeHead(file ? 200 : 404).end(file);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port1, port2 } = new MessageChannel();
    serve<BimProtocol>(port2, createBimService());
    worker = connect<BimProtocol>(port1, 'bim');
    ends.push(() => {
      port1.close();
      port2.close();
      server.closeAllConnections();
      server.close();
    });
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await worker.call('open', [
      { id: 'old', name: 'Old', url: `${base}/old/model.json`, origin: 'city' },
      { id: 'new', name: 'New', url: `${base}/new/model.json`, origin: 'dropped' },
    ]);
  }, 120_000);
  afterAll(() => {
    for (const end of ends) end();
  });

  async function clashesOf(
    a: readonly Discipline[],
    b: readonly Discipline[],
    more: Partial<ClashRules> = {},
  ): Promise<Clash[]> {
    const side = (disciplines: readonly Discipline[]) =>
      ({ kind: 'model', model: 'old', disciplines }) as const;
    const rules = {
      ...{ a: side(a), b: side(b), toleranceM: 0.01, clearanceM: 0, ignoreJoins: true },
      ...more,
    };
    const found: Clash[] = [];
    for await (const news of worker.stream('clashes', { rules, pipes: [] })) {
      found.push(...news.found);
    }
    return found;
  }

  it('has beams in its walls as deep as their flange is wide', async () => {
    const found = await clashesOf(['architecture'], ['structure']);
    const walls = found.filter(({ a }) => a.class.startsWith('IfcWall'));
    // W410X60 has a flange of 178 mm; four of them lie wholly in the brick below the roof.
    const deepest = Math.max(...walls.map(({ depthM }) => depthM));
    expect(deepest).toBeCloseTo(0.178, 3);
    expect(walls.every(({ b }) => b.class === 'IfcBeam')).toBe(true);
  });

  it('has sofas that stand in its finished floor, as deep as the boards are thick', async () => {
    const found = await clashesOf(['furnishing'], ['architecture', 'structure']);
    const sofas = found.filter(
      ({ a, b }) => a.name.startsWith('M_Sofa') && b.name.includes('Finish Floor - Wood'),
    );
    expect(sofas.length).toBeGreaterThan(0);
    for (const { depthM } of sofas) expect(depthM).toBeCloseTo(0.019, 3);
  });

  it('gives each pair once, and the same ids whichever side is first', async () => {
    const there = await clashesOf(['architecture'], ['structure']);
    const back = await clashesOf(['structure'], ['architecture']);
    const ids = (clashes: readonly Clash[]) => clashes.map(({ id }) => id).toSorted();
    expect(new Set(ids(there)).size).toBe(there.length);
    expect(ids(back)).toEqual(ids(there));
  });

  it('finds more where what is meant to meet is not left out', async () => {
    const without = await clashesOf(['architecture'], ['architecture']);
    const all = await clashesOf(['architecture'], ['architecture'], { ignoreJoins: false });
    expect(all.length).toBeGreaterThan(without.length);
  });

  it('stops when nobody listens any more', async () => {
    const side = { kind: 'model', model: 'old', disciplines: [] } as const;
    const rules = { a: side, b: side, toleranceM: 0.01, clearanceM: 0.05, ignoreJoins: false };
    for await (const { total } of worker.stream('clashes', { rules, pipes: [] })) {
      expect(total).toBeGreaterThan(100);
      break;
    }
    expect((await worker.call('compare', { before: 'old', after: 'old' })).differences).toEqual([]);
  });

  it('says what changed in a newer version, and which values', async () => {
    const { counts, differences } = await worker.call('compare', { before: 'old', after: 'new' });
    expect(counts).toMatchObject({ added: 0, removed: 0, geometry: 0, moved: 0, properties: 1 });
    const [door] = differences;
    const changes = await worker.call('valueChanges', {
      pairs: [[door?.before ?? 0, door?.after ?? 0]],
    });
    const name = changes[0]?.find((change) => change.name === 'Name');
    expect(name?.after).toBe('A door with another name');
  });

  it('shows a storey from near: its geometry, its floor, its doors', async () => {
    const rows = await worker.call('tree', {
      grouping: 'storey',
      parent: 'old/all',
      look: look(),
    });
    const storey = rows.find(({ label }) => label === 'Level 1');
    const scene = await worker.call('closeLook', { part: storey?.key ?? '' });
    expect(scene.mesh.indices.length).toBeGreaterThan(3000);
    expect(scene.tree.length).toBeGreaterThan(0);
    expect(scene.storeys[0]).toMatchObject({ name: 'Level 1' });
    expect(scene.storeys[0]?.elevationM).toBeCloseTo(0, 6);
    expect(scene.passable.length).toBeGreaterThan(5);
  });
});

/** The first door of the file gets another name. */
function edit(text: string): string {
  const changed = text.replace(/(IFCDOOR\('[^']+',#\d+,)'[^']*'/, "$1'A door with another name'");
  if (changed === text) throw new Error(`${FILE} has no door.`);
  return changed;
}

const look = () => ({
  ...{ isolated: [], hidden: [], ghost: true, explodeM: 0, cutStorey: undefined, cutHeightM: 1.2 },
  ...{ planes: [], box: undefined, sectionModel: undefined, showSpaces: false },
  colourBy: undefined,
});
