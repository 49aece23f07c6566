import type { Text } from '#model/text.ts';
import { useAppStore, useText } from '#store/use-store.tsx';
import {
  Button,
  IconButton,
  type IconName,
  ItemList,
  ItemRow,
  Note,
  NumberField,
  Stack,
} from '#ui';
import type { FireScenario } from '../contract.ts';
import { actsOf, type DoneAct, keyOfAct } from '../kernel/acts.ts';
import { steerMessages as messages } from '../messages/steer.ts';
import { seek } from '../state/clock.ts';
import { type FireAct, removeAct, setDefenceFlow } from '../state/steer.ts';
import { useFlow, useSince, useSpeed, windNameOf } from './use-fire.ts';
import { WaterNow } from './WaterNow.tsx';

const icons: Readonly<Record<DoneAct['kind'], IconName>> = {
  ignition: 'flame',
  wind: 'wind',
  water: 'droplet',
  engine: 'fire-engine',
  defence: 'shield',
};

/** Everything that was done, in order of time: gone to, or taken back. */
export function ActList({ fire }: { readonly fire: FireScenario }) {
  const say = useText();
  const acts = actsOf(fire);
  if (acts.length === 0) return <Note kind="faint">{say(messages.noActs)}</Note>;
  return (
    <Stack gap="s">
      <ItemList label={say(messages.acts)}>
        {acts.map((act) => (
          <ActRow key={keyOfAct(act)} act={act} />
        ))}
      </ItemList>
      <WaterNow />
    </Stack>
  );
}

function ActRow({ act }: { readonly act: DoneAct }) {
  const store = useAppStore();
  const say = useText();
  const since = useSince();
  const words = say(useActWords()(act));
  return (
    <ItemRow
      lead={icons[act.kind]}
      name={words}
      more={
        <Button size="s" kind="quiet" icon="clock" onClick={() => seek(store, act.atS)}>
          {say(messages.goTo(since(act.atS)))}
        </Button>
      }
      actions={
        <IconButton
          size="s"
          icon="trash"
          label={say(messages.removeAct(words))}
          onClick={() => removeAct(store, toFireAct(act))}
        />
      }
    >
      {act.kind === 'defence' && (
        <NumberField
          label={say(messages.defenceFlow(act.defence.name))}
          value={act.defence.flowLs}
          unit="L/s"
          min={1}
          step={10}
          onChange={(flowLs) => flowLs && setDefenceFlow(store, act.defence.id, flowLs)}
        />
      )}
    </ItemRow>
  );
}

function useActWords(): (act: DoneAct) => Text {
  const speed = useSpeed();
  const flow = useFlow();
  return (act) => {
    switch (act.kind) {
      case 'ignition':
        return messages.actIgnition(act.name);
      case 'wind':
        return messages.actWind(windNameOf(act.wind.fromRad), speed(act.wind.speedMs));
      case 'water':
        return messages.actWater(`${Math.round(act.water.share * 100)} %`);
      case 'engine':
        return messages.actEngine(act.engine.name, flow(act.engine.flowLs));
      case 'defence':
        return messages.actDefence(act.defence.name, flow(act.defence.flowLs));
    }
  };
}

function toFireAct(act: DoneAct): FireAct {
  switch (act.kind) {
    case 'ignition':
      return { kind: 'ignition', building: act.building };
    case 'wind':
    case 'water':
      return { kind: act.kind, fromS: act.atS };
    case 'engine':
      return { kind: 'engine', id: act.engine.id };
    case 'defence':
      return { kind: 'defence', id: act.defence.id };
  }
}
