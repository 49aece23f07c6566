import { benchColours } from './fire/colours.ts';
import { benchResponse } from './fire/response.ts';
import { benchRisk } from './fire/risk.ts';
import { benchSmoke } from './fire/smoke.ts';
import { benchUrban } from './fire/urban.ts';
import { benchWildland } from './fire/wildland.ts';
import type { Row } from './row.ts';

/** One line a topic; one after the other: each needs the whole machine. */
const topics = [
  benchRisk,
  benchColours,
  benchResponse,
  benchSmoke,
  benchUrban,
  benchWildland,
] as const;

export async function bench(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const topic of topics) rows.push(...(await topic()));
  return rows;
}
