import type { IconName } from '#ui';
import type { HazardKind } from '../contract.ts';
import type { DrawnKind } from '../state/initial.ts';

export const hazardIcons: Readonly<Record<HazardKind, IconName>> = {
  breach: 'slash',
  river: 'wave',
  surge: 'wave',
  rain: 'rain',
  'dam-break': 'mountain',
  burst: 'pipe',
};

export const partIcons: Readonly<Record<DrawnKind, IconName>> = {
  breach: 'slash',
  inflow: 'droplet',
  stage: 'wave',
  rain: 'rain',
  'dam-break': 'mountain',
  burst: 'pipe',
  barrier: 'shield',
  pump: 'arrow-up',
  culvert: 'circle-dot',
  gate: 'section',
  gauge: 'gauge',
};
