import { useState } from 'react';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import {
  Banner,
  Button,
  DataTable,
  EmptyState,
  formatNumber,
  Note,
  Row,
  Skeleton,
  Stack,
  saveText,
  type TableSort,
} from '#ui';
import { riskOrders } from '../../contract/risk.ts';
import { askRisk, clearRiskFilters } from '../../state/change-risk.ts';
import { selectFire } from '../../state.ts';
import { ListFilters } from './ListFilters.tsx';
import { messages } from './messages.ts';
import { OrderBy } from './OrderBy.tsx';
import { CITY, selectBuilding } from './select-building.ts';
import { useRiskAnswer, useRiskLine } from './use-risk.ts';
import { useRiskColumns } from './use-risk-columns.tsx';

/** Rows that a press on “Show more” adds. */
const PAGE = 200;

/** Every building by its risk: found, filtered, sorted and saved in the worker; a row selects it and flies there. */
export function ListTab() {
  const say = useText();
  const store = useAppStore();
  const line = useRiskLine();
  const language = useAppState(({ preferences }) => preferences.language);
  const query = useAppState((state) => selectFire(state).risk.query);
  const selection = useAppState((state) => state.selection);
  const [saving, setSaving] = useState<string>();
  const columns = useRiskColumns();
  const { answer, failure } = useRiskAnswer('list', { query }, { keeps: true });
  const rows = answer?.rows ?? [];
  const problem = saving ?? failure;
  const isFiltered =
    query.text !== '' || query.classes.length > 0 || query.uses.length > 0 || query.onlyRaised;

  const save = async () => {
    if (!line) return;
    try {
      const { csv } = await line.call('csv', { query });
      saveText('fire-risk.csv', csv, 'text/csv');
      setSaving(undefined);
    } catch (error) {
      setSaving(error instanceof Error ? error.message : String(error));
    }
  };
  const sort = (next: TableSort | undefined) => {
    const order = riskOrders.find((one) => one === next?.column) ?? query.order;
    // The largest comes first where another column is chosen; the same one turns round.
    const isDescending = order === query.order ? !query.isDescending : true;
    askRisk(store, { order, isDescending });
  };
  const clear = (
    <Button icon="filter-off" onClick={() => clearRiskFilters(store)}>
      {say(messages.clear)}
    </Button>
  );
  return (
    <Stack gap="s">
      {problem && (
        <Banner tone="warning" title={say(messages.failed(problem))}>
          {rows.length > 0 && say(messages.lastStays)}
        </Banner>
      )}
      <ListFilters uses={answer?.uses ?? []} />
      <OrderBy />
      <DataTable
        label={say(messages.buildings)}
        rows={rows}
        rowId={({ building }) => building.id}
        columns={columns}
        height="24rem"
        lines={3}
        sort={{
          column: query.order,
          direction: query.isDescending ? 'descending' : 'ascending',
        }}
        onSortChange={sort}
        selectedIds={
          new Set(selection.flatMap(({ feature, id }) => (feature === CITY ? [id] : [])))
        }
        onSelectionChange={(ids) => {
          const chosen = rows.filter(({ building }) => ids.has(building.id));
          const [only] = chosen;
          if (only && chosen.length === 1) selectBuilding(store, only.building);
        }}
        onActivate={({ building }) => selectBuilding(store, building)}
        instead={
          answer === undefined ? (
            problem ? (
              <EmptyState icon="warning" title={say(messages.nothing)} />
            ) : (
              <Skeleton lines={6} />
            )
          ) : rows.length > 0 ? undefined : isFiltered ? (
            <EmptyState
              icon="search"
              title={say(query.onlyRaised ? messages.nothingRaised : messages.nothingLike)}
              action={clear}
            />
          ) : (
            <EmptyState icon="buildings" title={say(messages.nothing)} />
          )
        }
      />
      {answer && rows.length > 0 && (
        <Note kind="faint">
          {say(
            messages.shownOf(
              formatNumber(rows.length, language),
              formatNumber(answer.inAll, language),
            ),
          )}{' '}
          {say(messages.scoreHint)}
        </Note>
      )}
      <Row gap="s" isWrapping>
        {answer && answer.inAll > rows.length && (
          <Button icon="plus" onClick={() => askRisk(store, { count: rows.length + PAGE })}>
            {say(messages.more)}
          </Button>
        )}
        <Button icon="download" disabled={rows.length === 0} onClick={() => void save()}>
          {say(messages.csv)}
        </Button>
        {isFiltered && rows.length > 0 && clear}
      </Row>
    </Stack>
  );
}
