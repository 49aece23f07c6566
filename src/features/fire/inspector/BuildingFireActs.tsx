import { showLayer } from '#store/layers.ts';
import { useAppStore, useText } from '#store/use-store.tsx';
import { openCard } from '#store/workbench.ts';
import { BigButton, Stack } from '#ui';
import { type BuildingRef, FIRE } from '../contract.ts';
import { aimAt } from '../state/change-response.ts';
import { showRisk, tryChange } from '../state/change-risk.ts';
import { ignite } from '../state/fires.ts';
import { openTool } from '../state.ts';
import { messages } from './building-messages.ts';

/** Id of the tool in `panel/tools.ts`. */
const RESPONSE_TOOL = 'response';

/** What can be done with the building in the twin. */
export function BuildingFireActs({ building }: { readonly building: BuildingRef }) {
  const say = useText();
  const store = useAppStore();
  const open = () => {
    showLayer(store, FIRE, true);
    openCard(store, FIRE);
  };
  return (
    <Stack gap="s">
      <BigButton
        kind="danger"
        icon="flame"
        name={say(messages.ignite)}
        detail={say(messages.igniteDetail)}
        onClick={() => ignite(store, building)}
      />
      <BigButton
        icon="fire-engine"
        name={say(messages.response)}
        detail={say(messages.responseDetail)}
        onClick={() => {
          aimAt(store, building);
          openTool(store, RESPONSE_TOOL);
          open();
        }}
      />
      <BigButton
        icon="droplet"
        name={say(messages.sprinkler)}
        detail={say(messages.sprinklerDetail)}
        onClick={() => {
          tryChange(store, { kind: 'sprinkler', building });
          showRisk(store, 'what-if');
          open();
        }}
      />
    </Stack>
  );
}
