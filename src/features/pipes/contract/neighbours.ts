/** Channel of `scene/frames.ts` with the session's `find`: things of other features by their id, e.g. a sensor. */
export const PIPES_NEIGHBOURS = 'pipes/neighbours';
