import { useState } from 'react';
import { useAppStore, useText } from '#store/use-store.tsx';
import { Button, Row, Slider, Stack } from '#ui';
import type { FireScenario } from '../contract.ts';
import { steerMessages as messages } from '../messages/steer.ts';
import { shortenWater } from '../state/steer.ts';
import { useFireTimeS, useSince } from './use-fire.ts';

const percent = (share: number) => `${Math.round(share * 100)} %`;

interface WaterFormProps {
  readonly fire: FireScenario;
  readonly onDone: () => void;
}

/** Says how much of the wanted water the supply gives from the shown time on. */
export function WaterForm({ fire, onDone }: WaterFormProps) {
  const store = useAppStore();
  const say = useText();
  const since = useSince();
  const timeS = useFireTimeS();
  const now = fire.water.findLast(({ fromS }) => fromS <= timeS)?.share ?? 1;
  const [share, setShare] = useState(now === 1 ? 0.5 : now);
  const give = (next: number) => {
    shortenWater(store, next);
    onDone();
  };
  return (
    <Stack gap="s">
      <Slider
        label={say(messages.waterShare)}
        value={share}
        step={0.05}
        format={percent}
        onChange={setShare}
      />
      <Row gap="s" isWrapping>
        <Button kind="primary" icon="droplet" onClick={() => give(share)}>
          {say(messages.waterFrom(percent(share), since(timeS)))}
        </Button>
        {now < 1 && <Button onClick={() => give(1)}>{say(messages.allWater)}</Button>}
      </Row>
    </Stack>
  );
}
