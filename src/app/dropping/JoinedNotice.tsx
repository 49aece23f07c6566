import { homeView } from '#scene/camera-pose.ts';
import { flyTo } from '#store/camera.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { openTab } from '#store/workbench.ts';
import { Banner, Button } from '#ui';
import { useParts } from '../parts.tsx';
import { messages } from './messages.ts';
import { FAR_M } from './model-importer.ts';
import { modelMessages } from './model-messages.ts';

/** After a building model came in: what was read, where it stands, and how to change that. */
export function JoinedNotice() {
  const { importer, store, features } = useParts();
  const say = useText();
  const dropping = useAppState((state) => state.dropping);
  const guest = useAppState(({ guests }) =>
    dropping.kind === 'joined' ? guests.find(({ id }) => id === dropping.id) : undefined,
  );
  if (dropping.kind !== 'joined') return null;
  const { id, name, found } = dropping;
  const { verdict, awayM, placement } = found;
  const isFar = awayM > FAR_M;
  const place = features.find((feature) => feature.place)?.place;
  const isPlaceable = guest !== undefined && place !== undefined && (verdict !== 'clear' || isFar);
  const putInPlace = async () => {
    openTab(store, 'layers');
    // Where there are several places to choose from, the layer's card lists them.
    if (verdict !== 'several') (await place?.())?.startPlacing(store, id, placement);
  };
  const words = [
    say(modelMessages.read(found)),
    say(modelMessages.verdicts[verdict]),
    isFar ? say(modelMessages.away(awayM)) : '',
  ];
  return (
    <Banner
      tone={verdict === 'clear' && !isFar ? 'info' : 'warning'}
      title={say(guest ? modelMessages.joined(name) : messages.shown(name))}
      onClose={importer.dismiss}
      actions={
        <>
          {isPlaceable && (
            <Button size="s" kind="primary" onClick={() => void putInPlace()}>
              {say(verdict === 'several' ? modelMessages.choose : modelMessages.putInPlace)}
            </Button>
          )}
          {guest && isFar && (
            <Button size="s" onClick={() => flyTo(store, homeView(guest.manifest))}>
              {say(modelMessages.goThere)}
            </Button>
          )}
          <Button size="s" icon="undo" onClick={() => void importer.forget(id)}>
            {say(messages.remove)}
          </Button>
        </>
      }
    >
      {words.filter((word) => word !== '').join(' ')}
    </Banner>
  );
}
