import { type NetworkChanges, noChanges } from '#model/network-changes.ts';
import { runExtended } from '#simulation/hydraulics/extended.ts';
import { servicePressure } from '#simulation/hydraulics/judge-supply.ts';
import { openWaterModel } from '#simulation/hydraulics/open-model.ts';
import type { WaterModel } from '#simulation/hydraulics/parts.ts';
import { runQuality } from '#simulation/hydraulics/quality.ts';
import { trySolve } from '#simulation/hydraulics/solve.ts';
import { cutPipes } from '#simulation/hydraulics/split-pipe.ts';
import type { Row } from '../row.ts';

/** The heap has settled by then. */
const SETTLED = 100;

/** Bursts one after the other, valves closed, every tenth looked at hours ahead, every hundredth with quality. */
export async function soakIncidents(inp: string, incidents: number): Promise<Row[]> {
  const model = await openWaterModel(inp);
  let settled = 0;
  let memory = 0;
  for (let incident = 0; incident < incidents; incident += 1) {
    playIncident(model, incident);
    if (incident === SETTLED) settled = memoryOf(model);
    memory = memoryOf(model);
  }
  model.close();
  return [
    {
      case: `${incidents} incidents: EPANET's memory after ${SETTLED}`,
      value: settled / 2 ** 20,
      unit: 'MiB',
    },
    {
      case: `${incidents} incidents: growth of EPANET's memory since`,
      value: 100 * (memory / settled - 1),
      unit: '%',
    },
  ];
}

function playIncident(model: WaterModel, incident: number): void {
  const link = model.linkIds[(incident * 37) % model.linkIds.length] ?? '';
  const isPipe = model.lengthM[(model.linkIndex.get(link) ?? 1) - 1]! > 0;
  const bursts = isPipe ? [{ link, share: (incident % 9) / 8, areaM2: 0.003 }] : [];
  const cut = cutPipes(model, bursts);
  const steps: NetworkChanges[] = [
    { ...noChanges, bursts },
    { ...noChanges, bursts, closedLinks: [link] },
  ];
  const options = { state: undefined, pressureDriven: servicePressure };
  for (const changes of steps) trySolve(cut.model, { ...options, changes });
  const ahead = { ...options, changes: steps[1] ?? noChanges, horizonS: 21_600 };
  if (incident % 10 === 0) for (const _ of runExtended(cut.model, ahead));
  if (incident % 100 === 0) {
    const quality = { kind: 'age' } as const;
    for (const _ of runQuality(cut.model, { ...ahead, quality, warmUpS: 0 }));
  }
  cut.join();
}

/** WASM memory with the files in it, which no collector sees. */
function memoryOf({ workspace }: WaterModel): number {
  const { HEAPF64, FS } = workspace.instance as unknown as {
    readonly HEAPF64: Float64Array;
    readonly FS: {
      readdir(path: string): readonly string[];
      stat(path: string): { readonly size: number; readonly mode: number };
      isFile(mode: number): boolean;
    };
  };
  const files = FS.readdir('/').map((name) => FS.stat(`/${name}`));
  const stored = files.reduce((sum, { size, mode }) => sum + (FS.isFile(mode) ? size : 0), 0);
  return HEAPF64.buffer.byteLength + stored;
}
