// Tells others what hydrants give: features that fight fires ask over `HYDRANT_LINE`, the water solver answers for the
// network as it is at that instant, with what an incident changed of it.

import {
  HYDRANT_LINE,
  type HydrantDraw,
  type HydrantLine,
  type HydrantReport,
  type KnownHydrant,
} from '#model/hydrant-flow.ts';
import { NETWORK_READINGS, type NetworkReading } from '#model/network-reading.ts';
import type { AnalysisNews, FireFlowRequest } from '../contract/analyses.ts';
import { HYDRAULICS_LINE } from '../contract/channels.ts';
import { WATER_INCIDENT, type WaterIncident } from '../contract/water.ts';
import type { StartPart } from './part.ts';
import type { HydraulicsLine } from './water/line.ts';

/** News from another time than the one that is asked about says nothing about it. */
const MOST_APART_MS = 3_600_000;

interface Asked {
  readonly hydrants: readonly string[];
  readonly atMs: number;
  readonly residualPa: number;
}

export const startHydrants: StartPart = ({ frames, networks }) => {
  const own = networks.filter(({ model }) => model?.format === 'epanet-inp');
  const networkOf = new Map<string, string>();
  let changes = 0;
  let hydrants: HydrantLine['hydrants'] = (signal) => listHydrants(signal);

  async function listHydrants(signal: AbortSignal): Promise<readonly KnownHydrant[]> {
    const lists = await Promise.all(
      own.map(async ({ network, base }) => {
        const found = await lineNow().call('hydrants', { network }, { signal });
        for (const { id } of found) networkOf.set(id, network);
        return found.map((one) => ({ ...one, index: base + one.index }));
      }),
    );
    return lists.flat();
  }

  function lineNow(): HydraulicsLine {
    const line = frames.peek<HydraulicsLine>(HYDRAULICS_LINE);
    if (!line) throw new Error('The water solver is not at work.');
    return line;
  }

  /** One network's share of what is asked; hydrants that nobody knows go to the first network, which says so. */
  function requestsFor({ hydrants, atMs, residualPa }: Asked): FireFlowRequest[] {
    const byNetwork = new Map<string, string[]>();
    for (const id of hydrants) {
      const network = networkOf.get(id) ?? own[0]?.network ?? '';
      byNetwork.set(network, [...(byNetwork.get(network) ?? []), id]);
    }
    const readings = (frames.peek<readonly NetworkReading[]>(NETWORK_READINGS) ?? [])
      .filter(({ network }) => network === 'water')
      .map((one) =>
        Math.abs(one.timeMs - atMs) <= MOST_APART_MS ? one : { ...one, isStale: true },
      );
    const incident = frames.peek<WaterIncident>(WATER_INCIDENT);
    return [...byNetwork].map(([network, ids]) => ({
      ...{ network, atMs, readings, hydrants: ids, residualPa, zoneMinimumPa: residualPa },
      history: (incident !== undefined && incident.network === network
        ? incident.history
        : []
      ).filter((step) => step.atMs <= atMs),
    }));
  }

  async function flows(asked: Asked, signal: AbortSignal): Promise<HydrantReport> {
    const results = await Promise.all(
      requestsFor(asked).map((request) =>
        lastOf(lineNow().stream('fireFlow', request, { signal })),
      ),
    );
    return {
      ...{ atMs: asked.atMs, residualPa: asked.residualPa, model: results[0]?.model ?? '' },
      rows: results.flatMap(({ rows }) =>
        rows.map(({ id, flowM3s, staticPa, limit }) => ({ id, flowM3s, staticPa, limit })),
      ),
      unknown: results.flatMap(({ unknown }) => unknown),
    };
  }

  async function together(
    { mostM3s, ...asked }: Asked & { readonly mostM3s: number },
    signal: AbortSignal,
  ): Promise<HydrantDraw> {
    const results = await Promise.all(
      requestsFor(asked).map((request) =>
        lastOf(lineNow().stream('together', { ...request, mostM3s }, { signal })),
      ),
    );
    const limits = results.map(({ limit }) => limit);
    if (limits.includes('failed'))
      throw new Error('The water solver finds no balance with these hydrants open.');
    return {
      ...{ atMs: asked.atMs, model: results[0]?.model ?? '' },
      totalM3s: results.reduce((sum, { totalM3s }) => sum + totalM3s, 0),
      rows: results.flatMap(({ rows }) => rows),
      limit: limits.includes('zone')
        ? 'zone'
        : limits.every((limit) => limit === 'noPressure')
          ? 'noPressure'
          : 'hydrants',
    };
  }

  function publish(): void {
    const line = frames.peek<HydraulicsLine>(HYDRAULICS_LINE);
    frames.publish(
      HYDRANT_LINE,
      line && own.length > 0
        ? ({
            network: own.map(({ name }) => name).join(', '),
            ...{ hydrants, flows, together, changes },
          } satisfies HydrantLine)
        : undefined,
    );
  }

  let line = frames.peek<HydraulicsLine>(HYDRAULICS_LINE);
  const stop = frames.subscribe((channel) => {
    if (channel === WATER_INCIDENT) changes++;
    if (channel === HYDRAULICS_LINE) {
      // Another line while there is one: networks were put elsewhere, and hydrants with them.
      if (line) {
        changes++;
        hydrants = (signal) => listHydrants(signal);
      }
      line = frames.peek<HydraulicsLine>(HYDRAULICS_LINE);
    }
    if (channel === WATER_INCIDENT || channel === HYDRAULICS_LINE) publish();
  });
  publish();
  return () => {
    stop();
    frames.publish(HYDRANT_LINE, undefined);
  };
};

async function lastOf<Result>(news: AsyncIterable<AnalysisNews<Result>>): Promise<Result> {
  for await (const one of news) if (one.kind === 'done') return one.result;
  throw new Error('The water solver ended without an answer.');
}
