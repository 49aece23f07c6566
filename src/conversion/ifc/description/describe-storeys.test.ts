import { describe, expect, it } from 'vitest';
import { boxesOf, describeText, idOf } from './a-description.ts';

const id = (word: string) => `'${idOf(word)}',$`;

interface StoreyOptions {
  /** Of placements in the building's, and of the attribute, by storey. */
  readonly placed: readonly (number | undefined)[];
  readonly elevation: readonly (number | undefined)[];
  /** Of the building's own placement. */
  readonly base?: number;
}

/** Storeys 'S0', 'S1' … of one building; walls #200, #201 … stand in them. */
function tower({ placed, elevation, base = 0 }: StoreyOptions): string {
  const lines = [
    `#10=IFCBUILDING(${id('b')},'Building',$,$,#11,$,$,.ELEMENT.,$,$,$);`,
    '#11=IFCLOCALPLACEMENT($,#12);',
    '#12=IFCAXIS2PLACEMENT3D(#13,$,$);',
    `#13=IFCCARTESIANPOINT((5.,6.,${base.toFixed(3)}));`,
    `#14=IFCRELAGGREGATES(${id('r')},$,$,#1,(#10));`,
    `#15=IFCRELAGGREGATES(${id('r2')},$,$,#10,(${placed.map((_, at) => `#${100 + at * 5}`).join()}));`,
  ];
  for (const [at, height] of placed.entries()) {
    const number = 100 + at * 5;
    const attribute = elevation[at] === undefined ? '$' : elevation[at]!.toFixed(3);
    const placement = height === undefined ? '$' : `#${number + 1}`;
    lines.push(
      `#${number}=IFCBUILDINGSTOREY(${id(`s${at}`)},'S${at}',$,$,${placement},$,$,.ELEMENT.,${attribute});`,
      `#${number + 1}=IFCLOCALPLACEMENT(#11,#${number + 2});`,
      `#${number + 2}=IFCAXIS2PLACEMENT3D(#${number + 3},$,$);`,
      `#${number + 3}=IFCCARTESIANPOINT((0.,0.,${(height ?? 0).toFixed(3)}));`,
      `#${200 + at}=IFCWALL(${id(`w${at}`)},'Wall ${at}',$,$,$,$,$,$);`,
      `#${300 + at}=IFCRELCONTAINEDINSPATIALSTRUCTURE(${id(`c${at}`)},$,$,(#${200 + at}),#${number});`,
    );
  }
  return lines.join('\n');
}

const wallsAt = (...heights: readonly number[]) =>
  boxesOf(
    Object.fromEntries(
      heights.map((z, at) => [
        200 + at,
        [
          [0, 0, z],
          [1, 1, z + 2.5],
        ] as const,
      ]),
    ),
  );

