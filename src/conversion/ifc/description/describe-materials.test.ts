import { describe, expect, it } from 'vitest';
import { describeText, idOf } from './a-description.ts';

const id = (word: string) => `'${idOf(word)}',$`;

/** A wall made of #40 and what follows. */
const wallOf = (records: string, schema = 'IFC4') =>
  describeText(
    `#30=IFCWALL(${id('wall')},'Wall',$,$,$,$,$,$);
#31=IFCRELASSOCIATESMATERIAL(${id('rel')},$,$,(#30),#40);
${records}`,
    { schema },
  );

describe('the material of an element', () => {
  it('is one by name', () => {
    const model = wallOf(`#40=IFCMATERIAL('Concrete C25/30','in situ','concrete');`);
    expect(model.materialOf('Wall')).toBe('Concrete C25/30');
    expect(model.setOf('Wall', 'Material')).toMatchObject({
      kind: 'material',
      entries: { Name: 'Concrete C25/30', Description: 'in situ', Category: 'concrete' },
    });
  });

  it('is the thickest of its layers; all are told from face to face', () => {
    const model = wallOf(`#40=IFCMATERIALLAYERSETUSAGE(#41,.AXIS2.,.POSITIVE.,-0.18,$);
#41=IFCMATERIALLAYERSET((#42,#43,#44),'Cavity wall',$);
#42=IFCMATERIALLAYER(#50,0.1,.F.,'Facing',$,$,$);
#43=IFCMATERIALLAYER($,0.04,.T.,$,$,$,$);
#44=IFCMATERIALLAYER(#51,0.214,$,$,$,'load bearing',$);
#50=IFCMATERIAL('Brick',$,$);
#51=IFCMATERIAL('Sand-lime block',$,$);`);
    expect(model.materialOf('Wall')).toBe('Sand-lime block');
    expect(model.setOf('Wall', 'Material').entries).toEqual({
      ...{ Name: 'Cavity wall', Thickness: [0.354, 'm'] },
      ...{ 'Layer 1.Material': 'Brick', 'Layer 1.Thickness': [0.1, 'm'], 'Layer 1.Name': 'Facing' },
      ...{ 'Layer 2.Material': undefined, 'Layer 2.Thickness': [0.04, 'm'] },
      ...{ 'Layer 2.IsVentilated': true, 'Layer 3.Material': 'Sand-lime block' },
      ...{ 'Layer 3.Thickness': [0.214, 'm'], 'Layer 3.Category': 'load bearing' },
      ...{ Direction: 'AXIS2', Sense: 'POSITIVE', Offset: [-0.18, 'm'] },
    });
  });

  it('is the profile set of a beam', () => {
    const model = wallOf(`#40=IFCMATERIALPROFILESETUSAGE(#41,5,$);
#41=IFCMATERIALPROFILESET('HEA200',$,(#42),$);
#42=IFCMATERIALPROFILE('Flange',$,#50,#43,$,'steel');
#43=IFCISHAPEPROFILEDEF(.AREA.,'HEA 200',$,0.2,0.19,0.0065,0.01,$,$,$);
#50=IFCMATERIAL('S235',$,$);`);
    expect(model.materialOf('Wall')).toBe('S235');
    expect(model.setOf('Wall', 'Material').entries).toEqual({
      ...{ Name: 'HEA200', 'Profile 1.Name': 'Flange', 'Profile 1.Material': 'S235' },
      ...{ 'Profile 1.Profile': 'HEA 200', 'Profile 1.Category': 'steel' },
    });
  });

  it('is the largest of its constituents', () => {
    const model = wallOf(`#40=IFCMATERIALCONSTITUENTSET('Window',$,(#41,#42));
#41=IFCMATERIALCONSTITUENT('Frame',$,#50,0.2,$);
#42=IFCMATERIALCONSTITUENT('Glazing',$,#51,0.8,$);
#50=IFCMATERIAL('Oak',$,$);
#51=IFCMATERIAL('Glass',$,$);`);
    expect(model.materialOf('Wall')).toBe('Glass');
    expect(model.setOf('Wall', 'Material').entries).toMatchObject({
      ...{ 'Constituent 1.Name': 'Frame', 'Constituent 1.Material': 'Oak' },
      ...{ 'Constituent 2.Fraction': 0.8 },
    });
  });

  it('is the first of a list', () => {
    const model = wallOf(
      `#40=IFCMATERIALLIST((#50,#51,#98));
#50=IFCMATERIAL('Steel');
#51=IFCMATERIAL('Rubber');`,
      'IFC2X3',
    );
    expect(model.materialOf('Wall')).toBe('Steel');
    expect(model.setOf('Wall', 'Material').entries).toEqual({
      ...{ 'Material 1': 'Steel', 'Material 2': 'Rubber' },
    });
  });

  it('is its own before that of its type', () => {
    const typed = (own: string) =>
      describeText(`#30=IFCWALL(${id('wall')},'Wall',$,$,$,$,$,$);
#31=IFCWALLTYPE(${id('type')},'Type',$,$,$,$,$,$,.SOLIDWALL.);
#32=IFCRELDEFINESBYTYPE(${id('rt')},$,$,(#30),#31);
#33=IFCRELASSOCIATESMATERIAL(${id('rm')},$,$,(#31),#50);
#50=IFCMATERIAL('Brick',$,$);
#51=IFCMATERIAL('Clay',$,$);
${own}`);
    const ofType = typed('');
    expect(ofType.materialOf('Wall')).toBe('Brick');
    expect(ofType.setOf('Wall', 'Material').isOfType).toBe(true);
    const own = typed(`#34=IFCRELASSOCIATESMATERIAL(${id('rm2')},$,$,(#30),#51);`);
    expect(own.materialOf('Wall')).toBe('Clay');
    expect(own.setOf('Wall', 'Material')).toMatchObject({
      isOfType: false,
      entries: { Name: 'Clay' },
    });
  });

  it('brings its own properties, in IFC4 and in IFC2X3', () => {
    const model = wallOf(`#40=IFCMATERIAL('Brick',$,$);
#41=IFCMATERIALPROPERTIES('Pset_MaterialCommon',$,(#42),#40);
#42=IFCPROPERTYSINGLEVALUE('MassDensity',$,IFCMASSDENSITYMEASURE(1800.),$);`);
    expect(model.setOf('Wall', 'Pset_MaterialCommon')).toMatchObject({
      kind: 'material',
      entries: { Material: 'Brick', MassDensity: [1800, 'kg/m³'] },
    });
    const old = wallOf(
      `#40=IFCMATERIAL('Brick');
#41=IFCEXTENDEDMATERIALPROPERTIES(#40,(#42),$,'More');
#42=IFCPROPERTYSINGLEVALUE('Colour',$,IFCLABEL('red'),$);
#43=IFCTHERMALMATERIALPROPERTIES(#40,840.,$,$,0.8);`,
      'IFC2X3',
    );
    expect(old.setOf('Wall', 'More').entries).toEqual({ Material: 'Brick', Colour: 'red' });
    expect(old.setOf('Wall', 'IfcThermalMaterialProperties').entries).toEqual({
      ...{ Material: 'Brick', SpecificHeatCapacity: [840, 'J/(kg·K)'] },
      ThermalConductivity: [0.8, 'W/(m·K)'],
    });
  });

  it('is none where the reference leads nowhere or in a circle', () => {
    expect(wallOf('').materialOf('Wall')).toBeUndefined();
    const circle = wallOf('#40=IFCMATERIALLAYERSETUSAGE(#40,$,$,$,$);');
    expect(circle.materialOf('Wall')).toBeUndefined();
  });
});

