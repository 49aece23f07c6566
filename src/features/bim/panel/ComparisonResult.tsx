import { useState } from 'react';
import type { Text } from '#model/text.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import {
  Button,
  type Chip,
  ChipGroup,
  DataTable,
  formatQuantity,
  Legend,
  Note,
  Row,
  Stack,
  type TableColumn,
  Toggle,
  useKit,
} from '#ui';
import {
  type Comparison,
  type Difference,
  type DifferenceKind,
  differenceKinds,
} from '../contract/comparison.ts';
import { saveFile } from '../inspector/element-files.ts';
import { toComparisonCsv } from '../kernel/comparison/csv.ts';
import { differenceColours } from '../kernel/comparison/paint.ts';
import { ANY_MODEL, toPartKey } from '../kernel/part-key.ts';
import { checkMessages as messages } from '../messages/checks.ts';
import { isolate, selectBim } from '../state.ts';
import { ChangedValues } from './ChangedValues.tsx';
import { nameWay } from './name-way.ts';
import { flyToParts, selectElements } from './part-actions.ts';
import { useLine, useModels } from './use-line.ts';

const everyDifference = toPartKey(ANY_MODEL, 'comparison', 'all');

/** What changed: counts by kind, each element in a list, and of the chosen one which values. */
export function ComparisonResult({ comparison }: { readonly comparison: Comparison }) {
  const store = useAppStore();
  const say = useText();
  const line = useLine();
  const models = useModels();
  const { language } = useKit();
  const isAlone = useAppState((state) => selectBim(state).look.isolated.includes(everyDifference));
  const [kinds, setKinds] = useState<readonly DifferenceKind[]>([]);
  const [chosen, setChosen] = useState<Difference>();
  const { differences, counts } = comparison;
  const newer = models.find(({ source }) => source.id === comparison.after);
  const metres = (value: number) => formatQuantity(value, 'm', language, { decimals: 3 });
  if (differences.length === 0) return <Note>{say(messages.isSame)}</Note>;
  const shown =
    kinds.length === 0 ? differences : differences.filter(({ kind }) => kinds.includes(kind));

  async function show(difference: Difference | undefined): Promise<void> {
    setChosen(difference);
    const index = difference?.after ?? difference?.before;
    if (!line || !difference || index === undefined) return;
    const model = difference.after === undefined ? comparison.before : comparison.after;
    await selectElements(store, line, [index]);
    await flyToParts(store, line, models, [toPartKey(model, 'element', difference.globalId)]);
  }

  async function save(): Promise<void> {
    const pairs = differences.flatMap(({ before, after, hasProperties }) =>
      hasProperties && before !== undefined && after !== undefined
        ? [[before, after] as const]
        : [],
    );
    const changes = (await line?.call('valueChanges', { pairs })) ?? [];
    let next = 0;
    const inOrder = differences.map(({ hasProperties, before, after }) =>
      hasProperties && before !== undefined && after !== undefined ? (changes[next++] ?? []) : [],
    );
    const csv = toComparisonCsv(comparison, inOrder, (kind) => say(messages.kinds[kind]));
    saveFile('differences.csv', csv, 'text/csv');
  }

  return (
    <Stack>
      <Legend
        title={say(messages.differences)}
        scale={{
          kind: 'classes',
          classes: differenceKinds
            .filter((kind) => counts[kind] > 0)
            .map((kind) => ({
              id: kind,
              label: say(messages.kinds[kind]),
              colour: `#${differenceColours[kind].toString(16).padStart(6, '0')}`,
              count: counts[kind],
            })),
        }}
      />
      <ChipGroup
        label={say(messages.kind)}
        options={differenceKinds
          .filter((kind) => counts[kind] > 0)
          .map((kind): Chip<DifferenceKind> => ({ value: kind, label: say(messages.kinds[kind]) }))}
        values={kinds}
        onChange={setKinds}
      />
      <Toggle
        label={say(messages.onlyDifferences)}
        checked={isAlone}
        onChange={(on) => isolate(store, on ? [everyDifference] : [])}
      />
      <DataTable
        label={say(messages.differences)}
        columns={columnsOf(say)}
        rows={shown}
        rowId={rowId}
        selectedIds={new Set(chosen ? [rowId(chosen)] : [])}
        onSelectionChange={(ids) => void show(shown.find((row) => ids.has(rowId(row))))}
        onActivate={(row) => void show(row)}
        height="16rem"
      />
      {chosen?.moveM && (
        <Note kind="number">
          {say(
            messages.movedBy(
              nameWay(chosen.moveM, newer, metres).map(say).join(say(messages.waySeparator)),
            ),
          )}
        </Note>
      )}
      {chosen?.hasProperties && <ChangedValues difference={chosen} />}
      <Row>
        <Button size="s" icon="download" onClick={() => void save()}>
          {say(messages.exportCsv)}
        </Button>
      </Row>
    </Stack>
  );
}

/** A file may have a GlobalId twice. */
const rowId = ({ globalId, before, after }: Difference) => `${globalId} ${before} ${after}`;

const columnsOf = (say: (text: Text) => string): readonly TableColumn<Difference>[] => [
  { id: 'kind', title: say(messages.kind), value: ({ kind }) => say(messages.kinds[kind]) },
  { id: 'element', title: say(messages.element), value: ({ name }) => name, width: '2fr' },
  { id: 'storey', title: say(messages.storey), value: ({ storey }) => storey },
];
