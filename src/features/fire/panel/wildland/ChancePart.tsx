import { useAppStore, useText } from '#store/use-store.tsx';
import { Button, Note, Progress, Row, Stack } from '#ui';
import { changeWildland } from '../../state/wildland.ts';
import { changeLook } from '../../state.ts';
import { wildlandWords as words } from './messages.ts';
import { useWildland, useWildlandDesk } from './use-wildland.ts';

const FIRES = 500;

/** The Monte Carlo of burn probability: begun, watched, stopped. */
export function ChancePart() {
  const store = useAppStore();
  const say = useText();
  const { fires } = useWildland();
  const chance = useWildlandDesk()?.chance;
  const isRunning = fires > 0 && chance !== undefined && chance.done < chance.of;
  const stop = () => changeWildland(store, { fires: 0 });
  return (
    <Stack gap="s">
      <Note kind="faint">{say(words.chanceHint)}</Note>
      {isRunning ? (
        <>
          <Progress
            label={say(words.chance)}
            value={chance.done / chance.of}
            detail={say(words.progress(chance.done, chance.of))}
          />
          <Row>
            <Button icon="close" onClick={stop}>
              {say(words.stop)}
            </Button>
          </Row>
        </>
      ) : (
        <Row>
          <Button
            icon="bar-chart"
            onClick={() => {
              stop();
              changeWildland(store, { fires: FIRES });
              changeLook(store, { wildland: 'burn-probability' });
            }}
          >
            {say(words.run(FIRES))}
          </Button>
        </Row>
      )}
    </Stack>
  );
}
