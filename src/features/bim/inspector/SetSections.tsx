import { useState } from 'react';
import { useAppStore, useText } from '#store/use-store.tsx';
import {
  EmptyState,
  IconButton,
  Note,
  PropertyRow,
  PropertySection,
  Quantity,
  TextField,
} from '#ui';
import type { ElementDetails, ElementSet } from '../contract.ts';
import { nameProperty } from '../state/property-names.ts';
import { colourParts } from '../state.ts';
import { inspectorMessages as messages } from './messages.ts';
import { filterSets, type ListedSet, listSets } from './set-order.ts';
import { findWebAddress } from './web-address.ts';

/** So many sets stand open at first: an element may have thirty. */
const OPEN_AT_FIRST = 4;
const WORTH_A_SEARCH = 8;

/** Properties, quantities, materials, classifications, documents: filtered by words, grouped by set. */
export function SetSections({ details }: { readonly details: ElementDetails }) {
  const say = useText();
  const [query, setQuery] = useState('');
  const sets = listSets(details.sets);
  const found = filterSets(sets, query);
  const count = sets.reduce((sum, { entries }) => sum + entries.length, 0);
  if (count === 0) {
    return (
      <PropertySection title={say(messages.properties)} isFree>
        <Note kind="faint">{say(messages.noProperties)}</Note>
      </PropertySection>
    );
  }
  return (
    <>
      {count >= WORTH_A_SEARCH && (
        <PropertySection title={say(messages.properties)} aside={count} isFree>
          <TextField
            label={say(messages.findProperty)}
            isLabelHidden
            type="search"
            icon="search"
            placeholder={say(messages.findProperty)}
            value={query}
            onChange={setQuery}
          />
        </PropertySection>
      )}
      {found.length === 0 && <EmptyState icon="search" title={say(messages.noPropertyMatch)} />}
      {found.map((set, at) => (
        // What a search found stands open; a person's folding is of the whole list alone.
        <SetSection
          key={`${set.id} ${query === ''}`}
          set={set}
          isOpen={query !== '' || at < OPEN_AT_FIRST}
        />
      ))}
    </>
  );
}

function SetSection({ set, isOpen }: { readonly set: ListedSet; readonly isOpen: boolean }) {
  const say = useText();
  return (
    <PropertySection
      title={set.kind === 'attributes' && !set.isOfType ? say(messages.attributes) : set.name}
      aside={set.isOfType ? say(messages.ofType) : set.entries.length}
      isInitiallyOpen={isOpen}
    >
      {set.entries.map((entry) => (
        <EntryRow key={`${entry.name} ${entry.value}`} set={set} entry={entry} />
      ))}
    </PropertySection>
  );
}

interface EntryRowProps {
  readonly set: ElementSet;
  readonly entry: ElementSet['entries'][number];
}

const canColour = ['property-set', 'quantity-set', 'attributes'];

function EntryRow({ set, entry }: EntryRowProps) {
  const store = useAppStore();
  const say = useText();
  const { name, value, unit } = entry;
  const title = say(nameProperty(name));
  const address = findWebAddress(value);
  return (
    <PropertyRow
      name={title}
      copyText={value === undefined ? undefined : String(value)}
      {...(address && {
        action: (
          <IconButton
            size="s"
            icon="external"
            label={say(messages.openPage(address))}
            onClick={() => window.open(address, '_blank', 'noopener,noreferrer')}
          />
        ),
      })}
      {...(!address &&
        canColour.includes(set.kind) &&
        value !== undefined && {
          action: (
            <IconButton
              size="s"
              icon="palette"
              label={say(messages.colourBy(title))}
              onClick={() => colourParts(store, { kind: 'property', set: set.name, name })}
            />
          ),
        })}
    >
      <Value value={value} unit={unit} />
    </PropertyRow>
  );
}

const DEGREES = 180 / Math.PI;

function Value({ value, unit }: Pick<EntryRowProps['entry'], 'value' | 'unit'>) {
  const say = useText();
  switch (typeof value) {
    case 'number':
      return unit === 'rad' ? (
        <Quantity value={value * DEGREES} unit="°" />
      ) : (
        <Quantity value={value} unit={unit} />
      );
    case 'boolean':
      return say(value ? messages.yes : messages.no);
    default:
      return value;
  }
}
