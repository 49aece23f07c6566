import type { AttributeColumn } from '#contract/city-package.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Heading, IconButton, Note, Row, Segmented, Stack, Surface, TextField } from '#ui';
import type { Filter } from '../contract.ts';
import { messages } from '../messages.ts';
import {
  emptyFilter,
  filterKindsFor,
  findColumn,
  labelOf,
  selectColumns,
} from '../state/attributes.ts';
import { changeFilter, removeFilter } from '../state.ts';
import { CategoryFilter } from './CategoryFilter.tsx';
import { RangeFilter } from './RangeFilter.tsx';

interface FilterCardProps {
  readonly filter: Filter;
  readonly position: number;
}

/** One condition: the attribute, its kind, and what it wants. */
export function FilterCard({ filter, position }: FilterCardProps) {
  const store = useAppStore();
  const say = useText();
  const columns = useAppState(selectColumns);
  const column = findColumn(columns, filter.column);
  const title = column ? say(labelOf(column)) : filter.column;
  return (
    <Surface>
      <Stack gap="s">
        <Row spread="between">
          <Heading level={4}>{title}</Heading>
          <IconButton
            icon="trash"
            size="s"
            label={say(messages.removeFilter(title))}
            onClick={() => removeFilter(store, position)}
          />
        </Row>
        {column ? (
          <Condition filter={filter} position={position} column={column} title={title} />
        ) : (
          <Note kind="faint">{say(messages.notInCity(filter.column))}</Note>
        )}
      </Stack>
    </Surface>
  );
}

const KIND_NAMES = {
  range: messages.range,
  categories: messages.values,
  contains: messages.contains,
  boolean: messages.isTrue,
  present: messages.present,
} as const;

interface ConditionProps extends FilterCardProps {
  readonly column: AttributeColumn;
  readonly title: string;
}

function Condition({ filter, position, column, title }: ConditionProps) {
  const store = useAppStore();
  const say = useText();
  return (
    <>
      <Segmented
        label={say(messages.condition(title))}
        value={filter.kind}
        options={filterKindsFor(column).map((kind) => ({
          value: kind,
          label: say(KIND_NAMES[kind]),
        }))}
        onChange={(kind) => changeFilter(store, position, emptyFilter(column.name, kind))}
        isWide
      />
      <Wanted filter={filter} position={position} column={column} title={title} />
    </>
  );
}

function Wanted({ filter, position, column, title }: ConditionProps) {
  const store = useAppStore();
  const say = useText();
  switch (filter.kind) {
    case 'range':
      return <RangeFilter filter={filter} position={position} column={column} />;
    case 'categories':
      return <CategoryFilter filter={filter} position={position} column={column} />;
    case 'contains':
      return (
        <TextField
          label={`${title}: ${say(messages.textInside)}`}
          isLabelHidden
          type="search"
          icon="search"
          value={filter.text}
          placeholder={say(messages.textInside)}
          onChange={(text) => changeFilter(store, position, { ...filter, text })}
        />
      );
    case 'boolean':
      return (
        <Segmented
          label={title}
          value={String(filter.value)}
          options={[
            { value: 'true', label: say(messages.yes) },
            { value: 'false', label: say(messages.no) },
          ]}
          onChange={(value) =>
            changeFilter(store, position, { ...filter, value: value === 'true' })
          }
        />
      );
    case 'present':
      return (
        <Segmented
          label={title}
          value={String(filter.isPresent)}
          options={[
            { value: 'true', label: say(messages.withValue) },
            { value: 'false', label: say(messages.withoutValue) },
          ]}
          onChange={(value) =>
            changeFilter(store, position, { ...filter, isPresent: value === 'true' })
          }
        />
      );
  }
}
