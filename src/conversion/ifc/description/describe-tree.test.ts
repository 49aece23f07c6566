import { describe, expect, it } from 'vitest';
import { boxesOf, describeText, idOf } from './a-description.ts';

const id = (word: string) => `'${idOf(word)}',$`;

/** Site, building, two storeys and a room. */
const house = `
#10=IFCSITE(${id('site')},'Site',$,$,$,$,$,.ELEMENT.,(52,9,30,-250000),(4,53,0),0.,$,$);
#11=IFCBUILDING(${id('building')},'Building',$,$,$,$,'Town hall',.ELEMENT.,$,$,$);
#12=IFCBUILDINGSTOREY(${id('upper')},'Upper',$,$,$,$,$,.ELEMENT.,3.);
#13=IFCBUILDINGSTOREY(${id('ground')},'Ground',$,$,$,$,'Ground floor',.ELEMENT.,0.);
#14=IFCSPACE(${id('room')},'Room',$,$,$,$,'Office',.ELEMENT.,.INTERNAL.,$);
#20=IFCRELAGGREGATES(${id('r1')},$,$,#1,(#10));
#21=IFCRELAGGREGATES(${id('r2')},$,$,#10,(#11));
#22=IFCRELAGGREGATES(${id('r3')},$,$,#11,(#12,#13));
#23=IFCRELAGGREGATES(${id('r4')},$,$,#13,(#14));
`;

