// Constants that both schemes and every backend share: m, s, m/s².

export const GRAVITY = 9.81;

/** Face depth (local inertial) up to which no water flows, and depth from which a cell counts as wet. */
export const DRY_M = 1e-3;

/** Depth above which shallow water divides momentum by depth as it is; below, the velocity fades out. */
export const THIN_M = 1e-4;

/** Bed of the ring around the grid and of cells without data: high enough that no face to it ever opens. */
export const CLOSED_BED_M = 1e9;

/** Velocities are 0 below it. */
export const SHOWN_DEPTH_M = 0.01;

/** Flow over a broad crest (m²/s) is this × depth^1.5: √g · (2/3)^1.5. */
export const CRITICAL_FLOW = Math.sqrt(GRAVITY) * (2 / 3) ** 1.5;

/** A step shorter than this says that the run has gone wrong. */
export const SHORTEST_STEP_S = 1e-7;
