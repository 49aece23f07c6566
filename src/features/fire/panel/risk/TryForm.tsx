import { useState } from 'react';
import { type StaticFactor, staticFactors } from '#simulation/fire/risk/factors.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Banner, Button, EmptyState, NumberField, Row, SelectField, Skeleton, Stack } from '#ui';
import type { BuildingRef } from '../../contract.ts';
import { coefficientUnits } from '../../kernel/colours/risk-limits.ts';
import { inputNameOf } from '../../kernel/risk/term-names.ts';
import { tryChange } from '../../state/change-risk.ts';
import { selectFire } from '../../state.ts';
import { messages } from './messages.ts';
import { whatIfMessages } from './messages-what-if.ts';
import { CITY } from './select-building.ts';
import { useRiskAnswer } from './use-risk.ts';

/** What can be tried: on the building that is selected, and with the stand-by places that were put up. */
export function TryForm() {
  const say = useText();
  const store = useAppStore();
  const [only, ...others] = useAppState((state) => state.selection);
  const standBy = useAppState((state) => selectFire(state).response.added);
  const id = only?.feature === CITY && others.length === 0 ? only.id : '';
  const { answer, failure, isAsking } = useRiskAnswer('building', { id }, { isWanted: id !== '' });
  const building = answer?.building;
  return (
    <Stack gap="s">
      {failure && <Banner tone="warning" title={say(messages.failed(failure))} />}
      {building ? (
        <BuildingTries key={building.id} building={building} />
      ) : id !== '' && isAsking ? (
        <Skeleton lines={3} />
      ) : (
        <EmptyState icon="building" title={say(whatIfMessages.selectOne)}>
          {say(whatIfMessages.selectOneWhy)}
        </EmptyState>
      )}
      {standBy.length > 0 && (
        <Row gap="s" isWrapping>
          {standBy.map((place) => {
            const name = say(whatIfMessages.standBy(place.name));
            return (
              <Button
                key={place.id}
                icon="fire-engine"
                onClick={() => tryChange(store, { kind: 'engine', at: place.at, name })}
              >
                {name}
              </Button>
            );
          })}
        </Row>
      )}
    </Stack>
  );
}

function BuildingTries({ building }: { readonly building: BuildingRef }) {
  const say = useText();
  const store = useAppStore();
  const [factor, setFactor] = useState<StaticFactor>('openViolations');
  const [value, setValue] = useState<number | undefined>(0);
  return (
    <Stack gap="s">
      <strong>{building.name}</strong>
      <Row gap="s" isWrapping>
        <Button icon="droplet" onClick={() => tryChange(store, { kind: 'sprinkler', building })}>
          {say(whatIfMessages.trySprinkler)}
        </Button>
        <Button
          icon="fire-engine"
          onClick={() =>
            tryChange(store, {
              kind: 'engine',
              at: building.at,
              name: say(whatIfMessages.engineAt(building.name)),
            })
          }
        >
          {say(whatIfMessages.tryEngine)}
        </Button>
      </Row>
      <Row gap="s" isWrapping>
        <SelectField<StaticFactor>
          label={say(whatIfMessages.fact)}
          value={factor}
          options={staticFactors.map((one) => ({ value: one, label: say(inputNameOf(one)) }))}
          onChange={(next) => {
            setFactor(next);
            setValue(0);
          }}
        />
        <NumberField
          label={say(whatIfMessages.value)}
          value={value}
          min={0}
          step={factor.endsWith('Share') ? 0.1 : 1}
          hint={coefficientUnits.get(`${factor}.max`)}
          onChange={setValue}
        />
      </Row>
      <Button
        icon="adjust"
        disabled={value === undefined}
        onClick={() =>
          value !== undefined && tryChange(store, { kind: 'fact', building, factor, value })
        }
      >
        {say(whatIfMessages.tryFact)}
      </Button>
    </Stack>
  );
}
