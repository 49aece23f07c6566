// Streets that can't be passed, and why: how the features of flood, pipes and fire, which don't know each other, speak.
// Each publishes its own on a channel of its own; who routes takes them together. Times in ms UTC.

export const closureSources = ['flood', 'fire', 'works'] as const;
export type ClosureSource = (typeof closureSources)[number];

/** Channel of `scene/frames.ts` that carries `RoadClosures`, or undefined where the source says nothing. */
export const roadClosuresOf = (source: ClosureSource): string => `road-closures/${source}`;

export interface RoadClosures {
  readonly source: ClosureSource;
  /** What they come from, for a person: the name of a flood run, of works. */
  readonly name: string;
  readonly isSimulated: boolean;
  readonly streets: readonly {
    /** Id in the city's collection of streets. */
    readonly id: string;
    /** Which vehicles: a fire engine passes water that stops a car. */
    readonly to: 'cars' | 'engines';
    readonly fromMs: number;
    /** For good where absent. */
    readonly untilMs?: number;
  }[];
  /** Where a street is closed of which the source knows the place alone: the nearest one is meant. */
  readonly places?: readonly {
    readonly longitudeDeg: number;
    readonly latitudeDeg: number;
    readonly to: 'cars' | 'engines';
    readonly fromMs: number;
    readonly untilMs?: number;
  }[];
}
