import type { KeyboardEvent, PointerEvent } from 'react';
import { classNames } from '../class-names.ts';
import { Icon } from '../icons/Icon.tsx';
import styles from './SplitHandle.module.css';

interface SplitHandleProps {
  readonly label: string;
  /** `vertical` is an upright bar that moves left and right. */
  readonly orientation?: 'vertical' | 'horizontal';
  /** Share of the surrounding element before the handle, 0 … 1. */
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly min?: number;
  readonly max?: number;
  /** `floating` lies over both sides, e.g. to swipe between scenarios. */
  readonly kind?: 'inline' | 'floating';
}

/** Divides its parent in two; dragged, or moved by arrow keys. */
export function SplitHandle({
  label,
  orientation = 'vertical',
  value,
  onChange,
  min = 0,
  max = 1,
  kind = 'inline',
}: SplitHandleProps) {
  const isUpright = orientation === 'vertical';
  const moveTo = (share: number) => onChange(Math.min(max, Math.max(min, share)));

  const drag = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const room = event.currentTarget.parentElement?.getBoundingClientRect();
    if (!room) return;
    moveTo(
      isUpright
        ? (event.clientX - room.left) / room.width
        : (event.clientY - room.top) / room.height,
    );
  };

  const handleKey = (event: KeyboardEvent) => {
    const step = event.shiftKey ? 0.1 : 0.02;
    const targets: Record<string, number> = {
      [isUpright ? 'ArrowLeft' : 'ArrowUp']: value - step,
      [isUpright ? 'ArrowRight' : 'ArrowDown']: value + step,
      Home: min,
      End: max,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    moveTo(target);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: an hr can't be moved.
    <div
      className={classNames(styles.handle, styles[orientation], styles[kind])}
      style={kind === 'floating' ? { [isUpright ? 'left' : 'top']: `${value * 100}%` } : undefined}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={orientation}
      aria-valuenow={Math.round(value * 100)}
      aria-valuemin={Math.round(min * 100)}
      aria-valuemax={Math.round(max * 100)}
      onKeyDown={handleKey}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
    >
      <span className={styles.grip}>
        <Icon name={isUpright ? 'grip' : 'grip-horizontal'} size="s" />
      </span>
    </div>
  );
}
