// Basins, bowls, showers: from the middle of the wall behind, at floor level; used from −y.

import { box, type Part } from '../kit/parts.ts';
import type { TypeSpec } from '../kit/types.ts';

const terminal = (name: string, predefined: string, parts: readonly Part[]): TypeSpec => ({
  ...{ entity: 'IFCSANITARYTERMINAL', name, predefined, parts, material: 'plastic', cost: '412' },
});

export const basin = terminal('Waschtisch 600', 'WASHHANDBASIN', [
  box('white', -0.3, -0.46, 0.72, 0.6, 0.46, 0.14),
  box('tiles', -0.24, -0.42, 0.852, 0.48, 0.3, 0.01),
  box('aluminium', -0.015, -0.14, 0.86, 0.03, 0.03, 0.2),
  box('aluminium', -0.015, -0.26, 1.03, 0.03, 0.13, 0.03),
]);

export const toilet = terminal('WC wandhängend', 'TOILETPAN', [
  box('white', -0.18, -0.54, 0.28, 0.36, 0.54, 0.13),
  box('white', -0.14, -0.4, 0.12, 0.28, 0.4, 0.16),
  box('tiles', -0.18, -0.54, 0.41, 0.36, 0.48, 0.03),
  box('white', -0.25, -0.06, 0.9, 0.5, 0.06, 0.2),
]);

export const shower = terminal('Dusche 900 × 900', 'SHOWER', [
  box('tiles', -0.45, -0.9, 0, 0.9, 0.9, 0.03),
  box('aluminium', -0.015, -0.06, 1, 0.03, 0.03, 1.1),
  box('aluminium', -0.1, -0.24, 2.08, 0.2, 0.2, 0.03),
  box('glassMilk', -0.46, -0.9, 0.02, 0.02, 0.9, 1.98),
]);
