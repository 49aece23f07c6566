import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanStep } from '../step/scan.ts';
import { createSimpleValue, StepCursor } from './step-cursor.ts';
import { toStepRecords } from './step-records.ts';
import { createStepSpans } from './step-spans.ts';

function open(text: string) {
  const bytes = new TextEncoder().encode(text);
  const records = toStepRecords(scanStep(bytes));
  const spans = createStepSpans(bytes);
  return { records, spans, cursor: new StepCursor(records, spans) };
}

/** Of one record that the scan may or may not take for sound. */
function values(text: string) {
  const bytes = new TextEncoder().encode(`#1=IFCX(${text});`);
  const records = { ...toStepRecords(scanStep(new Uint8Array())), bytes, start: Uint32Array.of(0) };
  return new StepCursor(records, createStepSpans(bytes)).begin(0).values();
}

describe('records of a STEP file', () => {
  it('are found by number and by type, in capitals', () => {
    const { records } = open(
      "HEADER;FILE_NAME('a;b');ENDSEC;DATA;#7=IfcWall('x;y');/* #8=IFCDOOR(); */#9 = IFCWALL ($);\n#10=IFCDOOR();",
    );
    expect([...records.id]).toEqual([7, 9, 10]);
    expect(records.types).toEqual(['IFCWALL', 'IFCDOOR']);
    expect([...records.rowsOf('IFCWALL')]).toEqual([0, 1]);
    expect([...records.rowsOf('IFCSLAB')]).toEqual([]);
    expect([records.rowOf(9), records.rowOf(8)]).toEqual([1, -1]);
  });
});

describe('the cursor', () => {
  it('reads values of every kind', () => {
    expect(values("$,*,12,-1.5,2.E-3,1.E5,'a,b)','','it''s',.T.,.ELEMENT.,#34")).toEqual([
      ...[undefined, undefined, 12, -1.5, 0.002, 1e5, 'a,b)', '', "it's"],
      ...[{ word: 'T' }, { word: 'ELEMENT' }, { reference: 34 }],
    ]);
    expect(values('()')).toEqual([[]]);
    expect(values("IFCLABEL('x'),((1.,2.),(3.)),IfcBoolean(.F.),(#1, #2)")).toEqual([
      { type: 'IFCLABEL', value: 'x' },
      [[1, 2], [3]],
      { type: 'IFCBOOLEAN', value: { word: 'F' } },
      [{ reference: 1 }, { reference: 2 }],
    ]);
    expect(values('"0A1F"')).toEqual(['0A1F']);
    expect(values('')).toEqual([]);
  });

  it('passes over what it does not understand', () => {
    expect(values('??,1')).toEqual([undefined, 1]);
    expect(values('(1,??,3),4')).toEqual([[1, undefined, 3], 4]);
    expect(values('12abc,5')).toEqual([12, 5]);
    expect(values('IFCLABEL,5')).toEqual([undefined, 5]);
    expect(values('-,5')).toEqual([undefined, 5]);
  });

  it('minds white space, line ends and comments between values', () => {
    expect(values(" 1 ,\n\t'x' , /* , */ #3 , ( 4 ,5 )")).toEqual([
      1,
      'x',
      { reference: 3 },
      [4, 5],
    ]);
  });

  it('goes on behind an argument of another kind than asked', () => {
    const { cursor } = open("#1=IFCX('a',#2,(#3,#4),.B.,5,(#6,'x',#7),#8);");
    cursor.begin(0);
    expect(cursor.reference()).toBe(0);
    expect(cursor.text()).toBeUndefined();
    expect(cursor.number()).toBeNaN();
    expect(cursor.word()).toBe('B');
    expect(cursor.number()).toBe(5);
    expect(cursor.references()).toEqual([6, 7]);
    expect(cursor.references()).toEqual([8]);
    expect(cursor.references()).toEqual([]);
    expect(cursor.reference()).toBe(0);
  });

  it('gives simple values with the name of their type', () => {
    const { cursor, spans } = open(
      "#1=IFCX(IFCLENGTHMEASURE(2.5),IFCLABEL('a'),$,IFCLABEL($),(1),7);",
    );
    const value = createSimpleValue();
    cursor.begin(0).simple(value);
    expect([spans.text(value.type), value.kind, value.number]).toEqual([
      'IFCLENGTHMEASURE',
      'number',
      2.5,
    ]);
    cursor.simple(value);
    expect([spans.text(value.type), value.kind, spans.text(value.span)]).toEqual([
      'IFCLABEL',
      'text',
      'a',
    ]);
    const kinds = [0, 1, 2, 3].map(() => cursor.simple(value).kind);
    expect(kinds).toEqual(['absent', 'absent', 'other', 'number']);
  });

  it('ends with the bytes where a list or text is not closed', () => {
    expect(values("(1,(2,IFCLABEL('x")).toEqual([[1, [2, { type: 'IFCLABEL', value: 'x);' }]]]);
    expect(open('').cursor.begin(7).values()).toEqual([]);
  });

  it('does not fall into lists without end', () => {
    const deep = '('.repeat(20000) + ')'.repeat(20000);
    expect(values(`${deep},7`)[1]).toBe(7);
  });

  it('reads every number as JavaScript does', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.nat(18),
        (value, digits) => {
          for (const text of [String(value), value.toExponential(digits).toUpperCase()]) {
            expect(values(text)).toEqual([Number(text)]);
          }
        },
      ),
    );
  });
});

it('knows a string by its bytes', () => {
  const texts = Array.from({ length: 5000 }, (_, at) => `text ${at % 3000}`);
  const bytes = new TextEncoder().encode(texts.join(';'));
  const spans = createStepSpans(bytes);
  let from = 0;
  const rows = texts.map((text) => {
    const row = spans.rowOf(from, from + text.length);
    from += text.length + 1;
    return row;
  });
  expect(new Set(rows).size).toBe(3000);
  expect(rows.map((row) => spans.text(row))).toEqual(texts);
  expect(spans.text(-1)).toBe('');
});
