import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Stack, Tabs } from '#ui';
import { showRiskPart } from '../../state/change-risk.ts';
import { selectFire } from '../../state.ts';
import { CoefficientsTab } from './CoefficientsTab.tsx';
import { ListTab } from './ListTab.tsx';
import { messages } from './messages.ts';
import { PlanTab } from './PlanTab.tsx';
import { RiskHonestLine } from './RiskHonestLine.tsx';
import { WhatIfTab } from './WhatIfTab.tsx';

/** Which buildings are likely to burn, what to visit next, what a change would do, and the figures behind it. */
export default function RiskTool() {
  const say = useText();
  const store = useAppStore();
  const { part, changes } = useAppState((state) => selectFire(state).risk);
  return (
    <Stack gap="s">
      <RiskHonestLine />
      <Tabs
        label={say(messages.parts)}
        value={part}
        onChange={(next) => showRiskPart(store, next)}
        tabs={[
          { id: 'list', label: say(messages.list), panel: <ListTab /> },
          { id: 'plan', label: say(messages.plan), panel: <PlanTab /> },
          {
            id: 'what-if',
            label: say(messages.whatIf),
            ...(changes.length > 0 && { count: changes.length }),
            panel: <WhatIfTab />,
          },
          {
            id: 'coefficients',
            label: say(messages.coefficients),
            panel: <CoefficientsTab />,
          },
        ]}
      />
    </Stack>
  );
}
