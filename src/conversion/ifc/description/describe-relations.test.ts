import { describe, expect, it } from 'vitest';
import { describeText, idOf } from './a-description.ts';

const id = (word: string) => `'${idOf(word)}',$`;

const pipes = `
#30=IFCPIPESEGMENT(${id('pipe')},'Pipe',$,$,$,$,$,$);
#31=IFCPUMP(${id('pump')},'Pump',$,$,$,$,$,$);
#32=IFCVALVE(${id('valve')},'Valve',$,$,$,$,$,$);
#33=IFCDISTRIBUTIONPORT(${id('p1')},'Out',$,$,$,$,.SOURCE.,$,$);
#34=IFCDISTRIBUTIONPORT(${id('p2')},'In',$,$,$,$,.SINK.,$,$);
`;

describe('systems, zones and groups', () => {
  it('gather their members across the tree', () => {
    const model = describeText(`${pipes}
#40=IFCDISTRIBUTIONSYSTEM(${id('sys')},'Cold water',$,$,'CW',.DOMESTICCOLDWATER.);
#41=IFCRELASSIGNSTOGROUP(${id('r1')},$,$,(#31,#30),$,#40);
#42=IFCSPACE(${id('room')},'Room',$,$,$,$,$,.ELEMENT.,$,$);
#43=IFCZONE(${id('zone')},'Fire zone',$,$,$);
#44=IFCRELASSIGNSTOGROUP(${id('r2')},$,$,(#42),$,#43);
#45=IFCGROUP(${id('group')},'Spares',$,$);
#46=IFCRELASSIGNSTOGROUP(${id('r3')},$,$,(#32),$,#45);
#47=IFCGROUP(${id('none')},'Empty',$,$);
#48=IFCRELASSIGNSTOGROUP(${id('r4')},$,$,(#97),$,#47);`);
    expect(model.groups()).toEqual([
      { kind: 'group', name: 'Spares', members: ['Valve'] },
      { kind: 'system', name: 'Cold water', members: ['Pipe', 'Pump'] },
      { kind: 'zone', name: 'Fire zone', members: ['Room'] },
    ]);
    expect(model.elements.groupGlobalId.at(1)).toBe(idOf('sys'));
  });

  it('take members through ports, groups in groups and parts of systems', () => {
    const model = describeText(`${pipes}
#40=IFCSYSTEM(${id('s1')},'Whole',$,$,$);
#41=IFCSYSTEM(${id('s2')},'Part',$,$,$);
#42=IFCRELAGGREGATES(${id('a1')},$,$,#40,(#41));
#43=IFCRELASSIGNSTOGROUP(${id('r1')},$,$,(#33,#32),$,#41);
#44=IFCRELNESTS(${id('n1')},$,$,#31,(#33));
#45=IFCZONE(${id('z')},'Loop',$,$,$,$);
#46=IFCRELASSIGNSTOGROUP(${id('r2')},$,$,(#45,#30),$,#45);`);
    expect(model.groups()).toEqual([
      { kind: 'system', name: 'Part', members: ['Pump', 'Valve'] },
      { kind: 'system', name: 'Whole', members: ['Pump', 'Valve'] },
      { kind: 'zone', name: 'Loop', members: ['Pipe'] },
    ]);
  });

  it('tell their members what is said of them, and of what they are', () => {
    const model = describeText(`#30=IFCSPACE(${id('room')},'Room',$,$,$,$,$,.ELEMENT.,$,$);
#31=IFCSPACE(${id('hall')},'Hall',$,$,$,$,$,.ELEMENT.,$,$);
#40=IFCZONE(${id('zone')},'Fire zone 1',$,$,$);
#41=IFCRELASSIGNSTOGROUP(${id('r1')},$,$,(#30),$,#40);
#42=IFCPROPERTYSET(${id('set')},'Pset_ZoneCommon',$,(#44));
#43=IFCRELDEFINESBYPROPERTIES(${id('r2')},$,$,(#40,#31),#42);
#44=IFCPROPERTYSINGLEVALUE('Category',$,IFCLABEL('escape'),$);`);
    expect(model.setOf('Room', 'Pset_ZoneCommon')).toMatchObject({
      kind: 'relation',
      entries: { Group: 'Fire zone 1', Category: 'escape' },
    });
    expect(model.setOf('Hall', 'Pset_ZoneCommon')).toMatchObject({
      kind: 'property-set',
      entries: { Category: 'escape' },
    });
  });

  it('hold each other a hundred thousand deep', () => {
    const depth = 100_000;
    const nested = Array.from(
      { length: depth },
      (_, at) =>
        `#${1000 + at * 2}=IFCRELASSIGNSTOGROUP($,$,$,$,(#${1001 + at * 2 + 2}),$,#${1001 + at * 2});`,
    );
    const group = `#1001=IFCGROUP(${id('g')},'Top',$,$);`;
    const last = `#${1001 + depth * 2}=IFCWALL(${id('w')},'Wall',$,$,$,$,$,$);`;
    expect(describeText([group, ...nested, last].join('\n')).groups()).toEqual([
      { kind: 'group', name: 'Top', members: ['Wall'] },
    ]);
  });

  it('count what a spatial zone refers to', () => {
    const model = describeText(`#40=IFCSPATIALZONE(${id('z')},'Lettable',$,$,$,$,$,.OCCUPANCY.);
#41=IFCSPACE(${id('room')},'Room',$,$,$,$,$,.ELEMENT.,$,$);
#42=IFCRELREFERENCEDINSPATIALSTRUCTURE(${id('r')},$,$,(#41),#40);`);
    expect(model.groups()).toEqual([{ kind: 'zone', name: 'Lettable', members: ['Room'] }]);
    expect(model.setOf('Room', 'Also in').entries).toEqual({ 1: `${idOf('z')} Lettable` });
  });
});

