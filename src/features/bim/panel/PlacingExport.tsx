import { useState } from 'react';
import type { StoredPlacement } from '#contract/bim-model.ts';
import { SOURCE_FILE } from '#conversion/ifc/source-file.ts';
import { useText } from '#store/use-store.tsx';
import { Banner, Button, Note, PropertyRow, Stack, saveBlob, useNotify } from '#ui';
import type { BimModels } from '../session/line.ts';
import { SystemField } from './PlacingFields.tsx';
import styles from './placing.module.css';
import type { Geodesy } from './placing-geodesy.ts';
import { messages } from './placing-messages.ts';

interface PlacingExportProps {
  readonly opened: BimModels[number];
  readonly placement: StoredPlacement;
  readonly geodesy: Geodesy;
  readonly system: string;
  readonly onSystem: (code: string) => void;
}

/** The place for other programs: the file with it inside where it is at hand, else its figures to copy. */
export function PlacingExport({
  opened,
  placement,
  geodesy,
  system,
  onSystem,
}: PlacingExportProps) {
  const say = useText();
  const { source, model } = opened;
  const numbers = toNumbers(geodesy, placement, system, model.originM);
  return (
    <Stack gap="m">
      <SystemField
        label={say(messages.writeIn)}
        draft={placement}
        geodesy={geodesy}
        value={system}
        onChange={onSystem}
      />
      {source.origin === 'dropped' && (
        <Download opened={opened} placement={placement} geodesy={geodesy} system={system} />
      )}
      {numbers && (
        <>
          <Note kind="faint">{say(messages.values)}</Note>
          <dl className={styles.values}>
            <Value name={say(messages.eastings)} value={numbers.eastings} />
            <Value name={say(messages.northings)} value={numbers.northings} />
            <Value name={say(messages.orthogonalHeight)} value={numbers.height} />
            <Value name={say(messages.abscissa)} value={numbers.abscissa} />
            <Value name={say(messages.ordinate)} value={numbers.ordinate} />
            <Value name={say(messages.scale)} value={numbers.scale} />
            <PropertyRow
              name={say(messages.command)}
              copyText={commandLine(model.source.file, placement, system)}
            >
              <code className={styles.command}>
                {commandLine(model.source.file, placement, system)}
              </code>
            </PropertyRow>
          </dl>
        </>
      )}
    </Stack>
  );
}

const Value = ({ name, value }: { readonly name: string; readonly value: number }) => (
  <PropertyRow name={name} copyText={String(value)}>
    {String(value)}
  </PropertyRow>
);

function toNumbers(
  { toNumbers: calculate, geoid }: Geodesy,
  placement: StoredPlacement,
  crs: string,
  originM: readonly [number, number, number] | undefined,
) {
  try {
    return calculate(placement, { geoid, crs, originM });
  } catch (error) {
    // The chosen system isn't used there any more.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

interface DownloadProps extends Omit<PlacingExportProps, 'onSystem'> {}

function Download({ opened: { source, model }, placement, geodesy, system }: DownloadProps) {
  const say = useText();
  const notify = useNotify();
  const [isWriting, setWriting] = useState(false);
  const [failure, setFailure] = useState<string>();

  const download = async () => {
    setWriting(true);
    setFailure(undefined);
    try {
      const response = await fetch(new URL(SOURCE_FILE, source.url));
      if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
      const bytes = new Uint8Array(await response.arrayBuffer());
      const { write, geoid } = geodesy;
      const { originM } = model;
      const { file } = model.source;
      const placed = write(bytes, placement, { geoid, crs: system, originM, file });
      const name = placedName(file);
      saveBlob(name, new Blob([placed], { type: 'application/x-step' }));
      notify({ tone: 'good', title: say(messages.written(name)) });
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    } finally {
      setWriting(false);
    }
  };
  return (
    <Stack gap="s">
      <Button icon="download" isLoading={isWriting} onClick={() => void download()} isWide>
        {say(messages.download)}
      </Button>
      {failure && (
        <Banner tone="serious" title={say(messages.failed)} onClose={() => setFailure(undefined)}>
          {failure}
        </Banner>
      )}
    </Stack>
  );
}

/** `house.ifczip` → `house-placed.ifc`. */
export const placedName = (file: string): string =>
  `${file.replace(/\.(ifc|ifczip|zip)$/i, '')}-placed.ifc`;

export function commandLine(file: string, placement: StoredPlacement, crs: string): string {
  const { longitudeDeg, latitudeDeg, heightM, rotationDeg } = placement;
  const at = [longitudeDeg.toFixed(9), latitudeDeg.toFixed(9), heightM.toFixed(4)].join(',');
  const quote = (text: string) =>
    /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
  return `panopolis georeference ${quote(file)} --at ${at} --rotation ${rotationDeg.toFixed(7)} --crs ${crs} --out ${quote(placedName(file))}`;
}
