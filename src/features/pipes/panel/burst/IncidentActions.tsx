import { useState } from 'react';
import { useAppStore, useText } from '#store/use-store.tsx';
import { Button, Note, Stack } from '#ui';
import type { BurstIncident } from '../../contract/burst.ts';
import { undoOf } from '../../kernel/incident-log.ts';
import { burstMessages as messages } from '../../messages/burst.ts';
import { act, undo } from '../../state/incident.ts';
import { phaseOf } from './phase.ts';
import { WorkOrderSheet } from './sheet/WorkOrderSheet.tsx';
import type { ShownIncident } from './use-incident.ts';

interface IncidentActionsProps {
  readonly incident: BurstIncident;
  readonly shown: ShownIncident;
}

/** What comes after the valves: work order, repair, the end; and one step back. */
export function IncidentActions({ incident, shown }: IncidentActionsProps) {
  const store = useAppStore();
  const say = useText();
  const [isSheetOpen, setSheetOpen] = useState(false);
  const { state, plan, isReplay } = shown;
  if (!state) return null;
  const phase = phaseOf(state, plan?.isolation);
  const canAct = !isReplay && state.endedAtMs === undefined;
  const openSheet = () => {
    const isIssued = incident.steps.some(({ act: { kind } }) => kind === 'workOrder');
    if (canAct && !isIssued) act(store, { kind: 'workOrder', text: orderNumber(incident) });
    setSheetOpen(true);
  };
  return (
    <Stack gap="s">
      {canAct && phase !== 'repaired' && phase !== 'supplied' && (
        <Button
          size="l"
          icon="check"
          isWide
          kind={phase === 'closed' ? 'primary' : 'secondary'}
          onClick={() => act(store, { kind: 'repaired' })}
        >
          {say(messages.repaired)}
        </Button>
      )}
      {canAct && phase === 'supplied' && (
        <>
          <Note kind="faint">{say(messages.endHint)}</Note>
          <Button
            size="l"
            kind="primary"
            icon="flag"
            isWide
            onClick={() => act(store, { kind: 'ended' })}
          >
            {say(messages.end)}
          </Button>
        </>
      )}
      {canAct && undoOf(incident.steps) && (
        <Button size="l" icon="undo" isWide onClick={() => undo(store)}>
          {say(messages.undo)}
        </Button>
      )}
      <Button size="l" icon="printer" isWide onClick={openSheet}>
        {say(messages.workOrder)}
      </Button>
      {isSheetOpen && (
        <WorkOrderSheet incident={incident} shown={shown} onClose={() => setSheetOpen(false)} />
      )}
    </Stack>
  );
}

/** Short enough to be said over the radio. */
export const orderNumber = ({ key }: BurstIncident): string => `B-${key.slice(0, 6).toUpperCase()}`;
