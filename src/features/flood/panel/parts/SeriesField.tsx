import type { Text } from '#model/text.ts';
import { useText } from '#store/use-store.tsx';
import { Button, IconButton, NumberField, Row, Stack } from '#ui';
import type { TimeSeries } from '../../contract.ts';
import { partMessages as messages } from '../../messages/parts.ts';
import styles from '../panel.module.css';

interface SeriesFieldProps {
  readonly label: Text;
  readonly unit: string;
  readonly series: TimeSeries;
  readonly onChange: (series: TimeSeries) => void;
}

/** Values over time, row by row: linear between, the first before and the last after them. */
export function SeriesField({ label, unit, series, onChange }: SeriesFieldProps) {
  const say = useText();
  const set = (row: number, point: readonly [number, number]) =>
    onChange(series.map((one, at) => (at === row ? point : one)));
  const [lastS, lastValue] = series.at(-1) ?? [0, 0];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out as this is.
    <div role="group" aria-label={say(label)}>
      <Stack gap="s">
        {series.map(([timeS, value], row) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name, and keep their order.
            key={row}
            className={styles.series}
          >
            <NumberField
              label={say(row === 0 ? messages.time : messages.rowTime(row + 1))}
              isLabelHidden={row > 0}
              value={Math.round((timeS / 60) * 100) / 100}
              unit="min"
              onChange={(minutes) => minutes !== undefined && set(row, [minutes * 60, value])}
            />
            <NumberField
              label={say(row === 0 ? label : messages.rowValue(row + 1))}
              isLabelHidden={row > 0}
              value={Math.round(value * 1000) / 1000}
              unit={unit}
              onChange={(next) => next !== undefined && set(row, [timeS, next])}
            />
            <IconButton
              size="s"
              icon="minus"
              label={say(messages.removeRow(row + 1))}
              disabled={series.length === 1}
              onClick={() => onChange(series.filter((_, at) => at !== row))}
            />
          </div>
        ))}
        <Row>
          <Button
            size="s"
            icon="plus"
            onClick={() => onChange([...series, [lastS + 1800, lastValue]])}
          >
            {say(messages.addRow)}
          </Button>
        </Row>
      </Stack>
    </div>
  );
}