describe('classifications', () => {
  it('name code, system and path, and gather what they classify', () => {
    const model = describeText(`#30=IFCWALL(${id('w1')},'Wall',$,$,$,$,$,$);
#31=IFCWALLTYPE(${id('type')},'Type',$,$,$,$,$,$,.SOLIDWALL.);
#32=IFCWALL(${id('w2')},'Typed',$,$,$,$,$,$);
#33=IFCRELDEFINESBYTYPE(${id('rt')},$,$,(#32),#31);
#40=IFCCLASSIFICATION('CSI','2015',$,'Uniclass 2015',$,$,$);
#41=IFCCLASSIFICATIONREFERENCE('https://u.org','Ss_25_10','Framed walls',#42,'with studs',$);
#42=IFCCLASSIFICATIONREFERENCE($,'Ss_25','Wall systems',#40,$,$);
#50=IFCRELASSOCIATESCLASSIFICATION(${id('rc')},$,$,(#30,#31),#41);`);
    const title = 'Uniclass 2015: Ss_25_10 Framed walls';
    expect(model.groups()).toEqual([
      { kind: 'classification', name: title, members: ['Typed', 'Wall'] },
    ]);
    expect(model.setOf('Wall', 'Uniclass 2015')).toMatchObject({
      kind: 'classification',
      isOfType: false,
    });
    expect(model.setOf('Typed', 'Uniclass 2015').isOfType).toBe(true);
    expect(model.setOf('Wall', 'Uniclass 2015').entries).toEqual({
      ...{ Code: 'Ss_25_10', Name: 'Framed walls', System: 'Uniclass 2015', Edition: '2015' },
      ...{ Publisher: 'CSI', Path: 'Ss_25 Wall systems', Description: 'with studs' },
      Location: 'https://u.org',
    });
  });

  it('may be bare, a notation of IFC2X3, or a system alone', () => {
    const model = describeText(
      `#30=IFCWALL(${id('w1')},'Wall',$,$,$,$,$,$);
#40=IFCCLASSIFICATIONREFERENCE($,'21.22',$,$);
#41=IFCCLASSIFICATIONNOTATION((#42,#43));
#42=IFCCLASSIFICATIONNOTATIONFACET('B');
#43=IFCCLASSIFICATIONNOTATIONFACET('2010');
#44=IFCCLASSIFICATION('NEN','1',$,'NL-SfB');
#50=IFCRELASSOCIATESCLASSIFICATION(${id('r1')},$,$,(#30),#40);
#51=IFCRELASSOCIATESCLASSIFICATION(${id('r2')},$,$,(#30),#41);
#52=IFCRELASSOCIATESCLASSIFICATION(${id('r3')},$,$,(#30),#44);
#53=IFCRELASSOCIATESCLASSIFICATION(${id('r4')},$,$,(#30),#97);`,
      { schema: 'IFC2X3' },
    );
    expect(model.groups().map(({ name }) => name)).toEqual(['21.22', 'B2010', 'NL-SfB']);
  });

  it('that refer to themselves end', () => {
    const model = describeText(`#30=IFCWALL(${id('w1')},'Wall',$,$,$,$,$,$);
#40=IFCCLASSIFICATIONREFERENCE($,'A',$,#40,$,$);
#50=IFCRELASSOCIATESCLASSIFICATION(${id('r1')},$,$,(#30),#40);`);
    expect(model.groups()).toHaveLength(1);
  });
});

