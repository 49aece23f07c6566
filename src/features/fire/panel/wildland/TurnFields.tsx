import { spanText } from '#model/span.ts';
import { useAppStore, useText } from '#store/use-store.tsx';
import { Button, IconButton, Note, Row, Slider, Stack } from '#ui';
import { windMessages } from '../../messages/wind.ts';
import { changeWildland, type WildlandWeather } from '../../state/wildland.ts';
import { useSpeed, windNameOf } from '../use-fire.ts';
import { wildlandWords as words } from './messages.ts';
import { useWildland } from './use-wildland.ts';

const STEP_S = 900;
const QUARTER = Math.PI / 2;

/** Winds after the first: when they come, from where, how strong. */
export function TurnFields({ now }: { readonly now: WildlandWeather }) {
  const store = useAppStore();
  const say = useText();
  const speed = useSpeed();
  const { turns, durationS } = useWildland();
  const last = turns.at(-1);
  const set = (at: number, part: Partial<(typeof turns)[number]>) =>
    changeWildland(store, {
      turns: turns
        .map((turn, own) => (own === at ? { ...turn, ...part } : turn))
        .toSorted((a, b) => a.fromS - b.fromS),
    });
  const add = () => {
    const fromS = Math.min((last?.fromS ?? 0) + 3600, durationS - STEP_S);
    const from = last?.fromRad ?? now.fromRad;
    changeWildland(store, {
      turns: [
        ...turns,
        { fromS, speedMs: last?.speedMs ?? now.speedMs, fromRad: (from + QUARTER) % (4 * QUARTER) },
      ],
    });
  };
  return (
    <Stack gap="s">
      {turns.length === 0 && <Note kind="faint">{say(words.noTurns)}</Note>}
      {turns.map(({ fromS, fromRad, speedMs }, at) => {
        const degrees = Math.round((fromRad * 180) / Math.PI) % 360;
        return (
          <Stack key={fromS} gap="s">
            <Slider
              label={say(words.turnAfter)}
              value={fromS}
              min={STEP_S}
              max={durationS}
              step={STEP_S}
              format={(seconds) => say(spanText(seconds))}
              onChange={(next) =>
                !turns.some((turn) => turn.fromS === next) && set(at, { fromS: next })
              }
            />
            <Slider
              label={say(words.windFrom)}
              value={degrees}
              min={0}
              max={355}
              step={5}
              format={(value) =>
                say(windMessages.degrees(windNameOf((value * Math.PI) / 180), value))
              }
              onChange={(value) => set(at, { fromRad: (value * Math.PI) / 180 })}
            />
            <Row gap="s">
              <Slider
                label={say(words.windSpeed)}
                value={speedMs}
                min={0}
                max={25}
                step={0.5}
                format={speed}
                onChange={(value) => set(at, { speedMs: value })}
              />
              <IconButton
                icon="close"
                label={say(words.removeTurn)}
                onClick={() =>
                  changeWildland(store, { turns: turns.filter((_, own) => own !== at) })
                }
              />
            </Row>
          </Stack>
        );
      })}
      <Row>
        <Button icon="wind" disabled={(last?.fromS ?? 0) >= durationS - STEP_S} onClick={add}>
          {say(words.turnIn)}
        </Button>
      </Row>
    </Stack>
  );
}
