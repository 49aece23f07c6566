import { fold } from '#model/fold.ts';
import type { ObservedPropertyId } from '#model/observed-property.ts';
import type { SensorColumns, SensorCounts, SensorFilter, SensorFrame } from '../contract.ts';
import { statuses } from '../contract.ts';
import { haystacksOf } from './columns.ts';
import { statusIndex } from './status.ts';

const KIND = 1;
const NETWORK = 2;
const STATUS = 4;
const TEXT = 8;
const ALL = KIND | NETWORK | STATUS | TEXT;

/** 1 for each sensor that meets every condition, and how many there are by each. */
export function filterSensors(
  frame: Pick<SensorFrame, 'sensors' | 'sensorLevel' | 'sensorIsStale'>,
  filter: SensorFilter,
): { readonly isMatching: Uint8Array; readonly counts: SensorCounts } {
  const { sensors } = frame;
  const kinds = new Set(filter.kinds);
  const networks = new Set(filter.networks);
  const wanted = new Set(filter.statuses.map((status) => statuses.indexOf(status)));
  const words = fold(filter.text).split(/\s+/).filter(Boolean);
  const haystacks = words.length > 0 ? haystacksOf(sensors) : [];
  const isMatching = new Uint8Array(sensors.count);
  const byKind: Record<string, number> = {};
  const byNetwork: Record<string, number> = {};
  const byStatus = statuses.map(() => 0);
  let matching = 0;
  for (let sensor = 0; sensor < sensors.count; sensor += 1) {
    const kind = sensors.kind[sensor]!;
    const network = sensors.network[sensor];
    const status = statusIndex(frame, sensor);
    const met =
      (kinds.size === 0 || kinds.has(kind) ? KIND : 0) |
      (networks.size === 0 || (network && networks.has(network)) ? NETWORK : 0) |
      (wanted.size === 0 || wanted.has(status) ? STATUS : 0) |
      (words.every((word) => haystacks[sensor]!.includes(word)) ? TEXT : 0);
    if (met === ALL) {
      isMatching[sensor] = 1;
      matching += 1;
    }
    if ((met | KIND) === ALL) byKind[kind] = (byKind[kind] ?? 0) + 1;
    if (network && (met | NETWORK) === ALL) byNetwork[network] = (byNetwork[network] ?? 0) + 1;
    if ((met | STATUS) === ALL) byStatus[status]! += 1;
  }
  const [alarm = 0, stale = 0, warning = 0, normal = 0, none = 0] = byStatus;
  const counts = {
    total: sensors.count,
    matching,
    byKind,
    byNetwork,
    byStatus: { alarm, stale, warning, normal, none },
    byProperty: countProperties(sensors),
  };
  return { isMatching, counts };
}

const propertyCounts = new WeakMap<SensorColumns, SensorCounts['byProperty']>();

function countProperties(columns: SensorColumns): SensorCounts['byProperty'] {
  const known = propertyCounts.get(columns);
  if (known) return known;
  const made: Partial<Record<ObservedPropertyId, number>> = {};
  for (const property of columns.rows.property) made[property] = (made[property] ?? 0) + 1;
  propertyCounts.set(columns, made);
  return made;
}
