import { useState } from 'react';
import { useText } from '#store/use-store.tsx';
import { EmptyState, Segmented, SelectField, Stack, Toggle } from '#ui';
import type { FireFlowResult } from '../../contract/analyses.ts';
import { networkName } from '../../messages/network-name.ts';
import { AnalysisState } from '../analysis/AnalysisState.tsx';
import { analysisMessages } from '../analysis/messages.ts';
import { useAnalysis, useWaterMoment } from '../analysis/use-analysis.ts';
import { useSelectedElement, useWaterNetworks } from '../analysis/use-water.ts';
import { FireFlowTable } from './FireFlowTable.tsx';
import { FlowTestSection } from './FlowTestSection.tsx';
import { messages } from './messages.ts';

export const FIRE_FLOW_RESULT = 'pipes/analysis/fire-flow';
const residuals = { psi20: 20 * 6894.757, kpa140: 140_000 } as const;
type ResidualId = keyof typeof residuals;

/** What hydrants give for fighting a fire. */
export default function FireFlowTool() {
  const say = useText();
  const { networks, shown, choose } = useWaterNetworks();
  const analysis = useAnalysis<FireFlowResult>(FIRE_FLOW_RESULT);
  const moment = useWaterMoment(shown?.network);
  const selected = useSelectedElement(shown?.network);
  const [residual, setResidual] = useState<ResidualId>('kpa140');
  const [isZoneKept, setZoneKept] = useState(true);
  const [which, setWhich] = useState<'all' | 'selected'>('all');
  const isOne = which === 'selected';
  const hydrant = selected?.kind === 'node' ? selected.id : undefined;
  const ask = () => ({
    ...moment(),
    hydrants: isOne && hydrant !== undefined ? [hydrant] : undefined,
    residualPa: residuals[residual],
    zoneMinimumPa: isZoneKept ? residuals[residual] : Number.NEGATIVE_INFINITY,
  });
  const result = analysis.result?.network === shown?.network ? analysis.result : undefined;
  return (
    <Stack gap="m">
      {networks.length > 1 && (
        <SelectField
          label={say(analysisMessages.network)}
          value={shown?.network}
          options={networks.map((one) => ({ value: one.network, label: say(networkName(one)) }))}
          onChange={choose}
        />
      )}
      <Segmented
        label={say(messages.which)}
        value={which}
        options={[
          { value: 'all', label: say(messages.all) },
          { value: 'selected', label: hydrant ?? say(messages.selected) },
        ]}
        onChange={setWhich}
        isWide
      />
      <Segmented
        label={say(messages.residual)}
        value={residual}
        options={(['kpa140', 'psi20'] as const).map((value) => ({
          value,
          label: say(messages[value]),
        }))}
        onChange={setResidual}
        isWide
      />
      <Toggle
        label={say(messages.zone)}
        checked={isZoneKept}
        onChange={setZoneKept}
        hint={say(messages.zoneHint)}
      />
      <AnalysisState
        analysis={analysis}
        isReady={!isOne || hydrant !== undefined}
        onRun={() => analysis.start((line, signal) => line.stream('fireFlow', ask(), { signal }))}
      />
      {result ? (
        <FireFlowTable result={result} ask={ask} />
      ) : (
        analysis.progress === undefined && (
          <EmptyState icon="flame" title={say(messages.nothingYet)}>
            {say(messages.nothingWhy)}
          </EmptyState>
        )
      )}
      <FlowTestSection />
    </Stack>
  );
}
