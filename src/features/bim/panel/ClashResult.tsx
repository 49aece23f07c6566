import { useState } from 'react';
import type { Text } from '#model/text.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import {
  Button,
  DataTable,
  formatQuantity,
  Note,
  Progress,
  Row,
  Stack,
  type TableColumn,
  useKit,
} from '#ui';
import type { Clash, ClashList, ClashMark } from '../contract/clash.ts';
import { saveFile } from '../inspector/element-files.ts';
import { toPartKey } from '../kernel/part-key.ts';
import { checkMessages as messages } from '../messages/checks.ts';
import { newMark } from '../state/checks.ts';
import { isolate, selectBim } from '../state.ts';
import { ClashDetails } from './ClashDetails.tsx';
import { flyToBox, selectElements } from './part-actions.ts';
import { toBcf } from './save-clashes.ts';
import { useLine, useModels } from './use-line.ts';

interface ClashResultProps {
  readonly list: ClashList;
  readonly isDone: boolean;
}

/** Around the place itself: what meets may be as long as the building, m. */
const AROUND_M = 2;

/** The clashes by how deep they are; the chosen one is flown to with both things alone. */
export function ClashResult({ list, isDone }: ClashResultProps) {
  const store = useAppStore();
  const say = useText();
  const { language } = useKit();
  const line = useLine();
  const models = useModels();
  const marks = useAppState((state) => selectBim(state).checks.marks);
  const [chosenId, setChosenId] = useState<string>();
  const [saving, setSaving] = useState<{ readonly done: number; readonly total: number }>();
  const { clashes, frame } = list;
  const opened = models.find(({ source }) => source.id === frame);
  if (clashes.length === 0) return isDone ? <Note>{say(messages.noClashes)}</Note> : null;
  const hard = clashes.filter(({ kind }) => kind === 'hard').length;
  const chosen = clashes.find(({ id }) => id === chosenId);

  async function show(clash: Clash | undefined): Promise<void> {
    setChosenId(clash?.id);
    if (!clash || !line || !opened) return;
    const things = [clash.a, clash.b].flatMap(({ model, index, id }) =>
      model !== undefined && index !== undefined
        ? [{ index, part: toPartKey(model, 'element', id) }]
        : [],
    );
    isolate(
      store,
      things.map(({ part }) => part),
    );
    const [x, y, z] = clash.pointM;
    const box = {
      leastM: [x - AROUND_M, y - AROUND_M, z - AROUND_M],
      greatestM: [x + AROUND_M, y + AROUND_M, z + AROUND_M],
    } as const;
    flyToBox(store, opened, box);
    await selectElements(
      store,
      line,
      things.map(({ index }) => index),
    );
  }

  async function save(): Promise<void> {
    if (!line || !opened) return;
    setSaving({ done: 0, total: clashes.length });
    try {
      const bytes = await toBcf(clashes, {
        ...{ line, opened, marks, now: new Date() },
        onProgress: (done, total) => setSaving({ done, total }),
      });
      saveFile('clashes.bcf', bytes, 'application/octet-stream');
    } finally {
      setSaving(undefined);
    }
  }

  return (
    <Stack>
      <div role="status">
        <Note kind="number">{say(messages.found(hard, clashes.length - hard))}</Note>
      </div>
      <DataTable
        label={say(messages.clashes)}
        columns={columnsOf(say, marks, (depth) =>
          formatQuantity(depth * 1000, 'mm', language, { decimals: 0 }),
        )}
        rows={clashes}
        rowId={({ id }) => id}
        initialSort={{ column: 'depth', direction: 'descending' }}
        selectedIds={new Set(chosenId ? [chosenId] : [])}
        onSelectionChange={(ids) => void show(clashes.find(({ id }) => ids.has(id)))}
        onActivate={(clash) => void show(clash)}
        height="16rem"
        lines={2}
      />
      {chosen && <ClashDetails clash={chosen} />}
      {saving ? (
        <Progress
          label={say(messages.savingBcf)}
          value={saving.done / saving.total}
          detail={say(messages.pairs(saving.done, saving.total))}
        />
      ) : (
        <Row>
          <Button
            size="s"
            icon="download"
            disabled={!opened || !isDone}
            onClick={() => void save()}
          >
            {say(messages.saveBcf)}
          </Button>
        </Row>
      )}
    </Stack>
  );
}

const columnsOf = (
  say: (text: Text) => string,
  marks: Readonly<Record<string, ClashMark>>,
  write: (depthM: number) => string,
): readonly TableColumn<Clash>[] => [
  {
    id: 'depth',
    title: say(messages.depth),
    align: 'end',
    width: '4.5rem',
    // What overlaps goes before what is only too near.
    value: ({ kind, depthM }) => depthM + (kind === 'hard' ? 1000 : 0),
    render: ({ depthM }) => write(depthM),
  },
  {
    id: 'element',
    title: say(messages.element),
    width: '2fr',
    value: ({ a, b }) => `${a.name} – ${b.name}`,
  },
  {
    id: 'status',
    title: say(messages.status),
    width: '5rem',
    value: ({ id }) => say(messages.statuses[(marks[id] ?? newMark).status]),
  },
];
