// A flood as an incident of the city: which run it was opened from, and what has been noted of it so far.

/** Channel of `scene/frames.ts` with a `FloodIncidentKeeping`. */
export const FLOOD_INCIDENT = 'flood/incident';

export interface FloodIncidentKeeping {
  /** Key of the incident. */
  readonly key: string;
  /** Of the server, once it has it. */
  readonly number: number | undefined;
  /** Entries that wait to be sent; 0: all of it is on the server. */
  readonly waiting: number;
  /** Why the server has not taken them. */
  readonly reason: string | undefined;
}