describe('connections', () => {
  it('go from port to port, both ways; ports are no elements', () => {
    const model = describeText(`${pipes}
#40=IFCRELNESTS(${id('n1')},$,$,#31,(#33));
#41=IFCRELNESTS(${id('n2')},$,$,#30,(#34));
#42=IFCRELCONNECTSPORTS(${id('c')},$,$,#33,#34,$);`);
    expect(model.names).toEqual(['Project', 'Pipe', 'Pump', 'Valve']);
    expect(model.setOf('Pump', 'Connected to')).toMatchObject({
      kind: 'relation',
      isOfType: false,
    });
    expect(model.setOf('Pump', 'Connected to').entries).toEqual({ 1: `${idOf('pipe')} Pipe` });
    expect(model.setOf('Pipe', 'Connected to').entries).toEqual({ 1: `${idOf('pump')} Pump` });
    expect(model.setOf('Pump', 'Counts').entries).toEqual({ Ports: 1 });
    expect(model.setsOf('Valve')).toEqual([]);
  });

  it('go by port to element in IFC2X3', () => {
    const model = describeText(
      `#30=IFCFLOWSEGMENT(${id('pipe')},'Pipe',$,$,$,$,$,$);
#31=IFCFLOWFITTING(${id('bend')},'Bend',$,$,$,$,$,$);
#33=IFCDISTRIBUTIONPORT(${id('p1')},'Out',$,$,$,$,.SOURCE.);
#34=IFCDISTRIBUTIONPORT(${id('p2')},'In',$,$,$,$,.SINK.);
#40=IFCRELCONNECTSPORTTOELEMENT(${id('n1')},$,$,#33,#30);
#41=IFCRELCONNECTSPORTTOELEMENT(${id('n2')},$,$,#34,#31);
#42=IFCRELCONNECTSPORTS(${id('c')},$,$,#33,#34,$);`,
      { schema: 'IFC2X3' },
    );
    expect(model.setOf('Bend', 'Connected to').entries).toEqual({ 1: `${idOf('pipe')} Pipe` });
  });

  it('go from wall to wall, once each', () => {
    const model = describeText(`#30=IFCWALL(${id('a')},'A',$,$,$,$,$,$);
#31=IFCWALL(${id('b')},'B',$,$,$,$,$,$);
#32=IFCWALL(${id('c')},'C',$,$,$,$,$,$);
#40=IFCRELCONNECTSPATHELEMENTS(${id('c1')},$,$,$,#30,#31,(),(),.ATEND.,.ATSTART.);
#41=IFCRELCONNECTSELEMENTS(${id('c2')},$,$,$,#31,#30);
#42=IFCRELCONNECTSELEMENTS(${id('c3')},$,$,$,#30,#32);
#43=IFCRELCONNECTSELEMENTS(${id('c4')},$,$,$,#30,#30);`);
    expect(model.setOf('A', 'Connected to').entries).toEqual({
      ...{ 1: `${idOf('b')} B`, 2: `${idOf('c')} C` },
    });
  });
});

describe('other relations', () => {
  it('say what a storey-high element also reaches, covers, controls, serves and bounds', () => {
    const model = describeText(`#10=IFCBUILDING(${id('b')},'Building',$,$,$,$,$,.ELEMENT.,$,$,$);
#11=IFCBUILDINGSTOREY(${id('s')},'Upper',$,$,$,$,$,.ELEMENT.,3.);
#12=IFCSPACE(${id('room')},'Room',$,$,$,$,$,.ELEMENT.,$,$);
#30=IFCWALL(${id('w')},'Wall',$,$,$,$,$,$);
#31=IFCCOVERING(${id('c')},'Tiles',$,$,$,$,$,$);
#32=IFCVALVE(${id('v')},'Valve',$,$,$,$,$,$);
#33=IFCACTUATOR(${id('a')},'Actuator',$,$,$,$,$,$);
#34=IFCSYSTEM(${id('sy')},'Heating',$,$,$);
#40=IFCRELREFERENCEDINSPATIALSTRUCTURE(${id('r1')},$,$,(#30),#11);
#41=IFCRELCOVERSBLDGELEMENTS(${id('r2')},$,$,#30,(#31));
#42=IFCRELFLOWCONTROLELEMENTS(${id('r3')},$,$,(#33),#32);
#43=IFCRELSERVICESBUILDINGS(${id('r4')},$,$,#34,(#10));
#44=IFCRELSPACEBOUNDARY(${id('r5')},$,$,#12,#30,$,.PHYSICAL.,.INTERNAL.);
#45=IFCRELSPACEBOUNDARY2NDLEVEL(${id('r6')},$,$,#12,#30,$,.PHYSICAL.,.INTERNAL.,$,$);`);
    const only = (name: string, set: string) => model.setOf(name, set).entries[1];
    expect(only('Wall', 'Also in')).toBe(`${idOf('s')} Upper`);
    expect(only('Tiles', 'Covers')).toBe(`${idOf('w')} Wall`);
    expect(only('Actuator', 'Controls')).toBe(`${idOf('v')} Valve`);
    expect(only('Building', 'Served by')).toBe(`${idOf('sy')} Heating`);
    expect(model.setOf('Room', 'Counts').entries).toEqual({ Boundaries: 2 });
    expect(model.setOf('Wall', 'Counts').entries).toEqual({ Boundaries: 2 });
  });
});
