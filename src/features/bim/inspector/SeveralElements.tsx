import { useEffect, useRef, useState } from 'react';
import { type Selected, select } from '#store/selection.ts';
import { useAppStore, useText } from '#store/use-store.tsx';
import {
  Button,
  DataTable,
  ErrorState,
  Heading,
  Note,
  Progress,
  PropertyRow,
  PropertySection,
  Quantity,
  Row,
  Skeleton,
  Stack,
  useNotify,
} from '#ui';
import type { ElementDetails, ElementSummary } from '../contract.ts';
import { flyToParts } from '../panel/part-actions.ts';
import { useAnswer, useLine, useModels } from '../panel/use-line.ts';
import { nameClass } from '../state/class-names.ts';
import { toggleIsolated } from '../state/isolating.ts';
import { nameProperty } from '../state/property-names.ts';
import { partOfSelected } from '../state/selected.ts';
import { hideParts, showParts } from '../state.ts';
import { saveFile, toPropertiesCsv, toSummaryCsv } from './element-files.ts';
import { inspectorMessages as messages } from './messages.ts';

interface SeveralProps {
  readonly selected: readonly Selected[];
}

const MOST_EXPORTED = 2000;

/** Several elements: how many of each class, and what their quantities add up to. */
export function SeveralElements({ selected }: SeveralProps) {
  const say = useText();
  const summary = useAnswer('summarise', { indices: selected.map(({ index }) => index) });
  return (
    <Stack>
      <Heading level={3}>{say(messages.selected(selected.length))}</Heading>
      <Actions selected={selected} summary={summary.value} />
      {summary.failure ? (
        <ErrorState title={say(messages.failed)} onRetry={summary.retry}>
          {summary.failure}
        </ErrorState>
      ) : summary.value ? (
        <div>
          <SumsSection summary={summary.value} />
          <ClassesSection summary={summary.value} />
        </div>
      ) : (
        <Skeleton lines={8} />
      )}
    </Stack>
  );
}

function SumsSection({ summary: { sums } }: { readonly summary: ElementSummary }) {
  const say = useText();
  if (sums.length === 0) {
    return (
      <PropertySection title={say(messages.sums)} isFree>
        <Note kind="faint">{say(messages.noSums)}</Note>
      </PropertySection>
    );
  }
  return (
    <PropertySection title={say(messages.sums)} aside={sums.length}>
      {sums.map(({ name, unit, sum, count }) => (
        <PropertyRow
          key={`${name} ${unit}`}
          name={say(nameProperty(name))}
          copyText={String(sum)}
          source={say(messages.ofElements(count))}
        >
          <Quantity value={sum} unit={unit} />
        </PropertyRow>
      ))}
    </PropertySection>
  );
}

function ClassesSection({ summary: { classes } }: { readonly summary: ElementSummary }) {
  const say = useText();
  // Of many quantities the areas and volumes that most have.
  const shown = (['m²', 'm³'] as const).map((unit) => ({
    unit,
    name: mostFrequent(classes.flatMap(({ sums }) => sums.filter((one) => one.unit === unit))),
  }));
  return (
    <PropertySection title={say(messages.byClass)} aside={classes.length} isFree>
      <DataTable
        label={say(messages.byClass)}
        columns={[
          {
            id: 'class',
            title: say(messages.class),
            width: 'minmax(6rem, 1fr)',
            value: (row) => say(nameClass(row.class)),
          },
          {
            id: 'count',
            title: say(messages.count),
            width: '4.5rem',
            align: 'end',
            value: (row) => row.count,
          },
          ...shown.flatMap(({ unit, name }) => {
            if (name === undefined) return [];
            const sumOf = (row: ElementSummary['classes'][number]) =>
              row.sums.find((one) => one.name === name && one.unit === unit)?.sum;
            return [
              {
                id: unit,
                title: say(nameProperty(name)),
                unit,
                width: 'minmax(5rem, 1fr)',
                align: 'end' as const,
                value: sumOf,
                render: (row: ElementSummary['classes'][number]) => <Quantity value={sumOf(row)} />,
              },
            ];
          }),
        ]}
        rows={classes}
        rowId={(row) => row.class}
        height={`calc(${Math.min(12, classes.length) + 2} * var(--row))`}
      />
    </PropertySection>
  );
}

function mostFrequent(sums: readonly { name: string; count: number }[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { name, count } of sums) counts.set(name, (counts.get(name) ?? 0) + count);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

interface ActionsProps extends SeveralProps {
  readonly summary: ElementSummary | undefined;
}

function Actions({ selected, summary }: ActionsProps) {
  const store = useAppStore();
  const say = useText();
  const notify = useNotify();
  const line = useLine();
  const models = useModels();
  const [done, setDone] = useState<number>();
  const stop = useRef<AbortController>(undefined);
  const parts = selected.map(partOfSelected);
  useEffect(() => () => stop.current?.abort(), []);

  const hide = () => {
    hideParts(store, parts);
    select(store, []);
    notify({
      title: say(messages.nowHidden),
      detail: say(messages.selected(selected.length)),
      action: { label: say(messages.undo), run: () => showParts(store, parts) },
    });
  };
  const saveSums = () => {
    if (!summary) return;
    const { class: kind, count, quantity, sum, unit, sums } = messages;
    const head = [kind, count, quantity, sum, unit].map(say);
    saveFile('quantities.csv', toSummaryCsv(summary, head, say(sums)), 'text/csv');
  };
  const saveAll = async () => {
    if (!line) return;
    stop.current = new AbortController();
    const { signal } = stop.current;
    const elements: ElementDetails[] = [];
    try {
      for (const { index } of selected.slice(0, MOST_EXPORTED)) {
        const details = await line.call('describe', { index }, { signal });
        if (details) elements.push(details);
        if (elements.length % 20 === 0) setDone(elements.length);
      }
      const head = [
        ...[messages.globalId, messages.name, messages.class, messages.storey],
        ...[messages.set, messages.property, messages.value, messages.unit],
      ].map(say);
      saveFile('elements.csv', toPropertiesCsv(elements, head), 'text/csv');
      if (selected.length > MOST_EXPORTED) {
        notify({ tone: 'warning', title: say(messages.firstOnly(MOST_EXPORTED)) });
      }
    } catch (error) {
      if (signal.aborted) return;
      const why = error instanceof Error ? error.message : String(error);
      notify({ tone: 'critical', title: say(messages.failed), detail: why });
    } finally {
      if (!signal.aborted) setDone(undefined);
    }
  };
  return (
    <>
      <Row isWrapping gap="s">
        <Button
          size="s"
          icon="focus"
          disabled={!line}
          onClick={() => line && void flyToParts(store, line, models, parts)}
        >
          {say(messages.flyTo)}
        </Button>
        <Button size="s" icon="isolate" onClick={() => toggleIsolated(store, parts)}>
          {say(messages.isolate)}
        </Button>
        <Button size="s" icon="eye-off" onClick={hide}>
          {say(messages.hide)}
        </Button>
        <Button size="s" icon="table" disabled={!summary} onClick={saveSums}>
          {say(messages.exportSums)}
        </Button>
        <Button
          size="s"
          icon="download"
          disabled={!line || done !== undefined}
          onClick={() => void saveAll()}
        >
          {say(messages.exportElements)}
        </Button>
      </Row>
      {done !== undefined && (
        <Progress
          label={say(messages.exporting)}
          value={done / Math.min(selected.length, MOST_EXPORTED)}
        />
      )}
    </>
  );
}
