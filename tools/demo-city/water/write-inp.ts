// The network as an EPANET 2.2+ input file: litres a second, Darcy–Weisbach, 24 hours from midnight, coordinates
// in the map (EPSG:25832).

import type { Point } from '../plane.ts';
import { site } from '../site.ts';
import type { WaterControl, WaterNetwork, WaterPump } from './network.ts';
import { patterns } from './patterns.ts';

type Cell = string | number;

/** `bendsOf` gives the points of a pipe between its ends. */
export function writeInp(
  network: WaterNetwork,
  bendsOf: (pipe: WaterNetwork['pipes'][number]) => readonly Point[] = () => [],
): string {
  const { nodes, pipes, pumps, regulators, controls } = network;
  const junctions = nodes.filter((node) => node.kind === 'junction');
  const reservoirs = nodes.filter((node) => node.kind === 'reservoir');
  const tanks = nodes.filter((node) => node.kind === 'tank');
  const sections: readonly (readonly [name: string, columns: string, rows: readonly Cell[][]])[] = [
    [
      'JUNCTIONS',
      'ID Elevation',
      junctions.map(({ id, elevationM }) => [id, round(elevationM, 2)]),
    ],
    ['RESERVOIRS', 'ID Head', reservoirs.map(({ id, headM }) => [id, round(headM, 2)])],
    [
      'TANKS',
      'ID Elevation InitLevel MinLevel MaxLevel Diameter MinVol',
      tanks.map((tank) => [
        tank.id,
        round(tank.elevationM, 2),
        round(tank.initialLevelM, 3),
        tank.leastLevelM,
        tank.greatestLevelM,
        tank.diameterM,
        0,
      ]),
    ],
    [
      'PIPES',
      'ID Node1 Node2 Length Diameter Roughness MinorLoss Status',
      pipes.map((pipe) => [
        ...[pipe.id, pipe.from, pipe.to, round(pipe.lengthM, 2), round(pipe.innerM * 1000, 1)],
        ...[round(pipe.roughnessM * 1000, 3), 0, pipe.isClosed ? 'Closed' : 'Open'],
      ]),
    ],
    [
      'PUMPS',
      'ID Node1 Node2 Parameters',
      pumps.map(({ id, from, to }) => [id, from, to, `HEAD H-${curveOf(id)}`]),
    ],
    [
      'VALVES',
      'ID Node1 Node2 Diameter Type Setting MinorLoss',
      regulators.map(({ id, from, to, diameterM, settingM }) => [
        ...[id, from, to, diameterM * 1000, 'PRV', settingM, 0],
      ]),
    ],
    [
      'STATUS',
      'ID Status',
      pumps.flatMap(({ id, startsOpen }) => (startsOpen ? [] : [[id, 'Closed']])),
    ],
    [
      'DEMANDS',
      'Junction Demand Pattern',
      junctions.flatMap(({ id, demands }) =>
        demands
          .map(({ use, meanM3s }) => [id, round(meanM3s * 1000, 5), use])
          .filter(([, flow]) => flow !== 0),
      ),
    ],
    [
      'PATTERNS',
      'ID Multipliers',
      Object.entries(patterns).flatMap(([id, values]) =>
        [0, 6, 12, 18].map((hour) => [id, ...values.slice(hour, hour + 6)]),
      ),
    ],
    ['CURVES', 'ID X Y', curves(pumps)],
    ['CONTROLS', '', controls.map(toControl)],
    ['TAGS', 'Object ID Tag', tags(network)],
    ['COORDINATES', 'Node X Y', nodes.map(({ id, at }) => [id, round(at.x, 2), round(at.y, 2)])],
    [
      'VERTICES',
      'Link X Y',
      pipes.flatMap((pipe) => bendsOf(pipe).map(({ x, y }) => [pipe.id, round(x, 2), round(y, 2)])),
    ],
  ];
  const body = sections.map(([name, columns, rows]) =>
    [
      `[${name}]`,
      ...(columns === '' ? [] : [`;${columns}`]),
      ...rows.map((row) => row.join(' ')),
    ].join('\n'),
  );
  const energy = pumps.map(({ id }) => `Pump ${id} Efficiency E-${curveOf(id)}`);
  return `${[head(network), ...body, `[ENERGY]\nGlobal Efficiency 75\n${energy.join('\n')}`, settings].join('\n\n')}\n`;
}

const head = ({ nodes }: WaterNetwork): string => `[TITLE]
Drinking water of ${site.name}
An invented town: ${nodes.length} nodes, coordinates in ${site.crs}, levels in ${site.verticalCrs}.`;

const settings = `[OPTIONS]
Units LPS
Headloss D-W
Specific Gravity 1
Viscosity 1
Trials 200
Accuracy 0.001
Unbalanced Continue 10
Demand Multiplier 1
Demand Model DDA
Quality None

[TIMES]
Duration 24:00
Hydraulic Timestep 0:15
Pattern Timestep 1:00
Report Timestep 1:00
Report Start 0:00
Start ClockTime 12 am

[REPORT]
Status No
Summary No

[END]`;

/** Pumps of a kind in a station share their curve. */
const curveOf = (pump: string): string => pump.replace(/[0-9a-b]$/, '');

function curves(pumps: readonly WaterPump[]): Cell[][] {
  const known = new Map(pumps.map((pump) => [curveOf(pump.id), pump]));
  return [...known].flatMap(([id, { flowM3s, headM, peakEfficiency }]) => [
    [`H-${id}`, round(flowM3s * 1000, 2), round(headM, 2)],
    // A parabola through the best point, as centrifugal pumps have it.
    ...[0.25, 0.5, 0.75, 1, 1.25, 1.5].map((share) => [
      `E-${id}`,
      round(flowM3s * 1000 * share, 2),
      round(100 * peakEfficiency * (1 - (share - 1) ** 2), 1),
    ]),
  ]);
}

function toControl({ link, action, when }: WaterControl): Cell[] {
  const time =
    'clockH' in when
      ? `AT CLOCKTIME ${Math.floor(when.clockH)}:${String(Math.round((when.clockH % 1) * 60)).padStart(2, '0')}`
      : `IF NODE ${when.tank} ${when.side.toUpperCase()} ${round(when.levelM, 2)}`;
  return [`LINK ${link} ${action.toUpperCase()} ${time}`];
}

/** The metered area of what belongs to one. */
const tags = ({ nodes, pipes }: WaterNetwork): Cell[][] => [
  ...nodes.flatMap((node) =>
    node.kind === 'junction' && node.dma !== undefined ? [['NODE', node.id, node.dma]] : [],
  ),
  ...pipes.flatMap(({ id, dma }) => (dma === undefined ? [] : [['LINK', id, dma]])),
];

const round = (value: number, digits: number): number => {
  const factor = 10 ** digits;
  return Math.round(value * factor) / factor;
};
