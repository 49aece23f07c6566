import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, EmptyState, Heading, Note, Row, Stack } from '#ui';
import { inspectorMessages as messages } from '../messages/inspector.ts';
import { kindNames } from '../messages/parts.ts';
import { messages as cardMessages } from '../messages.ts';
import { lookAt } from '../panel/look-at.ts';
import { PartEditor } from '../panel/parts/PartEditor.tsx';
import { partsOf, placesOf } from '../state/parts.ts';
import { editedScenario, removePart } from '../state/scenarios.ts';
import { faultsOf } from '../state/validate.ts';

/** A part that was drawn, with its figures to change. */
export function PartInspector({ id }: { readonly id: string }) {
  const store = useAppStore();
  const say = useText();
  const scenario = useAppState(editedScenario);
  const part = scenario && partsOf(scenario).find((one) => one.id === id);
  if (!part) return <EmptyState icon="wave" title={say(messages.gone)} />;
  const [place] = placesOf(part);
  const faults = faultsOf(scenario).filter((fault) => fault.part === id);
  return (
    <Stack>
      <div>
        <Heading level={3}>{part.name}</Heading>
        <Note kind="faint">{say(kindNames[part.kind])}</Note>
      </div>
      <Row gap="s" isWrapping>
        {place && (
          <Button icon="focus" onClick={() => lookAt(store, place)}>
            {say(messages.zoom)}
          </Button>
        )}
        <Button kind="quiet" icon="trash" onClick={() => removePart(store, id)}>
          {say(cardMessages.removePart(part.name))}
        </Button>
      </Row>
      {faults.map(({ text }) => (
        <Note key={text.en}>{say(text)}</Note>
      ))}
      <PartEditor part={part} />
    </Stack>
  );
}