describe('storeys', () => {
  it('are sorted from below, as high as their placement says, up to the next', () => {
    const model = describeText(tower({ placed: [3, 0, -2.8], elevation: [3, 0, -2.8] }), {
      geometry: wallsAt(3, 0, -2.8),
    });
    expect(
      model.tables.storeys.map(({ name, elevationM, heightM }) => [name, elevationM, heightM]),
    ).toEqual([
      ['S2', -2.8, 2.8],
      ['S1', 0, 3],
      ['S0', 3, 2.5],
    ]);
    expect(model.tables.storeys.map(({ element }) => model.names[element])).toEqual([
      'S2',
      'S1',
      'S0',
    ]);
    expect([...model.tables.storeyOf]).toEqual([...model.elements.storey]);
    expect(model.storeyOf('Wall 2')).toBe('S2');
    expect(model.names.filter((name) => name.startsWith('S'))).toEqual(['S2', 'S1', 'S0']);
  });

  it('reach to the next floor of their own building, past those at the same height', () => {
    const model = describeText(
      `${tower({ placed: [0, 0, 3, 6], elevation: [0, 0, 3, 6] })}
#400=IFCBUILDING(${id('b2')},'Annex',$,$,$,$,$,.ELEMENT.,$,$,$);
#401=IFCBUILDINGSTOREY(${id('a0')},'A0',$,$,$,$,$,.ELEMENT.,1.);
#402=IFCRELAGGREGATES(${id('a1')},$,$,#400,(#401));`,
      { geometry: wallsAt(0, 0, 3, 6) },
    );
    const heights = model.tables.storeys.map(({ name, heightM }) => [name, heightM]);
    expect(heights).toEqual([
      ['S0', 3],
      ['S1', 3],
      ['A0', 0],
      ['S2', 3],
      ['S3', 2.5],
    ]);
  });

  it('are lifted by the placement of their building', () => {
    const model = describeText(tower({ placed: [0, 3], elevation: [0, 3], base: 100 }), {
      geometry: wallsAt(100, 103),
    });
    expect(model.tables.storeys.map(({ elevationM }) => elevationM)).toEqual([100, 103]);
  });

  it('are in metres whatever the unit of the file', () => {
    const model = describeText(tower({ placed: [0, 3000], elevation: [0, 3000] }), {
      lengthUnitM: 0.001,
    });
    expect(model.tables.storeys.map(({ elevationM }) => elevationM)).toEqual([0, 3]);
  });

  it('stand where the attribute says if all are placed at one height', () => {
    const records = tower({ placed: [0, 0, 0], elevation: [0, 3, 6] });
    for (const options of [{}, { geometry: wallsAt(0, 3, 6) }]) {
      const { storeys } = describeText(records, options).tables;
      expect(storeys.map(({ elevationM }) => elevationM)).toEqual([0, 3, 6]);
    }
  });

  it('stand where the attribute says if they have no placement', () => {
    const records = tower({ placed: [undefined, undefined], elevation: [0, 3] });
    const { storeys } = describeText(records).tables;
    expect(storeys.map(({ elevationM }) => elevationM)).toEqual([0, 3]);
  });

  it('follow the geometry where attribute and placement disagree', () => {
    // The attribute counts from sea level, the placement from the ground.
    const records = tower({ placed: [0, 3], elevation: [44.2, 47.2] });
    const near = describeText(records, { geometry: wallsAt(0, 3) }).tables.storeys;
    expect(near.map(({ elevationM }) => elevationM)).toEqual([0, 3]);
    const far = describeText(records, { geometry: wallsAt(44.2, 47.2) }).tables.storeys;
    expect(far.map(({ elevationM }) => elevationM)).toEqual([44.2, 47.2]);
  });

  it('stand where their elements stand if the file gives all of them one height', () => {
    const records = tower({ placed: [0, 0, 0], elevation: [0, 0, 0] });
    const { tables } = describeText(records, { geometry: wallsAt(5.6, 0, 2.8) });
    expect(tables.storeys.map(({ name, elevationM }) => [name, elevationM])).toEqual([
      ['S1', 0],
      ['S2', 2.8],
      ['S0', 5.6],
    ]);
    expect(tables.findings.map(({ en }) => en)).toEqual([
      'The file gives all storeys one height; they were put where their elements stand.',
    ]);
    // A single storey may well be at zero.
    const one = describeText(tower({ placed: [0], elevation: [0] }), { geometry: wallsAt(2) });
    expect(one.tables.storeys[0]!.elevationM).toBe(0);
  });

  it('stay of use where nothing is said, or what is said is no number', () => {
    const records = tower({ placed: [undefined], elevation: [undefined] });
    expect(describeText(records).tables.storeys).toMatchObject([{ elevationM: 0, heightM: 0 }]);
    const huge = tower({ placed: [0], elevation: [0] }).replace('(0.,0.,0.000)', '(0.,0.,1.E400)');
    expect(describeText(huge).tables.storeys[0]!.elevationM).toBe(0);
  });

  it('turn with what they are placed in, and survive a placement in itself', () => {
    // The building's z axis points along world x: the storey's x becomes its height.
    const records = tower({ placed: [0], elevation: [undefined] })
      .replace('#12=IFCAXIS2PLACEMENT3D(#13,$,$)', '#12=IFCAXIS2PLACEMENT3D(#13,#90,#91)')
      .replace('#103=IFCCARTESIANPOINT((0.,', '#103=IFCCARTESIANPOINT((-7.,');
    const turned = `${records}\n#90=IFCDIRECTION((1.,0.,0.));\n#91=IFCDIRECTION((0.,0.,-1.));`;
    expect(describeText(turned).tables.storeys[0]!.elevationM).toBe(7);
    const cyclic = records.replace('#11=IFCLOCALPLACEMENT($,', '#11=IFCLOCALPLACEMENT(#101,');
    expect(describeText(cyclic).tables.storeys[0]!.elevationM).toBe(0);
  });
});
