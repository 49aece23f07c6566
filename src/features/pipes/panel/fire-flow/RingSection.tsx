import { useAppStore, useText } from '#store/use-store.tsx';
import { Banner, Button, DataTable, Note, PropertySection, Stack } from '#ui';
import type { FireFlowRequest, HydrantRow, RingResult } from '../../contract/analyses.ts';
import { analysisMessages } from '../analysis/messages.ts';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { showElement } from '../use-element.ts';
import { useLine } from '../use-line.ts';
import { useMeasure, useQuantity } from '../use-words.ts';
import { messages } from './messages.ts';

interface RingSectionProps {
  readonly hydrant: HydrantRow | undefined;
  readonly ask: () => FireFlowRequest;
}

/** What a hydrant gives with one pipe of its ring closed. */
export function RingSection({ hydrant, ask }: RingSectionProps) {
  const say = useText();
  const store = useAppStore();
  const line = useLine();
  const measure = useMeasure();
  const quantity = useQuantity();
  const analysis = useAnalysis<RingResult>('pipes/analysis/ring');
  const result = analysis.result?.hydrant === hydrant?.key ? analysis.result : undefined;
  const compare = () => {
    if (!hydrant) return;
    const request = { ...ask(), hydrant: hydrant.id };
    analysis.start((worker, signal) => worker.stream('ring', request, { signal }));
  };
  return (
    <PropertySection title={say(messages.ring)} aside={hydrant?.id} isFree>
      <Stack gap="m">
        <Note kind="faint">{say(messages.ringWhy)}</Note>
        <Button
          onClick={compare}
          disabled={!hydrant || !analysis.canRun}
          isLoading={analysis.progress !== undefined}
        >
          {say(messages.compare)}
        </Button>
        {analysis.failure !== undefined && (
          <Banner tone="critical" title={say(analysisMessages.failed)}>
            {analysis.failure}
          </Banner>
        )}
        {result && result.closed.length === 0 && <Note>{say(messages.noRing)}</Note>}
        {result && result.closed.length > 0 && (
          <DataTable
            label={say(messages.ring)}
            rows={result.closed}
            rowId={({ pipe }) => pipe}
            height="10rem"
            onActivate={({ pipe }) => line && void showElement(store, line, pipe)}
            columns={[
              {
                id: 'pipe',
                title: say(messages.pipe),
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
                id: 'loss',
                title: say(messages.loss),
                align: 'end',
                width: '5rem',
                value: ({ flowM3s }) => 1 - flowM3s / result.flowM3s,
                render: ({ flowM3s }) =>
                  quantity(100 * (1 - flowM3s / result.flowM3s), '%', { decimals: 0 }),
              },
            ]}
          />
        )}
      </Stack>
    </PropertySection>
  );
}
