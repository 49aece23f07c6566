import { useText } from '#store/use-store.tsx';
import { IconButton, NumberField, Row, Slider } from '#ui';
import type { SectionBox, SectionPlane } from '../contract.ts';
import { messages } from '../messages.ts';
import {
  axes,
  flipPlane,
  rangeAlong,
  toAxisPlane,
  toSectionPlane,
} from '../state/section-plane.ts';
import styles from './panel.module.css';

interface PlaneRowProps {
  readonly plane: SectionPlane;
  readonly bounds: SectionBox;
  /** Undefined takes the plane away. */
  readonly onChange: (plane: SectionPlane | undefined) => void;
}

const STEP_M = 0.05;

/** One plane: dragged by a slider, set by a number, turned round, taken away. */
export function PlaneRow({ plane, bounds, onChange }: PlaneRowProps) {
  const say = useText();
  const across = toAxisPlane(plane);
  const atM = across?.atM ?? plane.distanceM;
  const name = say(across ? messages.planeAt(axes[across.axis]) : messages.planeSlanted);
  const [least, greatest] = rangeAlong(
    bounds,
    across ? toSectionPlane({ ...across, isFlipped: false }).normal : plane.normal,
  );
  const move = (to: number) =>
    onChange(
      across ? toSectionPlane({ ...across, atM: to }) : { normal: plane.normal, distanceM: to },
    );
  return (
    <fieldset className={styles.plane} aria-label={name}>
      <Row spread="between">
        <span>{name}</span>
        <span className={styles.buttons}>
          <IconButton
            size="s"
            icon="flip"
            label={`${say(messages.flip)}: ${name}`}
            isPressed={across?.isFlipped}
            onClick={() => onChange(flipPlane(plane))}
          />
          <IconButton
            size="s"
            icon="close"
            label={`${say(messages.remove)}: ${name}`}
            onClick={() => onChange(undefined)}
          />
        </span>
      </Row>
      <Row gap="m">
        <div className={styles.grow}>
          <Slider
            label={`${name}: ${say(messages.position)}`}
            isLabelHidden
            value={atM}
            min={Math.min(atM, Math.floor(least))}
            max={Math.max(atM, Math.ceil(greatest))}
            step={STEP_M}
            format={(value) => `${value.toFixed(2)} m`}
            onChange={move}
          />
        </div>
        <div className={styles.number}>
          <NumberField
            label={`${name}: ${say(messages.position)}`}
            isLabelHidden
            value={atM}
            unit="m"
            step={0.1}
            decimals={2}
            onChange={(value) => value !== undefined && move(value)}
          />
        </div>
      </Row>
    </fieldset>
  );
}
