import { useAppStore, useText } from '#store/use-store.tsx';
import { Button, PropertyRow, PropertySection } from '#ui';
import type { ElementDetails } from '../contract/answers.ts';
import { wordOfValue } from '../messages/attributes.ts';
import { inspectorMessages as messages } from '../messages/inspector.ts';
import { selectElement } from '../panel/use-element.ts';

const MOST = 40;

/** What it is connected with; each leads there. */
export function NeighbourSection({ details }: { readonly details: ElementDetails }) {
  const store = useAppStore();
  const say = useText();
  const { neighbours } = details;
  if (neighbours.length === 0) return null;
  return (
    <PropertySection title={say(messages.connected)} aside={neighbours.length}>
      {neighbours.slice(0, MOST).map((one) => (
        <PropertyRow
          key={`${one.role} ${one.key}`}
          name={`${say(messages.roles[one.role])} · ${say(wordOfValue(one.type))}`}
        >
          <Button size="s" kind="quiet" onClick={() => selectElement(store, one)}>
            {one.id}
          </Button>
        </PropertyRow>
      ))}
    </PropertySection>
  );
}
