import { useMemo } from 'react';
import { useAppState, useText } from '#store/use-store.tsx';
import {
  formatNumber,
  formatQuantity,
  NumberField,
  SelectField,
  Stack,
  TimeSeriesChart,
} from '#ui';
import { seriesQuantities, unitsOf } from '../../kernel/series/quantities.ts';
import { forecastMessages as messages } from '../../messages/forecast.ts';
import { quantityNames } from '../../messages/series.ts';
import styles from '../panel.module.css';
import { type ChosenColumn, DRAWN, LEFT_OUT, type PastedForecast } from './use-forecast.ts';

interface ColumnPartProps {
  readonly forecast: PastedForecast;
  readonly chosen: ChosenColumn;
  readonly onChoose: (
    choice: Partial<Pick<ChosenColumn, 'quantity' | 'place' | 'addedM'>> & {
      readonly unit?: string;
    },
  ) => void;
}

const si = { level: 'm', flow: 'm³/s', rain: 'mm/h' } as const;

/** One column of the table: what it is, in which unit, where it acts, and its course. */
export function ColumnPart({ forecast, chosen, onChoose }: ColumnPartProps) {
  const say = useText();
  const vertical = useAppState(({ city }) => city?.manifest.crs.vertical ?? '');
  const { column, quantity, unit, place, places, addedM, course } = chosen;
  const isAssumed = column.unit === undefined;
  const name = say(column.name);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out as this is.
    <div role="group" aria-label={name} className={styles.column}>
      <Stack gap="s">
        <span className={styles.name}>{name}</span>
        <div className={styles.fields}>
          <SelectField
            label={say(messages.quantity)}
            value={quantity}
            options={seriesQuantities.map((value) => ({ value, label: say(quantityNames[value]) }))}
            onChange={(next) => {
              const found = seriesQuantities.find((one) => one === next);
              if (found) onChoose({ quantity: found });
            }}
          />
          <SelectField
            label={say(messages.unit)}
            {...(isAssumed && { hint: say(messages.unitAssumed) })}
            value={unit.id}
            options={unitsOf(quantity).map(({ id, name: label }) => ({ value: id, label }))}
            onChange={(next) => onChoose({ unit: next })}
          />
        </div>
        <SelectField
          label={say(messages.where)}
          value={place}
          options={[
            ...places.map(({ id, name: label }) => ({ value: id, label: say(label) })),
            { value: DRAWN, label: say(messages.drawn) },
            { value: LEFT_OUT, label: say(messages.leftOut) },
          ]}
          onChange={(next) => onChoose({ place: next })}
        />
        {quantity === 'level' && place !== LEFT_OUT && (
          <NumberField
            label={say(messages.added)}
            hint={say(messages.addedHint(vertical))}
            value={addedM}
            unit="m"
            decimals={3}
            onChange={(next) => next !== undefined && onChoose({ addedM: next })}
          />
        )}
        {course.ok ? (
          place !== LEFT_OUT && <CourseChart forecast={forecast} chosen={chosen} />
        ) : (
          <p className={styles.fault} role="alert">
            {say(course.reason)}
          </p>
        )}
      </Stack>
    </div>
  );
}

function CourseChart({ forecast, chosen }: Pick<ColumnPartProps, 'forecast' | 'chosen'>) {
  const say = useText();
  const language = useAppState(({ preferences }) => preferences.language);
  const timeZone = useAppState(({ city }) => city?.manifest.timeZone ?? 'UTC');
  const { startMs } = forecast.times;
  const { course, quantity } = chosen;
  const name = say(quantityNames[quantity]);
  const points = course.ok ? course.value : [];
  const series = useMemo(
    () => [
      {
        ...{ id: name, name },
        timeMs: Float64Array.from(points, ([timeS]) => startMs + timeS * 1000),
        value: Float64Array.from(points, ([, value]) => value),
      },
    ],
    [points, name, startMs],
  );
  const values = points.map(([, value]) => value);
  const figure = (value: number) => formatNumber(value, language, { decimals: 2 });
  const unit = si[quantity];
  return (
    <>
      <p className={styles.small}>
        {say(messages.range(figure(Math.min(...values)), figure(Math.max(...values)), unit))}
      </p>
      <TimeSeriesChart
        label={name}
        series={series}
        formatValue={(value) => formatQuantity(value, unit, language, { decimals: 2 })}
        fromMs={startMs}
        toMs={startMs + (points.at(-1)?.[0] ?? 1) * 1000}
        timeZone={timeZone}
        markMs={forecast.presentMs}
        height="7rem"
      />
    </>
  );
}
