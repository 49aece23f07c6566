import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { BigButtonList } from '#ui';
import type { OpenNetwork } from '../contract.ts';
import { messages } from '../messages.ts';
import { BURST_TOOL } from '../state/incident.ts';
import { openTool, selectPipes } from '../state.ts';
import { tools } from './tools.ts';

/** What can be done with the networks that are open; the burst first and widest. */
export function ToolList({ networks }: { readonly networks: readonly OpenNetwork[] }) {
  const store = useAppStore();
  const say = useText();
  const hasIncident = useAppState((state) => selectPipes(state).incident !== undefined);
  return (
    <BigButtonList
      label={say(messages.tools)}
      buttons={tools
        .filter((tool) => tool.isAvailable(networks))
        .map(({ id, icon, name, summary }) => ({
          ...{ id, icon, name: say(name) },
          detail: say(id === BURST_TOOL && hasIncident ? messages.incidentRuns : summary),
          kind: id === BURST_TOOL ? 'danger' : 'plain',
          onClick: () => openTool(store, id),
        }))}
    />
  );
}
