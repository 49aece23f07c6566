import { expect, it } from 'vitest';
import { noChanges } from '#model/network-changes.ts';
import { startHydraulicsWorker } from './client.ts';

const inp = `
[JUNCTIONS]
 A 0 2
 B 0 3
[RESERVOIRS]
 R 45
[PIPES]
 M-1 R A 200 200 130 0 Open
 M-2 A B 200 150 130 0 Open
[OPTIONS]
 Units LPS
 Headloss H-W
[END]`;

const node = (id: string, kind: string) =>
  JSON.stringify({
    ...{ type: 'Feature', id, properties: { kind, customers: 10 } },
    geometry: { type: 'Point', coordinates: [10, 54, 10] },
  });
const pipe = (id: string, fromNode: string, toNode: string) =>
  JSON.stringify({
    ...{ type: 'Feature', id },
    geometry: {
      type: 'LineString',
      coordinates: [
        [10, 54, 10],
        [10.001, 54, 10],
      ],
    },
    properties: { network: 'water', role: 'main', fromNode, toNode, length_m: 200 },
  });

it('runs EPANET in a worker of the browser, from file to values', async () => {
  const worker = startHydraulicsWorker();
  const urls = [
    [inp],
    [[pipe('M-1', 'R', 'A'), pipe('M-2', 'A', 'B')].join('\n')],
    [[node('R', 'reservoir'), node('A', 'customer'), node('B', 'customer')].join('\n')],
  ].map((parts) => URL.createObjectURL(new Blob(parts)));
  const [model = '', pipes = '', nodes = ''] = urls;
  try {
    const source = { id: 'water', name: 'Water', valves: undefined, devices: undefined };
    const match = await worker.call('open', {
      source: { ...source, pipes, nodes, model: { format: 'epanet-inp', url: model } },
      timeZone: 'UTC',
    });
    expect([match.onlyInModel, match.onlyInRegister]).toEqual([[], []]);
    const changes = { ...noChanges, bursts: [{ link: 'M-2', share: 0.5, areaM2: 0.001 }] };
    const { values, incident } = await worker.call('solve', {
      ...{ network: 'water', atMs: 60_000, readings: [] },
      history: [{ atMs: 0, changes }],
    });
    expect(values.links.flow?.[0]).toBeCloseTo(0.005 + (incident?.burstFlowM3s ?? 0), 4);
    expect(incident?.lostM3).toBeCloseTo(60 * (incident?.burstFlowM3s ?? 0), 6);
  } finally {
    worker.close();
    for (const url of urls) URL.revokeObjectURL(url);
  }
});
