// How far apart what is kept of a simulated city may lie, by its age. A model's past can be made anew, so it
// is kept coarse: a week of 3,000 datastreams at their own intervals would be 170 million readings.

/** s, s; in order of age. */
const steps = [
  { ageS: 300, apartS: 0 },
  { ageS: 3600, apartS: 60 },
  { ageS: 12 * 3600, apartS: 300 },
  { ageS: 24 * 3600, apartS: 600 },
] as const;
const OLDEST_APART_S = 1800;

/** Readings of this age (s before the present) lie at most so far apart (s), or by their interval if that is longer. */
export const simulatedPastSpacing = (ageS: number): number =>
  (steps.find((step) => ageS <= step.ageS) ?? { apartS: OLDEST_APART_S }).apartS;
