// What of engines and water a shared link carries: places where engines stand by, and what is taken as closed by hand.

import * as v from 'valibot';
import { initialResponse, type ResponseState } from './response.ts';

const MOST = 20;
const text = v.pipe(v.string(), v.maxLength(200));
const list = v.fallback(v.pipe(v.array(v.unknown()), v.maxLength(200)), []);
const standBy = v.object({
  ...{ id: v.pipe(text, v.minLength(1)), name: text },
  at: v.tuple([
    v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
    v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
  ]),
  engines: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20)),
});
const takes = v.fallback(v.boolean(), true);
const shared = v.object({
  ...{ added: list, closedStations: list, closedStreets: list },
  ...{ takesFlood: takes, takesFire: takes, takesWorks: takes },
});

/** Undefined where a person has changed nothing. */
export function toSharedResponse(state: ResponseState): unknown {
  const { added, closedStations, closedStreets, takesFlood, takesFire, takesWorks } = state;
  const isPlain =
    added.length + closedStations.length + closedStreets.length === 0 &&
    takesFlood &&
    takesFire &&
    takesWorks;
  if (isPlain) return undefined;
  return {
    ...{ added: added.slice(0, MOST), closedStations, takesFlood, takesFire, takesWorks },
    closedStreets: closedStreets.slice(0, 100),
  };
}

/** Leaves out what can't be read; never throws. */
export function fromSharedResponse(value: unknown): ResponseState {
  const read = v.safeParse(shared, value);
  if (!read.success) return initialResponse;
  const { added, closedStations, closedStreets, ...others } = read.output;
  const ids = (all: readonly unknown[]) => all.filter((one) => typeof one === 'string');
  return {
    ...initialResponse,
    ...others,
    added: added.slice(0, MOST).flatMap((one) => {
      const place = v.safeParse(standBy, one);
      return place.success ? [place.output] : [];
    }),
    closedStations: ids(closedStations),
    closedStreets: ids(closedStreets),
  };
}
