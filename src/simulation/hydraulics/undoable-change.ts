// Setters of an EPANET project that remember what was there before.

import { LinkProperty, type NodeProperty, type Option, type TimeParameter } from 'epanet-js';
import type { WaterModel } from './parts.ts';

export type Undo = () => void;

export type Change = ReturnType<typeof createChange>;

/** What undoes each setting is added to `undos`, to be called from the last to the first. */
export function createChange({ project, controls }: WaterModel, undos: Undo[]) {
  const link = (index: number, property: LinkProperty, value: number): void => {
    const before = project.getLinkValue(index, property);
    if (before === value) return;
    project.setLinkValue(index, property, value);
    if (property === LinkProperty.InitStatus && before > 1) {
      // A control valve that regulates is neither open nor closed: EPANET takes that only with its setting.
      const setting = project.getLinkValue(index, LinkProperty.InitSetting);
      undos.push(() => project.setLinkValue(index, LinkProperty.InitSetting, setting));
    } else undos.push(() => project.setLinkValue(index, property, before));
  };
  return {
    link,
    node(index: number, property: NodeProperty, value: number): void {
      const before = project.getNodeValue(index, property);
      if (before === value) return;
      project.setNodeValue(index, property, value);
      undos.push(() => project.setNodeValue(index, property, before));
    },
    option(option: Option, value: number): void {
      const before = project.getOption(option);
      if (before === value) return;
      project.setOption(option, value);
      undos.push(() => project.setOption(option, before));
    },
    time(parameter: TimeParameter, value: number): void {
      const before = project.getTimeParameter(parameter);
      if (before === value) return;
      project.setTimeParameter(parameter, value);
      undos.push(() => project.setTimeParameter(parameter, before));
    },
    /** The file's simple controls of a link are asleep. */
    withoutControls(index: number): void {
      for (const control of controls.get(index) ?? []) {
        if (project.getControlEnabled(control) === 0) continue;
        project.setControlEnabled(control, 0);
        undos.push(() => project.setControlEnabled(control, 1));
      }
    },
    also: (undo: Undo) => undos.push(undo),
  };
}