describe('the tree of a model', () => {
  it('goes from the project to rooms and what is in them', () => {
    const model = describeText(`${house}
#30=IFCWALL(${id('wall')},'Wall',$,$,$,$,'W-1',.SOLIDWALL.);
#31=IFCFURNITURE(${id('desk')},'Desk',$,$,$,$,$,.DESK.);
#32=IFCRELCONTAINEDINSPATIALSTRUCTURE(${id('c1')},$,$,(#30),#13);
#33=IFCRELCONTAINEDINSPATIALSTRUCTURE(${id('c2')},$,$,(#31),#14);`);
    expect(model.names).toEqual([
      'Project',
      'Site',
      'Building',
      'Ground',
      'Room',
      'Desk',
      'Wall',
      'Upper',
    ]);
    expect([...model.elements.subtreeEnd]).toEqual([8, 8, 8, 7, 6, 6, 7, 8]);
    expect(model.parentOf('Desk')).toBe('Room');
    expect(model.parentOf('Project')).toBeUndefined();
    expect(model.storeyOf('Desk')).toBe('Ground');
    expect(model.storeyOf('Building')).toBeUndefined();
    expect(model.elements.globalId.at(model.rowOf('Wall'))).toBe(idOf('wall'));
    expect(model.elements.label.at(model.rowOf('Wall'))).toBe('W-1');
    expect(model.elements.label.at(model.rowOf('Room'))).toBe('Office');
    expect(model.elements.objectType.at(model.rowOf('Desk'))).toBe('DESK');
    const { classes, class: codes } = model.elements;
    expect(classes.at(codes[model.rowOf('Ground')]!)).toBe('IfcBuildingStorey');
    expect(model.tables.rowOf.get(31)).toBe(model.rowOf('Desk'));
    expect(model.tables.name).toBe('Town hall');
    expect(model.tables.findings).toEqual([]);
  });

  it('hangs doors where they are contained, else below what they fill; openings are no elements', () => {
    const model = describeText(`${house}
#30=IFCWALL(${id('wall')},'Wall',$,$,$,$,$,$);
#31=IFCOPENINGELEMENT(${id('o1')},'Opening',$,$,$,$,$,.OPENING.);
#32=IFCOPENINGELEMENT(${id('o2')},'Hole',$,$,$,$,$,.OPENING.);
#33=IFCDOOR(${id('door')},'Door',$,$,$,$,$,2.1,0.9,.DOOR.,$,$);
#34=IFCWINDOW(${id('window')},'Window',$,$,$,$,$,1.,1.,.WINDOW.,$,$);
#40=IFCRELCONTAINEDINSPATIALSTRUCTURE(${id('c1')},$,$,(#30,#33),#13);
#41=IFCRELVOIDSELEMENT(${id('v1')},$,$,#30,#31);
#42=IFCRELVOIDSELEMENT(${id('v2')},$,$,#30,#32);
#43=IFCRELFILLSELEMENT(${id('f1')},$,$,#31,#33);
#44=IFCRELFILLSELEMENT(${id('f2')},$,$,#32,#34);`);
    expect(model.parentOf('Door')).toBe('Ground');
    expect(model.parentOf('Window')).toBe('Wall');
    expect(model.storeyOf('Window')).toBe('Ground');
    expect(model.names).not.toContain('Opening');
    expect(model.setOf('Door', 'Opening in').entries).toEqual({ 1: `${idOf('wall')} Wall` });
  });

  it('takes an opening for an element where it has a mesh of its own', () => {
    const geometry = boxesOf({
      31: [
        [0, 0, 0],
        [1, 1, 1],
      ],
    });
    const records = `#30=IFCWALL(${id('wall')},'Wall',$,$,$,$,$,$);
#31=IFCOPENINGELEMENT(${id('o1')},'Opening',$,$,$,$,$,.OPENING.);
#41=IFCRELVOIDSELEMENT(${id('v1')},$,$,#30,#31);`;
    expect(describeText(records, { geometry }).parentOf('Opening')).toBe('Wall');
  });

  it('keeps a part with its whole, and in the storey that contains the part itself', () => {
    const model = describeText(`${house}
#30=IFCCURTAINWALL(${id('facade')},'Facade',$,$,$,$,$,$);
#31=IFCPLATE(${id('pane')},'Pane',$,$,$,$,$,$);
#32=IFCPLATE(${id('high')},'High pane',$,$,$,$,$,$);
#40=IFCRELCONTAINEDINSPATIALSTRUCTURE(${id('c1')},$,$,(#30),#13);
#41=IFCRELCONTAINEDINSPATIALSTRUCTURE(${id('c2')},$,$,(#32),#12);
#42=IFCRELAGGREGATES(${id('a1')},$,$,#30,(#31,#32));`);
    expect(model.parentOf('High pane')).toBe('Facade');
    expect(model.storeyOf('Pane')).toBe('Ground');
    expect(model.storeyOf('High pane')).toBe('Upper');
  });

  it('keeps nested parts in the order of their list', () => {
    const model = describeText(
      `#10=IFCALIGNMENT(${id('axis')},'Axis',$,$,$,$,$);
#11=IFCALIGNMENTHORIZONTAL(${id('horizontal')},'Horizontal',$,$,$,$);
#12=IFCALIGNMENTSEGMENT(${id('s1')},'Z first',$,$,$,$,$);
#13=IFCALIGNMENTSEGMENT(${id('s2')},'A second',$,$,$,$,$);
#20=IFCRELAGGREGATES(${id('a1')},$,$,#1,(#10));
#21=IFCRELNESTS(${id('n1')},$,$,#10,(#11));
#22=IFCRELNESTS(${id('n2')},$,$,#11,(#12,#13));`,
      { schema: 'IFC4X3_ADD2' },
    );
    expect(model.names).toEqual(['Project', 'Axis', 'Horizontal', 'Z first', 'A second']);
  });

  it('sorts siblings by class and name, numbers by size', () => {
    const model = describeText(`${house}
#30=IFCWALL(${id('w1')},'Wall 10',$,$,$,$,$,$);
#31=IFCWALL(${id('w2')},'Wall 9',$,$,$,$,$,$);
#32=IFCBEAM(${id('b')},'Z',$,$,$,$,$,$);
#40=IFCRELCONTAINEDINSPATIALSTRUCTURE(${id('c1')},$,$,(#30,#31,#32),#12);`);
    expect(model.names.slice(-3)).toEqual(['Z', 'Wall 9', 'Wall 10']);
  });

  it('hangs orphans below the project, cuts cycles, passes over what is missing, and says so', () => {
    const model = describeText(`${house}
#30=IFCWALL(${id('w1')},'Orphan',$,$,$,$,$,$);
#31=IFCELEMENTASSEMBLY(${id('a')},'A',$,$,$,$,$,$,$);
#32=IFCELEMENTASSEMBLY(${id('b')},'B',$,$,$,$,$,$,$);
#40=IFCRELAGGREGATES(${id('r5')},$,$,#31,(#32));
#41=IFCRELAGGREGATES(${id('r6')},$,$,#32,(#31));
#42=IFCRELAGGREGATES(${id('r7')},$,$,#11,(#99));
#43=IFCRELCONTAINEDINSPATIALSTRUCTURE(${id('c1')},$,$,(#30),#98);`);
    expect(model.parentOf('Orphan')).toBe('Project');
    expect([model.parentOf('A'), model.parentOf('B')].sort()).toEqual(['A', 'Project']);
    expect(model.tables.findings.map(({ en }) => en)).toEqual([
      '1 of 9 elements are part of nothing; they hang below the project.',
      '1 times elements are parts of each other in a circle; it was cut.',
      "Relations name 2 elements that the file doesn't hold.",
    ]);
  });

  it('says where an element is claimed by two', () => {
    const model = describeText(`${house}
#30=IFCWALL(${id('w1')},'Wall',$,$,$,$,$,$);
#40=IFCRELCONTAINEDINSPATIALSTRUCTURE(${id('c1')},$,$,(#30),#12);
#41=IFCRELCONTAINEDINSPATIALSTRUCTURE(${id('c2')},$,$,(#30),#13);`);
    expect(model.parentOf('Wall')).toBe('Upper');
    expect(model.tables.findings).toHaveLength(1);
  });

  it('stands without a project, and without anything', () => {
    const model = describeText(`#1=IFCWALL(${id('w1')},'Wall',$,$,$,$,$,$);`);
    expect(model.names).toEqual(['Wall']);
    expect(model.parentOf('Wall')).toBeUndefined();
    const empty = describeText('#1=IFCCARTESIANPOINT((0.,0.));');
    expect(empty.elements.count).toBe(0);
    expect(empty.properties.count).toBe(0);
    expect(empty.tables.findings.map(({ en }) => en)).toEqual(['The file holds no elements.']);
    expect(empty.tables.name).toBe('test');
  });

  it('knows elements of classes that no schema has, or that a release candidate had', () => {
    const model = describeText(
      `#55=IFCLOCALPLACEMENT($,#56);
#56=IFCAXIS2PLACEMENT3D(#57,$,$);
#57=IFCCARTESIANPOINT((0.,0.,0.));
#10=IFCSOLIDSTRATUM(${id('soil')},'Clay',$,$,#55,$,$);
#11=IFCHOVERCRAFT(${id('craft')},'Craft',$,$,#55,$,$);
#12=IFCHOVERPLAN('not an id',$,'Plan',$,$,#555,$,$);`,
      { schema: 'IFC4X3_RC3' },
    );
    const { classes, class: codes } = model.elements;
    const classOf = (name: string) => classes.at(codes[model.rowOf(name)]!);
    expect([classOf('Clay'), classOf('Craft')]).toEqual(['IfcSolidStratum', 'IfcHovercraft']);
    expect(model.names).not.toContain('Plan');
    expect(model.tables.disciplineOf[model.rowOf('Clay')]).toBe('site');
  });

  it.each([
    ['Duplex Apartment', 'Duplex Apartment'],
    ['// PROJECT/NAME //', 'test'],
    ['Project Number', 'test'],
    ['Default Project', 'test'],
    ['UNKNOWN PROJECT', 'test'],
    ['Nombre de proyecto', 'test'],
    ['Unnamed', 'test'],
    ['0001', 'test'],
    ['Building 7', 'test'],
    ['Projekt-FZK-Haus', 'Projekt-FZK-Haus'],
    ['Fire station project', 'Fire station project'],
    ['泵站', '泵站'],
  ])('is called %s as %s', (written, name) => {
    const { tables } = describeText(`#1=IFCPROJECT(${id('p')},'${written}',$,$,$,$,$,$);`);
    expect(tables.name).toBe(name);
  });

  it('takes the first of two records with one number', () => {
    const model = describeText(`#30=IFCWALL(${id('w1')},'First',$,$,$,$,$,$);
#30=IFCWALL(${id('w2')},'Second',$,$,$,$,$,$);`);
    expect(model.names).toEqual(['Project', 'First']);
  });
});

