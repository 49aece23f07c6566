import type { Selected } from '#store/selection.ts';
import { useText } from '#store/use-store.tsx';
import { Banner, EmptyState, PropertyRow, Skeleton, Stack } from '#ui';
import { messages as riskMessages } from '../panel/risk/messages.ts';
import { RiskHonestLine } from '../panel/risk/RiskHonestLine.tsx';
import { useRiskAnswer } from '../panel/risk/use-risk.ts';
import { BuildingFireActs } from './BuildingFireActs.tsx';
import { BuildingFireDetectors } from './BuildingFireDetectors.tsx';
import { BuildingFireHead } from './BuildingFireHead.tsx';
import { BuildingFireReasons } from './BuildingFireReasons.tsx';
import styles from './building-fire.module.css';
import { messages } from './building-messages.ts';

/** The fire risk of a building of the city: how likely, why, what its detectors say, what can be done in the twin. */
export default function BuildingFire({ selected }: { readonly selected: Selected }) {
  const say = useText();
  const { answer: risk, failure, isAsking } = useRiskAnswer('building', { id: selected.id });
  if (!risk) {
    if (failure) return <Banner tone="warning" title={say(riskMessages.failed(failure))} />;
    if (isAsking) return <Skeleton lines={6} />;
    return (
      <EmptyState icon="flame" title={say(messages.none)}>
        {say(messages.noneWhy)}
      </EmptyState>
    );
  }
  return (
    <Stack gap="s">
      {failure && (
        <Banner tone="warning" title={say(riskMessages.failed(failure))}>
          {say(riskMessages.lastStays)}
        </Banner>
      )}
      <BuildingFireHead risk={risk} />
      <BuildingFireActs building={risk.building} />
      <BuildingFireReasons risk={risk} />
      <BuildingFireDetectors detectors={risk.detectors} />
      {risk.lastInspection !== undefined && (
        <dl className={styles.rows}>
          <PropertyRow name={say(messages.lastInspection)}>{risk.lastInspection}</PropertyRow>
        </dl>
      )}
      <RiskHonestLine />
    </Stack>
  );
}
