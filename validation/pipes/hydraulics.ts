// EPANET in the worker against EPANET on the machine, and against what can be worked out on paper.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { ReportRow } from '../report.ts';
import { compareWithNative, type Reference } from './compare-with-native.ts';
import { paperCases } from './hydraulics-on-paper.ts';
import { balanceQuality } from './quality-balance.ts';

const FOLDER = fileURLToPath(new URL('../../../shared/data/pipes/water/', import.meta.url));

/** Says so and leaves out the comparison where the shared files are missing. */
export async function validateHydraulics(): Promise<ReportRow[]> {
  const rows = await paperCases();
  if (!existsSync(FOLDER)) {
    console.warn(`The shared water networks are missing: ${FOLDER}. They are left out.`);
    return rows;
  }
  for (const file of readdirSync(`${FOLDER}reference`).sort()) {
    const name = file.replace('.json.gz', '');
    const reference: Reference = JSON.parse(
      gunzipSync(readFileSync(`${FOLDER}reference/${file}`)).toString(),
    );
    const inp = readFileSync(`${FOLDER}${name}.inp`, 'utf8');
    rows.push(...(await compareWithNative(name, inp, reference)));
  }
  for (const name of ['Net1', 'Net3', 'L-TOWN']) {
    rows.push(...(await balanceQuality(name, readFileSync(`${FOLDER}${name}.inp`, 'utf8'))));
  }
  return rows;
}
