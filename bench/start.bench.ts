// How fast the app starts, loads a city and recolours it, and whether it keeps to its memory budget.

import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeCopies } from './ingest/cities.ts';
import { measureIngest } from './ingest/measure.ts';
import type { Row } from './row.ts';
import { benchBudget, benchLoad, benchRecolour } from './start/globe.ts';
import { openLab } from './start/open-lab.ts';
import { benchShell } from './start/shell.ts';

const DELFSHAVEN = fileURLToPath(
  new URL('../../shared/data/cityjson/rotterdam_3-20-DELFSHAVEN.city.json', import.meta.url),
);
const COPIES = 60;
const BUDGET_MIB = 64;

export const needs = [DELFSHAVEN];

export async function bench(): Promise<Row[]> {
  const sources = join(tmpdir(), 'panopolis-bench');
  const dataFolder = join(sources, 'cities');
  mkdirSync(dataFolder, { recursive: true });
  const copies = join(sources, `delfshaven-${COPIES}.city.json`);
  writeCopies(DELFSHAVEN, COPIES, copies);
  await measureIngest(DELFSHAVEN, join(dataFolder, 'delfshaven'), 2);
  const many = await measureIngest(copies, join(dataFolder, 'delfshaven-60'), 2);
  const lab = await openLab(dataFolder);
  try {
    return [
      ...(await benchShell(dataFolder, 'delfshaven')),
      ...(await benchLoad(lab, 'delfshaven')),
      ...(await benchRecolour(lab)),
      { case: 'buildings under the flight', value: many.features, unit: 'buildings' },
      ...(await benchBudget(lab, 'delfshaven-60', BUDGET_MIB)),
    ];
  } finally {
    await lab.close();
  }
}
