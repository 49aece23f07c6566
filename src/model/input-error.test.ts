import { describe, expect, it } from 'vitest';
import { InputError } from './input-error.ts';

describe('an input error', () => {
  it('reads as one sentence with file, place and what is wrong', () => {
    const error = new InputError({ file: 'delft.city.json', at: 'line 42' }, 'It ends too early.');
    expect(error.message).toBe('delft.city.json, line 42: It ends too early.');
    expect(error).toMatchObject({ name: 'InputError', place: { at: 'line 42' } });
  });

  it('leaves the place out where there is none, and keeps the cause', () => {
    const cause = new SyntaxError('Unexpected end of JSON input');
    const error = new InputError({ file: 'delft.city.json' }, 'It is no JSON.', { cause });
    expect(error.message).toBe('delft.city.json: It is no JSON.');
    expect(error.cause).toBe(cause);
  });
});
