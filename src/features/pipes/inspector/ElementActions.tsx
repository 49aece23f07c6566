import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { openCard } from '#store/workbench.ts';
import { Button, type MenuItem } from '#ui';
import type { ElementDetails } from '../contract/answers.ts';
import { inspectorMessages as messages } from '../messages/inspector.ts';
import { tools } from '../panel/tools.ts';
import { flyToPlace } from '../panel/use-element.ts';
import { useNetworks } from '../panel/use-line.ts';
import { act, selectIncidentState, startBurst } from '../state/incident.ts';
import { PIPES } from '../state/selected.ts';
import { openTool, selectPipes } from '../state.ts';

import styles from './inspector.module.css';

const utilitiesThatBreak = new Set(['water', 'reclaimed', 'gas', 'heatSupply', 'heatReturn']);

/** What can be done at this element: the likeliest as buttons, the rest behind one. */
export function ElementActions({ details }: { readonly details: ElementDetails }) {
  const store = useAppStore();
  const say = useText();
  const networks = useNetworks();
  const { kind, key, utility, type } = details;
  const isPipe = kind === 'link' && type === 'pipe';
  const open = (tool: string) => {
    openTool(store, tool);
    openCard(store, PIPES);
  };
  const offered = (id: string) =>
    tools.some((tool) => tool.id === id && tool.isAvailable(networks));
  const items: MenuItem[] = [
    { id: 'trace', label: say(messages.trace), icon: 'route' as const },
    ...(utility === 'water' && kind === 'node'
      ? [
          { id: 'fire-flow', label: say(messages.fireFlow), icon: 'fire-engine' as const },
          { id: 'contamination', label: say(messages.contamination), icon: 'droplet' as const },
        ]
      : []),
    ...(kind === 'link'
      ? [{ id: 'section', label: say(messages.section), icon: 'section' as const }]
      : []),
  ]
    .filter(({ id }) => offered(id))
    .map((item) => ({ ...item, onSelect: () => open(item.id) }));
  return (
    <div>
      <div className={styles.actions}>
        {isPipe && utilitiesThatBreak.has(utility) && (
          <Button
            kind="danger"
            size="l"
            icon="incident"
            onClick={() => {
              startBurst(store, key);
              openCard(store, PIPES);
            }}
          >
            {say(messages.burstHere)}
          </Button>
        )}
        {kind === 'valve' && <ValveButtons details={details} />}
        <Button size="l" icon="focus" onClick={() => flyToPlace(store, details.place)}>
          {say(messages.zoom)}
        </Button>
        {items.map((item) =>
          item.kind === 'divider' || item.kind === 'heading' ? null : (
            <Button key={item.id} size="l" icon={item.icon} onClick={item.onSelect}>
              {item.label}
            </Button>
          ),
        )}
      </div>
    </div>
  );
}

/** Turns a valve in the incident that runs; there is nothing to turn without one. */
function ValveButtons({ details }: { readonly details: ElementDetails }) {
  const store = useAppStore();
  const say = useText();
  const network = useAppState((state) => selectPipes(state).incident?.network);
  const closed = useAppState((state) => selectPipes(state).incident?.steps);
  const link = details.neighbours.find(({ role }) => role === 'on')?.id;
  if (network !== details.network || link === undefined || !closed) return null;
  const state = selectIncidentState(store.getState());
  const turned = { valve: details.id, link };
  const isClosed = state?.closed.some(({ valve }) => valve === details.id) === true;
  const isStuck = state?.stuck.some(({ valve }) => valve === details.id) === true;
  return (
    <>
      <Button
        kind="primary"
        size="l"
        icon={isClosed ? 'unlock' : 'lock'}
        onClick={() => act(store, { kind: isClosed ? 'open' : 'close', ...turned })}
      >
        {say(isClosed ? messages.openValve : messages.closeValve)}
      </Button>
      <Button
        size="l"
        icon="warning"
        onClick={() => act(store, { kind: isStuck ? 'turnable' : 'stuck', ...turned })}
      >
        {say(isStuck ? messages.turnableValve : messages.stuckValve)}
      </Button>
    </>
  );
}
