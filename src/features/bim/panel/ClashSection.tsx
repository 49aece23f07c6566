import { useState } from 'react';
import { useFrame } from '#scene/use-frames.tsx';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Banner, Button, Progress, Row, Stack } from '#ui';
import { CLASHES, type ClashList, type ClashRules } from '../contract/clash.ts';
import { checkMessages as messages } from '../messages/checks.ts';
import { findClashes, stopClashes } from '../state/checks.ts';
import { selectBim } from '../state.ts';
import { BcfTopics } from './BcfTopics.tsx';
import { ClashResult } from './ClashResult.tsx';
import { ClashRulesFields } from './ClashRulesFields.tsx';
import { useModels } from './use-line.ts';
import { useModelChoice } from './use-model-choice.ts';

const TOLERANCE_M = 0.01;

/** Where things of the models, or the city's pipes, stand in each other's way. */
export function ClashSection() {
  const store = useAppStore();
  const say = useText();
  const [first] = useModels();
  const [selected] = useModelChoice();
  const { clashing, clashProgress } = useAppState((state) => selectBim(state).checks);
  const list = useFrame<ClashList>(CLASHES);
  const [chosen, setChosen] = useState<ClashRules>();
  const side = {
    kind: 'model',
    model: selected ?? first?.source.id ?? '',
    disciplines: [],
  } as const;
  const rules: ClashRules = chosen ??
    clashing ?? { a: side, b: side, toleranceM: TOLERANCE_M, clearanceM: 0, ignoreJoins: true };
  const isRunning = clashProgress.kind === 'running';
  const hasModel = rules.a.kind === 'model' || rules.b.kind === 'model';
  return (
    <Stack>
      <ClashRulesFields rules={rules} onChange={setChosen} />
      <Row isWrapping>
        {isRunning ? (
          <Button icon="close" size="s" onClick={() => stopClashes(store)}>
            {say(messages.stop)}
          </Button>
        ) : (
          <Button
            icon="search"
            kind="primary"
            size="s"
            disabled={!hasModel}
            onClick={() => findClashes(store, rules)}
          >
            {say(messages.find)}
          </Button>
        )}
      </Row>
      {isRunning && (
        <Progress
          label={say(messages.searching)}
          value={clashProgress.total > 0 ? clashProgress.done / clashProgress.total : undefined}
          detail={say(messages.pairs(clashProgress.done, clashProgress.total))}
        />
      )}
      {clashProgress.kind === 'failed' && (
        <Banner tone="warning" title={say(messages.clashFailed)}>
          {clashProgress.reason}
        </Banner>
      )}
      {list && (clashProgress.kind === 'done' || list.clashes.length > 0) && (
        <ClashResult list={list} isDone={!isRunning} />
      )}
      <BcfTopics />
    </Stack>
  );
}
