import { useState } from 'react';
import type { StoredPlacement } from '#contract/bim-model.ts';
import type { ModelPoint } from '#model/model-moves.ts';
import { useText } from '#store/use-store.tsx';
import { IconButton, type IconName, Segmented } from '#ui';
import { moveDraft, turnDraft } from '../state/placing.ts';
import styles from './placing.module.css';
import { messages } from './placing-messages.ts';

interface PlacingNudgesProps {
  readonly draft: StoredPlacement;
  readonly pivot: ModelPoint;
  readonly onChange: (draft: StoredPlacement) => void;
}

const steps = ['0.1', '1', '10'] as const;

/** A step north, south, east, west, up, down, or a turn: for those who have no pointer, and for the last inch. */
export function PlacingNudges({ draft, pivot, onChange }: PlacingNudgesProps) {
  const say = useText();
  const [step, setStep] = useState<(typeof steps)[number]>('1');
  const size = Number(step);
  const move = (icon: IconName, label: string, [east, north, up]: ModelPoint) => (
    <IconButton
      icon={icon}
      label={`${label}, ${step} m`}
      onClick={() => onChange(moveDraft(draft, pivot, [east * size, north * size, up * size]))}
    />
  );
  const turn = (icon: IconName, label: string, sign: number) => (
    <IconButton
      icon={icon}
      label={`${label}, ${step}°`}
      onClick={() => onChange(turnDraft(draft, pivot, sign * size))}
    />
  );
  return (
    <fieldset className={styles.nudges} aria-label={say(messages.nudge)}>
      <div className={styles.cross}>
        <span className={styles.north}>{move('arrow-up', say(messages.north), [0, 1, 0])}</span>
        <span className={styles.west}>{move('arrow-left', say(messages.west), [-1, 0, 0])}</span>
        <span className={styles.middle} aria-hidden>
          N
        </span>
        <span className={styles.east}>{move('arrow-right', say(messages.east), [1, 0, 0])}</span>
        <span className={styles.south}>{move('arrow-down', say(messages.south), [0, -1, 0])}</span>
      </div>
      <div className={styles.column}>
        {move('chevron-up', say(messages.up), [0, 0, 1])}
        {move('chevron-down', say(messages.down), [0, 0, -1])}
      </div>
      <div className={styles.column}>
        {turn('undo', say(messages.left), 1)}
        {turn('redo', say(messages.right), -1)}
      </div>
      <Segmented
        label={say(messages.step)}
        value={step}
        options={steps.map((value) => ({ value, label: value }))}
        onChange={setStep}
      />
    </fieldset>
  );
}
