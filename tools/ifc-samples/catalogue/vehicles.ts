// Vehicles of the fire brigade, from the middle of their length on the ground; they drive towards −y.

import type { Colour } from '../kit/finishes.ts';
import { box, type Part } from '../kit/parts.ts';
import type { TypeSpec } from '../kit/types.ts';

const wheels = (axles: readonly number[], half: number): Part[] =>
  axles.flatMap((y) =>
    [-half, half - 0.32].map(
      (x): Part => ({ colour: 'black', cylinder: [x, y, 0.5, 0.5, 0.32], along: 'x' }),
    ),
  );

const cab = (colour: Colour, front: number, length: number, high: number): Part[] => [
  box(colour, -1.25, front, 0.55, 2.5, length, 0.95),
  box('black', -1.2, front + 0.06, 1.5, 2.4, length - 0.16, 0.75),
  box(colour, -1.25, front + 0.1, 2.25, 2.5, length - 0.1, high - 2.25),
  box('glass', -1.15, front + 0.03, 1.55, 2.3, 0.03, 0.68),
  box('white', -1.25, front - 0.02, 0.62, 2.5, 0.02, 0.25),
  ...[-1.05, 0.75].map((x) => box('light', x, front - 0.035, 0.7, 0.3, 0.02, 0.16)),
  box('pipeBlue', -1, front + 0.3, high, 0.5, 0.3, 0.18),
  box('pipeBlue', 0.5, front + 0.3, high, 0.5, 0.3, 0.18),
];

const vehicle = (name: string, description: string, parts: readonly Part[]): TypeSpec => ({
  ...{ entity: 'IFCBUILDINGELEMENTPROXY', name, description, predefined: 'USERDEFINED', parts },
  ...{ material: 'steel', cost: '612' },
});

export const fireEngine = vehicle('Hilfeleistungslöschfahrzeug HLF 20', 'Fire engine', [
  box('black', -1.1, -4.1, 0.4, 2.2, 8.2, 0.3),
  ...cab('signalRed', -4.3, 2.7, 3),
  box('signalRed', -1.25, -1.5, 0.7, 2.5, 5.7, 2.45),
  ...[-1.262, 1.25].flatMap((x) =>
    [-1.3, 0.1, 1.5, 2.9].map((y) => box('aluminium', x, y, 0.85, 0.012, 1.2, 1.8)),
  ),
  ...[-1.264, 1.252].map((x) => box('signalYellow', x, -4.2, 0.72, 0.012, 8.4, 0.1)),
  box('aluminium', -0.4, -1.2, 3.15, 0.8, 5, 0.16),
  box('aluminium', -1.1, 4.2, 0.9, 2.2, 0.012, 1.9),
  ...wheels([-2.9, 2.3], 1.25),
]);

export const ladder = vehicle('Drehleiter DLAK 23/12', 'Aerial ladder', [
  box('black', -1.1, -4.5, 0.4, 2.2, 9, 0.3),
  ...cab('signalRed', -4.7, 1.9, 2.6),
  box('signalRed', -1.25, -2.7, 0.7, 2.5, 7.2, 0.75),
  ...[-1.262, 1.25].flatMap((x) =>
    [-2.4, 0.2, 2.6].map((y) => box('aluminium', x, y, 0.8, 0.012, 1.6, 0.6)),
  ),
  { colour: 'steelDark', cylinder: [0, 2.9, 1.45, 0.9, 0.5] },
  box('signalRed', -0.6, 2.2, 1.95, 1.2, 1.5, 0.6),
  ...[-0.45, 0.37].map((x) => box('aluminium', x, -4.9, 2.75, 0.08, 8.6, 0.35)),
  ...Array.from(
    { length: 14 },
    (_, rung): Part => box('aluminium', -0.37, -4.6 + rung * 0.6, 2.86, 0.74, 0.05, 0.05),
  ),
  box('signalYellow', -0.75, -5.6, 2.4, 1.5, 0.75, 0.9),
  ...wheels([-3.2, 2.4], 1.25),
]);
