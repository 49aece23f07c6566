import { describe, expect, it } from 'vitest';
import { describeText, idOf } from './a-description.ts';

const id = (word: string) => `'${idOf(word)}',$`;

/** A wall with one property set of these properties (numbers from #50 on). */
const wallWith = (properties: string, list: string, kind = 'IFCPROPERTYSET') => `
#30=IFCWALL(${id('wall')},'Wall',$,$,$,$,$,$);
#40=${kind === 'IFCPROPERTYSET' ? `IFCPROPERTYSET(${id('set')},'Set',$,(${list}))` : `IFCELEMENTQUANTITY(${id('set')},'Set',$,$,(${list}))`};
#41=IFCRELDEFINESBYPROPERTIES(${id('rel')},$,$,(#30),#40);
${properties}`;

function valuesOf(properties: string, units = '', lengthUnitM = 1) {
  const list = [...properties.matchAll(/^(#5\d)=/gm)].map(([, number]) => number).join();
  const model = describeText(`${units}${wallWith(properties, list)}`, { lengthUnitM });
  return model.setOf('Wall', 'Set').entries;
}

describe('a property', () => {
  it('of a single value keeps its type', () => {
    expect(
      valuesOf(`#50=IFCPROPERTYSINGLEVALUE('Reference',$,IFCIDENTIFIER('W-12'),$);
#51=IFCPROPERTYSINGLEVALUE('LoadBearing',$,IFCBOOLEAN(.T.),$);
#52=IFCPROPERTYSINGLEVALUE('IsExternal',$,IFCLOGICAL(.U.),$);
#53=IFCPROPERTYSINGLEVALUE('Count',$,IFCINTEGER(-3),$);
#54=IFCPROPERTYSINGLEVALUE('Share',$,IFCREAL(0.25),$);
#55=IFCPROPERTYSINGLEVALUE('Empty',$,IFCLABEL(''),$);
#56=IFCPROPERTYSINGLEVALUE('Nothing',$,$,$);
#57=IFCPROPERTYSINGLEVALUE('Bare',$,'text',$);
#58=IFCPROPERTYSINGLEVALUE('Fire\\X2\\7B49\\X0\\',$,IFCLABEL('\\X2\\4E8C\\X0\\'),$);
#59=IFCPROPERTYSINGLEVALUE('Sure',$,IFCLOGICAL(.F.),$);`),
    ).toEqual({
      ...{ Reference: 'W-12', LoadBearing: true, IsExternal: 'unknown', Count: -3, Share: 0.25 },
      ...{ Empty: '', Nothing: undefined, Bare: 'text', Fire等: '二', Sure: false },
    });
  });

  it('of an enumeration is its word, or all of them', () => {
    expect(
      valuesOf(`#50=IFCPROPERTYENUMERATEDVALUE('Status',$,(IFCLABEL('NEW')),#60);
#51=IFCPROPERTYENUMERATEDVALUE('Phases',$,(IFCLABEL('NEW'),IFCLABEL('TEMPORARY')),#60);
#52=IFCPROPERTYENUMERATEDVALUE('Size',$,(IFCLENGTHMEASURE(2.)),$);
#53=IFCPROPERTYENUMERATEDVALUE('None',$,(),$);
#60=IFCPROPERTYENUMERATION('PEnum_Status',(IFCLABEL('NEW'),IFCLABEL('TEMPORARY')),$);`),
    ).toEqual({ Status: 'NEW', Phases: 'NEW, TEMPORARY', Size: [2, 'm'], None: undefined });
  });

  it('of bounds is two or three', () => {
    expect(
      valuesOf(`#50=IFCPROPERTYBOUNDEDVALUE('T',$,IFCREAL(26.),IFCREAL(20.),$,IFCREAL(21.));
#51=IFCPROPERTYBOUNDEDVALUE('L',$,$,IFCPOSITIVELENGTHMEASURE(1.5),$);`),
    ).toEqual({
      ...{ 'T.Lower': 20, 'T.Upper': 26, 'T.SetPoint': 21 },
      ...{ 'L.Lower': [1.5, 'm'], 'L.Upper': undefined },
    });
  });

  it('of a list or a table is in words, with units', () => {
    expect(
      valuesOf(`#50=IFCPROPERTYLISTVALUE('Depths',$,(IFCLENGTHMEASURE(1.),IFCLENGTHMEASURE(2.5)),$);
#51=IFCPROPERTYLISTVALUE('One',$,(IFCLENGTHMEASURE(1.)),$);
#52=IFCPROPERTYLISTVALUE('Words',$,(IFCLABEL('a'),IFCBOOLEAN(.T.)),$);
#53=IFCPROPERTYTABLEVALUE('Pump',$,(IFCREAL(0.),IFCREAL(2.)),(IFCPRESSUREMEASURE(10.),IFCPRESSUREMEASURE(7.)),$,$,$,.LINEAR.);
#54=IFCPROPERTYTABLEVALUE('Bare',$,$,$,$,$,$,$);`),
    ).toEqual({
      ...{ Depths: '1 m, 2.5 m', One: [1, 'm'], Words: 'a, true' },
      ...{ Pump: '0 → 10 Pa; 2 → 7 Pa', Bare: undefined },
    });
  });

  it('of a complex is one for each part, as deep as it goes', () => {
    expect(
      valuesOf(`#50=IFCCOMPLEXPROPERTY('Size',$,'Outer',(#60,#61));
#60=IFCPROPERTYSINGLEVALUE('Width',$,IFCLENGTHMEASURE(2.),$);
#61=IFCCOMPLEXPROPERTY('Frame',$,'Inner',(#62));
#62=IFCPROPERTYSINGLEVALUE('Depth',$,IFCLENGTHMEASURE(0.1),$);`),
    ).toEqual({ 'Size.Width': [2, 'm'], 'Size.Frame.Depth': [0.1, 'm'] });
  });

  it('ends where a complex holds itself, or a part is missing', () => {
    const entries = valuesOf(`#50=IFCCOMPLEXPROPERTY('A',$,'x',(#50,#98,#60));
#60=IFCPROPERTYSINGLEVALUE('B',$,IFCREAL(2.),$);`);
    expect(entries['A.B']).toBe(2);
    expect(Object.keys(entries).length).toBeLessThan(20);
  });

  it('that refers to something says what that is', () => {
    expect(
      valuesOf(`#50=IFCPROPERTYREFERENCEVALUE('Maker',$,$,#60);
#51=IFCPROPERTYREFERENCEVALUE('Manual',$,$,#61);
#52=IFCPROPERTYREFERENCEVALUE('Lost',$,$,#98);
#60=IFCORGANIZATION($,'Acme','Pumps',$,$);
#61=IFCEXTERNALREFERENCE('https://example.org/m.pdf','M-1','Manual');`),
    ).toEqual({
      Maker: 'Acme, Pumps',
      Manual: 'https://example.org/m.pdf, M-1, Manual',
      Lost: '',
    });
  });

  it('ends where what it refers to leads back, or everywhere', () => {
    const many = Array.from({ length: 40 }, () => '#60').join();
    const entries = valuesOf(`#50=IFCPROPERTYREFERENCEVALUE('Loop',$,$,#60);
#51=IFCCOMPLEXPROPERTY('Laughs',$,'x',(${many}));
#60=IFCCOMPLEXPROPERTY('And',$,'x',(${many}));`);
    expect(entries.Loop).toMatch(/^And/);
    expect(String(entries.Loop).length).toBeLessThan(10_000);
    expect(Object.keys(entries).length).toBeLessThan(20_000);
  });

  it('of a kind that is not known has no value', () => {
    expect(valuesOf(`#50=IFCPROPERTYHOLOGRAM('X',$,(1,2,3));`)).toEqual({ X: undefined });
  });
});

describe('units', () => {
  const project = (units: string, list: string) =>
    `#1=IFCPROJECT(${id('p')},'Project',$,$,$,$,$,#2);\n#2=IFCUNITASSIGNMENT((${list}));\n${units}\n`;

  it('of the project bring every measure to SI', () => {
    const units = project(
      `#10=IFCSIUNIT(*,.LENGTHUNIT.,.MILLI.,.METRE.);
#11=IFCSIUNIT(*,.AREAUNIT.,.CENTI.,.SQUARE_METRE.);
#12=IFCCONVERSIONBASEDUNIT(#20,.VOLUMEUNIT.,'LITRE',#21);
#13=IFCCONVERSIONBASEDUNIT(#20,.PLANEANGLEUNIT.,'DEGREE',#22);
#14=IFCSIUNIT(*,.THERMODYNAMICTEMPERATUREUNIT.,$,.KELVIN.);
#15=IFCSIUNIT(*,.MASSUNIT.,.MEGA.,.GRAM.);
#16=IFCSIUNIT(*,.POWERUNIT.,.KILO.,.WATT.);
#17=IFCDERIVEDUNIT((#23,#24),.VOLUMETRICFLOWRATEUNIT.,$);
#18=IFCMONETARYUNIT('EUR');
#20=IFCDIMENSIONALEXPONENTS(0,0,0,0,0,0,0);
#21=IFCMEASUREWITHUNIT(IFCVOLUMEMEASURE(0.001),#25);
#22=IFCMEASUREWITHUNIT(IFCPLANEANGLEMEASURE(0.0174532925199433),#26);
#23=IFCDERIVEDUNITELEMENT(#12,1);
#24=IFCDERIVEDUNITELEMENT(#27,-1);
#25=IFCSIUNIT(*,.VOLUMEUNIT.,$,.CUBIC_METRE.);
#26=IFCSIUNIT(*,.PLANEANGLEUNIT.,$,.RADIAN.);
#27=IFCSIUNIT(*,.TIMEUNIT.,$,.SECOND.);`,
      '#10,#11,#12,#13,#14,#15,#16,#17,#18',
    );
    const entries = valuesOf(
      `#50=IFCPROPERTYSINGLEVALUE('Length',$,IFCPOSITIVELENGTHMEASURE(2130.),$);
#51=IFCPROPERTYSINGLEVALUE('Area',$,IFCAREAMEASURE(10000.),$);
#52=IFCPROPERTYSINGLEVALUE('Volume',$,IFCVOLUMEMEASURE(1500.),$);
#53=IFCPROPERTYSINGLEVALUE('Angle',$,IFCPLANEANGLEMEASURE(90.),$);
#54=IFCPROPERTYSINGLEVALUE('Warm',$,IFCTHERMODYNAMICTEMPERATUREMEASURE(294.15),$);
#55=IFCPROPERTYSINGLEVALUE('Mass',$,IFCMASSMEASURE(2.),$);
#56=IFCPROPERTYSINGLEVALUE('Power',$,IFCPOWERMEASURE(1.5),$);
#57=IFCPROPERTYSINGLEVALUE('Flow',$,IFCVOLUMETRICFLOWRATEMEASURE(12.),$);
#58=IFCPROPERTYSINGLEVALUE('Price',$,IFCMONETARYMEASURE(99.),$);
#59=IFCPROPERTYSINGLEVALUE('U',$,IFCTHERMALTRANSMITTANCEMEASURE(0.24),$);`,
      units,
      0.001,
    );
    const [angle, angleUnit] = entries.Angle as readonly [number, string];
    expect([angle, angleUnit]).toEqual([expect.closeTo(Math.PI / 2, 9), 'rad']);
    expect({ ...entries, Angle: 0 }).toEqual({
      ...{ Length: [2.13, 'm'], Area: [1, 'm²'], Volume: [1.5, 'm³'], Angle: 0 },
      ...{ Warm: [21, '°C'], Mass: [2000, 'kg'], Power: [1500, 'W'], Flow: [0.012, 'm³/s'] },
      ...{ Price: [99, 'EUR'], U: [0.24, 'W/(m²·K)'] },
    });
  });

  it('of one property win over those of the project', () => {
    expect(
      valuesOf(`#50=IFCPROPERTYSINGLEVALUE('Gap',$,IFCLENGTHMEASURE(12.),#60);
#51=IFCPROPERTYSINGLEVALUE('Odd',$,IFCREAL(5.),#61);
#52=IFCPROPERTYSINGLEVALUE('Own',$,IFCREAL(3.),#63);
#53=IFCPROPERTYSINGLEVALUE('Fever',$,IFCTHERMODYNAMICTEMPERATUREMEASURE(212.),#70);
#54=IFCPROPERTYBOUNDEDVALUE('Range',$,IFCLENGTHMEASURE(9.),IFCLENGTHMEASURE(3.),#60,$);
#55=IFCPROPERTYSINGLEVALUE('Lost',$,IFCLENGTHMEASURE(4.),#98);
#60=IFCSIUNIT(*,.LENGTHUNIT.,.MILLI.,.METRE.);
#61=IFCDERIVEDUNIT((#62,#65),.USERDEFINED.,'spread');
#62=IFCDERIVEDUNITELEMENT(#64,1);
#63=IFCCONTEXTDEPENDENTUNIT(#66,.USERDEFINED.,'persons');
#64=IFCSIUNIT(*,.POWERUNIT.,.KILO.,.WATT.);
#65=IFCDERIVEDUNITELEMENT(#67,-2);
#66=IFCDIMENSIONALEXPONENTS(0,0,0,0,0,0,0);
#67=IFCSIUNIT(*,.LENGTHUNIT.,$,.METRE.);
#70=IFCCONVERSIONBASEDUNITWITHOFFSET(#66,.THERMODYNAMICTEMPERATUREUNIT.,'FAHRENHEIT',#71,459.67);
#71=IFCMEASUREWITHUNIT(IFCRATIOMEASURE(0.555555555555556),#72);
#72=IFCSIUNIT(*,.THERMODYNAMICTEMPERATUREUNIT.,$,.KELVIN.);`),
    ).toEqual({
      ...{ Gap: [0.012, 'm'], Odd: [5000, 'W·m⁻²'], Own: [3, 'persons'] },
      ...{ Fever: [expect.closeTo(100, 6), '°C'] },
      ...{ 'Range.Lower': [0.003, 'm'], 'Range.Upper': [0.009, 'm'], Lost: [4, 'm'] },
    });
  });

  it('in feet and square feet come out as metres', () => {
    const units = project(
      `#10=IFCCONVERSIONBASEDUNIT(#20,.LENGTHUNIT.,'FOOT',#21);
#11=IFCCONVERSIONBASEDUNIT(#20,.AREAUNIT.,'SQUARE FOOT',#22);
#20=IFCDIMENSIONALEXPONENTS(1,0,0,0,0,0,0);
#21=IFCMEASUREWITHUNIT(IFCRATIOMEASURE(0.3048),#25);
#22=IFCMEASUREWITHUNIT(0.09290304,#26);
#25=IFCSIUNIT(*,.LENGTHUNIT.,$,.METRE.);
#26=IFCSIUNIT(*,.AREAUNIT.,$,.SQUARE_METRE.);`,
      '#10,#11',
    );
    const list = '#50,#51';
    const model = describeText(
      `${units}${wallWith(
        `#50=IFCQUANTITYLENGTH('Length',$,$,10.);\n#51=IFCQUANTITYAREA('Area',$,$,100.);`,
        list,
        'IFCELEMENTQUANTITY',
      )}`,
      { lengthUnitM: 0.3048 },
    );
    expect(model.setOf('Wall', 'Set').entries).toEqual({
      Length: [expect.closeTo(3.048, 12), 'm'],
      Area: [expect.closeTo(9.290304, 12), 'm²'],
    });
  });

  it('that the file never declares are the SI ones, but a temperature is as it is', () => {
    const units = `#1=IFCPROJECT(${id('p')},'Project',$,$,$,$,$,$);\n`;
    expect(
      valuesOf(
        `#50=IFCPROPERTYSINGLEVALUE('P',$,IFCPRESSUREMEASURE(3.),$);
#51=IFCPROPERTYSINGLEVALUE('T',$,IFCTHERMODYNAMICTEMPERATUREMEASURE(21.),$);`,
        units,
      ),
    ).toEqual({ P: [3, 'Pa'], T: 21 });
  });

  it('that refer to themselves stop nothing', () => {
    expect(
      valuesOf(`#50=IFCPROPERTYSINGLEVALUE('X',$,IFCLENGTHMEASURE(3.),#60);
#60=IFCCONVERSIONBASEDUNIT($,.LENGTHUNIT.,'LOOP',#61);
#61=IFCMEASUREWITHUNIT(IFCRATIOMEASURE(2.),#60);`),
    ).toEqual({ X: [3, 'm'] });
  });
});

describe('a quantity set', () => {
  it('holds quantities of every kind', () => {
    const model = describeText(
      wallWith(
        `#50=IFCQUANTITYLENGTH('Height',$,$,3.,$);
#51=IFCQUANTITYAREA('NetSideArea',$,$,12.5,'how');
#52=IFCQUANTITYVOLUME('Volume',$,$,2.,$);
#53=IFCQUANTITYCOUNT('Pieces',$,$,4.,$);
#54=IFCQUANTITYWEIGHT('Weight',$,$,480.,$);
#55=IFCQUANTITYTIME('Time',$,#60,2.,$);
#56=IFCPHYSICALCOMPLEXQUANTITY('Layer',$,(#57),'Brick',$,$);
#57=IFCQUANTITYLENGTH('Width',$,$,0.2,$);
#60=IFCCONVERSIONBASEDUNIT($,.TIMEUNIT.,'HOUR',#61);
#61=IFCMEASUREWITHUNIT(IFCTIMEMEASURE(3600.),#62);
#62=IFCSIUNIT(*,.TIMEUNIT.,$,.SECOND.);`,
        '#50,#51,#52,#53,#54,#55,#56',
        'IFCELEMENTQUANTITY',
      ),
    );
    const set = model.setOf('Wall', 'Set');
    expect(set.kind).toBe('quantity-set');
    expect(set.entries).toEqual({
      ...{ Height: [3, 'm'], NetSideArea: [12.5, 'm²'], Volume: [2, 'm³'], Pieces: 4 },
      ...{ Weight: [480, 'kg'], Time: [7200, 's'], 'Layer.Width': [0.2, 'm'] },
    });
    expect([model.tables.propertySets, model.tables.propertyCount]).toEqual([1, 7]);
  });
});

describe('the sets of an element', () => {
  const door = (own: string) => `
#30=IFCDOOR(${id('door')},'Door',$,$,$,$,'D-1',2.1,0.9,.DOOR.,.SINGLE_SWING_LEFT.,$);
#31=IFCDOORTYPE(${id('type')},'T30 fire door','for exits',$,(#42,#43),$,$,$,.DOOR.,.SINGLE_SWING_LEFT.,.T.,$);
#32=IFCRELDEFINESBYTYPE(${id('rt')},$,$,(#30),#31);
#42=IFCPROPERTYSET(${id('ts')},'Pset_DoorCommon',$,(#50,#51));
#43=IFCDOORLININGPROPERTIES(${id('dl')},'Lining',$,0.1,0.05,$,$,$,$,$,$,$,$,$,$,$);
#50=IFCPROPERTYSINGLEVALUE('FireRating',$,IFCLABEL('T30'),$);
#51=IFCPROPERTYSINGLEVALUE('IsExternal',$,IFCBOOLEAN(.F.),$);
${own}`;

  it('are its own, and those of its type, marked as such', () => {
    const model = describeText(door(''));
    const common = model.setOf('Door', 'Pset_DoorCommon');
    expect(common).toMatchObject({ isOfType: true, kind: 'property-set' });
    expect(common.entries).toEqual({ FireRating: 'T30', IsExternal: false });
    expect(model.setOf('Door', 'IfcDoorLiningProperties').entries).toEqual({
      ...{ Name: 'Lining', LiningDepth: [0.1, 'm'], LiningThickness: [0.05, 'm'] },
    });
    const { type, types, typeGlobalId } = model.elements;
    const row = type[model.rowOf('Door')]!;
    expect([types.at(row), typeGlobalId.at(row)]).toEqual(['T30 fire door', idOf('type')]);
  });

  it('keep both where element and type have a set of one name', () => {
    const model = describeText(
      door(`#44=IFCPROPERTYSET(${id('os')},'Pset_DoorCommon',$,(#52));
#52=IFCPROPERTYSINGLEVALUE('FireRating',$,IFCLABEL('T90'),$);
#45=IFCRELDEFINESBYPROPERTIES(${id('rp')},$,$,(#30),#44);`),
    );
    const sets = model.setsOf('Door').filter(({ name }) => name === 'Pset_DoorCommon');
    expect(sets.map(({ isOfType, entries }) => [isOfType, entries.FireRating])).toEqual(
      expect.arrayContaining([
        [false, 'T90'],
        [true, 'T30'],
      ]),
    );
  });

  it('are given once where element and type have the very same', () => {
    const model = describeText(door(`#45=IFCRELDEFINESBYPROPERTIES(${id('rp')},$,$,(#30),#42);`));
    expect(model.setOf('Door', 'Pset_DoorCommon').isOfType).toBe(false);
  });

  it('may reach a type by relation, and come as a list of definitions', () => {
    const model = describeText(
      door(`#44=IFCPROPERTYSET(${id('os')},'Extra',$,(#50));
#45=IFCRELDEFINESBYPROPERTIES(${id('rp')},$,$,(#31),#44);
#46=IFCPROPERTYSET(${id('os2')},'Own',$,(#51));
#47=IFCRELDEFINESBYPROPERTIES(${id('rp2')},$,$,(#30),IFCPROPERTYSETDEFINITIONSET((#46,#44)));`),
    );
    expect(model.setOf('Door', 'Own').entries).toEqual({ IsExternal: false });
    expect(model.setOf('Door', 'Extra').isOfType).toBe(false);
  });

  it('hold its attributes that have no column', () => {
    const model = describeText(door(''));
    expect(model.setOf('Door', 'Attributes')).toMatchObject({
      kind: 'attributes',
      isOfType: false,
    });
    expect(model.setOf('Door', 'Attributes').entries).toEqual({
      ...{ OverallHeight: [2.1, 'm'], OverallWidth: [0.9, 'm'] },
      ...{ OperationType: 'SINGLE_SWING_LEFT' },
    });
    expect(model.setOf('Door', 'Type attributes').entries).toEqual({
      ...{ Description: 'for exits', PredefinedType: 'DOOR' },
      ...{ OperationType: 'SINGLE_SWING_LEFT', ParameterTakesPrecedence: true },
    });
  });

  it('hold angles of a site in degrees, and addresses line by line', () => {
    const model =
      describeText(`#10=IFCSITE(${id('site')},'Site','by the river',$,$,$,$,.ELEMENT.,(-33,-51,-54,-250000),(151,12,0),12.5,'LT-7',#11);
#11=IFCPOSTALADDRESS($,$,$,$,('1 Quay Street','Dock 2'),$,'Sydney',$,'2000','Australia');`);
    expect(model.setOf('Site', 'Attributes').entries).toEqual({
      ...{ Description: 'by the river', CompositionType: 'ELEMENT', RefElevation: [12.5, 'm'] },
      ...{ RefLatitude: '−33° 51′ 54.25″', RefLongitude: '151° 12′ 0″', LandTitleNumber: 'LT-7' },
      ...{ 'SiteAddress.AddressLines': '1 Quay Street, Dock 2', 'SiteAddress.Town': 'Sydney' },
      ...{ 'SiteAddress.PostalCode': '2000', 'SiteAddress.Country': 'Australia' },
    });
  });

  it('keep an object type that its predefined type hides', () => {
    const model = describeText(`#30=IFCWALL(${id('w')},'Wall',$,'Basic Wall',$,$,$,.PARTITIONING.);
#31=IFCWALL(${id('w2')},'Other',$,'Basic Wall',$,$,$,.USERDEFINED.);`);
    expect(model.elements.objectType.at(model.rowOf('Wall'))).toBe('PARTITIONING');
    expect(model.setOf('Wall', 'Attributes').entries).toEqual({ ObjectType: 'Basic Wall' });
    expect(model.elements.objectType.at(model.rowOf('Other'))).toBe('Basic Wall');
    expect(model.setsOf('Other')).toEqual([]);
  });

  it('are stored once for all who share their content', () => {
    const walls = Array.from({ length: 50 }, (_, at) => {
      const number = 100 + at * 4;
      return `#${number}=IFCWALL(${id(`w${at}`)},'Wall ${at}',$,$,$,$,$,$);
#${number + 1}=IFCPROPERTYSET(${id(`s${at}`)},'Pset_WallCommon',$,(#${number + 2}));
#${number + 2}=IFCPROPERTYSINGLEVALUE('Reference',$,IFCLABEL('${at % 2 === 0 ? 'A' : 'B'}'),$);
#${number + 3}=IFCRELDEFINESBYPROPERTIES(${id(`r${at}`)},$,$,(#${number}),#${number + 1});`;
    });
    const model = describeText(walls.join('\n'));
    expect(model.properties.setName.count).toBe(2);
    expect(model.tables.propertySets).toBe(50);
    expect(model.setOf('Wall 7', 'Pset_WallCommon').entries).toEqual({ Reference: 'B' });
    expect(model.properties.texts.count).toBe(2);
  });

  it('may be empty, or without a name', () => {
    const model = describeText(`#30=IFCWALL(${id('w')},'Wall',$,$,$,$,$,$);
#40=IFCPROPERTYSET(${id('s')},'Empty',$,());
#41=IFCPROPERTYSET(${id('s2')},$,$,(#50));
#42=IFCRELDEFINESBYPROPERTIES(${id('r')},$,$,(#30),#40);
#43=IFCRELDEFINESBYPROPERTIES(${id('r2')},$,$,(#30),#41);
#44=IFCRELDEFINESBYPROPERTIES(${id('r3')},$,$,(#30),#97);
#50=IFCPROPERTYSINGLEVALUE('A',$,IFCREAL(1.),$);`);
    expect(model.setsOf('Wall').map(({ name, entries }) => [name, entries])).toEqual([
      ['Empty', {}],
      ['IfcPropertySet', { A: 1 }],
    ]);
  });

  it('hold the properties that override others in IFC2X3', () => {
    const model = describeText(
      `#30=IFCWALL(${id('w')},'Wall',$,$,$,$,$,$);
#40=IFCPROPERTYSET(${id('s')},'Set',$,(#50));
#41=IFCRELOVERRIDESPROPERTIES(${id('r')},$,$,(#30),#40,(#51));
#50=IFCPROPERTYSINGLEVALUE('A',$,IFCREAL(1.),$);
#51=IFCPROPERTYSINGLEVALUE('A',$,IFCREAL(2.),$);`,
      { schema: 'IFC2X3' },
    );
    expect(model.setsOf('Wall').map(({ entries }) => entries.A)).toEqual([1, 2]);
  });
});
