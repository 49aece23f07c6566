import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, formatQuantity, Note, Row, useKit } from '#ui';
import { messages } from '../messages.ts';
import { isChanged } from '../state/is-changed.ts';
import { selectBim, showEverything } from '../state.ts';
import { nameCuts } from './name-cuts.ts';
import { useStoreys } from './use-storeys.ts';

/** How much of the models is seen, what takes the rest away, and the way back to all of it. */
export function ShownCount() {
  const store = useAppStore();
  const say = useText();
  const shown = useAppState((state) => selectBim(state).report.shown);
  const total = useAppState((state) => selectBim(state).report.total);
  const isLess = useAppState((state) => isChanged(selectBim(state).look));
  if (shown === undefined || total === undefined) return <div role="status" />;
  const isPart = shown < total;
  const words = isPart ? messages.shown(shown, total) : messages.allShown(total);
  return (
    <div>
      <Row spread="between">
        <div role="status">
          <Note kind="number">{say(isLess && !isPart ? messages.elementCount(total) : words)}</Note>
        </div>
        {isLess && (
          <Button size="s" icon="eye" onClick={() => showEverything(store)}>
            {say(messages.showAll)}
          </Button>
        )}
      </Row>
      {(isLess || isPart) && <Cuts isPart={isPart} />}
    </div>
  );
}

function Cuts({ isPart }: { readonly isPart: boolean }) {
  const say = useText();
  const { language } = useKit();
  const look = useAppState((state) => selectBim(state).look);
  const storeys = useStoreys();
  const metres = (value: number) => formatQuantity(value, 'm', language, { decimals: 1 });
  const cuts = nameCuts(look, storeys, { isPart, metres });
  return cuts.length > 0 && <Note kind="faint">{cuts.map(say).join(' · ')}</Note>;
}
