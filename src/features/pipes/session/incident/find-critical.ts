// Which of the places with the lowest pressure are critical customers: asked once of the register, then known.

import type { PipesLine } from '#workers/pipes/client.ts';
import type { CriticalCustomer, IncidentHydraulics } from '../../contract/incident.ts';
import type { PipeKey } from '../../contract.ts';
import { nameOfElement } from '../../messages/attributes.ts';

export function createCriticalFinder(signal: AbortSignal) {
  const known = new Map<PipeKey, CriticalCustomer | undefined>();

  async function look(line: PipesLine, key: PipeKey): Promise<void> {
    const details = await line.call('details', { key }, { signal });
    const isCritical = details?.values.some(
      ({ name, value }) => name === 'critical' && value === 'yes',
    );
    const name = details && (nameOfElement(details) || details.id);
    known.set(
      key,
      details && isCritical
        ? { key, id: details.id, name: name ?? details.id, why: 'lowPressure' }
        : undefined,
    );
  }
  return {
    async find(
      line: PipesLine,
      { lowest }: IncidentHydraulics,
    ): Promise<readonly CriticalCustomer[]> {
      const missing = lowest.filter(({ key }) => !known.has(key));
      await Promise.all(missing.map(({ key }) => look(line, key)));
      return lowest.flatMap(({ key }) => known.get(key) ?? []);
    },
  };
}
