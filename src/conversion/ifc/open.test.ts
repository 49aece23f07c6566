import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { startEngine } from './engine.ts';
import { closeIfc, openIfc } from './open.ts';

const engine = await startEngine();
const bytesOf = (text: string) => new TextEncoder().encode(text);
const head = (schema: string) =>
  `ISO-10303-21;\nHEADER;\nFILE_DESCRIPTION((''),'2;1');\nFILE_NAME('a','2024-01-02T03:04:05',(''),(''),'writer','Program 1','');\nFILE_SCHEMA(('${schema}'));\nENDSEC;\nDATA;\n`;
const units = `#1=IFCSIUNIT(*,.LENGTHUNIT.,.MILLI.,.METRE.);\n#2=IFCUNITASSIGNMENT((#1));\n`;
const tail = 'ENDSEC;\nEND-ISO-10303-21;\n';

function opened(text: string | Uint8Array, file = 'a.ifc') {
  const one = openIfc(engine, typeof text === 'string' ? bytesOf(text) : text, file);
  closeIfc(engine, one);
  return one;
}

describe('openIfc', () => {
  it('reads the header and the unit of length', () => {
    expect(opened(head('IFC4') + units + tail)).toMatchObject({
      file: 'a.ifc',
      schema: 'IFC4',
      application: 'Program 1',
      written: '2024-01-02T03:04:05',
      lengthUnitM: 0.001,
      findings: [],
    });
  });

  it('takes the IFC file out of a zip, whatever its name', () => {
    const zip = zipSync({
      'read.me': bytesOf('x'),
      'b.ifc': bytesOf(head('IFC4') + units + tail),
      'c.ifc': bytesOf(head('IFC2X3') + units + tail),
    });
    const file = opened(zip, 'a.ifc');
    expect(file).toMatchObject({ file: 'a.ifc/b.ifc', schema: 'IFC4' });
    expect(file.findings.map(({ en }) => en)).toEqual([
      'The zip holds 2 IFC files; b.ifc was taken.',
    ]);
  });

  it.each([
    ['an empty file', '', 'The file is empty'],
    ['plain text', 'hello', 'begins with “hello”; expected IFC text'],
    ['a file without instances', head('IFC4') + tail, 'holds no instances'],
    ['an unknown schema', head('IFC9') + units + tail, 'The schema is IFC9; expected IFC2X3'],
    ['no schema', 'ISO-10303-21;\nHEADER;\nENDSEC;\nDATA;\n#1=IFCWALL();\n', 'names no schema'],
    ['a zip without an IFC file', zipSync({ 'a.txt': bytesOf('x') }), 'This zip holds a.txt'],
    ['bytes', new Uint8Array([0, 1, 2, 3]), 'begins with bytes 00 01 02 03'],
  ])('refuses %s in one sentence', (_, content, sentence) => {
    expect(() => opened(content)).toThrow(sentence);
    expect(engine.isBroken).toBe(false);
  });

  it('reads a file that breaks off as far as it goes and says so', () => {
    const file = opened(`${head('IFC4')}${units}#3=IFCCARTESIANPOINT((0.,`);
    expect(file.lengthUnitM).toBe(0.001);
    expect(file.findings.map(({ en }) => en)).toEqual([
      'The file breaks off in line 9; the 2 instances before it were read.',
    ]);
  });
});
