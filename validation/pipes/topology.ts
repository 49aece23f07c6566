// Segments and criticality against WNTR's tables, and closing valves against pressure-driven hydraulics.

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ReportRow } from '../report.ts';
import { type Agreement, compareClosures } from './topology/closures.ts';
import { compareBreaks } from './topology/segment-breaks.ts';
import { compareWithWntr } from './topology/tables-of-wntr.ts';

const FOLDER = fileURLToPath(new URL('../../../shared/data/pipes/', import.meta.url));

/** Every which segment is closed off: all of the small networks', one in eight of Net6's. */
const STRIDES = { Net3: 1, ky4: 1, ky10: 1, Net6: 8 } as const;

/** Says so and leaves the rows out where the shared files are missing. */
export async function validateTopology(): Promise<ReportRow[]> {
  if (!existsSync(FOLDER)) {
    console.warn(`The shared networks are missing: ${FOLDER}. Their rows are left out.`);
    return [];
  }
  const rows = [...compareWithWntr(FOLDER), ...compareBreaks(FOLDER)];
  for (const [name, stride] of Object.entries(STRIDES)) {
    const inp = readFileSync(`${FOLDER}water/${name}.inp`, 'utf8');
    rows.push(...rowsOf(name, await compareClosures(inp, name, stride)));
  }
  return rows;
}

function rowsOf(name: string, agreement: Agreement): readonly ReportRow[] {
  const { tests, agree, incidents, unsolved, unexplained } = agreement;
  const { lowPressure, shutByControl, undetermined } = agreement;
  const odd = (100 * (tests - agree)) / tests;
  const row = (metric: string, value: number, limit: number, unit: string, source: string) => ({
    ...{ case: `${name}, ${incidents} closures`, metric, value, limit, unit, source },
    pass: value <= limit,
  });
  const why = `low pressure ${lowPressure}, shut by a control ${shutByControl}, pocket without a head ${undetermined}`;
  return [
    row(`of ${tests} customers judged otherwise`, odd, 0.1, '%', `pressure-driven EPANET: ${why}`),
    row('of these without explanation', unexplained, 0, 'customers', 'the same'),
    row('closures that could not be solved', unsolved, 0, 'closures', 'the same'),
  ];
}
