// What the record of a network's flow meters says of its districts, night by night.

import {
  type District,
  findDistricts,
  netInflow,
} from '#simulation/hydraulics/night-flow/districts.ts';
import {
  analyseNights,
  type Night,
  usualNight,
} from '#simulation/hydraulics/night-flow/night-flow.ts';
import type {
  DistrictReport,
  MeterRecord,
  NightJudgement,
  NightRequest,
} from '../../contract/night-flow.ts';
import { toKey } from '../index-space.ts';
import type { KnownNetwork } from '../open-network.ts';
import { createLocalTime } from './local-time.ts';

const LATEST = 3;

type Records = ReadonlyMap<number, MeterRecord>;

export function judgeDistricts(
  { network }: Pick<KnownNetwork, 'network'>,
  request: NightRequest,
): NightJudgement {
  const records = new Map<number, MeterRecord>();
  const unused: string[] = [];
  const rowOf = new Map(network.links.ids.map((id, row) => [id, row]));
  for (const meter of request.meters) {
    const row = rowOf.get(meter.element);
    if (row === undefined || records.has(row)) unused.push(meter.name);
    else records.set(row, meter);
  }
  const districts = findDistricts(network, new Set(records.keys()));
  const used = new Set(districts.flatMap(({ meters }) => meters.map(({ link }) => link)));
  for (const [row, { name }] of records) if (!used.has(row)) unused.push(name);
  return {
    districts: districts
      .filter(({ hasSource }) => !hasSource)
      .map((district) => judge(network, district, records, request))
      .sort((a, b) => rankOf(b) - rankOf(a) || (a.name < b.name ? -1 : 1)),
    unclosed: districts
      .filter(({ hasSource }) => hasSource)
      .map((district) => ({ name: nameOf(district, records), customers: district.customers })),
    unused: unused.sort(),
  };
}

const rankOf = ({ excessM3s }: DistrictReport): number =>
  Number.isNaN(excessM3s) ? -1 : excessM3s;

const nameOf = ({ zone, meters }: District, records: Records): string =>
  zone || meters.flatMap(({ link }) => records.get(link)?.name ?? []).join(', ');

function judge(
  network: KnownNetwork['network'],
  district: District,
  records: Records,
  request: NightRequest,
): DistrictReport {
  const meters = district.meters.flatMap(({ link, sign }) => {
    const record = records.get(link);
    return record ? [{ record, link, sign }] : [];
  });
  const series = netInflow(
    meters.map(({ record: { timesMs, flowM3s }, sign }) => ({ timesMs, flowM3s, sign })),
  );
  const localMs = createLocalTime(request.timeZone);
  const { fromHour, untilHour, useM3sACustomer, nightDayHours } = request;
  const { customers, lengthM, links } = district;
  const found = analyseNights(series, {
    ...{ ...usualNight, customers, localMs, fromHour, untilHour },
    ...{ useM3sACustomer, nightDayHours },
  });
  const latest = found.nights.slice(-LATEST);
  const middle = (read: (night: Night) => number) => medianOf(latest.map(read));
  /** Local midnight of a night as an instant. */
  const startOf = ({ dayMs, atMs }: Night) => dayMs - (localMs(atMs) - atMs);
  const step = found.nights.find(({ dayMs }) => dayMs === found.stepAtMs);
  return {
    id: network.links.ids[meters[0]?.link ?? 0] ?? '',
    name: nameOf(district, records),
    meters: meters.map(({ record: { sensor, name }, link, sign }) => ({
      ...{ sensor, name, isInflow: sign > 0 },
      key: toKey(network.id, 'link', network.links.ids[link] ?? ''),
    })),
    ...{ customers, lengthM, links: Uint32Array.from(links) },
    legitimateM3s: customers * useM3sACustomer,
    nights: found.nights.map((night) => ({
      ...{ startMs: startOf(night), atMs: night.atMs, minimumM3s: night.minimumM3s },
      ...{ excessM3s: night.excessM3s, lossM3ADay: night.lossM3ADay },
    })),
    skipped: found.skipped,
    minimumM3s: middle(({ minimumM3s }) => minimumM3s),
    excessM3s: middle(({ excessM3s }) => excessM3s),
    lossM3ADay: middle(({ lossM3ADay }) => lossM3ADay),
    trendM3sADay: found.trendM3sADay,
    stepAtMs: step && startOf(step),
    stepM3s: found.stepM3s,
  };
}

function medianOf(values: readonly number[]): number {
  if (values.length === 0) return Number.NaN;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
