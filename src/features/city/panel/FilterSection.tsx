import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, Note, Segmented, Stack } from '#ui';
import { messages } from '../messages.ts';
import { emptyFilter, filterKindsFor } from '../state/attributes.ts';
import { addFilter, clearFilters, selectCity, setFilteredLook } from '../state.ts';
import { AttributeSelect } from './AttributeSelect.tsx';
import { FilterCard } from './FilterCard.tsx';

/** The conditions that buildings must meet, all of them, and how those look that don't. */
export function FilterSection() {
  const store = useAppStore();
  const say = useText();
  const filters = useAppState((state) => selectCity(state).filters);
  const filteredLook = useAppState((state) => selectCity(state).filteredLook);
  return (
    <Stack>
      {filters.map((filter, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a filter is its place in the list; all else of it changes.
        <FilterCard key={position} filter={filter} position={position} />
      ))}
      <AttributeSelect
        label={say(messages.addFilter)}
        value={undefined}
        placeholder={say(messages.chooseAttribute)}
        onChange={(column) => {
          const kind = column && filterKindsFor(column)[0];
          if (kind) addFilter(store, emptyFilter(column.name, kind));
        }}
      />
      {filters.length > 0 && (
        <>
          <Note kind="faint">{say(messages.filteredLook)}</Note>
          <Segmented
            label={say(messages.filteredLook)}
            value={filteredLook}
            options={[
              { value: 'ghost', label: say(messages.ghost) },
              { value: 'hide', label: say(messages.hide) },
            ]}
            onChange={(look) => setFilteredLook(store, look)}
            isWide
          />
          <Button icon="filter-off" size="s" kind="quiet" onClick={() => clearFilters(store)}>
            {say(messages.clearFilters)}
          </Button>
        </>
      )}
    </Stack>
  );
}
