import { describe, expect, it } from 'vitest';
import { findWebAddress } from './web-address.ts';

describe('the address that a document names', () => {
  it('is one that a browser opens', () => {
    expect(findWebAddress('https://example.org/door 1.pdf')).toBe(
      'https://example.org/door%201.pdf',
    );
    expect(findWebAddress('HTTP://example.org')).toBe('http://example.org/');
  });

  it.each([
    ...['', 'door.pdf', 'C:\\plans\\door.pdf', 'file:///plans/door.pdf', 'javascript:alert(1)'],
    ...['data:text/html,<p>', 42, true, undefined],
  ])('is none in %j', (value) => {
    expect(findWebAddress(value)).toBeUndefined();
  });
});
