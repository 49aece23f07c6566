import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { anIfc, mapLines } from '#conversion/ifc/georeferencing/testing/an-ifc.ts';
import { addGeoreference } from '../georeference.ts';

const folder = mkdtempSync(join(tmpdir(), 'panopolis-georeference-'));
afterAll(() => rmSync(folder, { recursive: true }));

let printed = '';
beforeEach(() => {
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

async function run(...words: string[]): Promise<string> {
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  addGeoreference(program);
  for (const command of program.commands)
    command.exitOverride().configureOutput({ writeErr: () => undefined });
  await program.parseAsync(['node', 'panopolis', 'georeference', ...words]);
  return printed;
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const placed = anIfc({ lines: mapLines("'EPSG:25832'", '458657.3,5438232.25,113.7,1.,0.,1.') });

describe('panopolis georeference', () => {
  it('prints every reading step by step', async () => {
    const text = await run(file('a.ifc', placed), '--explain');
    expect(text).toContain('a.ifc: IFC4, m\n  size   2.0 × 2.0 × 2.0 m\n  place  clear\n');
    expect(text).toContain('  1  map-conversion, EPSG:25832: 49.0955510°, 8.4336798°');
    expect(text).toContain('     IfcMapConversion #51: easting 458,657.300 m');
  });

  it('explains in Chinese', async () => {
    expect(await run(file('b.ifc', placed), '--language', 'zh')).toContain('位置  明确');
  });

  it('writes a place that it then reads', async () => {
    const out = join(folder, 'placed.ifc');
    await run(
      file('c.ifc', anIfc()),
      '--at',
      '8.4,49.1,160',
      '--rotation',
      '30',
      '--crs',
      'EPSG:25832',
      '--out',
      out,
    );
    expect(readFileSync(out, 'utf8')).toContain("IFCPROJECTEDCRS('EPSG:25832'");
    printed = '';
    expect(await run(out)).toContain(
      '49.1000000°, 8.4000000°, 160.00 m above the ellipsoid, x axis from true east 30.0000°',
    );
  });

  it('takes a height above sea level', async () => {
    const out = join(folder, 'sea.ifc');
    // The geoid is 48.12 m above the ellipsoid there.
    expect(
      await run(
        file('d.ifc', anIfc()),
        '--at',
        '8.43368,49.09555,100',
        '--sea-level',
        '--out',
        out,
      ),
    ).toMatch(/148\.1\d m above the ellipsoid/);
  });

  it('keeps what isn’t said as the file has it', async () => {
    const out = join(folder, 'turned.ifc');
    const text = await run(file('e.ifc', placed), '--rotation', '0', '--out', out);
    expect(text).toContain('49.0955510°, 8.4336798°, 161.82 m above the ellipsoid, x axis 0.0000°');
  });

  it('writes another of the file’s readings', async () => {
    const both = anIfc({
      latitude: '(52,31,0)',
      longitude: '(13,24,0)',
      lines: mapLines("'EPSG:25832'", '458657.3,5438232.25,113.7,1.,0.,1.'),
    });
    const out = join(folder, 'second.ifc');
    expect(
      await run(file('f.ifc', both), '--reading', '2', '--crs', 'EPSG:25833', '--out', out),
    ).toContain('52.5166667°, 13.4000000°');
  });

  it.each([
    ['a longitude that is none', ['--at', '181,49', '--out', 'x'], /longitude of −180 to 180/],
    ['no name for the result', ['--at', '8,49'], /--out: is missing/],
    ['nothing to write', ['--out', 'x'], /what should be written/],
    ['a reading too many', ['--reading', '9', '--out', 'x'], /the file has 1 reading/],
    [
      'a system of another country',
      ['--at', '8,49', '--crs', 'EPSG:7856', '--out', 'x'],
      /isn’t used at 49.0000°, 8.0000°/,
    ],
    [
      'a sea level without a height',
      ['--at', '8,49', '--sea-level', '--out', 'x'],
      /needs a height/,
    ],
  ])('refuses %s', async (_, words, reason) => {
    await expect(run(file('g.ifc', placed), ...words)).rejects.toThrow(reason);
  });

  it('never writes over the file itself', async () => {
    const path = file('h.ifc', placed);
    await expect(run(path, '--rotation', '0', '--out', path)).rejects.toThrow(/is the file itself/);
  });
});
