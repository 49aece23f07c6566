import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createInspector } from './inspect.ts';
import { instanceOf, lineOf, rowsOfType, scanStep } from './scan.ts';
import { parseStepList, type StepValue } from './values.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const parse = (text: string): readonly StepValue[] => parseStepList(bytesOf(text), 0);

describe('parseStepList', () => {
  it('reads every kind of value', () => {
    expect(parse(`($, *, 'it''s', -1.5E-3, 7, #12, .T., (1,(2)), IFCLABEL('x'))`)).toEqual([
      null,
      null,
      "it's",
      -0.0015,
      7,
      { kind: 'reference', id: 12 },
      { kind: 'enumeration', name: 'T' },
      [1, [2]],
      { kind: 'typed', type: 'IFCLABEL', values: ['x'] },
    ]);
  });

  it('passes over blanks, comments and what breaks off', () => {
    expect(parse('( /* a, b */ 1 ,\n 2 )')).toEqual([1, 2]);
    expect(parse('(1,(2,')).toEqual([1, [2]]);
    expect(parse(`('open`)).toEqual(['open']);
    expect(parse('()')).toEqual([]);
  });

  it('reads back whatever numbers and texts are written', () => {
    const value = fc.oneof(fc.integer(), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(fc.array(value), (values) => {
        const written = values.map((one) =>
          typeof one === 'string' ? `'${one.replaceAll('\\', '\\\\').replaceAll("'", "''")}'` : one,
        );
        expect(parse(`(${written.join(',')})`)).toEqual(values);
      }),
    );
  });
});

describe('scanStep', () => {
  it('finds instances whatever stands in texts and comments', () => {
    const index = scanStep(
      bytesOf(
        `ISO-10303-21;\nDATA;\n#1=A('; #2=B();',#7);/* #3=C(); */\n #4 = Ifcwall ( 'x''y;' , #1 ) ;\nENDSEC;\nEND-ISO-10303-21;`,
      ),
    );
    expect([...index.ids]).toEqual([1, 4]);
    expect(index.isWhole).toBe(true);
    expect(rowsOfType(index, 'IFCWALL')).toEqual([1]);
    expect(instanceOf(index, 4)).toEqual({
      id: 4,
      type: 'IFCWALL',
      values: ["x'y;", { kind: 'reference', id: 1 }],
    });
    expect(instanceOf(index, 7)).toBeUndefined();
    expect(lineOf(index.bytes, index.starts[1]!)).toBe(4);
  });

  it('says where the last whole statement of a cut file ends', () => {
    const text = 'ISO-10303-21;\nDATA;\n#1=A();\n#2=B(';
    const index = scanStep(bytesOf(text));
    expect(index.isWhole).toBe(false);
    expect(text.slice(0, index.end)).toBe('ISO-10303-21;\nDATA;\n#1=A();');
  });

  it('finds numbers that lie far apart', () => {
    const index = scanStep(bytesOf('#4000000000=A();#7=B();'));
    expect(index.rowOf(4_000_000_000)).toBe(0);
    expect(index.rowOf(7)).toBe(1);
    expect(index.rowOf(8)).toBeUndefined();
  });

  it('never fails on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(scanStep(bytes).end).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });
});

describe('createInspector', () => {
  const inspectorOf = (text: string, companions = new Map<number, number[]>()) =>
    createInspector(scanStep(bytesOf(text)), companions, () => false);

  it('gives equal content one key, whatever its numbers and blanks', () => {
    const { inspect } = inspectorOf(
      '#1=P((0.,1.));#2=L(#1,#1);#11=P( (0., 1.) );#12=L( #1 ,/* */ #11);#21=P((0.,2.));#22=L(#1,#21);#23=L(#21,#1);',
    );
    expect(inspect(2)).toEqual(inspect(12));
    const others = [2, 22, 23, 1].map((id) => inspect(id).key);
    expect(new Set(others).size).toBe(4);
  });

  it('counts companions as content', () => {
    const { inspect } = inspectorOf(
      '#1=B();#2=B();#3=B();#7=S(1);',
      new Map([
        [2, [7]],
        [3, [7]],
      ]),
    );
    expect(inspect(2).key).toBe(inspect(3).key);
    expect(inspect(1).key).not.toBe(inspect(2).key);
  });

  it('finds circles and references into the void', () => {
    const { inspect } = inspectorOf('#1=A(#2);#2=A(#3);#3=A(#1);#4=A(#5);#6=A($);#7=A(#1);');
    expect(inspect(1).fault).toBe('it refers to itself: #1 → #2 → #3 → #1');
    expect(inspect(7).fault).toBe('it refers to itself: #1 → #2 → #3 → #1');
    expect(inspect(4).fault).toBe('it refers to #5, which the file lacks');
    expect(inspect(6).fault).toBeUndefined();
    expect(inspect(99).fault).toBe('it refers to #99, which the file lacks');
  });

  it('goes as deep as references do', () => {
    const depth = 50_000;
    const lines = Array.from({ length: depth }, (_, row) => `#${row + 1}=A(#${row + 2});`);
    const { inspect } = inspectorOf(`${lines.join('')}#${depth + 1}=A();`);
    expect(inspect(1).fault).toBeUndefined();
  });

  it('tells random trees apart exactly where they differ', () => {
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.integer({ min: 0, max: 3 }),
        fc.array(tie('tree'), { maxLength: 3 }),
      ),
    }));
    fc.assert(
      fc.property(tree, tree, (one, other) => {
        const lines: string[] = [];
        const write = (node: unknown): number => {
          const parts = Array.isArray(node) ? node.map((child) => `#${write(child)}`) : [node];
          lines.push(`#${lines.length + 1}=N(${parts.join(',')});`);
          return lines.length;
        };
        const roots = [write(one), write(other)];
        const { inspect } = inspectorOf(lines.join('\n'));
        const isSame = inspect(roots[0]!).key === inspect(roots[1]!).key;
        expect(isSame).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });
});
