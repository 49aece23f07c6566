import { describe, expect, it } from 'vitest';
import { toMarkdown } from './report.ts';

const row = { case: 'EPSG:28992', metric: 'error', value: 0.0012345, limit: 0.01, unit: 'm' };

describe('the page of a validation', () => {
  it('shows each row with its limit, its source and whether it holds', () => {
    const page = toMarkdown({
      title: 'Coordinates',
      intro: 'Control points against PROJ.\n',
      rows: [{ ...row, pass: true, source: 'EPSG | RDNAPTRANS' }],
    });
    expect(page).toBe(`# Coordinates

Control points against PROJ.

All 1 hold.

| case | metric | value | limit | unit | holds | source |
|---|---|---:|---:|---|---|---|
| EPSG:28992 | error | 0.0012345 | 0.01 | m | yes | EPSG \\| RDNAPTRANS |
`);
  });

  it('says how many fail', () => {
    const rows = [
      { ...row, pass: true },
      { ...row, value: 2, pass: false },
    ];
    const page = toMarkdown({ title: 'Coordinates', intro: 'So.', rows });
    expect(page).toContain('1 of 2 fail.');
    expect(page).toContain('| 2 | 0.01 | m | **no** |');
  });
});
