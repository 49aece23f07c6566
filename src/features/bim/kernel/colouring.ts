// Which colour each element has, and what the colours mean.

import { disciplineAt } from '#contract/bim-model.ts';
import type { BimProperties } from '#contract/bim-properties.ts';
import { OTHERS_COLOUR, sampleRamp } from '#model/colour-ramp.ts';
import { disciplineIds, disciplines } from '#model/discipline.ts';
import type { ColourBy, Legend } from '../contract.ts';
import {
  type Categorised,
  type CategoryStyle,
  colourCategories,
  paletteColour,
  rampColour,
} from './categories.ts';
import { nameElement } from './element-name.ts';
import type { ModelData } from './model-data.ts';
import { ANY_MODEL, toPartKey, toValueKey } from './part-key.ts';
import { colourByProperty } from './property-colouring.ts';

/** A class for each row of each model, in their order, and a colour (sRGB) for each class; undefined: its own. */
export interface Colouring {
  readonly classes: readonly ArrayLike<number>[];
  readonly colours: readonly (number | undefined)[];
  readonly legend: Legend;
}

export interface ColouredModel {
  readonly data: ModelData;
  /** Needed for colours by a property. */
  readonly properties: BimProperties | undefined;
}

/** Undefined for what the tables alone don't tell: live values, comparisons. */
export function colourModels(
  models: readonly ColouredModel[],
  colourBy: ColourBy,
): Colouring | undefined {
  const only = models.length === 1 ? models[0]?.data.id : undefined;
  const keyOf = (kind: string) => (name: string) => toPartKey(only ?? ANY_MODEL, kind, name);
  const categorise = (
    read: (data: ModelData) => Omit<Categorised, 'isCounted'>,
    style: Partial<CategoryStyle> & Pick<CategoryStyle, 'keyOf'>,
  ) =>
    colourCategories(
      models.map(({ data }) => ({ ...read(data), isCounted: isThing(data) })),
      { colourOf: paletteColour, order: 'frequency', ...style },
    );
  switch (colourBy.kind) {
    case 'class':
      return categorise((data) => ({ codes: data.elements.class, names: data.classNames }), {
        keyOf: keyOf('class'),
      });
    case 'type':
      return categorise((data) => ({ codes: data.elements.type, names: data.typeNames }), {
        keyOf: keyOf('type'),
      });
    case 'material':
      return categorise((data) => ({ codes: data.elements.material, names: data.materialNames }), {
        keyOf: keyOf('material'),
      });
    case 'discipline':
      return categorise((data) => ({ codes: data.elements.discipline, names: disciplineIds }), {
        keyOf: keyOf('discipline'),
        labelOf: (id) => disciplines[disciplineAt(disciplineNames.indexOf(id))].en,
        colourOf: (id) => disciplineColours.get(id),
      });
    case 'system':
      return categorise(systemsOf, { keyOf: (name) => toSystemKey(models, name) });
    case 'storey':
      return categorise(storeysOf, {
        order: 'given',
        colourOf: rampColour,
        keyOf: (name) => name,
        labelOf: (key) => nameStorey(models, key),
      });
    case 'property':
      return colourByProperty(models, colourBy, (value) =>
        toValueKey(only ?? ANY_MODEL, colourBy.set, colourBy.name, value),
      );
    case 'comparison':
    case 'live':
      return undefined;
  }
}

/** Elements that legends count: what is there to be seen, rooms left out. */
export const isThing = (data: ModelData) => (row: number) =>
  data.hasMesh(row) && !data.isRoomVolume(row);

const disciplineNames: readonly string[] = disciplineIds;

/** Always the same colour for the same discipline, whichever of them a model has. */
const disciplineColours: ReadonlyMap<string, number> = new Map(
  [
    ...['architecture', 'structure', 'hvac', 'plumbing', 'electrical', 'fire', 'furnishing'],
    ...['site', 'infrastructure'],
  ].map((id, at) => [id, sampleRamp('tol-muted', 9)[at] ?? OTHERS_COLOUR]),
);

/** The first system that a row is a member of. */
function systemsOf(data: ModelData): Omit<Categorised, 'isCounted'> {
  const codes = new Int32Array(data.count).fill(-1);
  const systems = data.groups.filter(({ kind }) => kind === 'system');
  for (const [code, { members }] of systems.entries()) {
    for (const row of members) {
      const end = data.hasMesh(row) ? row + 1 : data.endOf(row);
      for (let part = row; part < end; part++) if (codes[part] === -1) codes[part] = code;
    }
  }
  return { codes, names: systems.map(({ name }) => name) };
}

function toSystemKey(models: readonly ColouredModel[], name: string) {
  const found = models.flatMap(({ data }) =>
    data.groups
      .filter((group) => group.kind === 'system' && group.name === name)
      .map(({ globalId }) => toPartKey(data.id, 'group', globalId)),
  );
  return found.length === 1 ? found[0] : undefined;
}

/** Named by the key of the storey as a part, from below. */
const storeysOf = (data: ModelData): Omit<Categorised, 'isCounted'> => ({
  codes: data.elements.storey,
  names: data.storeys.map(({ element }) =>
    toPartKey(data.id, 'element', data.elements.globalId.at(element)),
  ),
});

function nameStorey(models: readonly ColouredModel[], key: string): string {
  for (const { data } of models) {
    for (const { element } of data.storeys) {
      if (toPartKey(data.id, 'element', data.elements.globalId.at(element)) === key) {
        return nameElement(data, element);
      }
    }
  }
  return '';
}
