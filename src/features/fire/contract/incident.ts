// A fire as an incident of the city.

/** Channel of `scene/frames.ts` with the `IncidentKeeping` (`features/incident-outbox.ts`) of the open one. */
export const FIRE_INCIDENT = 'fire/incident';
