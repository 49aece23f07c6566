import { describe, expect, it } from 'vitest';
import type { ElementDetails } from '../contract.ts';
import { pathInTree } from './path-in-tree.ts';

const crumb = (id: string, label: string) => ({
  index: 0,
  label,
  class: 'IfcProject',
  key: `m/element/${id}`,
});
const door = {
  model: 'm',
  globalId: 'D',
  class: 'IfcDoor',
  storey: 'Level 1',
  path: [crumb('P', 'Project'), crumb('B', 'House'), crumb('S', 'Level 1')],
} as unknown as ElementDetails;

describe('the path to an element in the tree', () => {
  it('goes by model, storey and class, or by model and class', () => {
    expect(pathInTree(door, 'storey')).toEqual([
      'm/all',
      'm/element/S',
      'm/within/S/IfcDoor',
      'm/element/D',
    ]);
    expect(pathInTree(door, 'class')).toEqual(['m/all', 'm/class/IfcDoor', 'm/element/D']);
  });

  it('leaves out the room that a thing stands in', () => {
    const lamp = { ...door, path: [...door.path, crumb('R', 'Hall')] };
    expect(pathInTree(lamp, 'storey')).toContain('m/within/S/IfcDoor');
  });

  it('is not known of parts of parts, of what is on no storey, and of other groupings', () => {
    const deep = [...door.path, crumb('R', 'Hall'), crumb('T', 'Table')];
    expect(pathInTree({ ...door, path: deep }, 'storey')).toBeUndefined();
    expect(pathInTree({ ...door, storey: '' }, 'storey')).toBeUndefined();
    expect(pathInTree(door, 'material')).toBeUndefined();
  });

  it('ends at the storey for a storey', () => {
    const storey = {
      ...door,
      globalId: 'S',
      class: 'IfcBuildingStorey',
      path: door.path.slice(0, 2),
    };
    expect(pathInTree(storey, 'storey')).toEqual(['m/all', 'm/element/S']);
  });
});
