import { describe, expect, it } from 'vitest';
import { describeText, idOf } from './a-description.ts';
import { type DisciplineFacts, disciplineOf, settleDisciplines } from './disciplines.ts';
import { ifcClassesOf } from './ifc-classes.ts';

const { isA } = ifcClassesOf('IFC4');
const of = (type: string, facts: Partial<DisciplineFacts> = {}) =>
  disciplineOf(
    { type, ancestors: [], typeClass: '', predefinedType: '', systems: [], ...facts },
    isA,
  );

describe('the discipline of a class', () => {
  it.each([
    [
      'architecture',
      'IFCDOOR IFCWINDOW IFCWALLSTANDARDCASE IFCSLAB IFCROOF IFCSTAIRFLIGHT IFCRAILING',
    ],
    [
      'architecture',
      'IFCCURTAINWALL IFCCOVERING IFCTRANSPORTELEMENT IFCBUILDING IFCBUILDINGSTOREY IFCGRID',
    ],
    ['structure', 'IFCBEAM IFCBEAMSTANDARDCASE IFCCOLUMN IFCMEMBER IFCPLATE IFCFOOTING IFCPILE'],
    [
      'structure',
      'IFCREINFORCINGBAR IFCREINFORCINGMESH IFCTENDON IFCSTRUCTURALCURVEMEMBER IFCFASTENER',
    ],
    [
      'hvac',
      'IFCDUCTSEGMENT IFCDUCTFITTING IFCAIRTERMINAL IFCFAN IFCBOILER IFCDAMPER IFCSPACEHEATER',
    ],
    ['plumbing', 'IFCPIPESEGMENT IFCPIPEFITTING IFCSANITARYTERMINAL IFCVALVE IFCPUMP IFCTANK'],
    [
      'electrical',
      'IFCCABLESEGMENT IFCCABLECARRIERSEGMENT IFCLIGHTFIXTURE IFCOUTLET IFCTRANSFORMER',
    ],
    ['electrical', 'IFCSENSOR IFCCONTROLLER IFCSOLARDEVICE IFCELECTRICAPPLIANCE'],
    ['fire', 'IFCFIRESUPPRESSIONTERMINAL IFCALARM'],
    ['furnishing', 'IFCFURNITURE IFCFURNISHINGELEMENT IFCSYSTEMFURNITUREELEMENT'],
    ['space', 'IFCSPACE IFCSPATIALZONE IFCVIRTUALELEMENT'],
    ['site', 'IFCSITE IFCGEOGRAPHICELEMENT IFCSOLIDSTRATUM IFCBOREHOLE'],
    ['infrastructure', 'IFCALIGNMENT IFCALIGNMENTSEGMENT IFCREFERENT IFCROAD IFCRAILWAY IFCBRIDGE'],
    ['infrastructure', 'IFCFACILITYPART IFCPAVEMENT IFCCOURSE IFCKERB IFCTRACKELEMENT IFCSIGNAL'],
    ['infrastructure', 'IFCEARTHWORKSFILL IFCEARTHWORKSCUT'],
  ])('is %s for %s', (discipline, types) => {
    const found = types.split(' ').map((type) => [type, of(type)]);
    expect(found).toEqual(types.split(' ').map((type) => [type, discipline]));
  });

  it('is open for what only the rest of the file can say', () => {
    expect(of('IFCBUILDINGELEMENTPROXY')).toBeUndefined();
    expect(of('IFCFLOWSEGMENT')).toBeUndefined();
    expect(of('IFCPROJECT')).toBeUndefined();
  });
});

