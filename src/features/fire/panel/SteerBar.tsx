import { useState } from 'react';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, ButtonGrid, type IconName, Stack } from '#ui';
import type { FireScenario } from '../contract.ts';
import { steerMessages as messages } from '../messages/steer.ts';
import { whatIf } from '../state/fires.ts';
import { undo } from '../state/steer.ts';
import { selectFire } from '../state.ts';
import { DefendForm } from './DefendForm.tsx';
import { EnginesForm } from './EnginesForm.tsx';
import styles from './panel.module.css';
import { WaterForm } from './WaterForm.tsx';
import { WindForm } from './WindForm.tsx';

const forms = ['wind', 'engines', 'defend', 'water'] as const;
type Form = (typeof forms)[number];
const icons: Readonly<Record<Form, IconName>> = {
  wind: 'wind',
  engines: 'fire-engine',
  defend: 'shield',
  water: 'droplet',
};

/** What can be done to the fire now; each from the shown moment on, each taken back with one press. */
export function SteerBar({ fire }: { readonly fire: FireScenario }) {
  const store = useAppStore();
  const say = useText();
  const [open, setOpen] = useState<Form>();
  const hasPast = useAppState((state) => (selectFire(state).past[fire.id]?.length ?? 0) > 0);
  const close = () => setOpen(undefined);
  return (
    <section aria-label={say(messages.steer)}>
      <Stack gap="s">
        <ButtonGrid>
          {forms.map((form) => (
            <Button
              key={form}
              icon={icons[form]}
              isExpanded={open === form}
              onClick={() => setOpen(open === form ? undefined : form)}
            >
              {say(messages[form])}
            </Button>
          ))}
          <Button icon="compare" onClick={() => whatIf(store)}>
            {say(messages.whatIf)}
          </Button>
          {hasPast && (
            <Button kind="quiet" icon="undo" onClick={() => undo(store)}>
              {say(messages.undo)}
            </Button>
          )}
        </ButtonGrid>
        {open && (
          <div className={styles.actions}>
            {open === 'wind' && <WindForm fire={fire} onDone={close} />}
            {open === 'engines' && <EnginesForm onDone={close} />}
            {open === 'defend' && <DefendForm onDone={close} />}
            {open === 'water' && <WaterForm fire={fire} onDone={close} />}
          </div>
        )}
      </Stack>
    </section>
  );
}
