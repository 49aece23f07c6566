import { useState } from 'react';
import { useText } from '#store/use-store.tsx';
import { EmptyState, SelectField, Stack } from '#ui';
import { AreaTable } from './AreaTable.tsx';
import { ForecastSection } from './ForecastSection.tsx';
import { messages } from './messages.ts';
import { PumpTable } from './PumpTable.tsx';
import { ResidualTable } from './ResidualTable.tsx';
import { StateSection } from './StateSection.tsx';
import { TankTable } from './TankTable.tsx';
import { useMatches, useReports } from './use-supply.ts';

/** How water is supplied now, and hours ahead. */
export default function SupplyTool() {
  const say = useText();
  const reports = useReports();
  const matches = useMatches();
  const [chosen, setChosen] = useState<string>();
  const shown = chosen !== undefined && reports.has(chosen) ? chosen : [...reports.keys()][0];
  const report = shown === undefined ? undefined : reports.get(shown);
  const match = matches.find(({ network }) => network === shown);
  if (!report || !match) {
    return (
      <EmptyState icon="droplet" title={say(messages.waiting)}>
        {say(messages.waitingWhy)}
      </EmptyState>
    );
  }
  return (
    <Stack gap="none">
      {reports.size > 1 && (
        <SelectField
          label={say(messages.network)}
          value={report.network}
          options={[...reports.keys()].map((id) => ({ value: id, label: id }))}
          onChange={setChosen}
        />
      )}
      <StateSection report={report} match={match} />
      <AreaTable areas={report.areas} usual={report.demandFactor} />
      <TankTable tanks={report.tanks} />
      <PumpTable pumps={report.pumps} />
      <ResidualTable residuals={report.residuals} />
      <ForecastSection key={report.network} report={report} match={match} />
    </Stack>
  );
}
