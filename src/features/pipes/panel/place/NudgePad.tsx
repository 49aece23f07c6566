import { type KeyboardEvent, useState } from 'react';
import { useText } from '#store/use-store.tsx';
import { IconButton, Row, Segmented } from '#ui';
import type { NetworkMove } from '../../contract/place.ts';
import { nudged } from '../../kernel/place/move-network.ts';
import { messages } from './messages.ts';

interface NudgePadProps {
  readonly move: NetworkMove;
  readonly onMove: (move: NetworkMove) => void;
}

const steps = ['0.1', '1', '10', '100'] as const;
/** Of a metre's step, degrees of turn. */
const TURN_DEG = 0.5;

/** Moves and turns by steps: buttons, and the arrow keys wherever the focus is among them; Shift turns. */
export function NudgePad({ move, onMove }: NudgePadProps) {
  const say = useText();
  const [step, setStep] = useState<(typeof steps)[number]>('1');
  const metres = Number(step);
  const go = (east: number, north: number) => onMove(nudged(move, east * metres, north * metres));
  const turn = (way: number) =>
    onMove({ ...move, turnDeg: move.turnDeg + way * TURN_DEG * Math.min(metres, 10) });
  const onKeyDown = (event: KeyboardEvent) => {
    // The choice of the step has arrow keys of its own.
    if (event.target instanceof HTMLInputElement) return;
    const [east, north] = ways[event.key] ?? [0, 0];
    if (east === 0 && north === 0) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.shiftKey && east !== 0) turn(-east);
    else go(east, north);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out as this is.
    <div role="group" aria-label={say(messages.pad)} onKeyDown={onKeyDown}>
      <Segmented
        label={say(messages.step)}
        value={step}
        options={steps.map((value) => ({ value, label: `${value} m` }))}
        onChange={setStep}
        isWide
      />
      <Row gap="s" isWrapping>
        <IconButton icon="arrow-left" label={say(messages.west)} onClick={() => go(-1, 0)} />
        <IconButton icon="arrow-up" label={say(messages.north)} onClick={() => go(0, 1)} />
        <IconButton icon="arrow-down" label={say(messages.south)} onClick={() => go(0, -1)} />
        <IconButton icon="arrow-right" label={say(messages.east)} onClick={() => go(1, 0)} />
        <IconButton icon="undo" label={say(messages.left)} onClick={() => turn(1)} />
        <IconButton icon="redo" label={say(messages.right)} onClick={() => turn(-1)} />
      </Row>
    </div>
  );
}

const ways: Readonly<Record<string, readonly [east: number, north: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
