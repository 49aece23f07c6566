import { useState } from 'react';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, IconButton, ItemList, ItemRow, Menu, Note, Row, Stack } from '#ui';
import type { FloodScenario } from '../contract.ts';
import { kindNames } from '../messages/parts.ts';
import { messages } from '../messages.ts';
import { startDrawing } from '../state/draw.ts';
import { drawnKinds } from '../state/initial.ts';
import { partsOf, placesOf, type ScenarioPart } from '../state/parts.ts';
import { removePart } from '../state/scenarios.ts';
import { faultsOf } from '../state/validate.ts';
import { partIcons } from './hazard-icons.ts';
import { lookAt } from './look-at.ts';
import styles from './panel.module.css';
import { PartEditor } from './parts/PartEditor.tsx';
import { usePartSummary } from './parts/use-part-summary.ts';

/** Everything that happens in the scenario, each with its figures; what is drawn on the globe is here too. */
export function PartList({ scenario }: { readonly scenario: FloodScenario }) {
  const store = useAppStore();
  const say = useText();
  const parts = partsOf(scenario);
  const faults = faultsOf(scenario);
  return (
    <Stack gap="s">
      {faults
        .filter(({ part }) => part === '')
        .map(({ text }) => (
          <p key={text.en} className={styles.fault} role="alert">
            {say(text)}
          </p>
        ))}
      {parts.length === 0 && <Note kind="faint">{say(messages.noParts)}</Note>}
      <ItemList label={say(messages.parts)}>
        {parts.map((part) => (
          <PartRow
            key={part.id}
            part={part}
            faults={faults.filter((fault) => fault.part === part.id)}
          />
        ))}
      </ItemList>
      <Row gap="s">
        <Menu
          label={say(messages.addPart)}
          items={drawnKinds
            .filter((kind) => kind !== 'gauge')
            .map((kind) => ({
              id: kind,
              label: say(kindNames[kind]),
              icon: partIcons[kind],
              onSelect: () => startDrawing(store, kind),
            }))}
          trigger={
            <Button icon="plus" iconAfter="chevron-down">
              {say(messages.addPart)}
            </Button>
          }
        />
      </Row>
    </Stack>
  );
}

interface PartRowProps {
  readonly part: ScenarioPart;
  readonly faults: ReturnType<typeof faultsOf>;
}

function PartRow({ part, faults }: PartRowProps) {
  const store = useAppStore();
  const say = useText();
  const summary = usePartSummary();
  const [isOpen, setOpen] = useState(false);
  const isSelected = useAppState(({ selection }) =>
    selection.some(({ feature, id }) => feature === 'flood' && id === `part/${part.id}`),
  );
  const [place] = placesOf(part);
  return (
    <ItemRow
      lead={partIcons[part.kind]}
      name={part.name}
      details={[say(kindNames[part.kind]), ...summary(part)]}
      actions={
        <>
          {place && (
            <IconButton
              size="s"
              icon="focus"
              label={say(messages.find(part.name))}
              onClick={() => lookAt(store, place)}
            />
          )}
          <IconButton
            size="s"
            icon="pencil"
            label={say(messages.edit(part.name))}
            isExpanded={isOpen || isSelected}
            onClick={() => setOpen(!isOpen)}
          />
          <IconButton
            size="s"
            icon="trash"
            label={say(messages.removePart(part.name))}
            onClick={() => removePart(store, part.id)}
          />
        </>
      }
    >
      {(isOpen || isSelected) && <PartEditor part={part} />}
      {faults.map(({ text }) => (
        <p key={text.en} className={styles.fault} role="alert">
          {say(text)}
        </p>
      ))}
    </ItemRow>
  );
}
