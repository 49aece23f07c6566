// Streets on which contraflow may help: by name, those with the longest queues first.

import type { EvacuationResult } from '../../contract/evacuation.ts';

export interface ContraflowOffer {
  readonly name: string;
  /** Ids of its parts that people leave along and that have a lane each way. */
  readonly streets: readonly string[];
  /** The longest one on it. */
  readonly queueM: number;
}

const MOST = 6;
const LEAST_QUEUE_M = 30;

/** Those chosen already stay in the list, whatever their queues have become. */
export function offersOf(
  { routes }: Pick<EvacuationResult, 'routes'>,
  chosen: readonly string[],
): readonly ContraflowOffer[] {
  const byName = new Map<string, ContraflowOffer>();
  for (const { street, name, queueM, isTwoWay } of routes) {
    if (!isTwoWay) continue;
    const key = name || street;
    const known = byName.get(key);
    byName.set(key, {
      name: key,
      streets: [...(known?.streets ?? []), street],
      queueM: Math.max(known?.queueM ?? 0, queueM),
    });
  }
  const isChosen = ({ streets }: ContraflowOffer) => streets.some((id) => chosen.includes(id));
  const all = [...byName.values()].sort((a, b) => b.queueM - a.queueM);
  const worth = all.filter(({ queueM }) => queueM >= LEAST_QUEUE_M).slice(0, MOST);
  return [...worth, ...all.filter((one) => isChosen(one) && !worth.includes(one))];
}
