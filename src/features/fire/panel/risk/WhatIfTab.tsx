import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, IconButton, Note, Row, Stack } from '#ui';
import type { RiskChange } from '../../contract/risk.ts';
import { inputNameOf } from '../../kernel/risk/term-names.ts';
import { dropChange, dropChanges, keyOfChange } from '../../state/change-risk.ts';
import { selectFire } from '../../state.ts';
import { Comparison } from './Comparison.tsx';
import { whatIfMessages as messages } from './messages-what-if.ts';
import styles from './risk.module.css';
import { TryForm } from './TryForm.tsx';

/** A sprinkler here, an engine there, another fact: the city as it is against the city with the changes. */
export function WhatIfTab() {
  const say = useText();
  const store = useAppStore();
  const changes = useAppState((state) => selectFire(state).risk.changes);
  const words = useChangeWords();
  return (
    <Stack gap="s">
      <Note kind="faint">{say(messages.hint)}</Note>
      <TryForm />
      {changes.length === 0 ? (
        <Note kind="faint">{say(messages.empty)}</Note>
      ) : (
        <>
          <Note>{say(messages.changes)}</Note>
          <ul className={styles.plain} aria-label={say(messages.changes)}>
            {changes.map((change) => (
              <li key={keyOfChange(change)}>
                <span>{words(change)}</span>
                <IconButton
                  icon="close"
                  size="s"
                  label={say(messages.remove(words(change)))}
                  onClick={() => dropChange(store, keyOfChange(change))}
                />
              </li>
            ))}
          </ul>
          <Row gap="s" isWrapping>
            <Button icon="trash" onClick={() => dropChanges(store)}>
              {say(messages.removeAll)}
            </Button>
          </Row>
          <Comparison changes={changes} />
        </>
      )}
    </Stack>
  );
}

function useChangeWords(): (change: RiskChange) => string {
  const say = useText();
  return (change) => {
    switch (change.kind) {
      case 'sprinkler':
        return say(messages.sprinkler(change.building.name));
      case 'fact':
        return say(
          messages.factIs(
            change.building.name,
            say(inputNameOf(change.factor)),
            String(change.value),
          ),
        );
      case 'engine':
        return change.name;
    }
  };
}
