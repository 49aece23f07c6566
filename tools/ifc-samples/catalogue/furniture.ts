// Furniture, from the middle of its foot; one stands at its front, towards −y.

import type { Colour, MaterialName } from '../kit/finishes.ts';
import { box, type Part } from '../kit/parts.ts';
import type { TypeSpec } from '../kit/types.ts';
import { enumeration } from '../step/step-file.ts';

const furniture = (
  name: string,
  description: string,
  predefined: string,
  material: MaterialName,
  parts: readonly Part[],
): TypeSpec => ({
  ...{ entity: 'IFCFURNITURE', name, description, predefined, material, parts, cost: '611' },
  typeOwn: (kind) => [enumeration('NOTDEFINED'), kind],
});

const legs = (wide: number, deep: number, high: number, colour: Colour): Part[] =>
  [-1, 1].flatMap((x) =>
    [-1, 1].map((y) =>
      box(
        colour,
        x * (wide / 2 - 0.06) - 0.025,
        y * (deep / 2 - 0.06) - 0.025,
        0,
        0.05,
        0.05,
        high,
      ),
    ),
  );

export const desk = furniture('Schreibtisch 1600 × 800', 'Desk', 'DESK', 'wood', [
  box('wood', -0.8, -0.4, 0.7, 1.6, 0.8, 0.03),
  ...legs(1.6, 0.8, 0.7, 'steelDark'),
  box('black', -0.3, 0.1, 0.84, 0.6, 0.03, 0.36),
  box('black', -0.1, 0.06, 0.73, 0.2, 0.12, 0.12),
]);

export const table = furniture('Tisch 1600 × 800', 'Table', 'TABLE', 'wood', [
  box('wood', -0.8, -0.4, 0.71, 1.6, 0.8, 0.03),
  ...legs(1.6, 0.8, 0.71, 'steel'),
]);

export const chair = furniture('Stuhl', 'Chair', 'CHAIR', 'textile', [
  box('fabric', -0.22, -0.22, 0.44, 0.44, 0.44, 0.05),
  box('fabric', -0.22, 0.18, 0.49, 0.44, 0.04, 0.4),
  ...legs(0.46, 0.46, 0.44, 'steelDark'),
]);

export const bed = furniture('Bett 2000 × 900', 'Bed', 'BED', 'wood', [
  box('wood', -0.45, -1, 0.15, 0.9, 2, 0.2),
  box('white', -0.43, -0.97, 0.35, 0.86, 1.94, 0.14),
  box('fabric', -0.44, -0.98, 0.44, 0.88, 1.35, 0.08),
  box('white', -0.32, 0.55, 0.49, 0.64, 0.36, 0.1),
  box('wood', -0.45, 1, 0.15, 0.9, 0.04, 0.7),
]);

export const locker = furniture('Spind 600 × 500', 'Locker', 'USERDEFINED', 'steel', [
  box('cladding', -0.3, -0.25, 0, 0.6, 0.5, 1.9),
  box('signalRed', -0.28, -0.262, 0.1, 0.27, 0.012, 1.75),
  box('signalRed', 0.01, -0.262, 0.1, 0.27, 0.012, 1.75),
]);

export const bench = furniture('Bank 1500', 'Bench', 'USERDEFINED', 'wood', [
  box('wood', -0.75, -0.18, 0.42, 1.5, 0.36, 0.05),
  ...legs(1.4, 0.36, 0.42, 'steel'),
]);

export const cupboard = furniture('Schrank 1000 × 450', 'Cupboard', 'FILECABINET', 'wood', [
  box('woodDark', -0.5, -0.225, 0, 1, 0.45, 2),
  box('wood', -0.48, -0.24, 0.06, 0.475, 0.015, 1.9),
  box('wood', 0.005, -0.24, 0.06, 0.475, 0.015, 1.9),
]);

export const shelf = furniture('Regal 1200 × 500', 'Shelf', 'SHELF', 'galvanised', [
  ...[0.1, 0.65, 1.2, 1.75].map((z) => box('galvanised', -0.6, -0.25, z, 1.2, 0.5, 0.03)),
  ...legs(1.24, 0.54, 2, 'steel'),
  box('plasterWarm', -0.5, -0.2, 0.13, 0.45, 0.4, 0.3),
  box('signalRed', 0.1, -0.2, 0.68, 0.4, 0.4, 0.25),
  box('fabric', -0.45, -0.2, 1.23, 0.5, 0.4, 0.28),
]);

export const kitchenette = furniture('Küchenzeile 3000', 'Kitchen units', 'USERDEFINED', 'wood', [
  box('white', -1.5, -0.3, 0.1, 3, 0.6, 0.78),
  box('woodDark', -1.5, -0.31, 0.88, 3, 0.61, 0.04),
  box('white', -1.5, -0.05, 1.45, 3, 0.35, 0.7),
  box('black', -0.3, -0.25, 0.92, 0.6, 0.5, 0.008),
  box('aluminium', 0.6, -0.2, 0.9, 0.7, 0.4, 0.025),
]);

export const sofa = furniture('Sofa 2000', 'Sofa', 'SOFA', 'textile', [
  box('fabricGreen', -1, -0.4, 0.1, 2, 0.8, 0.32),
  box('fabricGreen', -1, 0.22, 0.42, 2, 0.18, 0.42),
  box('fabricGreen', -1, -0.4, 0.42, 0.16, 0.62, 0.18),
  box('fabricGreen', 0.84, -0.4, 0.42, 0.16, 0.62, 0.18),
]);

export const console_ = furniture('Leitstandtisch 2400', 'Control desk', 'DESK', 'wood', [
  box('claddingDark', -1.2, -0.45, 0.7, 2.4, 0.9, 0.04),
  box('claddingDark', -1.2, 0.3, 0, 2.4, 0.1, 0.7),
  ...[-0.8, 0, 0.8].map((x) => box('black', x - 0.33, 0.12, 0.86, 0.66, 0.03, 0.4)),
  box('steelDark', -1.1, 0.1, 0.74, 2.2, 0.06, 0.12),
]);

export const board = furniture('Whiteboard 2400', 'Whiteboard', 'USERDEFINED', 'plastic', [
  box('aluminium', -1.2, -0.02, 0.9, 2.4, 0.04, 1.2),
  box('white', -1.17, -0.026, 0.93, 2.34, 0.006, 1.14),
]);

export const treadmill = furniture('Laufband', 'Treadmill', 'USERDEFINED', 'steel', [
  box('black', -0.4, -0.9, 0.1, 0.8, 1.7, 0.12),
  box('steelDark', -0.4, 0.7, 0.2, 0.06, 0.08, 1.1),
  box('steelDark', 0.34, 0.7, 0.2, 0.06, 0.08, 1.1),
  box('black', -0.4, 0.65, 1.25, 0.8, 0.12, 0.25),
]);

export const rack = furniture('Serverschrank 800 × 1000', 'Server rack', 'USERDEFINED', 'steel', [
  box('black', -0.4, -0.5, 0, 0.8, 1, 2.1),
  ...[0.3, 0.7, 1.1, 1.5].map((z) => box('pipeGreen', -0.34, -0.506, z, 0.68, 0.006, 0.04)),
]);

export const workbench = furniture('Werkbank 2000 × 750', 'Workbench', 'TABLE', 'wood', [
  box('wood', -1, -0.375, 0.82, 2, 0.75, 0.06),
  box('steel', -0.95, -0.3, 0.1, 0.6, 0.6, 0.7),
  ...legs(2, 0.75, 0.82, 'steel'),
]);
