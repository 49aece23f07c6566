// What the page asks the worker for building models, and what it gets. Plain values; SI units.

import type { GeoreferencingReading, StoredPlacement } from '#contract/bim-model.ts';
import type { ElementReading } from '#model/element-reading.ts';

/** A model among those of the open city. */
export interface ModelSource {
  /** Unique among the open models: the layer's id, or the dropped package's. */
  readonly id: string;
  readonly name: string;
  /** Absolute address of its model.json. */
  readonly url: string;
  /** Stays when the file is converted anew; what a person dropped can be taken away again. */
  readonly origin: 'city' | 'dropped';
  /** Where a person put it; undefined: where its file says. */
  readonly placement?: StoredPlacement | undefined;
  /** Which of the file's readings is used, where a person chose. */
  readonly reading?: GeoreferencingReading['source'] | undefined;
}

/** How the element tree is grouped. */
export const groupings = [
  ...['storey', 'class', 'type', 'system', 'discipline', 'material', 'classification'],
] as const;
export type Grouping = (typeof groupings)[number];

/**
 * A part of the models that can be named in a link: `<model>/all`, `<model>/element/<GlobalId>` with all its parts,
 * `<model>/class/<IfcDoor>`, `<model>/type/<GlobalId or name>`, `<model>/group/<GlobalId>` (system, zone),
 * `<model>/discipline/<id>`, `<model>/material/<name>`, `<model>/classification/<reference>`, `<model>/set/<name>`,
 * `<model>/comparison/<kind of difference, or all>` (of the latest comparison), `<model>/within/<GlobalId>` and
 * `<model>/within/<GlobalId>/<IfcDoor>` (things directly in a storey or site), `<model>/value/<set>/<name>/<value>`
 * (of a property; see `toValueKey`). The model `*` means every open model.
 */
export type PartKey = string;

export interface TreeRow {
  readonly key: PartKey;
  readonly label: string;
  /** Class, long name, elevation. */
  readonly detail: string;
  /** Elements that it stands for, itself included, that have a mesh. */
  readonly count: number;
  readonly hasParts: boolean;
  /** Index of the element (base of its model added), where the row is one. */
  readonly index: number | undefined;
  readonly isHidden: boolean;
}

/** A plane that cuts: what is on the side of its normal is taken away. In the model's frame, m. */
export interface SectionPlane {
  readonly normal: readonly [number, number, number];
  /** Distance of the plane from the model's origin along the normal. */
  readonly distanceM: number;
}

export interface SectionBox {
  readonly leastM: readonly [number, number, number];
  readonly greatestM: readonly [number, number, number];
}

export type ColourBy =
  | { readonly kind: 'class' | 'storey' | 'type' | 'discipline' | 'material' | 'system' }
  | { readonly kind: 'property'; readonly set: string; readonly name: string }
  /** What the latest comparison of two versions found of each element. */
  | { readonly kind: 'comparison' }
  /** The latest reading of the sensors bound to elements. */
  | { readonly kind: 'live'; readonly property: string };

/** What of the models is seen and how; what a saved view and a link keep. */
export interface BimLook {
  /** Only these, where any. */
  readonly isolated: readonly PartKey[];
  readonly hidden: readonly PartKey[];
  /** What is not isolated is a ghost instead of gone. */
  readonly ghost: boolean;
  /** How far each storey is lifted from the one below, m. */
  readonly explodeM: number;
  /** GlobalId of a storey, after its model: what is above `cutHeightM` over its floor is gone. */
  readonly cutStorey: string | undefined;
  readonly cutHeightM: number;
  readonly planes: readonly SectionPlane[];
  readonly box: SectionBox | undefined;
  /** The model that planes and box belong to. */
  readonly sectionModel: string | undefined;
  readonly showSpaces: boolean;
  readonly colourBy: ColourBy | undefined;
}

export type Legend =
  | { readonly kind: 'classes'; readonly entries: readonly LegendEntry[] }
  | {
      readonly kind: 'scale';
      readonly unit: string;
      /** Ascending limits, and one colour more than there are limits. */
      readonly breaks: readonly number[];
      readonly colours: readonly string[];
      readonly range: readonly [number, number];
      /** Elements that have no value. */
      readonly none: number;
      /** Of live values: the oldest and the newest instant shown, ms; `simulated` where a model makes them. */
      readonly liveMs?: readonly [number, number] | undefined;
      readonly isSimulated?: boolean | undefined;
    };

export interface LegendEntry {
  /** As the model writes it; a discipline's in English: its key holds its id. */
  readonly label: string;
  /** What has no colour of its own for want of colours, and what has no value. */
  readonly rest?: 'others' | 'none' | undefined;
  readonly colour: string;
  readonly count: number;
  /** Part that it stands for, to isolate it. */
  readonly key: PartKey | undefined;
}

export interface ElementDetails {
  readonly index: number;
  readonly model: string;
  readonly globalId: string;
  readonly name: string;
  readonly label: string;
  readonly class: string;
  readonly objectType: string;
  readonly type: string;
  readonly storey: string;
  readonly discipline: string;
  readonly material: string;
  /** From the project down to its container. */
  readonly path: readonly {
    readonly index: number;
    readonly label: string;
    readonly class: string;
    readonly key: PartKey;
  }[];
  readonly partCount: number;
  /** Why there is nothing to see; empty where there is a mesh. */
  readonly reason: string;
  /** Corners in the model's frame, m. */
  readonly boundsM: readonly [readonly number[], readonly number[]] | undefined;
  readonly sets: readonly ElementSet[];
  readonly groups: readonly {
    readonly kind: string;
    readonly name: string;
    readonly key: PartKey;
  }[];
}

export interface ElementSet {
  readonly name: string;
  readonly kind: string;
  /** True where the element has it by its type. */
  readonly isOfType: boolean;
  readonly entries: readonly {
    readonly name: string;
    readonly value: string | number | boolean | undefined;
    readonly unit: string;
  }[];
}

/** The latest reading of one datastream of a sensor that is bound to an element. */
export type LiveReading = ElementReading;

/** What of a reading colours an element. */
export type LiveValue = Pick<
  LiveReading,
  'globalId' | 'value' | 'timeMs' | 'isSimulated' | 'isStale'
>;

/** Several elements together. */
export interface ElementSummary extends ElementCount {
  /** The same by class, the most frequent first. */
  readonly classes: readonly (ElementCount & { readonly class: string })[];
}

export interface ElementCount {
  readonly count: number;
  /** Lengths, areas, volumes, weights of their quantity sets, added up by name. */
  readonly sums: readonly QuantitySum[];
}

export interface QuantitySum {
  readonly name: string;
  readonly unit: string;
  readonly sum: number;
  /** Elements that have it. */
  readonly count: number;
}
