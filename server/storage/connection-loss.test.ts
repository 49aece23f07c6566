import { describe, expect, it } from 'vitest';
import { isConnectionLoss } from './connection-loss.ts';

const withCode = (code: string) => Object.assign(new Error('no'), { code });

describe('a lost connection', () => {
  it.each(['ECONNREFUSED', 'EPIPE', '57P01', '57P03', '08006', '53100', '40P01'])(
    'is what %s says',
    (code) => expect(isConnectionLoss(withCode(code))).toBe(true),
  );

  it.each(['23505', '42P01', '22003', '57014', 'EACCES', 'ENOENT'])('is not what %s says', (code) =>
    expect(isConnectionLoss(withCode(code))).toBe(false),
  );

  it('is a socket that is missing, and not a file', () => {
    expect(isConnectionLoss(Object.assign(withCode('ENOENT'), { syscall: 'connect' }))).toBe(true);
    expect(isConnectionLoss(Object.assign(withCode('ENOENT'), { syscall: 'open' }))).toBe(false);
  });

  it('is told by words where there is no code', () => {
    expect(isConnectionLoss(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect(isConnectionLoss(new Error('division by zero'))).toBe(false);
    expect(isConnectionLoss('gone')).toBe(false);
  });

  it('is there where every address of a name refuses', () => {
    const refusals = [withCode('ECONNREFUSED'), withCode('ETIMEDOUT')];
    expect(isConnectionLoss(new AggregateError(refusals))).toBe(true);
    expect(isConnectionLoss(new AggregateError([...refusals, new Error('bug')]))).toBe(false);
  });
});
