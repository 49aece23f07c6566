import { type Discipline, disciplines } from '#model/discipline.ts';
import { type Selected, select } from '#store/selection.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Banner, EmptyState, Heading, Note, Skeleton, Stack, Trail } from '#ui';
import type { ElementDetails } from '../contract.ts';
import { useModels } from '../panel/use-line.ts';
import { nameClass } from '../state/class-names.ts';
import { idOfPart, toSelectedElement } from '../state/selected.ts';
import { selectBim } from '../state.ts';
import { ElementActions } from './ElementActions.tsx';
import { FactsSection } from './FactsSection.tsx';
import { GroupsSection } from './GroupsSection.tsx';
import { MaterialSection } from './MaterialSection.tsx';
import { inspectorMessages as messages } from './messages.ts';
import { ReadingsSection } from './ReadingsSection.tsx';
import { SetSections } from './SetSections.tsx';
import { nameTrail } from './trail-steps.ts';

/** One element: where it is, what its sensors say, what the file says of it. */
export function OneElement({ selected }: { readonly selected: Selected }) {
  const say = useText();
  const models = useModels();
  const details = useAppState((state) => selectBim(state).report.details);
  if (!details || `${details.model}/${details.globalId}` !== selected.id) {
    const [model = ''] = selected.id.split('/');
    const isGone = models.length > 0 && !models.some(({ source }) => source.id === model);
    return isGone ? (
      <EmptyState icon="cube" title={say(messages.gone)}>
        {selected.id}
      </EmptyState>
    ) : (
      <Stack>
        <Skeleton lines={10} />
      </Stack>
    );
  }
  return (
    <Stack>
      <Head details={details} />
      <ElementActions details={details} />
      {details.reason !== '' && !details.boundsM && (
        <Banner tone="info" title={say(messages.noMesh)}>
          {details.reason}
        </Banner>
      )}
      <div>
        <ReadingsSection globalId={details.globalId} />
        <FactsSection details={details} />
        <MaterialSection sets={details.sets} />
        <SetSections details={details} />
        <GroupsSection details={details} />
      </div>
    </Stack>
  );
}

export const titleOf = ({ name, label, type, class: ifcClass }: ElementDetails): string =>
  name || label || type || ifcClass;

function Head({ details }: { readonly details: ElementDetails }) {
  const store = useAppStore();
  const say = useText();
  const { class: ifcClass, label, name, storey, partCount } = details;
  const discipline = findDiscipline(details.discipline);
  const subtitle = [
    say(nameClass(ifcClass)),
    name !== '' && label !== name && label,
    storey,
    discipline && say(disciplines[discipline]),
    partCount > 0 && say(messages.partOf(partCount)),
  ];
  return (
    <Stack gap="s">
      <div>
        <Heading level={3}>{titleOf(details)}</Heading>
        <Note kind="faint">{subtitle.filter(Boolean).join(' · ')}</Note>
      </div>
      {details.path.length > 0 && (
        <Trail
          label={say(messages.path)}
          items={nameTrail(details.path).map(({ index, key, label: step, title }) => {
            const id = idOfPart(key);
            return {
              id: key,
              label: say(step),
              ...(title && { title }),
              ...(id && { onSelect: () => select(store, [toSelectedElement(index, id)]) }),
            };
          })}
        />
      )}
    </Stack>
  );
}

const findDiscipline = (id: string): Discipline | undefined =>
  Object.keys(disciplines).find((one): one is Discipline => one === id);
