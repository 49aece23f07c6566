import { useStore } from 'zustand';
import { useText } from '#store/use-store.tsx';
import { Banner, Button, Dialog, PropertySection, Spinner, Stack } from '#ui';
import { useParts } from '../../parts.tsx';
import { messages } from '../messages.ts';
import { networkMessages } from './messages.ts';
import { NetworkAssumptions, NetworkFindings } from './NetworkFindings.tsx';
import { NetworkMapping } from './NetworkMapping.tsx';
import { NetworkPlace } from './NetworkPlace.tsx';

/** Before dropped networks open: what is in them, what has to be asked, what was assumed, what is wrong. */
export function NetworkDialog({ name }: { readonly name: string }) {
  const { importer } = useParts();
  const say = useText();
  const { preview, isLooking, sentence } = useStore(importer.networks.drop);
  const isReady = !isLooking && preview !== undefined && preview.reports.length > 0;
  return (
    <Dialog
      isOpen
      size="l"
      title={say(networkMessages.title(name))}
      onClose={importer.dismiss}
      actions={
        <>
          <Button onClick={importer.dismiss}>{say(messages.cancel)}</Button>
          <Button kind="primary" disabled={!isReady} onClick={() => void importer.openNetworks()}>
            {say(networkMessages.open)}
          </Button>
        </>
      }
    >
      <Stack>
        {sentence !== undefined && <Banner tone="warning" title={sentence} />}
        {isLooking && <Spinner label={say(networkMessages.looking)} />}
        {preview && (
          <>
            <Found />
            <NetworkPlace />
            {preview.layers.map((layer) => (
              <NetworkMapping key={layer.file} layer={layer} />
            ))}
            <NetworkAssumptions />
            <NetworkFindings />
          </>
        )}
      </Stack>
    </Dialog>
  );
}

function Found() {
  const { importer } = useParts();
  const say = useText();
  const { preview } = useStore(importer.networks.drop);
  const reports = preview?.reports ?? [];
  return (
    <PropertySection title={say(networkMessages.found)} isFree>
      {reports.length === 0 ? (
        <p>{say(networkMessages.empty)}</p>
      ) : (
        <ul>
          {reports.map(({ id, name, counts, lengthM }) => (
            <li key={id}>
              <strong>{name}</strong>{' '}
              {say(
                networkMessages.counts(
                  counts.pipes,
                  lengthM / 1000,
                  counts.nodes,
                  counts.devices + counts.valves,
                ),
              )}
            </li>
          ))}
        </ul>
      )}
    </PropertySection>
  );
}