describe('what became of each element', () => {
  it('is a mesh, nothing to show, or a reason', () => {
    const geometry = {
      ...boxesOf({
        30: [
          [1, 2, 3],
          [2, 4, 6],
        ],
      }),
      reasons: new Map([[31, 'its geometry is empty']]),
    };
    const model = describeText(
      `#30=IFCWALL(${id('w1')},'Shown',$,$,$,#99,$,$);
#31=IFCWALL(${id('w2')},'Empty',$,$,$,#99,$,$);
#32=IFCWALL(${id('w3')},'Plain',$,$,$,$,$,$,$);
#33=IFCWALL(${id('w4')},'Silent',$,$,$,#99,$,$);`,
      { geometry },
    );
    const { outcome, outcomes, least, greatest, triangles, geometryHash } = model.elements;
    const outcomeOf = (name: string) => outcomes.at(outcome[model.rowOf(name)]!);
    expect(outcome[model.rowOf('Shown')]).toBe(0);
    expect(outcome[model.rowOf('Plain')]).toBe(1);
    expect(outcomeOf('Empty')).toBe('its geometry is empty');
    expect(outcomeOf('Silent')).toBe('its representation gave no mesh');
    const row = model.rowOf('Shown');
    expect([...least.subarray(row * 3, row * 3 + 3)]).toEqual([1, 2, 3]);
    expect([...greatest.subarray(row * 3, row * 3 + 3)]).toEqual([2, 4, 6]);
    expect(triangles[row]).toBe(6);
    const plain = model.rowOf('Plain');
    expect(least[plain * 3]).toBeNaN();
    expect([...geometryHash.subarray(plain * 2, plain * 2 + 2)]).toEqual([0, 0]);
  });

  it('has one bit pattern for no corner and one for zero, so that tables are the same each time', () => {
    const corners = [
      [-1, -1, -1],
      [-0.0002, -0, 2],
    ] as const;
    const model = describeText(
      `#30=IFCWALL(${id('w1')},'Shown',$,$,$,#99,$,$);
#32=IFCWALL(${id('w3')},'Plain',$,$,$,$,$,$,$);`,
      { geometry: boxesOf({ 30: [[...corners[0]], [...corners[1]]] }) },
    );
    const { least, greatest } = model.elements;
    const row = model.rowOf('Shown') * 3;
    expect([...greatest.subarray(row, row + 3)].map((part) => Object.is(part, -0))).toEqual([
      ...[false, false, false],
    ]);
    const none = new Uint32Array(least.slice(model.rowOf('Plain') * 3).buffer, 0, 3);
    expect([...none]).toEqual([0x7fc00000, 0x7fc00000, 0x7fc00000]);
  });

  it('holds more reasons than a byte can tell apart', () => {
    const count = 300;
    const reasons = new Map(Array.from({ length: count }, (_, at) => [at + 100, `reason ${at}`]));
    const records = Array.from(
      { length: count },
      (_, at) => `#${at + 100}=IFCWALL(${id(`w${at}`)},'Wall ${at}',$,$,$,#99,$,$);`,
    );
    const model = describeText(records.join('\n'), {
      geometry: { ...boxesOf({}), reasons },
    });
    const { outcome, outcomes } = model.elements;
    const last = outcomes.at(outcome[model.rowOf('Wall 299')]!);
    expect([outcomes.count, last]).toEqual([256, 'other reasons']);
    expect(outcomes.at(outcome[model.rowOf('Wall 7')]!)).toBe('reason 7');
  });
});
