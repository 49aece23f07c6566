// Cross sections of conduits and openings as they are handed in. Metres.

import type { Transect } from './transect.ts';

export type StandardShape = 'circle' | 'egg' | 'lying-ellipse' | 'upright-ellipse' | 'arch';

export type Section =
  | { readonly shape: 'circular'; readonly heightM: number }
  /** Circle whose bottom is filled with sediment. */
  | { readonly shape: 'filled-circular'; readonly heightM: number; readonly fillM: number }
  | { readonly shape: 'rect-closed'; readonly heightM: number; readonly widthM: number }
  /** `missingSides`: 0, 1 or 2 sides without friction. */
  | {
      readonly shape: 'rect-open';
      readonly heightM: number;
      readonly widthM: number;
      readonly missingSides: number;
    }
  /** Run/rise of both sides; a triangle has no bottom. */
  | {
      readonly shape: 'trapezoid';
      readonly heightM: number;
      readonly bottomM: number;
      readonly leftSlope: number;
      readonly rightSlope: number;
    }
  /** Top width at full height ~ depth ^ exponent; 0.5 is a parabola. */
  | {
      readonly shape: 'power';
      readonly heightM: number;
      readonly widthM: number;
      readonly exponent: number;
    }
  /** Rectangle on a triangular or a round bottom. */
  | {
      readonly shape: 'rect-triangle';
      readonly heightM: number;
      readonly widthM: number;
      readonly bottomM: number;
    }
  | {
      readonly shape: 'rect-round';
      readonly heightM: number;
      readonly widthM: number;
      readonly bottomRadiusM: number;
    }
  | {
      readonly shape: 'modified-basket';
      readonly heightM: number;
      readonly widthM: number;
      readonly topRadiusM: number;
    }
  | {
      readonly shape:
        | 'egg'
        | 'horseshoe'
        | 'gothic'
        | 'catenary'
        | 'semi-elliptical'
        | 'basket-handle'
        | 'semi-circular';
      readonly heightM: number;
    }
  /** Full area and hydraulic radius are the catalogue's where it has them. */
  | {
      readonly shape: 'ellipse' | 'arch';
      readonly heightM: number;
      readonly widthM: number;
      readonly areaM2: number | undefined;
      readonly radiusM: number | undefined;
    }
  /** By SWMM's tables instead of geometry. */
  | {
      readonly shape: 'standard';
      readonly form: StandardShape;
      readonly heightM: number;
      readonly widthM: number;
      readonly areaM2: number;
      readonly radiusM: number;
    }
  /** Width by height, both as shares of the full height. */
  | {
      readonly shape: 'custom';
      readonly heightM: number;
      readonly share: readonly number[];
      readonly width: readonly number[];
    }
  | { readonly shape: 'irregular'; readonly transect: Transect };
