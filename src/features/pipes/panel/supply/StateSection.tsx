import { useText } from '#store/use-store.tsx';
import { Banner, Note, PropertyRow, PropertySection, Quantity, Stack } from '#ui';
import type { SupplyReport, WaterMatch } from '../../contract/water.ts';
import { messages } from './messages.ts';
import { useMoment } from './use-supply.ts';

interface StateSectionProps {
  readonly report: SupplyReport;
  readonly match: WaterMatch;
}

/** Ids that fit in a sentence. */
const MOST_NAMED = 6;

/** Balance of the supply, who has too little, and how far the solution can be trusted. */
export function StateSection({ report, match }: StateSectionProps) {
  const say = useText();
  const moment = useMoment();
  const state = report.staleSinceMs === undefined ? 'simulated' : 'stale';
  const litres = (value: number) => (
    <Quantity value={value * 1000} unit="L/s" decimals={1} state={state} />
  );
  return (
    <PropertySection
      title={say(messages.now)}
      aside={moment(report.atMs)}
      footer={
        <Stack gap="s">
          <Note kind="faint">{say(messages.simulatedBy(report.model, moment(report.atMs)))}</Note>
          <Note kind="faint">{say(messages.limits)}</Note>
          <Findings report={report} match={match} />
        </Stack>
      }
    >
      {report.problem && report.staleSinceMs !== undefined && (
        <Banner tone="stale" title={say(messages.stale(moment(report.staleSinceMs)))}>
          {report.problem.reason}{' '}
          {report.problem.where.length > 0 &&
            say(messages.atElements(report.problem.where.slice(0, MOST_NAMED).join(', ')))}
        </Banner>
      )}
      <PropertyRow name={say(messages.inflow)}>{litres(report.inflowM3s)}</PropertyRow>
      <PropertyRow name={say(messages.fromTanks)}>{litres(report.fromTanksM3s)}</PropertyRow>
      <PropertyRow name={say(messages.asked)}>{litres(report.askedM3s)}</PropertyRow>
      <PropertyRow name={say(messages.delivered)}>{litres(report.deliveredM3s)}</PropertyRow>
      <PropertyRow name={say(messages.lost)}>{litres(report.lostM3s)}</PropertyRow>
      <PropertyRow name={say(messages.demandFactor)}>
        <Quantity value={report.demandFactor * 100} unit="%" decimals={0} />
      </PropertyRow>
      <PropertyRow name={say(messages.noSupply)}>
        <Quantity value={report.noSupplyCustomers} state={state} />
      </PropertyRow>
      <PropertyRow name={say(messages.lowPressure)}>
        <Quantity value={report.lowPressureCustomers} state={state} />
      </PropertyRow>
    </PropertySection>
  );
}

function Findings({ report, match }: StateSectionProps) {
  const say = useText();
  const { onlyInModel, onlyInRegister } = match;
  const { staleSensors, unknownElements } = report;
  const lines = [
    ...report.warnings.map((warning) => say(warning)),
    ...match.warnings,
    ...(staleSensors.length > 0 ? [say(messages.leftOut(staleSensors.length))] : []),
    ...(unknownElements.length > 0
      ? [say(messages.unknown(unknownElements.slice(0, MOST_NAMED).join(', ')))]
      : []),
    ...(onlyInModel.length + onlyInRegister.length > 0
      ? [say(messages.strangers(onlyInModel.length, onlyInRegister.length))]
      : []),
  ];
  return lines.map((line) => (
    <Note key={line} kind="faint">
      {line}
    </Note>
  ));
}
