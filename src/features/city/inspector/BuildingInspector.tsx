import type { Selected } from '#store/selection.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { Heading, Note, PropertySection, Skeleton, Stack } from '#ui';
import { messages } from '../messages.ts';
import { selectColumns } from '../state/attributes.ts';
import { selectCity } from '../state.ts';
import { AttributeRow } from './AttributeRow.tsx';
import { BuildingActions } from './BuildingActions.tsx';
import { groupByPrefix, viewBuilding } from './building.ts';
import { PlaceSection } from './PlaceSection.tsx';
import { SourceSection } from './SourceSection.tsx';

/** One building: what it is called, its key figures, then everything its source says. */
export function BuildingInspector({ selected }: { readonly selected: Selected }) {
  const say = useText();
  const columns = useAppState(selectColumns);
  const details = useAppState((state) => selectCity(state).report.details);
  if (details?.index !== selected.index) {
    return (
      <Stack>
        <Heading level={3}>{selected.id}</Heading>
        <Skeleton lines={8} />
      </Stack>
    );
  }
  const { title, kind, keyFigures, others } = viewBuilding(details, columns);
  const subtitle = [kind ?? say(messages.building), title === details.id ? undefined : details.id];
  return (
    <Stack>
      <div>
        <Heading level={3}>{title}</Heading>
        <Note kind="faint">{subtitle.filter(Boolean).join(' · ')}</Note>
      </div>
      <BuildingActions details={details} keyFigures={keyFigures} />
      {keyFigures.length > 0 && (
        <PropertySection title={say(messages.keyFigures)}>
          {keyFigures.map((attribute) => (
            <AttributeRow key={attribute.column.name} {...attribute} />
          ))}
        </PropertySection>
      )}
      {groupByPrefix(others).map(({ prefix, attributes }) => (
        <PropertySection
          key={prefix ?? ''}
          title={prefix ?? say(messages.attributes)}
          aside={attributes.length}
        >
          {attributes.map((attribute) => (
            <AttributeRow key={attribute.column.name} {...attribute} />
          ))}
        </PropertySection>
      ))}
      {keyFigures.length + others.length === 0 && <Note>{say(messages.noAttributes)}</Note>}
      <PlaceSection details={details} />
      <SourceSection />
    </Stack>
  );
}
