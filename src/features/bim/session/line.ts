// What the session publishes in `scene/frames.ts` for panels, inspector and close look: features' screens ask
// the worker through it and never start one.

import type { SessionContext } from '#features/feature.ts';
import type { BimWorker, OpenModel } from '#workers/bim/client.ts';
import type { LiveReading } from '../contract.ts';

/** Channel with a `BimLine`; a question that a dying worker left open goes to the next one. */
export const BIM_LINE = 'bim/line';
export type BimLine = Pick<BimWorker, 'call' | 'stream'>;

/** Channel with the open models in the order of their bases. */
export const BIM_MODELS = 'bim/models';
export type BimModels = readonly OpenModel[];

/** Channel with the latest readings of the sensors bound to elements. */
export const BIM_READINGS = 'bim/readings';
export type BimReadings = readonly LiveReading[];

/** Channel with what other features answer: which of their things lie somewhere, how large they are. */
export const BIM_NEIGHBOURS = 'bim/neighbours';
export type BimNeighbours = Pick<SessionContext, 'find' | 'findInside' | 'measure'>;
