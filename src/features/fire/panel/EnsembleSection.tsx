import { useFrame } from '#scene/use-frames.tsx';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, Note, Progress, PropertyRow, Row, Stack } from '#ui';
import { FIRE_ENSEMBLE, type SpreadEnsemble } from '../contract/spread.ts';
import type { FireScenario } from '../contract.ts';
import { countReaching, percentiles } from '../kernel/percentiles.ts';
import { steerMessages as messages } from '../messages/steer.ts';
import { wantMembers } from '../state/fires.ts';
import { changeLook, selectFire } from '../state.ts';
import { useCount } from './use-fire.ts';

const sizes = [20, 100] as const;
const shares = [0.1, 0.5, 0.9] as const;

/** The same fire many times over: how far its outcomes lie apart, member by member. */
export function EnsembleSection({ fire }: { readonly fire: FireScenario }) {
  const store = useAppStore();
  const say = useText();
  const wanted = useAppState((state) => selectFire(state).members);
  const colours = useAppState((state) => selectFire(state).look.buildings === 'probability');
  const found = useFrame<SpreadEnsemble>(FIRE_ENSEMBLE);
  const ensemble = found?.scenario === fire.id && found.done > 0 ? found : undefined;
  const isRunning = wanted > 0 && (ensemble?.done ?? 0) < wanted;
  return (
    <Stack gap="s">
      <Note kind="faint">{say(messages.ensembleHint)}</Note>
      <Row gap="s" isWrapping>
        {!isRunning &&
          sizes.map((size) => (
            <Button key={size} icon="play" onClick={() => wantMembers(store, size)}>
              {say(messages.runMembers(size))}
            </Button>
          ))}
        {isRunning && (
          <Button icon="square" onClick={() => wantMembers(store, 0)}>
            {say(messages.cancel)}
          </Button>
        )}
        {ensemble && (
          <Button
            icon="palette"
            isPressed={colours}
            onClick={() => changeLook(store, { buildings: colours ? 'auto' : 'probability' })}
          >
            {say(messages.colourProbability)}
          </Button>
        )}
      </Row>
      {isRunning && (
        <Progress
          label={say(messages.ensembleProgress)}
          value={(ensemble?.done ?? 0) / wanted}
          detail={say(messages.members(ensemble?.done ?? 0, wanted))}
        />
      )}
      {ensemble && <EnsembleNumbers ensemble={ensemble} />}
    </Stack>
  );
}

function EnsembleNumbers({ ensemble }: { readonly ensemble: SpreadEnsemble }) {
  const say = useText();
  const count = useCount();
  const apart = percentiles(ensemble.burnt, ensemble.done);
  const reaching = countReaching(ensemble.burnProbability, shares);
  if (!apart) return null;
  return (
    <dl>
      <PropertyRow name={say(messages.ensembleProgress)}>
        {say(messages.members(ensemble.done, ensemble.members))}
      </PropertyRow>
      <PropertyRow name={say(messages.low)}>{count(apart.low)}</PropertyRow>
      <PropertyRow name={say(messages.middle)}>{count(apart.middle)}</PropertyRow>
      <PropertyRow name={say(messages.high)}>{count(apart.high)}</PropertyRow>
      {shares.map((share, at) => (
        <PropertyRow key={share} name={say(messages.reaching(`${share * 100} %`))}>
          {count(reaching[at] ?? 0)}
        </PropertyRow>
      ))}
    </dl>
  );
}