describe('documents', () => {
  it('are told with what is known of them', () => {
    const model = describeText(`#30=IFCPUMP(${id('p')},'Pump',$,$,$,$,$,$);
#40=IFCDOCUMENTREFERENCE('https://d.org/1.pdf','D-1','Manual',$,#41);
#41=IFCDOCUMENTINFORMATION('D-1','Pump manual','how to',$,'operation',$,$,'B',$,$,$,$,$,$,$,.PUBLIC.,.FINAL.);
#50=IFCRELASSOCIATESDOCUMENT(${id('rd')},$,$,(#30),#40);`);
    expect(model.setOf('Pump', 'Document')).toMatchObject({ kind: 'document' });
    expect(model.setOf('Pump', 'Document').entries).toMatchObject({
      ...{ Identification: 'D-1', Location: 'https://d.org/1.pdf', Purpose: 'operation' },
      ...{ Revision: 'B', Confidentiality: 'PUBLIC', Status: 'FINAL' },
    });
  });

  it('are found in IFC2X3 from the document to its reference', () => {
    const model = describeText(
      `#30=IFCWALL(${id('w')},'Wall',$,$,$,$,$,$);
#40=IFCDOCUMENTREFERENCE('a.pdf',$,$);
#41=IFCDOCUMENTINFORMATION('D-2','Drawing','plan',(#40),$,$,$,'C',$,$,$,$,$,$,$,$,$);
#50=IFCRELASSOCIATESDOCUMENT(${id('rd')},$,$,(#30),#40);`,
      { schema: 'IFC2X3' },
    );
    expect(model.setOf('Wall', 'Document').entries).toMatchObject({
      ...{ Location: 'a.pdf', Identification: 'D-2', Name: 'Drawing', Revision: 'C' },
    });
  });

  it('may be entries of a library, and approvals', () => {
    const model = describeText(`#30=IFCWALL(${id('w')},'Wall',$,$,$,$,$,$);
#40=IFCLIBRARYREFERENCE('https://bsdd.org/1','B-1','Wall concept','of walls','en',$);
#41=IFCAPPROVAL('A-7','Fire brigade',$,'2026-01-01','approved','C',$,$,$);
#50=IFCRELASSOCIATESLIBRARY(${id('r1')},$,$,(#30),#40);
#51=IFCRELASSOCIATESAPPROVAL(${id('r2')},$,$,(#30),#41);`);
    expect(model.setOf('Wall', 'Library')).toMatchObject({
      kind: 'document',
      entries: { Location: 'https://bsdd.org/1', Name: 'Wall concept', Language: 'en' },
    });
    expect(model.setOf('Wall', 'Approval').entries).toMatchObject({
      ...{ Identifier: 'A-7', Name: 'Fire brigade', Status: 'approved' },
    });
  });
});
