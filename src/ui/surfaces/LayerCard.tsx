import { type ReactNode, useId } from 'react';
import { classNames } from '../class-names.ts';
import { StatusBadge } from '../feedback/StatusBadge.tsx';
import type { Tone } from '../feedback/tone.ts';
import { Slider } from '../fields/Slider.tsx';
import { Toggle } from '../fields/Toggle.tsx';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/icons.ts';
import { useWord } from '../kit-context.ts';
import styles from './LayerCard.module.css';

interface LayerCardProps {
  readonly icon: IconName;
  readonly name: string;
  /** One faint line below the name: count, freshness. */
  readonly detail?: ReactNode;
  readonly status?: { readonly tone: Tone; readonly word: string } | undefined;
  readonly isOn: boolean;
  readonly onToggle: (isOn: boolean) => void;
  /** 0 … 1 */
  readonly opacity?: number;
  readonly onOpacityChange?: (opacity: number) => void;
  readonly isExpanded?: boolean;
  readonly onExpandedChange?: (isExpanded: boolean) => void;
  /** Small buttons in the head: zoom to, more. */
  readonly actions?: ReactNode;
  /** Legend, filter, style; in sight while expanded. */
  readonly children?: ReactNode;
}

const percent = (share: number) => `${Math.round(share * 100)}%`;

/** One layer of the workbench. */
export function LayerCard({
  icon,
  name,
  detail,
  status,
  isOn,
  onToggle,
  opacity,
  onOpacityChange,
  isExpanded = false,
  onExpandedChange,
  actions,
  children,
}: LayerCardProps) {
  const say = useWord();
  const bodyId = useId();
  return (
    <article className={classNames(styles.card, !isOn && styles.off)} aria-label={name}>
      <div className={styles.head}>
        {onExpandedChange ? (
          <button
            type="button"
            className={styles.name}
            aria-expanded={isExpanded}
            aria-controls={isExpanded ? bodyId : undefined}
            onClick={() => onExpandedChange(!isExpanded)}
          >
            <span className={styles.chevron}>
              <Icon name="chevron-right" size="s" />
            </span>
            <CardName icon={icon} name={name} detail={detail} />
          </button>
        ) : (
          <span className={styles.name}>
            <CardName icon={icon} name={name} detail={detail} />
          </span>
        )}
        {status && <StatusBadge tone={status.tone} word={status.word} />}
        {actions && <span className={styles.actions}>{actions}</span>}
        <Toggle
          label={`${say('show')}: ${name}`}
          isLabelHidden
          checked={isOn}
          onChange={onToggle}
        />
      </div>
      {isExpanded && (
        <div className={styles.body} id={bodyId}>
          {opacity !== undefined && onOpacityChange && (
            <Slider
              label={say('opacity')}
              value={opacity}
              onChange={onOpacityChange}
              format={percent}
              disabled={!isOn}
            />
          )}
          {children}
        </div>
      )}
    </article>
  );
}

function CardName({
  icon,
  name,
  detail,
}: {
  readonly icon: IconName;
  readonly name: string;
  readonly detail: ReactNode;
}) {
  return (
    <>
      <span className={styles.icon}>
        <Icon name={icon} />
      </span>
      <span className={styles.words}>
        <span className={styles.title}>{name}</span>
        {detail && <span className={styles.detail}>{detail}</span>}
      </span>
    </>
  );
}
