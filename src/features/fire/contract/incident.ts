// A fire as an incident of the city: which fire it was opened from, and what has been noted of it so far.

/** Channel of `scene/frames.ts` with a `FireIncidentKeeping`. */
export const FIRE_INCIDENT = 'fire/incident';

export interface FireIncidentKeeping {
  /** Key of the incident. */
  readonly key: string;
  /** Of the server, once it has it. */
  readonly number: number | undefined;
  /** Entries that wait to be sent; 0: all of it is on the server. */
  readonly waiting: number;
  /** Why the server has not taken them. */
  readonly reason: string | undefined;
}
