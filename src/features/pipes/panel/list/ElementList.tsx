import { useMemo, useState } from 'react';
import { select } from '#store/selection.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import {
  DataTable,
  EmptyState,
  ErrorState,
  IconButton,
  Note,
  Row,
  SelectField,
  Skeleton,
  Stack,
  type TableColumn,
  type TableSort,
  TextField,
} from '#ui';
import { type ListPage, type ListRow, listKinds } from '../../contract/answers.ts';
import { nameOfAttribute, wordOfValue } from '../../messages/attributes.ts';
import { networkName } from '../../messages/network-name.ts';
import { messages } from '../../messages.ts';
import { PIPES, toSelectedElement } from '../../state/selected.ts';
import { selectPipes, setListed } from '../../state.ts';
import { showElement } from '../use-element.ts';
import { useAnswer, useLine, useNetworks } from '../use-line.ts';
import { useRest } from '../use-rest.ts';
import { useMeasure } from '../use-words.ts';

const PAGE = 200;
const REST_MS = 250;

/** Everything that can be clicked on the globe, in lists: found, sorted, selected, flown to. */
export function ElementList() {
  const store = useAppStore();
  const say = useText();
  const line = useLine();
  const networks = useNetworks();
  const kind = useAppState((state) => selectPipes(state).listed);
  const selection = useAppState((state) => state.selection);
  const [network, setNetwork] = useState('');
  const [typed, setTyped] = useState('');
  const [sort, setSort] = useState<TableSort>();
  const [from, setFrom] = useState(0);
  const query = useRest(typed.trim(), REST_MS);
  const answer = useAnswer('list', {
    kind,
    from,
    limit: PAGE,
    ...(network !== '' && { network }),
    ...(query !== '' && { query }),
    ...(sort && { sortBy: sort.column, isDescending: sort.direction === 'descending' }),
  });
  const columns = useListColumns(answer.value);
  const selectedIds = useMemo(
    () => new Set(selection.filter(({ feature }) => feature === PIPES).map(({ id }) => id)),
    [selection],
  );
  const again = (change: () => void) => {
    setFrom(0);
    change();
  };
  const rows = answer.value?.rows ?? [];
  return (
    <Stack>
      <Stack gap="s">
        <SelectField
          label={say(messages.listedKind)}
          value={kind}
          options={listKinds.map((value) => ({ value, label: say(messages.listKinds[value]) }))}
          onChange={(next) => again(() => setListed(store, next))}
        />
        <SelectField
          label={say(messages.listedNetwork)}
          value={network}
          options={[
            { value: '', label: say(messages.allNetworks) },
            ...networks.map((one) => ({ value: one.network, label: say(networkName(one)) })),
          ]}
          onChange={(next) => again(() => setNetwork(next))}
        />
      </Stack>
      <TextField
        label={say(messages.find)}
        isLabelHidden
        type="search"
        icon="search"
        placeholder={say(messages.find)}
        value={typed}
        onChange={(words) => again(() => setTyped(words))}
      />
      <DataTable
        label={say(messages.listOf(say(messages.listKinds[kind])))}
        columns={columns}
        rows={rows}
        rowId={({ key }) => key}
        {...(sort && { sort })}
        onSortChange={(next) => again(() => setSort(next))}
        selectedIds={selectedIds}
        onSelectionChange={(ids) =>
          select(store, rows.filter(({ key }) => ids.has(key)).map(toSelectedElement))
        }
        onActivate={({ key }) => line && void showElement(store, line, key)}
        height="20rem"
        {...(rows.length === 0 && { instead: <Instead answer={answer} /> })}
      />
      {answer.value && answer.value.total > 0 && (
        <Pages total={answer.value.total} from={from} onChange={setFrom} />
      )}
      <Note kind="faint">{say(messages.listHint)}</Note>
    </Stack>
  );
}

function Instead({ answer }: { readonly answer: ReturnType<typeof useAnswer<'list'>> }) {
  const say = useText();
  if (answer.failure) {
    return (
      <ErrorState title={say(messages.asksFailed)} onRetry={answer.retry}>
        {answer.failure}
      </ErrorState>
    );
  }
  if (answer.isWaiting || !answer.value) return <Skeleton lines={8} />;
  return <EmptyState icon="search" title={say(messages.noMatch)} />;
}

interface PagesProps {
  readonly total: number;
  readonly from: number;
  readonly onChange: (from: number) => void;
}

function Pages({ total, from, onChange }: PagesProps) {
  const say = useText();
  if (total <= PAGE) return <Note kind="number">{say(messages.found(total))}</Note>;
  return (
    <Row spread="between">
      <Note kind="number">{say(messages.page(from + 1, Math.min(total, from + PAGE), total))}</Note>
      <Row gap="s">
        <IconButton
          icon="chevron-left"
          label={say(messages.previous)}
          disabled={from === 0}
          onClick={() => onChange(Math.max(0, from - PAGE))}
        />
        <IconButton
          icon="chevron-right"
          label={say(messages.next)}
          disabled={from + PAGE >= total}
          onClick={() => onChange(from + PAGE)}
        />
      </Row>
    </Row>
  );
}

function useListColumns(page: ListPage | undefined): readonly TableColumn<ListRow>[] {
  const say = useText();
  const measure = useMeasure();
  const shape = JSON.stringify(page?.columns ?? []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shape stands for the columns.
  return useMemo(
    () => [
      { id: 'id', title: say(messages.id), width: '8rem', value: ({ id }) => id },
      ...(page?.columns ?? [])
        .map((column, position) => ({ ...column, position }))
        .filter(({ name }) => name !== 'id')
        .map(
          ({ name, unit, position }): TableColumn<ListRow> => ({
            id: name,
            title: say(nameOfAttribute(name)),
            width: '6.5rem',
            align: unit === '' ? 'start' : 'end',
            value: ({ values }) => values[position],
            render: ({ values }) => {
              const value = values[position];
              if (typeof value !== 'number') return say(wordOfValue(value ?? ''));
              return measure(value, unit, name);
            },
          }),
        ),
    ],
    [shape, measure, say],
  );
}
