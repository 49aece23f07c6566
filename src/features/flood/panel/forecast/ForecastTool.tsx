import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, Note, SelectField, Stack } from '#ui';
import { timeUnitIds } from '../../kernel/series/quantities.ts';
import { forecastMessages as messages } from '../../messages/forecast.ts';
import { quantityNames } from '../../messages/series.ts';
import { selectFlood } from '../../state.ts';
import { useMoment } from '../use-flood.ts';
import { begin } from './begin.ts';
import { CityForecasts } from './CityForecasts.tsx';
import { ColumnPart } from './ColumnPart.tsx';
import { TableField } from './TableField.tsx';
import { DRAWN, LEFT_OUT, type PastedForecast, useForecast } from './use-forecast.ts';

/** A forecast that others made: a table of times and values becomes boundaries, and the run begins. */
export default function ForecastTool() {
  const say = useText();
  const { text } = useAppState((state) => selectFlood(state).pasted);
  const { read, choose, setTimeUnit } = useForecast();
  return (
    <Stack gap="m">
      <CityForecasts />
      <TableField text={text} fault={read && !read.ok ? read.reason : undefined} />
      {read?.ok && (
        <>
          <Times forecast={read.value} onTimeUnit={setTimeUnit} />
          {read.value.columns.map((chosen, at) => (
            <ColumnPart
              // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their order and have no other name.
              key={at}
              forecast={read.value}
              chosen={chosen}
              onChoose={(choice) => choose(at, choice)}
            />
          ))}
          <Start forecast={read.value} />
        </>
      )}
      <Note kind="faint">{say(messages.note)}</Note>
    </Stack>
  );
}

interface TimesProps {
  readonly forecast: PastedForecast;
  readonly onTimeUnit: (id: string) => void;
}

/** From when to when, and how its times were read. */
function Times({ forecast, onTimeUnit }: TimesProps) {
  const say = useText();
  const moment = useMoment();
  const timeZone = useAppState(({ city }) => city?.manifest.timeZone ?? 'UTC');
  const { table, times, beginMs, presentMs, timeUnit } = forecast;
  const { startMs, timeS } = times;
  const endMs = startMs + (timeS.at(-1) ?? 0) * 1000;
  const isNumbers = table.times.kind === 'numbers';
  return (
    <>
      {table.times.kind === 'numbers' && table.times.unitS === undefined && (
        <SelectField
          label={say(messages.timeUnit)}
          hint={say(messages.unitAssumed)}
          value={timeUnit}
          options={timeUnitIds.map((value) => ({ value, label: say(messages.timeUnits[value]) }))}
          onChange={onTimeUnit}
        />
      )}
      <Note>
        {say(messages.span(timeS.length, moment(startMs), moment(endMs)))}{' '}
        {isNumbers && say(messages.elapsed)}
        {table.times.kind === 'moments' && !table.times.hasZone && say(messages.cityTime(timeZone))}{' '}
        {!isNumbers && endMs <= presentMs && say(messages.past)}
        {!isNumbers && beginMs > startMs && say(messages.spinUp(moment(beginMs)))}
      </Note>
    </>
  );
}

function Start({ forecast }: { readonly forecast: PastedForecast }) {
  const store = useAppStore();
  const say = useText();
  const used = forecast.columns.filter(({ place }) => place !== LEFT_OUT);
  const isBroken = used.some(({ course }) => !course.ok);
  const isDrawn = used.some(({ place }) => place === DRAWN);
  const from = useAppState((state) => selectFlood(state).pasted.from);
  const name = from || used.map(({ quantity }) => say(quantityNames[quantity])).join(', ');
  return (
    <>
      {used.length === 0 && <Note>{say(messages.nothing)}</Note>}
      <Button
        kind="primary"
        size="l"
        icon={isDrawn ? 'pencil' : 'play'}
        disabled={used.length === 0 || isBroken}
        onClick={() => begin(store, forecast, say(messages.runName(name)), (text) => say(text))}
      >
        {say(isDrawn ? messages.startDrawing : messages.start)}
      </Button>
    </>
  );
}
