import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Banner, IconButton, Row, Segmented } from '#ui';
import { messages } from '../messages.ts';
import { ask, selectRequest, selectSensors, setSpan, settle } from '../state.ts';

const EXPORT = 'export';

/** How much time the charts show, and their readings as a file. */
export function ChartTools({ numbers }: { readonly numbers: readonly number[] }) {
  const store = useAppStore();
  const say = useText();
  const span = useAppState((state) => selectSensors(state).span);
  const request = useAppState(selectRequest(EXPORT));
  return (
    <>
      <Row gap="s" spread="between">
        <Segmented
          label={say(messages.span)}
          value={span}
          options={[
            { value: '1h', label: say(messages.hour) },
            { value: '24h', label: say(messages.day) },
            { value: '7d', label: say(messages.week) },
          ]}
          onChange={(value) => setSpan(store, value)}
        />
        <IconButton
          icon="download"
          size="s"
          label={say(messages.exportCsv)}
          isLoading={request !== undefined && request.failure === undefined}
          onClick={() => ask(store, { id: EXPORT, kind: 'export', numbers, span })}
        />
      </Row>
      {request?.failure && (
        <Banner
          tone="critical"
          title={say(request.failure)}
          onClose={() => settle(store, EXPORT)}
        />
      )}
    </>
  );
}
