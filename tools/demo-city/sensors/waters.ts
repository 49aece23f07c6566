// Gauges of river, sea and low streets.

import { deckOf } from '../bridges.ts';
import { groundLevel } from '../landscape.ts';
import { greatRoads, railY } from '../plan.ts';
import { distance, type Point } from '../plane.ts';
import { underpasses } from '../rail-bed.ts';
import { site, toMap } from '../site.ts';
import { floodLevel, lowSpots, normalLevel } from '../water-levels.ts';
import { cornerName, type Ground } from './places.ts';
import { expects, measures, type Sensor } from './sensor-feature.ts';

/** s between two points of a forecast. */
const FORECAST_STEP_S = 1800;

const toDecimetres = (level: number): number => Math.round(level * 10) / 10;

/** Limits between the usual level and the flood that walls and levees are built for. */
const levelLimits = (y: number) => {
  const [usual, flood] = [normalLevel(y), floodLevel(y)];
  return {
    alarmLow: toDecimetres(usual - 1.3),
    warningLow: toDecimetres(usual - 1),
    warningHigh: toDecimetres(usual + 0.42 * (flood - usual)),
    alarmHigh: toDecimetres(usual + 0.68 * (flood - usual)),
    deadband: 0.05,
    delayS: 180,
  };
};

const bridgeName = (road: string) => `${road.replace(/(brücken)?straße$/, '')}brücke`;

export function riverGauges(): Sensor[] {
  const forecasts = [expects('waterLevel', FORECAST_STEP_S), expects('discharge', FORECAST_STEP_S)];
  const atBridges = greatRoads
    .filter(({ from, to }) => from.y === to.y && from.x < site.river.x && to.x > site.river.x)
    .map(({ name, from: { y } }) => ({
      name: bridgeName(name),
      y: y + 11,
      levelM: deckOf(y).levelM,
    }));
  const places = [
    { name: 'Stadtforst', y: 40, levelM: floodLevel(40) + 1 },
    ...atBridges,
    { name: 'Fischmarkt', y: 3030, levelM: floodLevel(3030) + 0.6 },
  ];
  return places.map(({ name, y, levelM }, index) => ({
    kind: 'river',
    name: `Maren, ${name}`,
    at: toMap({ x: site.river.x + site.river.halfWidth - 14, y }),
    height: { levelM },
    datastreams: [
      measures('waterLevel', 60, levelLimits(y)),
      ...(index % 3 === 0 ? [measures('discharge', 300), ...forecasts] : []),
    ],
  }));
}

/** The first one stands at the mouth of the river; for it the sea is forecast. */
export function tideGauges(): Sensor[] {
  const gauge = (name: string, plan: Point, more: Sensor['datastreams'] = []): Sensor => ({
    kind: 'tide',
    name,
    at: toMap(plan),
    height: { levelM: 3.2 },
    datastreams: [
      measures('waterLevel', 60, {
        ...{ alarmLow: -1.5, warningLow: -1, warningHigh: 1, alarmHigh: 1.5 },
        ...{ deadband: 0.05, delayS: 180 },
      }),
      ...more,
    ],
  });
  return [
    gauge('Hafeneinfahrt, Mündung der Maren', { x: 2224, y: 3600 }, [
      expects('waterLevel', FORECAST_STEP_S),
    ]),
    gauge('Werfthafen, Kaje', { x: 2796, y: 3420 }),
  ];
}

const standingWater = () => [
  measures('waterDepth', 30, { warningHigh: 0.1, alarmHigh: 0.3, deadband: 0.03, delayS: 60 }),
];

/** Where water collects: underpasses, low banks, and crossings lower than all around them. */
export function streetGauges({ graph }: Ground): Sensor[] {
  const inUnderpasses = underpasses.map(({ street, x }) => ({
    name: `${street}, Bahnunterführung`,
    at: toMap({ x: x + 4, y: railY }),
  }));
  const atLowBanks = lowSpots.map(({ side, y }) => ({
    name: side === 'east' ? `Ostkai, km ${y / 1000}` : `Westkai, km ${y / 1000}`,
    at: toMap({ x: site.river.x + (side === 'east' ? 76 : -76), y }),
  }));
  return [...inUnderpasses, ...atLowBanks, ...lowCrossings(graph, 40)].map(({ name, at }) => ({
    kind: 'street',
    name,
    at,
    height: { aboveGroundM: 0.3 },
    datastreams: standingWater(),
  }));
}

function lowCrossings(graph: Ground['graph'], count: number) {
  const hollows = graph.nodes
    .map((node, index) => {
      const around = node.edges.map((edge) => {
        const { from, to } = graph.edges[edge]!;
        return graph.nodes[from === index ? to : from]!;
      });
      const least = Math.min(...around.map(({ at }) => at.z));
      return { index, node, depth: least - node.at.z, around: around.length };
    })
    .filter(({ depth, around, node }) => depth > 0.02 && around > 1 && groundLevel(node.plan) < 12)
    .sort((a, b) => b.depth - a.depth || a.index - b.index);
  const chosen: typeof hollows = [];
  for (const hollow of hollows) {
    const isNear = chosen.some(({ node }) => distance(node.at, hollow.node.at) < 180);
    if (!isNear) chosen.push(hollow);
    if (chosen.length === count) break;
  }
  return chosen.map(({ index, node }) => ({ name: cornerName(graph, index), at: node.at }));
}
