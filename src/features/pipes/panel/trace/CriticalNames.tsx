import { useAppStore, useText } from '#store/use-store.tsx';
import { Button, Note, Row, Stack } from '#ui';
import type { CriticalCustomer } from '../../contract/incident.ts';
import { traceMessages as messages } from '../../messages/trace.ts';
import { showElement } from '../use-element.ts';
import { useLine } from '../use-line.ts';

/** Critical customers by name; each leads there. */
export function CriticalNames({ critical }: { readonly critical: readonly CriticalCustomer[] }) {
  const store = useAppStore();
  const say = useText();
  const line = useLine();
  if (critical.length === 0) return null;
  return (
    <Stack gap="s">
      <Note>{say(messages.critical)}</Note>
      <Row gap="s" isWrapping>
        {critical.map(({ key, name }) => (
          <Button
            key={key}
            size="m"
            icon="warning"
            onClick={() => line && void showElement(store, line, key)}
          >
            {name}
          </Button>
        ))}
      </Row>
    </Stack>
  );
}
