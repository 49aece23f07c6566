import type { Text } from '#model/text.ts';
import type { Colouring } from '../contract.ts';

/** Channel of `scene/frames.ts` with a `PipeLegend`, or undefined where nothing is coloured. */
export const PIPE_LEGEND = 'pipes/legend';

/** What the colours of the pipes mean. */
export type PipeLegend = PipeRange | PipeClasses;

interface LegendBase {
  readonly colouring: Colouring;
  /** Model and time of solved values; undefined where the register says it. */
  readonly solved:
    | {
        readonly model: string;
        readonly atMs: number;
        readonly staleSinceMs: number | undefined;
      }
    | undefined;
  /** Links that have a value, and that have none. */
  readonly known: number;
  readonly unknown: number;
  /** sRGB 0xRRGGBB of what has no value. */
  readonly unknownColour: number;
}

/** A ramp from `least` to `greatest` in `unit`; values beyond are drawn as the ends. */
export interface PipeRange extends LegendBase {
  readonly kind: 'range';
  readonly least: number;
  readonly greatest: number;
  readonly unit: string;
  /** sRGB 0xRRGGBB, evenly spaced from least to greatest. */
  readonly colours: readonly number[];
}

export interface PipeClasses extends LegendBase {
  readonly kind: 'classes';
  readonly classes: readonly {
    readonly value: string;
    readonly text: Text;
    readonly colour: number;
    /** Links, and their length in m. */
    readonly links: number;
    readonly lengthM: number;
  }[];
}
