import { useState } from 'react';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import {
  Banner,
  Button,
  DataTable,
  EmptyState,
  formatNumber,
  Note,
  NumberField,
  Skeleton,
  Stack,
  saveText,
  type TableColumn,
} from '#ui';
import type { InspectionVisit } from '../../contract/risk.ts';
import { messages } from './messages.ts';
import { planCsv } from './plan-csv.ts';
import styles from './risk.module.css';
import { selectBuilding } from './select-building.ts';
import { useRiskAnswer } from './use-risk.ts';

const MOST = 500;

/** What to visit next and why: the visits that take most of the expected loss away. */
export function PlanTab() {
  const say = useText();
  const store = useAppStore();
  const language = useAppState(({ preferences }) => preferences.language);
  const [visits, setVisits] = useState<number | undefined>(20);
  const wanted = Math.min(MOST, Math.max(1, Math.round(visits ?? 20)));
  const { answer, failure } = useRiskAnswer('plan', { visits: wanted }, { keeps: true });
  const rows = (answer ?? []).map((visit, at) => ({ ...visit, rank: at + 1 }));
  const gain = rows.reduce((sum, row) => sum + row.gain, 0);
  const [first] = rows;
  const write = (value: number) => formatNumber(Number(value.toPrecision(2)), language);
  const columns: readonly TableColumn<PlanRow>[] = [
    {
      id: 'building',
      title: say(messages.building),
      width: 'minmax(0, 1fr)',
      value: ({ building }) => building.name,
      render: ({ rank, building, because }) => (
        <span className={styles.lines}>
          <span className={styles.name}>{`${rank}. ${building.name}`}</span>
          <span className={styles.twoLines}>{because.map(say).join(' · ')}</span>
        </span>
      ),
    },
    {
      id: 'gain',
      title: say(messages.gain),
      align: 'end',
      width: '6rem',
      value: (row) => row.gain,
      render: ({ gain: taken, lastInspection }) => (
        <span className={styles.lines}>
          <span>{write(taken)}</span>
          <span className={styles.small}>{say(messages.inspection)}</span>
          <span className={styles.small}>{lastInspection ?? say(messages.never)}</span>
        </span>
      ),
    },
  ];
  return (
    <Stack gap="s">
      <Note>{say(messages.planHint)}</Note>
      {failure && (
        <Banner tone="warning" title={say(messages.failed(failure))}>
          {rows.length > 0 && say(messages.lastStays)}
        </Banner>
      )}
      <NumberField
        label={say(messages.visits)}
        value={visits}
        min={1}
        max={MOST}
        step={10}
        decimals={0}
        onChange={setVisits}
      />
      <DataTable
        label={say(messages.planList)}
        rows={rows}
        rowId={({ building }) => building.id}
        columns={columns}
        height="24rem"
        lines={3}
        onSelectionChange={(ids) => {
          const [id] = ids;
          const row = rows.find(({ building }) => building.id === id);
          if (row && ids.size === 1) selectBuilding(store, row.building);
        }}
        onActivate={({ building }) => selectBuilding(store, building)}
        instead={
          answer === undefined ? (
            failure ? (
              <EmptyState icon="warning" title={say(messages.noPlan)} />
            ) : (
              <Skeleton lines={6} />
            )
          ) : first ? undefined : (
            <EmptyState icon="checklist" title={say(messages.noPlan)}>
              {say(messages.noPlanWhy)}
            </EmptyState>
          )
        }
      />
      {first && (
        <Note kind="faint">
          {say(messages.gainInAll(write(gain), formatNumber(rows.length, language)))}{' '}
          {say(messages.scoreHint)}
        </Note>
      )}
      <Button
        icon="download"
        disabled={!first}
        onClick={() => saveText('inspection-plan.csv', planCsv(rows, say), 'text/csv')}
      >
        {say(messages.csv)}
      </Button>
    </Stack>
  );
}

type PlanRow = InspectionVisit & { readonly rank: number };
