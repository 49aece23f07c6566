import { useText } from '#store/use-store.tsx';
import {
  Banner,
  DataTable,
  Dialog,
  Note,
  PropertyRow,
  PropertySection,
  Quantity,
  Stack,
} from '#ui';
import { messages } from '../messages.ts';
import type { BimModels } from '../session/line.ts';
import { nameClass } from '../state/class-names.ts';
import { placementOf, readingOf } from '../state/model-place.ts';
import styles from './panel.module.css';

interface AboutModelProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly opened: BimModels[number];
}

/** Where a model comes from, how its place was read, what became of what is in its file. */
export function AboutModel({ isOpen, onClose, opened }: AboutModelProps) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={opened.source.name} size="m">
      <Stack gap="none">
        <FileSection opened={opened} />
        <PlaceSection opened={opened} />
        <ReportSection opened={opened} />
      </Stack>
    </Dialog>
  );
}

type SectionProps = Pick<AboutModelProps, 'opened'>;

function FileSection({ opened: { model } }: SectionProps) {
  const say = useText();
  const { file, bytes, schema, application, written } = model.source;
  return (
    <PropertySection title={say(messages.file)}>
      <PropertyRow name={say(messages.file)} copyText={file}>
        {file}
      </PropertyRow>
      <PropertyRow name={say(messages.size)}>
        <Quantity value={bytes / 1e6} unit="MB" />
      </PropertyRow>
      <PropertyRow name={say(messages.schema)}>{schema}</PropertyRow>
      {application && <PropertyRow name={say(messages.application)}>{application}</PropertyRow>}
      {written && <PropertyRow name={say(messages.written)}>{written}</PropertyRow>}
      <PropertyRow name={say(messages.lengthUnit)}>
        <Quantity value={model.lengthUnitM} unit="m" />
      </PropertyRow>
    </PropertySection>
  );
}

function PlaceSection({ opened }: SectionProps) {
  const say = useText();
  const { readings, findings } = opened.model.georeferencing;
  const reading = readingOf(opened);
  const placement = placementOf(opened);
  const isMoved = opened.source.placement !== undefined;
  return (
    <PropertySection
      title={say(messages.whereItStands)}
      aside={say(isMoved ? messages.verdicts.moved : messages.readings[reading.source])}
      footer={
        <Stack>
          {reading.steps.length > 0 && !isMoved && (
            <div>
              <Note kind="faint">{say(messages.howRead)}</Note>
              <ol className={styles.steps}>
                {reading.steps.map((step) => (
                  <li key={step.en}>{say(step)}</li>
                ))}
              </ol>
            </div>
          )}
          {findings.map((finding) => (
            <Banner key={finding.en} tone="warning" title={say(finding)} />
          ))}
          {readings
            .filter((one) => one !== reading)
            .map((one) => (
              <Note key={one.source} kind="faint">
                {say(messages.otherReading(messages.readings[one.source]))}
              </Note>
            ))}
        </Stack>
      }
    >
      <PropertyRow name={say(messages.longitude)} copyText={String(placement.longitudeDeg)}>
        <Quantity value={placement.longitudeDeg} unit="°" decimals={7} />
      </PropertyRow>
      <PropertyRow name={say(messages.latitude)} copyText={String(placement.latitudeDeg)}>
        <Quantity value={placement.latitudeDeg} unit="°" decimals={7} />
      </PropertyRow>
      <PropertyRow name={say(messages.height)} copyText={String(placement.heightM)}>
        <Quantity value={placement.heightM} unit="m" decimals={2} />
      </PropertyRow>
      <PropertyRow name={say(messages.rotation)} copyText={String(placement.rotationDeg)}>
        <Quantity value={placement.rotationDeg} unit="°" decimals={3} />
      </PropertyRow>
      {placement.scale !== 1 && (
        <PropertyRow name={say(messages.scale)}>
          <Quantity value={placement.scale} decimals={6} />
        </PropertyRow>
      )}
      {reading.crs && !isMoved && <PropertyRow name={say(messages.crs)}>{reading.crs}</PropertyRow>}
      {reading.verticalCrs && !isMoved && (
        <PropertyRow name={say(messages.heightSystem)}>{reading.verticalCrs}</PropertyRow>
      )}
    </PropertySection>
  );
}

function ReportSection({ opened: { model } }: SectionProps) {
  const say = useText();
  const { products, meshes, triangles, propertySets, properties, reasons, findings } = model.report;
  const counts = [
    [messages.products, products],
    [messages.meshes, meshes],
    [messages.notDrawn, products - meshes],
    [messages.triangles, triangles],
    [messages.propertySets, propertySets],
    [messages.properties, properties],
  ] as const;
  return (
    <PropertySection
      title={say(messages.conversion)}
      footer={
        <Stack>
          {reasons.length === 0 ? (
            <Note kind="faint">{say(messages.allDrawn)}</Note>
          ) : (
            <DataTable
              label={say(messages.reasonsTable)}
              columns={[
                {
                  id: 'class',
                  title: say(messages.class),
                  width: 'minmax(6rem, 1fr)',
                  value: (row) => say(nameClass(row.class)),
                },
                {
                  id: 'reason',
                  title: say(messages.reason),
                  width: 'minmax(9rem, 2fr)',
                  value: (row) => row.reason,
                  render: (row) => <span title={row.reason}>{row.reason}</span>,
                },
                {
                  id: 'count',
                  title: say(messages.count),
                  width: '4.5rem',
                  align: 'end',
                  value: (row) => row.count,
                },
              ]}
              rows={reasons}
              rowId={(row) => `${row.class} ${row.reason}`}
              height="12rem"
            />
          )}
          {findings.map((finding) => (
            <Note key={finding.en} kind="faint">
              {say(finding)}
            </Note>
          ))}
        </Stack>
      }
    >
      {counts.map(([name, value]) => (
        <PropertyRow key={name.en} name={say(name)}>
          <Quantity value={value} />
        </PropertyRow>
      ))}
    </PropertySection>
  );
}
