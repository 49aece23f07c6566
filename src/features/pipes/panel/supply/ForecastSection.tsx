import { useText } from '#store/use-store.tsx';
import { Banner, Note, Progress, PropertySection, Stack } from '#ui';
import type { SupplyReport, WaterMatch } from '../../contract/water.ts';
import { ForecastForm } from './ForecastForm.tsx';
import { messages } from './messages.ts';
import { RunResult } from './RunResult.tsx';
import { useForecast } from './use-forecast.ts';
import { useRun } from './use-supply.ts';

interface ForecastSectionProps {
  readonly report: SupplyReport;
  readonly match: WaterMatch;
}

/** Runs the network hours ahead and lets a person scrub through what comes. */
export function ForecastSection({ report, match }: ForecastSectionProps) {
  const say = useText();
  const forecast = useForecast(report.network);
  const run = useRun(report.network);
  return (
    <PropertySection title={say(messages.forecast)} isFree>
      <Stack gap="m">
        <Note kind="faint">{say(messages.forecastWhy)}</Note>
        <ForecastForm match={match} forecast={forecast} />
        {forecast.progress !== undefined && (
          <Progress label={say(messages.beingRun)} value={forecast.progress} />
        )}
        {forecast.failure !== undefined && (
          <Banner tone="critical" title={say(messages.runFailed(forecast.failure))} />
        )}
        {run && <RunResult run={run} onClose={forecast.close} />}
      </Stack>
    </PropertySection>
  );
}
