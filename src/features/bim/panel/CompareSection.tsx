import { useState } from 'react';
import { useFrame } from '#scene/use-frames.tsx';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import {
  Banner,
  Button,
  formatQuantity,
  Note,
  Row,
  SelectField,
  Spinner,
  Stack,
  useKit,
} from '#ui';
import { COMPARISON, type Comparison } from '../contract/comparison.ts';
import { checkMessages as messages } from '../messages/checks.ts';
import { compareModels, stopComparing } from '../state/checks.ts';
import { colourParts, isolate, selectBim } from '../state.ts';
import { ComparisonResult } from './ComparisonResult.tsx';
import { nameFileWay } from './name-way.ts';
import { suggestPair } from './suggest-pair.ts';
import { useModels } from './use-line.ts';
import { useModelChoice } from './use-model-choice.ts';

/** Two open models held against each other: what is new, gone, moved, rebuilt or described otherwise. */
export function CompareSection() {
  const store = useAppStore();
  const say = useText();
  const models = useModels();
  const { compared, comparing } = useAppState((state) => selectBim(state).checks);
  const comparison = useFrame<Comparison>(COMPARISON);
  const [chosen, setChosen] = useState<{ before?: string; after?: string }>({});
  const [selected] = useModelChoice();
  const pair = suggestPair(
    models.map(({ source }) => source),
    selected,
  );
  const before = chosen.before ?? compared?.before ?? pair.before;
  const after = chosen.after ?? compared?.after ?? pair.after;
  if (models.length < 2) return <Note kind="faint">{say(messages.needTwo)}</Note>;
  const options = models.map(({ source }) => ({ value: source.id, label: source.name }));

  function finish(): void {
    stopComparing(store);
    colourParts(store, undefined);
    isolate(store, []);
  }

  return (
    <Stack>
      <SelectField
        label={say(messages.before)}
        value={before}
        options={options}
        onChange={(value) => setChosen({ ...chosen, before: value })}
      />
      <SelectField
        label={say(messages.after)}
        value={after}
        options={options}
        onChange={(value) => setChosen({ ...chosen, after: value })}
      />
      <Row>
        <Button
          icon="compare"
          kind="primary"
          size="s"
          disabled={!before || !after || before === after}
          onClick={() => before && after && compareModels(store, before, after)}
        >
          {say(messages.compareThem)}
        </Button>
        {compared && (
          <Button size="s" onClick={finish}>
            {say(messages.stopComparing)}
          </Button>
        )}
      </Row>
      {comparing.kind === 'running' && <Spinner label={say(messages.comparing)} />}
      {comparing.kind === 'failed' && (
        <Banner tone="warning" title={say(messages.compareFailed)}>
          {comparing.reason}
        </Banner>
      )}
      {comparison?.shiftM && <Shift shiftM={comparison.shiftM} />}
      {comparison && <ComparisonResult comparison={comparison} />}
    </Stack>
  );
}

function Shift({ shiftM }: { readonly shiftM: NonNullable<Comparison['shiftM']> }) {
  const say = useText();
  const { language } = useKit();
  const metres = (value: number) => formatQuantity(value, 'm', language, { decimals: 3 });
  const way = nameFileWay(shiftM, metres).map(say).join(say(messages.waySeparator));
  return <Note kind="faint">{say(messages.shifted(way))}</Note>;
}
