// What travels between the page, the city worker and a shared link.

import * as v from 'valibot';
import { rampId } from '#model/colour-ramp.ts';

const finite = v.pipe(v.number(), v.finite());
const column = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** One condition on an attribute; a building without a value meets `present: false` alone. */
export const filter = v.variant('kind', [
  /** Both ends inclusive; an absent end is open. */
  v.object({ kind: v.literal('range'), column, from: v.optional(finite), to: v.optional(finite) }),
  v.object({
    kind: v.literal('categories'),
    column,
    values: v.pipe(v.array(v.string()), v.readonly()),
  }),
  /** Case and diacritics don't count. */
  v.object({ kind: v.literal('contains'), column, text: v.string() }),
  v.object({ kind: v.literal('boolean'), column, value: v.boolean() }),
  v.object({ kind: v.literal('present'), column, isPresent: v.boolean() }),
]);
export type Filter = v.InferOutput<typeof filter>;

export const classification = v.picklist(['quantile', 'equal', 'natural', 'manual', 'categories']);
export type Classification = v.InferOutput<typeof classification>;

export const MAX_CLASSES = 10;

export const colourBy = v.object({
  column,
  method: classification,
  /** Classes wanted; ties may leave fewer. */
  classes: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(MAX_CLASSES)),
  /** Inner limits of the classes, ascending, in the column's unit; read where `method` is `manual`. */
  breaks: v.optional(v.pipe(v.array(finite), v.maxLength(MAX_CLASSES - 1), v.readonly())),
  ramp: rampId,
  isReversed: v.optional(v.boolean()),
});
export type ColourBy = v.InferOutput<typeof colourBy>;

export type FilteredLook = 'hide' | 'ghost';

/** What decides how each building looks; what the worker paints from. */
export interface Look {
  readonly colourBy: ColourBy | undefined;
  readonly filters: readonly Filter[];
  readonly filteredLook: FilteredLook;
  /** Ids of buildings taken away. */
  readonly hidden: readonly string[];
}

/** Bits of the fourth byte of a building's entry in the RGBA table. The first three are sRGB. */
export const VISIBLE = 1;
export const COLOURED = 2;
/** Bit 2 is the layer's own (selected). */
export const GHOST = 8;

/** The RGBA table that `frames` carries on channel `city`: four bytes a building, by city-wide index. */
export interface CityFrame {
  readonly rgba: Uint8Array;
}

export interface Histogram {
  readonly column: string;
  readonly scale: 'linear' | 'log';
  /** Ascending, one more than `counts`; the last bin includes its upper edge. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
  /** Buildings without a value. */
  readonly missing: number;
}

/** The most frequent values of a category or boolean column, and how many buildings have others. */
export interface CategoryCounts {
  readonly column: string;
  readonly values: readonly { readonly value: string; readonly count: number }[];
  readonly others: number;
  readonly missing: number;
}

/** How the buildings that pass the other filters are distributed over one filter's column. */
export type Facet =
  | { readonly kind: 'histogram'; readonly histogram: Histogram }
  | { readonly kind: 'categories'; readonly categories: CategoryCounts }
  | { readonly kind: 'presence'; readonly column: string; readonly present: number };

/** What puts a building into a class. */
export type ClassKey =
  | {
      readonly kind: 'range';
      /** Inclusive; undefined in the first class. */
      readonly from: number | undefined;
      /** Exclusive; undefined in the last class. */
      readonly to: number | undefined;
    }
  | { readonly kind: 'category'; readonly value: string }
  | { readonly kind: 'others' | 'missing' };

export interface LegendClass {
  readonly key: ClassKey;
  /** `#rrggbb` */
  readonly colour: string;
  readonly count: number;
}

/** What the colours mean, with the buildings that match all filters counted in each class. */
export interface Legend {
  readonly column: string;
  readonly breaks: readonly number[];
  readonly classes: readonly LegendClass[];
}

export interface ColumnStatistics {
  readonly column: string;
  /** Buildings that have a value. */
  readonly count: number;
  readonly sum: number;
  readonly mean: number;
  readonly min: number;
  readonly max: number;
}

export interface SelectionStatistics {
  readonly count: number;
  readonly columns: readonly ColumnStatistics[];
  /** The same for each class of the legend, or of the column that tells what a building is. */
  readonly groups: readonly {
    readonly key: ClassKey;
    readonly count: number;
    readonly columns: readonly ColumnStatistics[];
  }[];
}

export type AttributeValue = string | number | boolean;

export interface BuildingDetails {
  readonly index: number;
  readonly id: string;
  /** Attributes that have a value, by column name. */
  readonly values: Readonly<Record<string, AttributeValue>>;
  /** Heights above the WGS 84 ellipsoid, m. */
  readonly groundM: number;
  readonly topM: number;
  /** Centre in rad. */
  readonly longitude: number;
  readonly latitude: number;
  readonly radiusM: number;
}

/** What the worker is fetching. */
export interface Loading {
  readonly file: string;
  readonly loadedBytes: number;
  /** Undefined where the server doesn't say. */
  readonly totalBytes: number | undefined;
}
