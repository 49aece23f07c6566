import { useMemo, useState } from 'react';
import { type HydrantClass, hydrantClasses } from '#simulation/hydraulics/fire-flow/classes.ts';
import { useAppStore, useText } from '#store/use-store.tsx';
import { Badge, Button, DataTable, EmptyState, Legend, Note, Stack, saveText } from '#ui';
import type { FireFlowRequest, FireFlowResult, HydrantRow } from '../../contract/analyses.ts';
import { ComputedBy } from '../analysis/AnalysisState.tsx';
import { toCsv } from '../analysis/csv.ts';
import { analysisMessages } from '../analysis/messages.ts';
import { showElement } from '../use-element.ts';
import { useLine, useNetworks } from '../use-line.ts';
import { useToolMarks } from '../use-marks.ts';
import { useMeasure } from '../use-words.ts';
import { messages } from './messages.ts';
import { RingSection } from './RingSection.tsx';

/** Colours that NFPA 291 paints bonnets and caps with; a class is always written, too. */
const classColours: Readonly<Record<HydrantClass, string>> = {
  AA: 'rgb(112 190 238)',
  A: 'rgb(38 140 70)',
  B: 'rgb(235 130 30)',
  C: 'rgb(200 50 45)',
};

interface FireFlowTableProps {
  readonly result: FireFlowResult;
  readonly ask: () => FireFlowRequest;
}

/** Hydrants by what they give; the classes that are shown are marked on the globe. */
export function FireFlowTable({ result, ask }: FireFlowTableProps) {
  const say = useText();
  const store = useAppStore();
  const line = useLine();
  const measure = useMeasure();
  const base = useNetworks().find(({ network }) => network === result.network)?.base ?? 0;
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<string>();
  const rows = useMemo(
    () => result.rows.filter(({ hydrantClass }) => !hidden.has(hydrantClass)),
    [result, hidden],
  );
  useToolMarks(
    useMemo(() => ({ marked: Uint32Array.from(rows, ({ index }) => base + index) }), [rows, base]),
  );
  const toggle = (id: string) =>
    setHidden((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const save = () => saveText('fire-flow.csv', csvOf(rows), 'text/csv');
  return (
    <Stack gap="m">
      <ComputedBy model={result.model} atMs={result.atMs} />
      <Legend
        title={say(messages.classTitle)}
        scale={{
          kind: 'classes',
          classes: hydrantClasses.map((id) => ({
            ...{ id, label: say(messages.classes[id]), colour: classColours[id] },
            ...{ isHidden: hidden.has(id), count: countOf(result, id) },
          })),
        }}
        onToggleClass={toggle}
      />
      <DataTable
        label={say(messages.hydrants)}
        rows={rows}
        rowId={({ key }) => key}
        height="22rem"
        initialSort={{ column: 'flow', direction: 'ascending' }}
        selectedIds={new Set(chosen === undefined ? [] : [chosen])}
        onSelectionChange={(ids) => setChosen([...ids][0])}
        onActivate={({ key }) => line && void showElement(store, line, key)}
        instead={
          rows.length === 0 ? (
            <EmptyState icon="flame" title={say(messages.noHydrants)} />
          ) : undefined
        }
        columns={[
          {
            id: 'id',
            title: say(messages.hydrant),
            width: 'minmax(6rem, 1fr)',
            value: ({ id }) => id,
          },
          {
            id: 'flow',
            title: say(messages.flow),
            align: 'end',
            width: '6rem',
            value: ({ flowM3s }) => flowM3s,
            render: ({ flowM3s }) => measure(flowM3s, 'm³/s'),
          },
          {
            id: 'class',
            title: say(messages.classTitle),
            width: '4rem',
            value: ({ hydrantClass }) => hydrantClass,
            render: ({ hydrantClass }) => <Badge>{hydrantClass}</Badge>,
          },
          {
            id: 'limit',
            title: say(messages.limit),
            width: '8rem',
            value: ({ limit }) => say(messages.limits[limit]),
          },
          {
            id: 'static',
            title: say(messages.static),
            align: 'end',
            width: '5.5rem',
            value: ({ staticPa }) => staticPa,
            render: ({ staticPa }) => measure(staticPa, 'Pa'),
          },
        ]}
      />
      <Button icon="download" onClick={save}>
        {say(analysisMessages.csv)}
      </Button>
      {result.unknown.length > 0 && (
        <Note kind="faint">{say(messages.unknown(result.unknown.length))}</Note>
      )}
      <RingSection hydrant={rows.find(({ key }) => key === chosen)} ask={ask} />
      <Note kind="faint">{say(messages.assumed)}</Note>
    </Stack>
  );
}

const countOf = ({ rows }: FireFlowResult, id: HydrantClass) =>
  rows.filter(({ hydrantClass }) => hydrantClass === id).length;

const csvOf = (rows: readonly HydrantRow[]) =>
  toCsv(
    [
      ...['hydrant', 'longitude_deg', 'latitude_deg', 'static_Pa', 'flow_m3s', 'alone_m3s'],
      ...['class', 'limited_by', 'lowest_node', 'lowest_Pa', 'method'],
    ],
    rows.map((row) => [
      ...[row.id, row.longitudeDeg, row.latitudeDeg, row.staticPa, row.flowM3s, row.aloneM3s],
      ...[row.hydrantClass, row.limit, row.lowest, row.lowestPa, row.method],
    ]),
  );
