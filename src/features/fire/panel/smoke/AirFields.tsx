import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, NumberField, Segmented, SelectField, Slider } from '#ui';
import type { ReleaseScenario } from '../../contract/smoke.ts';
import { weatherAt } from '../../state/weather.ts';
import { useMomentText } from '../use-fire.ts';
import { messages } from './messages.ts';
import styles from './smoke.module.css';

const classes = ['auto', 'A', 'B', 'C', 'D', 'E', 'F'] as const;

interface AirFieldsProps {
  readonly release: ReleaseScenario;
  readonly onChange: (part: Partial<ReleaseScenario>) => void;
}

/** When it begins, what wind and air it meets, how high it leaves. */
export function AirFields({ release, onChange }: AirFieldsProps) {
  const store = useAppStore();
  const say = useText();
  const moment = useMomentText();
  const now = useAppState(({ clock }) => Math.round(clock.now / 60_000) * 60_000);
  const { wind, cloud, stability, startMs, kind, at, heightM } = release;
  const drifts = kind === 'plume' || kind === 'puff' || kind === 'dense-gas';
  const give = (how: 'live' | 'given') => {
    const { speedMs, fromRad } = weatherAt(store.getState(), at);
    onChange({ wind: how === 'live' ? 'live' : { speedMs, fromRad } });
  };
  return (
    <>
      <Button icon="clock" onClick={() => onChange({ startMs: now })}>
        {`${say(messages.restart)} (${say(messages.beganAt(moment(startMs)))})`}
      </Button>
      {drifts && (
        <>
          <Segmented
            label={say(messages.wind)}
            value={wind === 'live' ? 'live' : 'given'}
            options={[
              { value: 'live', label: say(messages.live) },
              { value: 'given', label: say(messages.giveWind) },
            ]}
            onChange={give}
            isWide
          />
          {wind !== 'live' && (
            <div className={styles.pair}>
              <NumberField
                {...{ label: say(messages.windSpeed), unit: 'm/s', value: wind.speedMs }}
                {...{ min: 0, max: 60, decimals: 1 }}
                onChange={(speedMs) =>
                  speedMs !== undefined && onChange({ wind: { ...wind, speedMs } })
                }
              />
              <NumberField
                {...{ label: say(messages.windFrom), unit: '°', min: 0, max: 360, decimals: 0 }}
                value={Math.round((wind.fromRad * 180) / Math.PI) % 360}
                onChange={(degrees) =>
                  degrees !== undefined &&
                  onChange({ wind: { ...wind, fromRad: (degrees * Math.PI) / 180 } })
                }
              />
            </div>
          )}
          <Slider
            label={say(messages.cloud)}
            value={cloud}
            max={1}
            step={0.05}
            format={(value) => `${Math.round(value * 100)} %`}
            onChange={(value) => onChange({ cloud: value })}
          />
          <SelectField
            label={say(messages.stabilityClass)}
            value={stability}
            options={classes.map((value) => ({
              ...{ value, label: value === 'auto' ? say(messages.auto) : value },
            }))}
            onChange={(value) => onChange({ stability: value })}
          />
        </>
      )}
      {(kind === 'plume' || kind === 'puff') && (
        <NumberField
          {...{ label: say(messages.height), unit: 'm', value: heightM, min: 0, max: 300 }}
          onChange={(value) => value !== undefined && onChange({ heightM: value })}
        />
      )}
    </>
  );
}