describe('more than the class', () => {
  it('makes a smoke sensor a matter of fire protection', () => {
    expect(of('IFCSENSOR', { predefinedType: 'SMOKESENSOR' })).toBe('fire');
    expect(of('IFCDISTRIBUTIONCONTROLELEMENT', { predefinedType: ' SMOKESENSOR' })).toBe('fire');
    expect(of('IFCSENSOR', { predefinedType: 'TEMPERATURESENSOR' })).toBe('electrical');
  });

  it('takes the class of the type for what IFC2X3 calls a flow segment', () => {
    expect(of('IFCFLOWSEGMENT', { typeClass: 'IFCDUCTSEGMENTTYPE' })).toBe('hvac');
    expect(of('IFCFLOWTERMINAL', { typeClass: 'IFCLIGHTFIXTURETYPE' })).toBe('electrical');
  });

  it.each([
    ['fire', 'FIREPROTECTION'],
    ['fire', 'Sprinkler wet'],
    ['hvac', 'HEATING'],
    ['hvac', 'Hydronic Supply 2'],
    ['hvac', 'Supply Air 1'],
    ['plumbing', 'DOMESTICHOTWATER'],
    ['plumbing', 'Sanitary 4'],
    ['electrical', 'ELECTRICAL'],
    ['fire', '消防喷淋'],
    ['hvac', '空调水'],
    ['plumbing', '给水系统'],
  ])('lets a pipe be of %s in the system %s', (discipline, system) => {
    expect(of('IFCPIPESEGMENT', { systems: ['', system] })).toBe(discipline);
    expect(of('IFCFLOWSEGMENT', { systems: [system] })).toBe(discipline);
  });

  it('leaves a luminaire electrical whatever its system', () => {
    expect(of('IFCLIGHTFIXTURE', { systems: ['HEATING'] })).toBe('electrical');
  });

  it('lets members and plates of a facade be what the facade is', () => {
    expect(of('IFCMEMBER', { ancestors: ['IFCCURTAINWALL', 'IFCBUILDINGSTOREY'] })).toBe(
      'architecture',
    );
    expect(of('IFCMEMBER', { ancestors: ['IFCELEMENTASSEMBLY'] })).toBe('structure');
  });

  it('lets what stands on a road or bridge be infrastructure, but its beams structure', () => {
    const ancestors = ['IFCFACILITYPART', 'IFCBRIDGE', 'IFCSITE'];
    expect(of('IFCWALL', { ancestors })).toBe('infrastructure');
    expect(of('IFCBUILTELEMENT', { ancestors })).toBe('infrastructure');
    expect(of('IFCBEAM', { ancestors })).toBe('structure');
    expect(of('IFCWALL', { ancestors: ['IFCBUILDINGSTOREY', 'IFCBUILDING'] })).toBe('architecture');
  });
});

describe('the rest of the file', () => {
  const settle = (types: readonly string[]) =>
    settleDisciplines(
      types.map((type) => of(type)),
      types,
      isA,
    );

  it('makes walls and slabs structure beside columns, where there are neither doors nor rooms', () => {
    expect(settle(['IFCWALL', 'IFCSLAB', 'IFCCOLUMN'])).toEqual([
      'structure',
      'structure',
      'structure',
    ]);
    expect(settle(['IFCWALL', 'IFCCOLUMN', 'IFCDOOR'])).toEqual([
      'architecture',
      'structure',
      'architecture',
    ]);
    expect(settle(['IFCWALL', 'IFCWALL'])).toEqual(['architecture', 'architecture']);
  });

  it('gives proxies to who wrote most of it, projects to nobody', () => {
    const duct = 'IFCDUCTSEGMENT';
    expect(settle([duct, duct, 'IFCBUILDINGELEMENTPROXY', 'IFCPROJECT'])).toEqual([
      ...['hvac', 'hvac', 'hvac', 'other'],
    ]);
    expect(settle(['IFCBUILDINGELEMENTPROXY'])).toEqual(['other']);
    expect(settle([duct, 'IFCPIPESEGMENT', 'IFCBUILDINGELEMENTPROXY'])[2]).toBe('other');
    expect(settle(['IFCALIGNMENT', 'IFCBUILDINGELEMENTPROXY'])[1]).toBe('infrastructure');
    expect(settle(['IFCBUILDING', 'IFCALIGNMENT', 'IFCBUILDINGELEMENTPROXY'])[2]).toBe('other');
  });
});

it('reaches the table through systems and types', () => {
  const id = (word: string) => `'${idOf(word)}',$`;
  const { tables, rowOf } = describeText(
    `#30=IFCFLOWSEGMENT(${id('a')},'Pipe',$,$,$,$,$,$);
#31=IFCFLOWSEGMENT(${id('b')},'Duct',$,$,$,$,$,$);
#32=IFCDUCTSEGMENTTYPE(${id('t')},'Round',$,$,$,$,$,$,.RIGIDSEGMENT.);
#33=IFCRELDEFINESBYTYPE(${id('r')},$,$,(#31),#32);
#34=IFCSYSTEM(${id('s')},'Sprinkler',$,$,$);
#35=IFCRELASSIGNSTOGROUP(${id('g')},$,$,(#30),$,#34);`,
    { schema: 'IFC2X3' },
  );
  expect(tables.disciplineOf[rowOf('Pipe')]).toBe('fire');
  expect(tables.disciplineOf[rowOf('Duct')]).toBe('hvac');
});
