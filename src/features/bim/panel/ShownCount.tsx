import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, Note, Row } from '#ui';
import { messages } from '../messages.ts';
import { isChanged } from '../state/is-changed.ts';
import { selectBim, showEverything } from '../state.ts';

/** How much of the models is seen, and the way back to all of it. */
export function ShownCount() {
  const store = useAppStore();
  const say = useText();
  const shown = useAppState((state) => selectBim(state).report.shown);
  const total = useAppState((state) => selectBim(state).report.total);
  const isLess = useAppState((state) => isChanged(selectBim(state).look));
  return (
    <Row spread="between">
      <div role="status">
        {shown !== undefined && total !== undefined && (
          <Note kind="number">
            {say(shown === total ? messages.allShown(total) : messages.shown(shown, total))}
          </Note>
        )}
      </div>
      {isLess && (
        <Button size="s" icon="eye" onClick={() => showEverything(store)}>
          {say(messages.showAll)}
        </Button>
      )}
    </Row>
  );
}
