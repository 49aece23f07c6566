import { describe, expect, it } from 'vitest';
import { ifcClassesOf } from './ifc-classes.ts';

describe('what the schemas say of classes', () => {
  const classes = ifcClassesOf('IFC4');

  it('is their proper name', () => {
    expect(
      ['IFCWALLSTANDARDCASE', 'IFCSOLIDSTRATUM', 'IFCRAILWAYPART', 'IFCNEWTHING', 'WALL', ''].map(
        classes.nameOf,
      ),
    ).toEqual([
      'IfcWallStandardCase',
      'IfcSolidStratum',
      'IfcRailwayPart',
      'IfcNewthing',
      'Wall',
      '',
    ]);
  });

  it('is what they derive from, in whatever schema', () => {
    const { isA } = classes;
    expect(isA('IFCWALLSTANDARDCASE', 'IFCPRODUCT')).toBe(true);
    expect(isA('IFCWALL', 'IFCWALL')).toBe(true);
    expect(isA('IFCPAVEMENT', 'IFCELEMENT')).toBe(true);
    expect(isA('IFCELECTRICDISTRIBUTIONPOINT', 'IFCFLOWCONTROLLER')).toBe(true);
    expect(isA('IFCSOLIDSTRATUM', 'IFCPRODUCT')).toBe(true);
    expect(isA('IFCWALLTYPE', 'IFCPRODUCT')).toBe(false);
    expect(isA('IFCNEWTHING', 'IFCPRODUCT')).toBe(false);
    expect(isA('', 'IFCPRODUCT')).toBe(false);
  });

  it('are their attributes in order, by schema', () => {
    const names = (schema: string, type: string) =>
      ifcClassesOf(schema)
        .attributesOf(type)
        .map(({ name }) => name);
    expect(names('IFC2X3', 'IFCDOOR').slice(7)).toEqual(['Tag', 'OverallHeight', 'OverallWidth']);
    expect(names('IFC4X3_ADD2', 'IFCDOOR').slice(10)).toEqual([
      ...['PredefinedType', 'OperationType', 'UserDefinedOperationType'],
    ]);
    expect(names('IFC2X3', 'IFCPAVEMENT')).not.toEqual([]);
    expect(names('IFC9', 'IFCWALL')).toContain('PredefinedType');
    expect(names('IFC4', 'IFCNEWTHING')).toEqual([]);
  });

  it('are the measures of attributes', () => {
    const types = new Map(classes.attributesOf('IFCDOOR').map(({ name, type }) => [name, type]));
    expect(types.get('OverallHeight')).toBe('IFCPOSITIVELENGTHMEASURE');
    expect(types.get('Name')).toBe('IFCLABEL');
    expect(types.get('ObjectPlacement')).toBeUndefined();
  });
});
