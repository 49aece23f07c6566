import { basemap } from '#features/basemap/index.ts';
import { bim } from '#features/bim/index.ts';
import { city } from '#features/city/index.ts';
import type { Feature } from '#features/feature.ts';
import { fire } from '#features/fire/index.ts';
import { flood } from '#features/flood/index.ts';
import { pipes } from '#features/pipes/index.ts';
import { sensors } from '#features/sensors/index.ts';
import { sun } from '#features/sun/index.ts';
import { terrain } from '#features/terrain/index.ts';

/** What an operator can switch on, in the order of the workbench. One line each; a test names the forgotten. */
export const features: readonly Feature[] = [
  city,
  fire,
  flood,
  pipes,
  bim,
  sensors,
  basemap,
  terrain,
  sun,
];
