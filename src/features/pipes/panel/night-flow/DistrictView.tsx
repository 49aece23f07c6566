import { useMemo } from 'react';
import { useAppStore, useText } from '#store/use-store.tsx';
import {
  Button,
  formatQuantity,
  IconButton,
  ItemList,
  ItemRow,
  Note,
  PropertyRow,
  PropertySection,
  Row,
  Stack,
  TimeSeriesChart,
  useKit,
} from '#ui';
import type { DistrictReport, NightReport } from '../../contract/night-flow.ts';
import { openTool } from '../../state.ts';
import { showElement } from '../use-element.ts';
import { useLine } from '../use-line.ts';
import { useMeasure, useMoment, useQuantity, useTimeZone } from '../use-words.ts';
import { lossAKm } from './district-figures.ts';
import { messages } from './messages.ts';

interface DistrictViewProps {
  readonly report: NightReport;
  readonly district: DistrictReport;
}

const DAY_MS = 86_400_000;

/** One district: its nights as a chart, what was found, where it is metered. */
export function DistrictView({ report, district }: DistrictViewProps) {
  const say = useText();
  const store = useAppStore();
  const line = useLine();
  const measure = useMeasure();
  const quantity = useQuantity();
  const moment = useMoment();
  const { name, nights, meters, stepAtMs } = district;
  const show = (key: string) => line && void showElement(store, line, key);
  const flow = (value: number) => (Number.isNaN(value) ? undefined : measure(value, 'm³/s'));
  const volume = (value: number, decimals: number) =>
    Number.isNaN(value) ? undefined : quantity(value, 'm³', { decimals });
  return (
    <Stack gap="m">
      {nights.length === 0 ? (
        <Note>{say(messages.noNight)}</Note>
      ) : (
        <NightChart report={report} district={district} />
      )}
      <PropertySection
        title={name}
        aside={`${say(messages.nights)}: ${nights.length}`}
        footer={
          <Row gap="s" isWrapping>
            <Button icon="focus" onClick={() => show(meters[0]?.key ?? '')}>
              {say(messages.show)}
            </Button>
            <Button icon="radar" onClick={() => openTool(store, 'leak')}>
              {say(messages.search)}
            </Button>
          </Row>
        }
      >
        <PropertyRow name={say(messages.loss)}>{flow(district.excessM3s)}</PropertyRow>
        <PropertyRow name={say(messages.minimum)}>{flow(district.minimumM3s)}</PropertyRow>
        <PropertyRow name={say(messages.legitimate)} source={say(messages.useShort)}>
          {flow(district.legitimateM3s)}
        </PropertyRow>
        <PropertyRow name={say(messages.lossADay)}>{volume(district.lossM3ADay, 0)}</PropertyRow>
        <PropertyRow name={say(messages.lossAKm)}>{volume(lossAKm(district), 1)}</PropertyRow>
        <PropertyRow name={say(messages.trend)}>{flow(district.trendM3sADay)}</PropertyRow>
        <PropertyRow name={say(messages.stepName)}>
          {stepAtMs === undefined
            ? say(messages.steady)
            : say(messages.step(measure(district.stepM3s, 'm³/s'), moment(stepAtMs)))}
        </PropertyRow>
        <PropertyRow name={say(messages.customers)}>
          {quantity(district.customers, '', { decimals: 0 })}
        </PropertyRow>
        <PropertyRow name={say(messages.length)}>
          {measure(district.lengthM, 'm', 'length')}
        </PropertyRow>
      </PropertySection>
      {district.skipped > 0 && <Note kind="faint">{say(messages.skipped(district.skipped))}</Note>}
      <ItemList label={say(messages.meters)}>
        {meters.map((meter) => (
          <ItemRow
            key={meter.key}
            lead="gauge"
            name={meter.name}
            details={[say(meter.isInflow ? messages.inflow : messages.outflow)]}
            actions={
              <IconButton
                icon="focus"
                label={`${say(messages.show)}: ${meter.name}`}
                onClick={() => show(meter.key)}
              />
            }
          />
        ))}
      </ItemList>
    </Stack>
  );
}

/** Least flow of each night, against what people may use. */
function NightChart({ report, district }: DistrictViewProps) {
  const say = useText();
  const { language } = useKit();
  const timeZone = useTimeZone();
  const { nights, legitimateM3s, name } = district;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with the language alone.
  const series = useMemo(
    () => [
      {
        ...{ id: 'minimum', name: say(messages.minimum) },
        timeMs: Float64Array.from(nights, ({ atMs }) => atMs),
        value: Float64Array.from(nights, ({ minimumM3s }) => 1000 * minimumM3s),
      },
    ],
    [nights, language],
  );
  return (
    <TimeSeriesChart
      label={say(messages.chart(name))}
      series={series}
      formatValue={(value) => formatQuantity(value, 'L/s', language, { decimals: 2 })}
      fromMs={Math.min(report.fromMs, (nights[0]?.atMs ?? report.fromMs) - DAY_MS / 2)}
      toMs={report.toMs}
      timeZone={timeZone}
      limits={[
        {
          ...{ value: 1000 * legitimateM3s, name: say(messages.legitimateLimit) },
          tone: 'warning',
        },
      ]}
      height="9rem"
    />
  );
}
