import { useKit, useWord } from '../kit-context.ts';
import { formatNumber } from './format-quantity.ts';
import styles from './Legend.module.css';
import { LegendClassRow } from './LegendClassRow.tsx';

export interface LegendClass {
  readonly id: string;
  readonly label: string;
  /** CSS colour of the data. */
  readonly colour: string;
  readonly count?: number;
  readonly isHidden?: boolean;
  /** It stands for no one thing, such as all others: no button even where the other classes are. */
  readonly isFixed?: boolean;
}

interface LegendProps {
  readonly title: string;
  readonly unit?: string;
  readonly scale:
    | {
        readonly kind: 'continuous';
        readonly min: number;
        readonly max: number;
        /** CSS colours, evenly spaced from min to max. */
        readonly colours: readonly string[];
        /** Values with a label; min, middle and max where absent. */
        readonly ticks?: readonly number[];
      }
    | { readonly kind: 'classes'; readonly classes: readonly LegendClass[] };
  readonly noData?: { readonly colour: string; readonly count?: number; readonly label?: string };
  /** Makes classes buttons that show and hide. */
  readonly onToggleClass?: (id: string) => void;
}

/** What the colours on the map mean. */
export function Legend({ title, unit, scale, noData, onToggleClass }: LegendProps) {
  const { language } = useKit();
  const say = useWord();
  return (
    <figure className={styles.legend} aria-label={title}>
      <figcaption className={styles.title}>
        {title}
        {unit && <span className={styles.unit}>{unit}</span>}
      </figcaption>
      {scale.kind === 'continuous' ? (
        <div>
          <div
            className={styles.ramp}
            style={{ backgroundImage: `linear-gradient(to right, ${scale.colours.join(', ')})` }}
          />
          <div className={styles.ticks}>
            {(scale.ticks ?? [scale.min, (scale.min + scale.max) / 2, scale.max]).map((tick) => (
              <span
                key={tick}
                className={styles.tick}
                style={{ insetInlineStart: `${position(tick, scale.min, scale.max)}%` }}
              >
                {formatNumber(tick, language)}
              </span>
            ))}
          </div>
        </div>
      ) : (
        <ul className={styles.classes}>
          {scale.classes.map(({ isFixed = false, ...each }) => (
            <LegendClassRow
              key={each.id}
              {...each}
              isIndented={isFixed && onToggleClass !== undefined}
              {...(onToggleClass && !isFixed && { onToggle: () => onToggleClass(each.id) })}
            />
          ))}
        </ul>
      )}
      {noData && (
        <ul className={styles.classes}>
          <LegendClassRow
            label={noData.label ?? say('noData')}
            colour={noData.colour}
            isIndented={onToggleClass !== undefined}
            {...(noData.count !== undefined && { count: noData.count })}
          />
        </ul>
      )}
    </figure>
  );
}

const position = (value: number, min: number, max: number): number =>
  max > min ? ((value - min) / (max - min)) * 100 : 0;
