import { useState } from 'react';
import type { AttributeColumn } from '#contract/city-package.ts';
import { fold } from '#model/fold.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, Checkbox, formatNumber, Note, Skeleton, Stack, TextField, useKit } from '#ui';
import type { Filter } from '../contract.ts';
import { messages } from '../messages.ts';
import { valueName } from '../state/attributes.ts';
import { changeFilter, selectCity } from '../state.ts';

interface CategoryFilterProps {
  readonly filter: Extract<Filter, { kind: 'categories' }>;
  readonly position: number;
  readonly column: AttributeColumn;
}

const SHOWN_AT_FIRST = 8;

/** Values to tick, the most frequent first, with how many buildings the other filters leave of each. */
export function CategoryFilter({ filter, position, column }: CategoryFilterProps) {
  const store = useAppStore();
  const say = useText();
  const { language } = useKit();
  const facet = useAppState((state) => selectCity(state).report.facets[position]);
  const [sought, setSought] = useState('');
  const [isLong, setLong] = useState(false);
  if (facet?.kind !== 'categories' || facet.categories.column !== column.name) {
    return <Skeleton lines={4} />;
  }
  const { values, others } = facet.categories;
  const found = values.filter(({ value }) => fold(value).includes(fold(sought.trim())));
  const shown = isLong || sought ? found : found.slice(0, SHOWN_AT_FIRST);
  const toggle = (value: string, isWanted: boolean) =>
    changeFilter(store, position, {
      ...filter,
      values: isWanted
        ? [...filter.values, value]
        : filter.values.filter((wanted) => wanted !== value),
    });
  return (
    <Stack gap="s">
      {values.length > SHOWN_AT_FIRST && (
        <TextField
          label={say(messages.findValue)}
          isLabelHidden
          type="search"
          icon="search"
          value={sought}
          placeholder={say(messages.findValue)}
          onChange={setSought}
        />
      )}
      {shown.map(({ value, count }) => (
        <Checkbox
          key={value}
          label={`${say(valueName(value, column.type))} (${formatNumber(count, language)})`}
          checked={filter.values.includes(value)}
          onChange={(isWanted) => toggle(value, isWanted)}
        />
      ))}
      {shown.length < found.length && (
        <Button size="s" kind="quiet" onClick={() => setLong(true)}>
          {say(messages.moreValues(found.length - shown.length))}
        </Button>
      )}
      {others > 0 && <Note kind="faint">{say(messages.unlistedValues(others))}</Note>}
      {filter.values.length === 0 && <Note kind="faint">{say(messages.chooseValues)}</Note>}
    </Stack>
  );
}
