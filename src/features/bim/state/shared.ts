// What of the building models a shared link carries.

import * as v from 'valibot';
import { storedPlacement } from '#contract/bim-model.ts';
import { type BimLook, groupings } from '../contract.ts';
import { type BimState, initial, initialLook } from './initial.ts';

const part = v.string();
const number = v.pipe(v.number(), v.finite());
const point = v.tuple([number, number, number]);
const look = v.pipe(
  v.object({
    isolated: v.fallback(v.array(part), []),
    hidden: v.fallback(v.array(part), []),
    ghost: v.fallback(v.boolean(), initialLook.ghost),
    explodeM: v.fallback(v.pipe(number, v.minValue(0), v.maxValue(100)), 0),
    cutStorey: v.fallback(v.optional(part), undefined),
    cutHeightM: v.fallback(number, initialLook.cutHeightM),
    planes: v.fallback(v.array(v.object({ normal: point, distanceM: number })), []),
    box: v.fallback(v.optional(v.object({ leastM: point, greatestM: point })), undefined),
    sectionModel: v.fallback(v.optional(part), undefined),
    showSpaces: v.fallback(v.boolean(), initialLook.showSpaces),
    colourBy: v.fallback(
      v.optional(
        v.variant('kind', [
          v.object({
            kind: v.picklist(['class', 'storey', 'type', 'discipline', 'material', 'system']),
          }),
          v.object({ kind: v.literal('property'), set: v.string(), name: v.string() }),
          v.object({ kind: v.literal('live'), property: v.string() }),
        ]),
      ),
      undefined,
    ),
  }),
  v.transform((read): BimLook => ({ ...initialLook, ...read })),
);
const model = v.object({
  id: v.string(),
  name: v.string(),
  url: v.string(),
  origin: v.picklist(['city', 'dropped']),
  placement: v.fallback(v.optional(storedPlacement), undefined),
  reading: v.fallback(
    v.optional(
      v.picklist([
        ...['map-conversion', 'map-absolute', 'site', 'rigid-operation', 'geographic'],
        ...['given', 'none'],
      ] as const),
    ),
    undefined,
  ),
});
const view = v.object({ name: v.string(), look, camera: v.string() });
const shared = v.object({
  version: v.literal(1),
  look: v.fallback(v.optional(look), undefined),
  models: v.fallback(v.array(model), []),
  grouping: v.fallback(v.picklist(groupings), initial.grouping),
  views: v.fallback(v.array(view), []),
});

export function toShared({ look, models, grouping, views }: BimState): unknown {
  const changed = models.filter(({ origin, placement }) => origin === 'dropped' || placement);
  const isPlain =
    look === initialLook &&
    changed.length === 0 &&
    grouping === initial.grouping &&
    views.length === 0;
  return isPlain ? undefined : { version: 1, look, models: changed, grouping, views };
}

/** Keeps every part that can be read: a link never stops working. */
export function fromShared(value: unknown): BimState {
  const parsed = v.safeParse(shared, value);
  if (!parsed.success) return initial;
  const { output } = parsed;
  return {
    ...initial,
    look: output.look ?? initialLook,
    models: output.models,
    grouping: output.grouping,
    views: output.views,
  };
}

/** The models are those that stand here; the link says only where it put them. */
export function keep(linked: BimState, { models, views, checks, report }: BimState): BimState {
  const named = new Set(linked.views.map(({ name }) => name));
  return {
    ...linked,
    models: models.map((model) => {
      const said = linked.models.find(({ id }) => id === model.id);
      return said?.placement
        ? { ...model, placement: said.placement, reading: said.reading }
        : model;
    }),
    views: [...views.filter(({ name }) => !named.has(name)), ...linked.views],
    checks,
    report,
  };
}
