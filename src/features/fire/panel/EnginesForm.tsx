import { useFrame } from '#scene/use-frames.tsx';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, Row, Stack } from '#ui';
import { type Dispatch, FIRE_DISPATCH } from '../contract/response.ts';
import type { FireScenario } from '../contract.ts';
import { steerMessages as messages } from '../messages/steer.ts';
import { beginPointing } from '../state/pointing.ts';
import { sendDispatched } from '../state/steer.ts';
import { openTool, selectFire } from '../state.ts';
import { tools } from './tools.ts';

const RESPONSE_TOOL = 'response';

interface EnginesFormProps {
  readonly fire: FireScenario;
  readonly onDone: () => void;
}

/** Sends engines: those that were found for this fire, or one where a person points. */
export function EnginesForm({ fire, onDone }: EnginesFormProps) {
  const store = useAppStore();
  const say = useText();
  const dispatch = useFrame<Dispatch>(FIRE_DISPATCH);
  const isOfFire = useAppState((state) => {
    const target = selectFire(state).response.target?.id;
    return target === undefined || fire.ignitions.some(({ building }) => building.id === target);
  });
  const known = new Set(fire.engines.map(({ id }) => id));
  const found =
    dispatch && isOfFire
      ? dispatch.engines.filter(({ id, role }) => role !== 'more' && !known.has(id))
      : [];
  return (
    <Stack gap="s">
      <Row gap="s" isWrapping>
        {dispatch && found.length > 0 && (
          <Button
            kind="primary"
            icon="send"
            onClick={() => {
              sendDispatched(store, { building: dispatch.building, engines: found });
              onDone();
            }}
          >
            {say(messages.sendFound(found.length))}
          </Button>
        )}
        <Button icon="target" onClick={() => beginPointing(store, 'engine')}>
          {say(messages.engineHere)}
        </Button>
        {tools.some(({ id }) => id === RESPONSE_TOOL) && (
          <Button kind="quiet" icon="fire-engine" onClick={() => openTool(store, RESPONSE_TOOL)}>
            {say(messages.findEngines)}
          </Button>
        )}
      </Row>
    </Stack>
  );
}
