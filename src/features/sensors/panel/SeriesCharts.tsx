import { useMemo } from 'react';
import { simulatedPastSpacing } from '#contract/past-spacing.ts';
import { findObservedProperty, type ObservedPropertyId } from '#model/observed-property.ts';
import { useFrame } from '#scene/use-frames.tsx';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import {
  Banner,
  formatQuantity,
  Note,
  type SeriesLimit,
  Skeleton,
  Stack,
  TimeSeriesChart,
  useKit,
} from '#ui';
import { SENSOR_SERIES, type SensorColumns, type SeriesFrame } from '../contract.ts';
import { spanMs, toChart } from '../kernel/series.ts';
import { messages } from '../messages.ts';
import { MOST_CHARTED, selectSensors, setZoom } from '../state.ts';
import { limitsOf } from './limits.ts';
import { useTimeZone } from './use-words.ts';

interface SeriesChartsProps {
  readonly sensors: SensorColumns;
  /** Rows of the datastreams; those of one property share a chart. */
  readonly rows: readonly number[];
  readonly height?: string;
}

/** One chart for each property, all over the same time. */
export function SeriesCharts({ sensors, rows, height = '9rem' }: SeriesChartsProps) {
  const say = useText();
  const frame = useFrame<SeriesFrame>(SENSOR_SERIES);
  const { isSeriesLoading, seriesFailure } = useAppState((state) => selectSensors(state).report);
  const groups = new Map<ObservedPropertyId, number[]>();
  for (const row of rows) {
    const property = sensors.rows.property[row];
    if (property) groups.set(property, [...(groups.get(property) ?? []), row]);
  }
  const isOneSensor = new Set(rows.map((row) => sensors.rows.sensor[row])).size === 1;
  if (seriesFailure) {
    return <Banner tone="critical" title={say(messages.chartFailed(seriesFailure))} />;
  }
  if (!frame) return isSeriesLoading ? <Skeleton lines={4} /> : null;
  return (
    <Stack gap="m">
      {[...groups].map(([property, ofProperty]) => (
        <PropertyChart
          key={property}
          property={property}
          sensors={sensors}
          rows={ofProperty}
          frame={frame}
          height={height}
          isOneSensor={isOneSensor}
        />
      ))}
      {frame.everyS > 0 && (
        <Note kind="faint">{say(messages.thinned(everyText(frame.everyS)))}</Note>
      )}
    </Stack>
  );
}

const everyText = (seconds: number) =>
  seconds < 60 ? `${seconds} s` : seconds < 3600 ? `${seconds / 60} min` : `${seconds / 3600} h`;

const MINUTE_MS = 60_000;

interface PropertyChartProps extends Required<SeriesChartsProps> {
  readonly property: ObservedPropertyId;
  readonly frame: SeriesFrame;
  readonly isOneSensor: boolean;
}

function PropertyChart({
  property,
  sensors,
  rows,
  frame,
  height,
  isOneSensor,
}: PropertyChartProps) {
  const store = useAppStore();
  const say = useText();
  const { language } = useKit();
  const timeZone = useTimeZone();
  const { span, zoom } = useAppState((state) => selectSensors(state));
  const { name, shown, states } = findObservedProperty(property);
  const drawn = rows.slice(0, MOST_CHARTED);
  // By the minute: the age of what is drawn needs no more, and a chart is not made anew each second.
  const presentMs = useAppState(
    ({ clock }) => Math.ceil((clock.source?.now ?? clock.now) / MINUTE_MS) * MINUTE_MS,
  );
  const series = useMemo(
    () =>
      rows.slice(0, MOST_CHARTED).flatMap((row) => {
        const readings = frame.series.get(sensors.rows.number[row] ?? -1);
        if (!readings) return [];
        const intervalS = sensors.rows.intervalS[row] ?? 1;
        const sensor = sensors.rows.sensor[row] ?? 0;
        return [
          {
            id: String(sensors.rows.number[row]),
            // Of one sensor the property tells the lines apart, of several the sensor does.
            name: isOneSensor ? name[language] : (sensors.name[sensor] ?? ''),
            ...toChart(readings, property, {
              intervalS,
              everyS: frame.everyS,
              apartS: (timeMs) =>
                sensors.isSimulated ? simulatedPastSpacing((presentMs - timeMs) / 1000) : 0,
            }),
            ...(states && { isStepped: true }),
          },
        ];
      }),
    [frame, rows, sensors, property, states, isOneSensor, language, name, presentMs],
  );
  const [only] = drawn;
  const limits: readonly SeriesLimit[] =
    drawn.length === 1 && only !== undefined
      ? limitsOf(sensors.rows.thresholds[only], property).map(({ name: word, ...limit }) => ({
          ...limit,
          name: say(word),
        }))
      : [];
  const whole = zoom ? wholeAround(frame, zoom, spanMs[span]) : frame;
  const isEmpty = series.every(({ timeMs }) => timeMs.length === 0);
  return (
    <div>
      {!isOneSensor && <Note kind="faint">{say(name)}</Note>}
      <TimeSeriesChart
        label={say(messages.chartOf(say(name)))}
        series={series}
        formatValue={(value) =>
          states?.find((state) => state.value === value)?.name[language] ??
          formatQuantity(value, shown.symbol, language, { decimals: shown.digits })
        }
        fromMs={whole.fromMs}
        toMs={whole.toMs}
        timeZone={timeZone}
        limits={limits}
        syncKey="sensors"
        height={height}
        onRangeChange={(range) => {
          const isWhole = range.fromMs <= whole.fromMs && range.toMs >= whole.toMs;
          setZoom(store, isWhole ? undefined : range);
        }}
      />
      {isEmpty && <Note kind="faint">{say(messages.noReadingsThen)}</Note>}
      {drawn.length < rows.length && (
        <Note kind="faint">{say(messages.firstOnly(drawn.length, rows.length))}</Note>
      )}
    </div>
  );
}

/** The whole span while only a part of it is fetched: as long as it was, with the part in it. */
function wholeAround(
  frame: SeriesFrame,
  zoom: { readonly fromMs: number; readonly toMs: number },
  lengthMs: number,
): { readonly fromMs: number; readonly toMs: number } {
  const isWhole = Math.abs(frame.toMs - frame.fromMs - lengthMs) < 1;
  if (isWhole) return frame;
  const middle = (zoom.fromMs + zoom.toMs) / 2;
  return { fromMs: middle - lengthMs / 2, toMs: middle + lengthMs / 2 };
}
