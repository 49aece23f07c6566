// Channels of `scene/frames.ts` that the session keeps for screens and layers, beside those of the shapes and the
// table: screens ask workers through these lines and never start one.

/** A `PipesLine`: calls of `workers/pipes`. */
export const PIPES_LINE = 'pipes/line';
/** `readonly OpenNetwork[]` in the order of their bases. */
export const PIPES_NETWORKS = 'pipes/networks';
/** A line to `workers/hydraulics`, once a network with a model is open. */
export const HYDRAULICS_LINE = 'pipes/hydraulics-line';
export const DRAINAGE_LINE = 'pipes/drainage-line';
export const GAS_HEAT_LINE = 'pipes/gas-heat-line';
