// Answers the protocol. What it computes lies in the feature's kernel and in `simulation/network`.

import { describeElement } from '#features/pipes/kernel/answers/details.ts';
import { findInside } from '#features/pipes/kernel/answers/inside.ts';
import { describeIsolation } from '#features/pipes/kernel/answers/isolation.ts';
import { listElements } from '#features/pipes/kernel/answers/list.ts';
import { listExercises, rankSegments } from '#features/pipes/kernel/answers/rankings.ts';
import { countNetwork } from '#features/pipes/kernel/answers/statistics.ts';
import {
  describeOutage,
  describeShares,
  describeTrace,
  describeWay,
} from '#features/pipes/kernel/answers/traces.ts';
import { nameElement } from '#features/pipes/kernel/index-space.ts';
import { judgeDistricts } from '#features/pipes/kernel/nights/judge-districts.ts';
import type { KnownNetwork } from '#features/pipes/kernel/open-network.ts';
import { PipePainter } from '#features/pipes/kernel/paint/paint-table.ts';
import { findSnap } from '#features/pipes/kernel/place/find-snap.ts';
import { buffersOf, toPipeShapes } from '#features/pipes/kernel/shapes/to-pipe-shapes.ts';
import { type Service, Transfer } from '../port.ts';
import { type Found, NetworkList } from './network-list.ts';
import type { PipesProtocol } from './protocol.ts';
import { createSectionCalls } from './section-calls.ts';

export function createPipesService(): Service<PipesProtocol> {
  const list = new NetworkList();
  const painter = new PipePainter();
  const name = (found: Found | undefined) => found && nameElement(found.known, found.element);
  const network = (id: string): KnownNetwork => {
    const known = list.get(id);
    if (!known) throw new Error(`There is no open network ${id}.`);
    return known;
  };
  return {
    calls: {
      open: ({ sources, streets }, { signal }) => list.open(sources, streets, signal),
      faults: ({ network: id }) => list.faults(id),
      shapes: () => {
        const shapes = toPipeShapes(list.all, list.version);
        return new Transfer(shapes, buffersOf(shapes) as ArrayBuffer[]);
      },
      takeValues: (values) => {
        const known = list.get(values.network);
        if (known) known.values = values;
        return undefined;
      },
      dropValues: ({ network: id }) => {
        const known = list.get(id);
        if (known) known.values = undefined;
        return undefined;
      },
      paint: ({ look, marks }) => {
        const paint = painter.paint(list.all, look, marks);
        const { bytes, ramp } = paint.table;
        return new Transfer(paint, [bytes.buffer, ramp.buffer] as ArrayBuffer[]);
      },

      isolate: ({ link, changes }) => {
        const { known, element } = list.require(link);
        if (element.kind !== 'link') throw new Error(`${link} is no pipe; expected a broken pipe.`);
        return describeIsolation(known, element.row, changes);
      },
      trace: ({ from, kind, changes }) => {
        const { known, element } = list.require(from);
        return describeTrace(known, element, kind, changes);
      },
      shortest: ({ from, to, changes }) => {
        const [start, goal] = [list.require(from), list.require(to)];
        if (start.known !== goal.known) return undefined;
        return describeWay(start.known, start.element, goal.element, changes);
      },
      sourceShare: ({ node }) => {
        const { known, element } = list.require(node);
        return describeShares(known, element);
      },
      outage: ({ out, changes }) => {
        const found = out.map((key) => list.require(key));
        const [first] = found;
        if (!first) throw new Error('Nothing is said to be out; expected one element or more.');
        const same = found.filter(({ known }) => known === first.known);
        return describeOutage(
          first.known,
          same.map(({ element }) => element),
          changes,
        );
      },
      criticality: ({ network: id, changes, limit }) => rankSegments(network(id), changes, limit),
      exerciseList: ({ network: id, limit }) => listExercises(network(id), limit),

      details: ({ key }) => {
        const found = list.find(key);
        return found && describeElement(found.known, found.element);
      },
      find: ({ keys }) => keys.map((key) => name(list.find(key))),
      identify: ({ indices }) => Array.from(indices, (index) => name(list.at(index))),
      search: async ({ query, limit }) => (await list.search()).find(query, limit),
      findInside: ({ polygon, look }) => findInside(list.all, polygon, look),
      list: (request) => listElements(list.all, request),
      statistics: ({ network: id, year }) => {
        const known = list.get(id);
        return known && countNetwork(known, year);
      },

      snap: ({ network: id, withinM }) => {
        const others = list.all.filter((known) => known.network.id !== id);
        return findSnap(
          network(id).network,
          others.map((known) => known.network),
          withinM,
        );
      },
      nights: (request) => judgeDistricts(network(request.network), request),

      ...createSectionCalls(list),
    },
    streams: {},
  };
}
