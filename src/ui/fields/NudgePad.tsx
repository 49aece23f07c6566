import { useState } from 'react';
import { IconButton } from '../actions/IconButton.tsx';
import type { IconName } from '../icons/icons.ts';
import { useWord } from '../kit-context.ts';
import styles from './NudgePad.module.css';
import { Segmented } from './Segmented.tsx';

interface NudgePadProps {
  /** m, and degrees of a turn up to ten. */
  readonly steps: readonly number[];
  readonly onMove: (eastM: number, northM: number, upM: number) => void;
  /** Counter-clockwise. */
  readonly onTurn: (byDeg: number) => void;
}

const MOST_DEG = 10;

/** A step north, south, east, west, up, down, or a turn: for those who have no pointer, and for the last inch. */
export function NudgePad({ steps, onMove, onTurn }: NudgePadProps) {
  const word = useWord();
  const [chosen, setStep] = useState('1');
  const step = Number(chosen);
  const stepDeg = Math.min(step, MOST_DEG);
  const move = (icon: IconName, label: string, east: number, north: number, up: number) => (
    <IconButton
      icon={icon}
      label={`${label}, ${step} m`}
      onClick={() => onMove(east * step, north * step, up * step)}
    />
  );
  const turn = (icon: IconName, label: string, sign: number) => (
    <IconButton
      icon={icon}
      label={`${label}, ${stepDeg}°`}
      onClick={() => onTurn(sign * stepDeg)}
    />
  );
  return (
    <fieldset className={styles.pad} aria-label={word('moveAndTurn')}>
      <div className={styles.cross}>
        <span className={styles.north}>{move('arrow-up', word('north'), 0, 1, 0)}</span>
        <span className={styles.west}>{move('arrow-left', word('west'), -1, 0, 0)}</span>
        <span className={styles.middle} aria-hidden>
          N
        </span>
        <span className={styles.east}>{move('arrow-right', word('east'), 1, 0, 0)}</span>
        <span className={styles.south}>{move('arrow-down', word('south'), 0, -1, 0)}</span>
      </div>
      <div className={styles.column}>
        {move('chevron-up', word('up'), 0, 0, 1)}
        {move('chevron-down', word('down'), 0, 0, -1)}
      </div>
      <div className={styles.column}>
        {turn('undo', word('turnLeft'), 1)}
        {turn('redo', word('turnRight'), -1)}
      </div>
      <Segmented
        label={word('step')}
        value={chosen}
        options={steps.map((one) => ({ value: String(one), label: String(one) }))}
        onChange={setStep}
      />
    </fieldset>
  );
}
