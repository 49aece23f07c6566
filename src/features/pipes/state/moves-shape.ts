import * as v from 'valibot';

const number = v.pipe(v.number(), v.finite());

/** Where networks were put by hand, as browsers and links keep it. */
export const movesShape = v.record(
  v.string(),
  v.object({
    longitudeDeg: v.pipe(number, v.minValue(-180), v.maxValue(180)),
    latitudeDeg: v.pipe(number, v.minValue(-90), v.maxValue(90)),
    turnDeg: number,
    scale: v.pipe(number, v.minValue(1e-6)),
    upM: number,
  }),
);
