import { select } from '#store/selection.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, IconButton, ItemList, ItemRow, Note, Row, Stack } from '#ui';
import { messages } from '../messages.ts';
import { startDrawing } from '../state/draw.ts';
import { removeGauge } from '../state/gauges.ts';
import { toSelectedThing } from '../state/selected.ts';
import { selectFlood } from '../state.ts';
import { lookAt } from './look-at.ts';

/** Where the water is written down over time: points and sections that a person placed. */
export function GaugeSection() {
  const store = useAppStore();
  const say = useText();
  const gauges = useAppState((state) => selectFlood(state).gauges);
  return (
    <Stack gap="s">
      {gauges.length === 0 && <Note kind="faint">{say(messages.noGauges)}</Note>}
      <ItemList label={say(messages.gauges)}>
        {gauges.map(({ id, name, line }) => (
          <ItemRow
            key={id}
            lead={line.length > 1 ? 'minus' : 'gauge'}
            name={name}
            actions={
              <>
                <IconButton
                  size="s"
                  icon="line-chart"
                  label={say(messages.show(name))}
                  onClick={() => {
                    select(store, [toSelectedThing({ kind: 'gauge', id })]);
                    if (line[0]) lookAt(store, line[0]);
                  }}
                />
                <IconButton
                  size="s"
                  icon="trash"
                  label={say(messages.removePart(name))}
                  onClick={() => removeGauge(store, id)}
                />
              </>
            }
          />
        ))}
      </ItemList>
      <Row>
        <Button icon="gauge" onClick={() => startDrawing(store, 'gauge')}>
          {say(messages.placeGauge)}
        </Button>
      </Row>
    </Stack>
  );
}
