// What elements can be coloured by, as the options of a select and back.

import {
  findObservedProperty,
  isObservedPropertyId,
  type ObservedPropertyId,
} from '#model/observed-property.ts';
import type { Text } from '#model/text.ts';
import type { SelectOption } from '#ui';
import type { PropertyKey } from '#workers/bim/client.ts';
import type { ColourBy } from '../contract.ts';
import { messages } from '../messages.ts';

export const OWN_COLOURS = '';

const plainKinds = ['class', 'storey', 'type', 'discipline', 'material', 'system'] as const;
/** Properties that few elements have are left to the inspector, which colours by any it shows. */
const MOST_PROPERTIES = 300;

export const toOptionValue = (colourBy: ColourBy | undefined): string =>
  colourBy ? JSON.stringify(colourBy) : OWN_COLOURS;

/** Undefined for the elements' own colours. */
export const fromOptionValue = (
  value: string,
  options: readonly ColourOption[],
): ColourBy | undefined => options.find((option) => option.value === value)?.colourBy;

export interface ColourOption extends SelectOption<string> {
  readonly colourBy: ColourBy | undefined;
}

/** Nothing, what every model has, live values, then properties: what most elements have comes first. */
export function listColourOptions(
  keys: readonly PropertyKey[],
  live: ReadonlySet<ObservedPropertyId>,
  current: ColourBy | undefined,
  say: (text: Text) => string,
): readonly ColourOption[] {
  const option = (colourBy: ColourBy | undefined) => ({
    value: toOptionValue(colourBy),
    label: say(nameColouring(colourBy)),
    colourBy,
  });
  const properties = keys
    .toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name))
    .slice(0, MOST_PROPERTIES)
    .map(({ set, name }): ColourBy => ({ kind: 'property', set, name }));
  const options = [
    option(undefined),
    ...plainKinds.map((kind) => option({ kind })),
    ...[...live].map((property) => option({ kind: 'live', property })),
    ...properties.map(option),
  ];
  // Also what came with a link, or from the inspector, and is none of these.
  const isListed = options.some(({ value }) => value === toOptionValue(current));
  const all = isListed ? options : [...options, option(current)];
  return [...new Map(all.map((one) => [one.value, one])).values()];
}

export function nameColouring(colourBy: ColourBy | undefined): Text {
  if (!colourBy) return messages.ownColours;
  switch (colourBy.kind) {
    case 'property': {
      const name = `${colourBy.name} · ${colourBy.set}`;
      return { en: name, zh: name };
    }
    case 'live': {
      const { property } = colourBy;
      const { en, zh } = isObservedPropertyId(property)
        ? findObservedProperty(property).name
        : { en: property, zh: property };
      return { en: messages.live(en).en, zh: messages.live(zh).zh };
    }
    case 'comparison':
      return messages.comparison;
    default:
      return messages.groupings[colourBy.kind];
  }
}
