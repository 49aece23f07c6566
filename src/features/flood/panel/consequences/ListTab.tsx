import { useState } from 'react';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import {
  Banner,
  Button,
  ChipGroup,
  DataTable,
  EmptyState,
  formatNumber,
  Note,
  Skeleton,
  Stack,
  saveText,
  type TableSort,
  TextField,
} from '#ui';
import { type FloodHit, type HitColumn, type HitQuery, hitColumns } from '../../contract/impact.ts';
import { selectFlood } from '../../state.ts';
import { useFloodLine, useShownTimeS } from '../use-flood.ts';
import { kindNames, messages } from './messages.ts';
import { selectHit } from './select-hit.ts';
import { useHitColumns } from './use-hit-columns.tsx';
import { useHits, useLanguage } from './use-impact.ts';

/** Rows in the page: more are sorted, filtered and saved in the worker. */
const MOST = 300;
const kinds = ['building', 'site', 'underground', 'road'] as const;

/** Everything that water reached up to the shown moment; sorts, filters, selects and saves. */
export function ListTab({ currency }: { readonly currency: string }) {
  const say = useText();
  const store = useAppStore();
  const language = useLanguage();
  const line = useFloodLine();
  const run = useAppState((state) => selectFlood(state).shown);
  const followsRun = useAppState((state) => selectFlood(state).followsRun);
  const timeS = useShownTimeS();
  const [chosen, setChosen] = useState<readonly FloodHit['kind'][]>([]);
  const [text, setText] = useState('');
  const [sort, setSort] = useState<TableSort>({ column: 'firstWetS', direction: 'ascending' });
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [saving, setSaving] = useState<string>();
  const columns = useHitColumns(currency);
  const query: HitQuery = { kinds: chosen, text, sort: toSort(sort) };
  const { answer, failure } = useHits({ ...query, lists: ['hits'], most: MOST });
  const rows = answer?.hits ?? [];
  const isCut = answer !== undefined && answer.hitsInAll > rows.length;

  const save = async () => {
    if (!line) return;
    const until = followsRun || timeS === undefined ? {} : { timeS };
    try {
      const { csv } = await line.call('hitsCsv', { run, query, ...until });
      saveText('flood-consequences.csv', csv, 'text/csv');
      setSaving(undefined);
    } catch (error) {
      setSaving(error instanceof Error ? error.message : String(error));
    }
  };
  const problem = saving ?? failure;
  const isFiltered = text !== '' || chosen.length > 0;
  return (
    <Stack gap="s">
      {problem && <Banner tone="warning" title={say(messages.failed(problem))} />}
      <TextField label={say(messages.find)} icon="search" value={text} onChange={setText} />
      <ChipGroup
        label={say(messages.kinds)}
        options={kinds.map((value) => ({ value, label: say(kindNames[value]) }))}
        values={chosen}
        onChange={setChosen}
      />
      <DataTable
        label={say(messages.list)}
        rows={rows}
        rowId={rowIdOf}
        columns={columns}
        height="22rem"
        sort={sort}
        onSortChange={(next) => next && setSort(next)}
        selectedIds={marked}
        onSelectionChange={(ids) => {
          setMarked(ids);
          const [only, ...others] = ids;
          const hit = rows.find((row) => rowIdOf(row) === only);
          if (hit && others.length === 0) selectHit(store, hit);
        }}
        onActivate={(hit) => selectHit(store, hit)}
        instead={
          answer === undefined && !problem ? (
            <Skeleton lines={6} />
          ) : rows.length === 0 ? (
            <EmptyState
              icon="droplet"
              title={say(isFiltered ? messages.nothingLike : messages.nothing)}
            />
          ) : undefined
        }
      />
      <Note kind="faint">
        {isCut
          ? say(
              messages.some(
                formatNumber(rows.length, language),
                formatNumber(answer.hitsInAll, language),
              ),
            )
          : say(messages.open)}
      </Note>
      <Button icon="download" disabled={rows.length === 0} onClick={() => void save()}>
        {say(messages.csv)}
      </Button>
    </Stack>
  );
}

const rowIdOf = ({ kind, id, use }: FloodHit) => `${kind}/${use}/${id}`;

function toSort({ column, direction }: TableSort): NonNullable<HitQuery['sort']> {
  const by: HitColumn = hitColumns.find((one) => one === column) ?? 'firstWetS';
  return { by, isDescending: direction === 'descending' };
}
