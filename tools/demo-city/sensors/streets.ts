// What counts and watches in the streets: traffic, crossings, car parks, containers, cameras.

import { distance } from '../plane.ts';
import {
  besideOf,
  cornerName,
  type Ground,
  headingOf,
  middleOf,
  spread,
  stretchName,
  toHouses,
} from './places.ts';
import { measures, type Sensor } from './sensor-feature.ts';

/** Loops in the carriageway. */
export function trafficCounters({ graph, random }: Ground): Sensor[] {
  const through = graph.edges.filter(
    (edge) => ['arterial', 'collector', 'quay'].includes(edge.class) && edge.lengthM > 45,
  );
  const options = { count: 270, apartM: 130, random: random.fork('traffic') };
  return spread(through, middleOf, options).map((edge) => {
    return {
      kind: 'traffic',
      name: stretchName(graph, edge),
      at: middleOf(edge),
      height: { aboveGroundM: 0 },
      datastreams: [
        measures('vehicleFlow', 10),
        measures('vehicleSpeed', 10, { warningLow: 3.4, deadband: 0.9, delayS: 240 }),
      ],
    };
  });
}

export function crossings({ graph, random }: Ground): Sensor[] {
  const main = [...graph.nodes.keys()].filter((index) => {
    const { edges } = graph.nodes[index]!;
    return edges.length >= 3 && edges.some((edge) => graph.edges[edge]!.class === 'arterial');
  });
  const options = { count: 90, apartM: 110, random: random.fork('crossing') };
  return spread(main, (index) => graph.nodes[index]!.at, options).map((index) => ({
    kind: 'crossing',
    name: cornerName(graph, index),
    at: graph.nodes[index]!.at,
    height: { aboveGroundM: 3.5 },
    datastreams: [measures('waitingPedestrians', 5, { warningHigh: 35, deadband: 5, delayS: 10 })],
  }));
}

export function carParks(ground: Ground): Sensor[] {
  const { town, random } = ground;
  const houses = toHouses(town).filter(
    ({ use, storeys }) => use === 'retail' || (use === 'office' && storeys > 5),
  );
  const options = { count: 42, apartM: 220, random: random.fork('parking') };
  return spread(houses, ({ at }) => at, options).map(({ id, name, at, use }) => ({
    kind: 'parking',
    name: `${use === 'retail' ? 'Parkplatz' : 'Parkhaus'} ${name}`,
    at,
    height: { aboveGroundM: 3 },
    building: id,
    datastreams: [measures('occupancy', 60, { warningHigh: 0.98, deadband: 0.02, delayS: 300 })],
  }));
}

export function wasteContainers({ graph, random }: Ground): Sensor[] {
  const living = graph.edges.filter((edge) => edge.lengthM > 30 && edge.class !== 'arterial');
  const options = { count: 230, apartM: 130, random: random.fork('waste') };
  return spread(living, middleOf, options).map((edge) => ({
    kind: 'waste',
    name: stretchName(graph, edge),
    at: besideOf(edge, edge.widthM / 2 - 1),
    height: { aboveGroundM: 1.2 },
    datastreams: [measures('fillLevel', 900, { warningHigh: 0.95, deadband: 0.1 })],
  }));
}

/** On masts, each looking along the street that it stands at. */
export function cameras({ graph, random }: Ground): Sensor[] {
  const busy = graph.nodes.flatMap((node, index) => {
    const wide = node.edges.filter((edge) => graph.edges[edge]!.class === 'arterial');
    return wide.length > 1 ? [index] : [];
  });
  const options = { count: 62, apartM: 240, random: random.fork('camera') };
  return spread(busy, (index) => graph.nodes[index]!.at, options).map((index) => {
    const node = graph.nodes[index]!;
    const ends = node.edges
      .map((edge) => graph.edges[edge]!)
      .map(({ from, to }) => graph.nodes[from === index ? to : from]!.at)
      .sort((a, b) => distance(b, node.at) - distance(a, node.at));
    return {
      kind: 'camera',
      name: `Kamera ${cornerName(graph, index)}`,
      at: node.at,
      height: { aboveGroundM: 8 },
      headingDeg: headingOf(node.at, ends[0] ?? node.at),
      datastreams: [],
    };
  });
}
