// What a hospital has: beds, lights over the table, scanners, supply rails.

import { box, type Part } from '../kit/parts.ts';
import type { TypeSpec } from '../kit/types.ts';
import { enumeration } from '../step/step-file.ts';

const furniture = (
  name: string,
  description: string,
  predefined: string,
  parts: readonly Part[],
): TypeSpec => ({
  ...{
    entity: 'IFCFURNITURE',
    name,
    description,
    predefined,
    parts,
    material: 'plastic',
    cost: '612',
  },
  typeOwn: (kind) => [enumeration('NOTDEFINED'), kind],
});

const device = (name: string, description: string, parts: readonly Part[]): TypeSpec => ({
  ...{ entity: 'IFCMEDICALDEVICE', name, description, predefined: 'USERDEFINED', parts },
  ...{ material: 'stainless', cost: '473' },
});

export const hospitalBed = furniture('Pflegebett 2200 × 1000', 'Hospital bed', 'BED', [
  box('white', -0.48, -1.05, 0.35, 0.96, 2.1, 0.08),
  box('tiles', -0.45, -1, 0.43, 0.9, 2, 0.14),
  box('fabric', -0.46, -1.01, 0.53, 0.92, 1.3, 0.06),
  box('white', -0.3, 0.55, 0.57, 0.6, 0.36, 0.1),
  box('wood', -0.5, 1.05, 0.3, 1, 0.05, 0.75),
  box('wood', -0.5, -1.1, 0.3, 1, 0.05, 0.5),
  ...[-0.42, 0.36].flatMap((x) => [-0.95, 0.9].map((y) => box('steel', x, y, 0, 0.06, 0.06, 0.35))),
]);

export const nightstand = furniture('Nachttisch', 'Nightstand', 'USERDEFINED', [
  box('wood', -0.22, -0.22, 0.1, 0.44, 0.44, 0.72),
  box('white', -0.25, -0.25, 0.82, 0.5, 0.5, 0.03),
]);

export const counter = furniture('Stützpunkttheke 3000', 'Counter', 'DESK', [
  box('wood', -1.5, -0.35, 0, 3, 0.06, 1.1),
  box('white', -1.5, -0.42, 1.1, 3, 0.34, 0.04),
  box('wood', -1.5, -0.29, 0.72, 3, 0.7, 0.04),
  ...[-0.8, 0.8].map((x) => box('black', x - 0.28, -0.1, 0.86, 0.56, 0.03, 0.34)),
]);

/** Its back at y 0, over the heads of the beds. */
export const supplyRail = device('Versorgungsschiene 1600', 'Bed head unit', [
  box('white', -0.8, -0.14, 1.4, 1.6, 0.14, 0.28),
  box('light', -0.7, -0.142, 1.66, 1.4, 0.1, 0.03),
  ...[-0.5, -0.3, 0.3, 0.5].map(
    (x): Part => ({
      ...{ colour: x < 0 ? 'pipeGreen' : 'signalYellow', along: 'y' },
      cylinder: [x, -0.16, 1.52, 0.03, 0.02],
    }),
  ),
]);

export const operatingTable = device('Operationstisch', 'Operating table', [
  box('steel', -0.25, -0.3, 0, 0.5, 0.6, 0.12),
  box('aluminium', -0.14, -0.14, 0.12, 0.28, 0.28, 0.66),
  box('black', -0.27, -1, 0.78, 0.54, 2, 0.1),
]);

/** From the ceiling down, 0.75 m. */
export const operatingLight: TypeSpec = {
  ...{ entity: 'IFCLIGHTFIXTURE', name: 'OP-Leuchte', predefined: 'DIRECTIONSOURCE' },
  ...{ material: 'aluminium', cost: '445' },
  parts: [
    { colour: 'white', cylinder: [0, 0, -0.5, 0.05, 0.5] },
    box('white', -0.7, -0.04, -0.56, 1.4, 0.08, 0.08),
    { colour: 'white', cylinder: [-0.65, 0, -0.72, 0.38, 0.12] },
    { colour: 'light', cylinder: [-0.65, 0, -0.73, 0.33, 0.02] },
    { colour: 'white', cylinder: [0.7, 0, -0.72, 0.28, 0.12] },
    { colour: 'light', cylinder: [0.7, 0, -0.73, 0.24, 0.02] },
  ],
};

export const anaesthesia = device('Narkosegerät', 'Anaesthesia machine', [
  box('white', -0.35, -0.3, 0.15, 0.7, 0.6, 1),
  box('black', -0.25, -0.31, 1.2, 0.5, 0.05, 0.36),
  box('steelDark', -0.35, -0.3, 0.05, 0.7, 0.6, 0.1),
]);

export const monitor = device('Überwachungsmonitor', 'Patient monitor', [
  box('steel', -0.03, -0.03, 0, 0.06, 0.06, 1.35),
  { colour: 'steelDark', cylinder: [0, 0, 0, 0.26, 0.06] },
  box('black', -0.25, -0.08, 1.3, 0.5, 0.08, 0.36),
  box('pipeGreen', -0.2, -0.085, 1.42, 0.4, 0.005, 0.02),
]);

export const scanner = device('Computertomograph', 'CT scanner', [
  {
    ...{ colour: 'white', y: -0.45, thick: 0.9 },
    plate: [
      ...([
        [-1.15, 0],
        [1.15, 0],
        [1.15, 1.5],
      ] as const),
      ...([
        [0.75, 1.95],
        [-0.75, 1.95],
        [-1.15, 1.5],
      ] as const),
    ],
    holes: [
      Array.from({ length: 16 }, (_, at) => {
        const angle = (at * Math.PI) / 8;
        return [0.37 * Math.cos(angle), 1 + 0.37 * Math.sin(angle)] as const;
      }),
    ],
  },
  box('white', -0.3, -2.6, 0, 0.6, 2, 0.6),
  box('tiles', -0.24, -2.7, 0.72, 0.48, 3, 0.12),
]);

/** Stands in its shaft at the ground floor. */
export const liftCar: TypeSpec = {
  ...{ entity: 'IFCTRANSPORTELEMENT', name: 'Bettenaufzug 2500 kg', predefined: 'ELEVATOR' },
  ...{ material: 'stainless', cost: '461' },
  parts: [
    box('steelDark', -0.8, -1.3, 0, 1.6, 2.6, 0.08),
    box('aluminium', -0.8, -1.3, 2.35, 1.6, 2.6, 0.08),
    box('aluminium', -0.8, 1.26, 0.08, 1.6, 0.04, 2.27),
    box('aluminium', -0.8, -1.3, 0.08, 0.04, 2.56, 2.27),
    box('aluminium', 0.76, -1.3, 0.08, 0.04, 2.56, 2.27),
    box('light', -0.5, -0.8, 2.33, 1, 1.6, 0.02),
  ],
};
