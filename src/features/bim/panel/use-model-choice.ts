import { useState } from 'react';
import { useAppState } from '#store/use-store.tsx';
import { modelOfSelection } from '../state/selected.ts';
import { useModels } from './use-line.ts';

/**
 * The open model that a person chose here, until something of another one is selected; else that of the selected
 * element; undefined where there is neither.
 */
export function useModelChoice(): readonly [string | undefined, (model: string) => void] {
  const models = useModels();
  const selected = useAppState(({ selection }) => modelOfSelection(selection));
  const [choice, setChoice] = useState<{ model: string; selected: string | undefined }>();
  const isKept = choice && (selected === undefined || selected === choice.selected);
  const model = isKept ? choice.model : selected;
  const isOpen = models.some(({ source }) => source.id === model);
  return [isOpen ? model : undefined, (next) => setChoice({ model: next, selected })];
}
