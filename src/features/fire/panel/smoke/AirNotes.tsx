import { useText } from '#store/use-store.tsx';
import { PropertySection, StatusBadge } from '#ui';
import type { AirReport } from '../../contract/smoke.ts';
import panel from '../panel.module.css';
import { useMomentText, useSpeed, windNameOf } from '../use-fire.ts';
import { messages } from './messages.ts';
import styles from './smoke.module.css';

interface AirNotesProps {
  readonly report: AirReport;
  /** Explosions don't ask for the wind. */
  readonly hasWind?: boolean;
}

/** What the numbers stand on, always beside them: simulated, model, wind and air with their source. */
export function AirLine({ report, hasWind = true }: AirNotesProps) {
  const say = useText();
  const speed = useSpeed();
  const moment = useMomentText();
  const { wind, source, stability, isStabilityGiven, model } = report;
  return (
    <p className={panel.honest}>
      <StatusBadge tone="simulated" word={say(messages.simulated)} isPlain />
      <span>{say(model)}</span>
      {hasWind && (
        <>
          <span>{say(messages.windIs(windNameOf(wind.fromRad), speed(wind.speedMs)))}</span>
          <span>
            {source.kind === 'station'
              ? say(messages.ofStation(source.name, moment(source.timeMs)))
              : say(messages.given)}
          </span>
          <span>{say(messages.stability(stability, isStabilityGiven))}</span>
        </>
      )}
      <span>{say(messages.screening)}</span>
    </p>
  );
}

/** Cautions in full. */
export function Cautions({ report: { cautions } }: { readonly report: AirReport }) {
  const say = useText();
  if (cautions.length === 0) return null;
  return (
    <PropertySection title={say(messages.cautions)} isFree aside={String(cautions.length)}>
      <ul className={styles.cautions}>
        {cautions.map((one) => (
          <li key={one.en}>{say(one)}</li>
        ))}
      </ul>
    </PropertySection>
  );
}
